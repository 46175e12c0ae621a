package io.demarche.ingest.source;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A source and how it fares.
 *
 * @param floor the shortest pause between two looks at it; null for what holds for all
 * @param ceiling the longest; null likewise
 */
public record WatchedSource(
        Source source,
        SourceState state,
        @Nullable Duration floor,
        @Nullable Duration ceiling) {

    /** How it is scheduled, where {@code usual} holds for all. */
    public Schedule schedule(Schedule usual) {
        Duration shortest = floor == null ? usual.floor() : floor;
        Duration longest = ceiling == null ? usual.ceiling() : ceiling;
        return new Schedule(shortest, longest.compareTo(shortest) < 0 ? shortest : longest);
    }
}
