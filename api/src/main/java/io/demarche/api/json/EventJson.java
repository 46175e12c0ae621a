package io.demarche.api.json;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * A flagged event.
 *
 * @param firstToldAt the earliest time at which an article told of it
 * @param lastToldAt the latest
 * @param reportCount how many articles tell of it; absent in webhooks, which are written once
 */
public record EventJson(
        String id,
        Collection<String> kinds,
        Severity severity,
        Measure measure,
        Move move,
        Status status,
        List<String> actor,
        List<String> target,
        boolean mutual,
        Instant firstToldAt,
        Instant lastToldAt,
        @Nullable Integer reportCount) {

    /** The event as JSON. */
    public static EventJson of(FlaggedEvent event, @Nullable Integer reportCount) {
        Doing doing = event.doing();
        return new EventJson(
                event.id(),
                event.kinds(),
                event.severity(),
                doing.measure(),
                doing.move(),
                doing.status(),
                StatementJson.codes(doing.actor()),
                StatementJson.codes(doing.target()),
                doing.mutual(),
                event.firstToldAt(),
                event.lastToldAt(),
                reportCount);
    }
}
