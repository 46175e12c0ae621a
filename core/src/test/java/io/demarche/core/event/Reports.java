package io.demarche.core.event;

import java.time.Instant;
import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;

/** Reports for tests: an expulsion by one party of another's diplomats. */
public final class Reports {

    private Reports() {}

    public static Doing expulsion(String actor, String target) {
        return new Doing(
                Measure.EXPULSION,
                Move.IMPOSE,
                Status.ADOPTED,
                List.of(new Party(actor)),
                List.of(new Party(target)),
                false);
    }

    public static Report report(String text, Doing doing, Instant toldAt) {
        return report(text, doing, toldAt, "expulsion", Severity.HIGH);
    }

    public static Report report(String text, Doing doing, Instant toldAt, String kind, Severity severity) {
        Article article = Article.of("", text, new Imprint(null, null, null, toldAt), toldAt);
        Evidence evidence = new Evidence(Evidence.Part.TEXT, 0, text.length(), text);
        Statement statement = new Statement(doing, List.of(), false, null, 1, evidence);
        return new Report(article, statement, List.of(new Flag("rule", 1, statement, kind, severity, "A rule")));
    }
}
