package io.demarche.api.text;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The titles and texts of the articles that events were flagged for, to be searched for words. An event matches if an article does that tells
 * of it. What is told of an event is found in the order of the event's times, so that the first that match are found without the others.
 */
public interface FlaggedTexts {

    /** How much of an article is searched: its title and text up to so many characters. */
    int LONGEST = 100_000;

    /** That article tells of that event now; called in the transaction that says so. */
    void told(String eventId, String articleId);

    /** That article no longer tells of an event of which it told; called in the transaction that says so. */
    void untold(String articleId);

    /** That article has another text now; called in the transaction that says so. */
    void revised(String articleId);

    /** That event has other articles or another time now; called in the transaction that says so. */
    void moved(String eventId);

    /**
     * What is asked, as a condition of events.
     *
     * @throws io.demarche.api.web.RefusedException if too much came in of late to be searched already
     */
    Condition condition(TextQuery query);

    /** A sieve for what is asked, where so many articles match that it is better to take events by what else is asked and to sift them. */
    Optional<Sieve> sieve(TextQuery query);

    /**
     * The events that match, from the course's begin on.
     *
     * @param reports how many reports to look at, for which there is no need to be exact; 0 for as many as are quickly looked at
     */
    Stretch stretch(Sought sought, Course course, long reports);

    /**
     * A condition.
     *
     * @param sql what must hold of the event {@code e}
     * @param parameters those of that SQL
     */
    record Condition(String sql, Map<String, Object> parameters) {}

    /** Tells which events match. */
    interface Sieve {

        /** Those of these events that match. */
        Set<String> sift(Collection<String> eventIds);
    }

    /**
     * What is looked for in the order of the events.
     *
     * @param words what their texts say
     * @param parties of each of these sets a party stands on its side, as {@link #onSide} writes it; an event that was merged or split may
     *     be found by those of the other, too
     */
    record Sought(TextQuery words, List<Set<String>> parties) {}

    /** A party on a side of an event, {@code ACTOR} or {@code TARGET}; no word of a text is written so. */
    static String onSide(String side, String party) {
        return side + ':' + party;
    }

    /** A time of an event. */
    enum Time {
        /** When it was flagged. */
        FLAGGED,
        /** When it was first told. */
        FIRST_TOLD
    }

    /**
     * The order in which events are taken.
     *
     * @param by the time that orders them
     * @param descending whether the latest come first
     * @param begin the time of the first; null for the first of all
     */
    record Course(Time by, boolean descending, @Nullable Instant begin) {}

    /**
     * Events next to each other in an order.
     *
     * @param events the ids of those that match, in the order of their times, those of one time by their ids
     * @param end the time before which the stretch ends, and from which there may be more; null if there are none
     * @param reports how many reports were looked at
     */
    record Stretch(List<String> events, @Nullable Instant end, long reports) {}
}
