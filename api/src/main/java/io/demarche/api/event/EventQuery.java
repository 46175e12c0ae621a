package io.demarche.api.event;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.demarche.api.text.TextQuery;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the events; what is empty or null is not asked.
 *
 * @param kinds at least one kind of the event has one of these shapes; {@code *} stands for any characters
 * @param actors codes of parties; one of them is among those who do it
 * @param targets one of these is among those to whom it is done
 * @param parties one of these is on either side
 * @param dyad two sets of parties, of which one is on the one side and one on the other, whichever does it
 * @param severities of one of these severities
 * @param minConfidence the reader was at least so sure of a report, in [0, 1]
 * @param minPeople a report counts at least so many people
 * @param background whether it is told as history only
 * @param rules a rule of one of these names, or shapes of names, flagged it
 * @param revisions a rule of one of these revisions flagged it
 * @param outlets an outlet that tells of it has one of these names, whatever their case; {@code *} stands for any characters
 * @param sources an article that tells of it came in from one of these
 * @param languages a report is written in one of these, or in a variety of it
 * @param minReports at least so many articles tell of it
 * @param marked what analysts said of it last
 * @param text what the titles and texts of its reports say
 * @param firstTold when it was first told
 * @param lastTold when it was last told
 * @param order in which they come
 */
record EventQuery(
        Set<String> kinds,
        Set<Measure> measures,
        Set<Move> moves,
        Set<Status> statuses,
        Set<String> actors,
        Set<String> targets,
        Set<String> parties,
        List<Set<String>> dyad,
        Set<Severity> severities,
        @Nullable Double minConfidence,
        @Nullable Integer minPeople,
        @Nullable Boolean background,
        Set<String> rules,
        Set<Integer> revisions,
        Set<String> outlets,
        Set<String> sources,
        Set<String> languages,
        int minReports,
        @Nullable Marked marked,
        @Nullable TextQuery text,
        Span firstTold,
        Span lastTold,
        EventOrder order) {

    /** The same of the events of one severity, in the order in which they were flagged. */
    EventQuery of(Severity severity) {
        return new EventQuery(
                kinds,
                measures,
                moves,
                statuses,
                actors,
                targets,
                parties,
                dyad,
                Set.of(severity),
                minConfidence,
                minPeople,
                background,
                rules,
                revisions,
                outlets,
                sources,
                languages,
                minReports,
                marked,
                text,
                firstTold,
                lastTold,
                new EventOrder(EventOrder.By.FLAGGED, order.descending()));
    }

    /** The severities of the events that are asked for, the least first. */
    List<Severity> asked() {
        return (severities.isEmpty() ? EnumSet.allOf(Severity.class) : EnumSet.copyOf(severities))
                .stream().toList();
    }

    /** What analysts said of an event last. */
    enum Marked {
        RIGHT,
        WRONG,
        NONE
    }

    /**
     * A stretch of time, which may be open.
     *
     * @param from its beginning, included
     * @param to its end, not included
     */
    record Span(@Nullable Instant from, @Nullable Instant to) {

        /** Open at both ends. */
        static final Span OPEN = new Span(null, null);

        boolean isAsked() {
            return from != null || to != null;
        }

        /** Whether it is no longer than that; who asks from a time on without an end mostly asks for the latest. */
        boolean isWithin(Duration length) {
            return from != null && (to == null || Duration.between(from, to).compareTo(length) <= 0);
        }
    }
}
