package io.demarche.api.event;

import java.time.Instant;
import java.util.List;

import io.demarche.api.json.EventJson;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What two parties have done to each other.
 *
 * @param standings how each measure stands, as far as events tell; by who takes it against whom
 * @param events both ways, in the order in which they were first told
 * @param next the cursor to more of them; absent if these are all
 */
record Dossier(
        List<Standing> standings,
        List<EventJson> events,
        @Nullable String next) {

    /**
     * How a measure of the one against the other stands.
     *
     * @param move what was adopted last; null if nothing was
     * @param since when that was first told
     * @param eventId the event that tells of it
     * @param open what was proposed, urged or considered after it; the latest 100
     */
    record Standing(
            String actor,
            String target,
            Measure measure,
            @Nullable Move move,
            @Nullable Instant since,
            @Nullable String eventId,
            List<Open> open) {}

    /** What is not decided. */
    record Open(String eventId, Move move, Status status, Instant since) {}
}
