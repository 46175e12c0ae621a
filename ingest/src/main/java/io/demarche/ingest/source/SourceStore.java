package io.demarche.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where sources are kept. */
public interface SourceStore {

    /** Keeps a source; whether it is new. */
    boolean add(WatchedSource source);

    /** All sources, the oldest first. */
    List<WatchedSource> all();

    /** The source of that id. */
    Optional<WatchedSource> find(String id);

    /** Ends the source; its articles stay. Whether there was one. */
    boolean remove(String id);

    /** Takes up to {@code limit} sources that are due; nobody else gets them before the lease ends. */
    List<WatchedSource> claim(int limit, Instant now, Duration lease);

    /** Notes how a look ended, and gives the source back. */
    void record(String id, SourceState state, Tally tally);

    /** Notes that an article, which is known by now, was new at a source. */
    void brought(String id, String articleId);

    /** Gives a source back as it was. */
    void release(String id);

    /** Makes a source due at once, and brings one back that has ended; whether there is one. */
    boolean hasten(String id, Instant now);

    /** What was fetched from a source day by day (UTC), the latest first, at most {@code days}. */
    List<Day> days(String id, int days);

    /** Forgets what was fetched before that day. */
    void forgetBefore(LocalDate day);

    /**
     * What a look, or many, brought.
     *
     * @param looks how often the source was fetched
     * @param unchanged how often it was as before
     * @param failed how often nothing came
     * @param articles how many were new
     * @param bytes of the source itself, decompressed, without the pages it leads to
     */
    record Tally(int looks, int unchanged, int failed, int articles, long bytes) {}

    /** What one day brought. */
    record Day(LocalDate day, Tally tally) {}
}
