package io.demarche.api.json;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What was read in an article, and the flags on it.
 *
 * @param id the article's id, or the one that the caller gave it
 * @param flags each names its statement by its place in the list, counted from 0
 * @param setAside rules that used up their budget on this article and were left out; absent where there are none
 * @param why what gave each field; absent unless it was asked for
 */
public record ReadingJson(
        String id,
        List<StatementJson> statements,
        List<PlacedFlag> flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> setAside,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Why why) {

    /**
     * Why the statements say what they say.
     *
     * @param statements for each statement, in their order, what gave each field
     * @param sentences how each sentence in which something was marked was read
     */
    public record Why(List<List<Reason>> statements, List<Explanation.SentenceView> sentences) {}

    /** A flag on one of the statements. */
    public record PlacedFlag(
            int statement,
            String kind,
            io.demarche.core.rulebook.Severity severity,
            String rule,
            int revision,
            String because) {

        static PlacedFlag of(Flag flag, Reading reading) {
            return new PlacedFlag(
                    reading.statements().indexOf(flag.statement()),
                    flag.kind(),
                    flag.severity(),
                    flag.rule(),
                    flag.revision(),
                    flag.because());
        }
    }

    /** The reading and its evaluation as JSON. */
    public static ReadingJson of(String id, Reading reading, Evaluation evaluation) {
        return of(id, reading, evaluation, null);
    }

    /** The explained reading and its evaluation as JSON. */
    public static ReadingJson of(String id, Explanation explanation, Evaluation evaluation) {
        Why why = new Why(explanation.reasons(), explanation.sentences());
        return of(id, explanation.reading(), evaluation, why);
    }

    private static ReadingJson of(String id, Reading reading, Evaluation evaluation, @Nullable Why why) {
        return new ReadingJson(
                id,
                reading.statements().stream().map(StatementJson::of).toList(),
                evaluation.flags().stream()
                        .map(flag -> PlacedFlag.of(flag, reading))
                        .toList(),
                evaluation.setAside().isEmpty() ? null : evaluation.setAside(),
                why);
    }
}
