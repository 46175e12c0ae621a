package io.demarche.api.json;

import java.util.List;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * A statement.
 *
 * @param quote the words that say so
 * @param part where in the article they stand
 * @param start their offset in that part, in UTF-16 units
 * @param end the offset after them
 */
public record StatementJson(
        Measure measure,
        Move move,
        Status status,
        boolean background,
        List<String> actor,
        List<String> target,
        List<String> speaker,
        boolean mutual,
        @Nullable Integer count,
        double confidence,
        String quote,
        Evidence.Part part,
        int start,
        int end) {

    /** The statement as JSON. */
    public static StatementJson of(Statement statement) {
        Doing doing = statement.doing();
        Evidence evidence = statement.evidence();
        return new StatementJson(
                doing.measure(),
                doing.move(),
                doing.status(),
                statement.background(),
                codes(doing.actor()),
                codes(doing.target()),
                codes(statement.speaker()),
                doing.mutual(),
                statement.count(),
                Math.round(statement.confidence() * 1_000) / 1_000.0,
                evidence.quote(),
                evidence.part(),
                evidence.start(),
                evidence.end());
    }

    /** The statement itself. */
    public Statement toStatement() {
        Doing doing = new Doing(measure, move, status, parties(actor), parties(target), mutual);
        return new Statement(
                doing, parties(speaker), background, count, confidence, new Evidence(part, start, end, quote));
    }

    /** The codes of parties. */
    public static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }

    private static List<Party> parties(List<String> codes) {
        return codes.stream().map(Party::new).toList();
    }
}
