package io.demarche.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How often a feed wants to be asked for.
 *
 * @param interval the pause that it names: RSS 2.0's {@code ttl}, or the period of the syndication module; null if it names none
 * @param skipHours hours of the day, 0 to 23 in UTC, in which it does not change
 * @param skipDays days, in UTC, on which it does not change
 */
public record Hints(@Nullable Duration interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    /** None. */
    public static final Hints NONE = new Hints(null, Set.of(), Set.of());

    public Hints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
