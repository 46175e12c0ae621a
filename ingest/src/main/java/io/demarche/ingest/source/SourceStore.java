package io.demarche.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sources are kept. */
public interface SourceStore {

    /** Keeps a source, due at once; whether it is new. */
    boolean add(Source source);

    /** All sources, the oldest first. */
    List<WatchedSource> all();

    /** The source of that id. */
    Optional<WatchedSource> find(String id);

    /** Ends the source; its articles stay. Whether there was one. */
    boolean remove(String id);

    /** Takes up to {@code limit} sources that are due; nobody else gets them before the lease ends. */
    List<WatchedSource> claim(int limit, Instant now, Duration lease);

    /** Notes how a fetch ended. */
    void record(String id, SourceState state);
}
