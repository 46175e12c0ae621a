package io.demarche.rules.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;

/** Statements for tests of rules. */
final class Statements {

    static final Article ARTICLE = Article.of("A title", "Some words that say so.", Imprint.UNKNOWN, Instant.EPOCH);

    private Statements() {}

    /** For example {@code "EXPULSION IMPOSE ADOPTED POL,CZE>RUS"}; {@code =} for a mutual one, {@code background} may follow. */
    static Statement statement(String shorthand) {
        String[] words = shorthand.split(" ");
        boolean mutual = words[3].contains("=");
        String[] sides = words[3].split("[=>]", -1);
        Doing doing = new Doing(
                Measure.valueOf(words[0]),
                Move.valueOf(words[1]),
                Status.valueOf(words[2]),
                parties(sides[0]),
                parties(sides[1]),
                mutual);
        boolean background = words.length > 4;
        int start = Math.abs(shorthand.hashCode() % 1000);
        return new Statement(
                doing, List.of(), background, null, 0.9, new Evidence(Evidence.Part.TEXT, start, start + 5, "words"));
    }

    static Reading reading(String... shorthands) {
        return new Reading(
                ARTICLE.id(),
                "test",
                Stream.of(shorthands).map(Statements::statement).toList());
    }

    private static List<Party> parties(String codes) {
        return Stream.of(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Party::new)
                .toList();
    }
}
