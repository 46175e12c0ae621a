package io.demarche.api.json;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * A flagged event.
 *
 * @param cameo what CAMEO calls it ({@link EventCodes})
 * @param plover what PLOVER calls it
 * @param actorAlpha2 the states among the actors by ISO 3166-1 alpha-2
 * @param targetAlpha2 the states among the targets likewise
 * @param firstToldAt the earliest time at which an article told of it
 * @param lastToldAt the latest
 * @param reports what its reports say together; absent in webhooks, which are written once
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
        @Nullable String cameo,
        @Nullable String plover,
        List<String> actorAlpha2,
        List<String> targetAlpha2,
        Instant firstToldAt,
        Instant lastToldAt,
        @JsonUnwrapped @Nullable Reports reports) {

    /**
     * What the reports of an event say together.
     *
     * @param flaggedAt when the first of them came in
     * @param reportCount how many there are
     * @param confidence the highest with which one was read, in [0, 1]
     * @param people the highest count of people in one; absent where none counts
     * @param background whether all of them tell it as history
     */
    public record Reports(
            Instant flaggedAt,
            int reportCount,
            double confidence,
            @Nullable Integer people,
            boolean background) {}

    /** The event as JSON. */
    public static EventJson of(FlaggedEvent event, @Nullable Reports reports) {
        return of(
                event.id(),
                event.kinds(),
                event.severity(),
                DoingJson.of(event.doing()),
                event.firstToldAt(),
                event.lastToldAt(),
                reports);
    }

    /** An event of that doing. */
    public static EventJson of(
            String id,
            Collection<String> kinds,
            Severity severity,
            DoingJson doing,
            Instant firstToldAt,
            Instant lastToldAt,
            @Nullable Reports reports) {
        return new EventJson(
                id,
                kinds,
                severity,
                doing.measure(),
                doing.move(),
                doing.status(),
                doing.actor(),
                doing.target(),
                doing.mutual(),
                EventCodes.cameo(doing.measure(), doing.move(), doing.status()),
                EventCodes.plover(doing.measure(), doing.move(), doing.status()),
                EventCodes.alpha2(doing.actor()),
                EventCodes.alpha2(doing.target()),
                firstToldAt,
                lastToldAt,
                reports);
    }
}
