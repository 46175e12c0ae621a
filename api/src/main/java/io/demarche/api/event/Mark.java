package io.demarche.api.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.demarche.api.json.StatementJson;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst says of what was read. Marks are never changed; of two on the same statement the later one holds.
 *
 * @param articleId the article whose text was read
 * @param version which of its texts
 * @param read what was read; absent for what was missed
 * @param right what should have been read; absent if nothing should
 * @param account who says so
 */
record Mark(
        long number,
        @Nullable String eventId,
        String articleId,
        int version,
        Verdict verdict,
        @Nullable StatementJson read,
        @Nullable Label right,
        String note,
        String account,
        Instant at) {

    enum Verdict {
        /** What was read is right. */
        RIGHT,
        /** Something of it is wrong, or nothing should have been read. */
        WRONG,
        /** It was not read and should have been. */
        MISSED
    }

    /** A statement as labelled articles hold it. */
    record Label(
            Measure measure,
            Move move,
            Status status,
            boolean background,
            List<String> actor,
            List<String> target,
            List<String> speaker,
            boolean mutual,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer count,

            String quote) {

        /** What was read, as a label. */
        static Label of(StatementJson read) {
            return new Label(
                    read.measure(),
                    read.move(),
                    read.status(),
                    read.background(),
                    read.actor(),
                    read.target(),
                    read.speaker(),
                    read.mutual(),
                    read.count(),
                    read.quote());
        }
    }

    /**
     * An article with labels for all that its text states, as far as is known: what was marked as it was marked, the rest as it was read.
     *
     * @param reviewed how many of the statements read in it were marked
     * @param unreviewed how many were not
     */
    record LabelledArticle(
            String id, String title, String text, List<Label> statements, int reviewed, int unreviewed) {}
}
