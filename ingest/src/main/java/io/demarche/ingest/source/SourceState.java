package io.demarche.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import io.demarche.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares.
 *
 * @param validators what the server said of the state last fetched
 * @param movedTo where it is fetched instead of its own address, since the server has said so for good
 * @param fetchedAt when it was last fetched
 * @param problem why the last fetch failed, or what in it could not be read; null after a good one
 * @param failures how many fetches in a row have failed
 * @param newsAt when a fetch last gave something new
 * @param rhythm the usual time between two new articles, as far as it is known
 * @param nextFetchAt when it is fetched next
 * @param ended why it is never fetched again; null while it is
 */
public record SourceState(
        Validators validators,
        @Nullable URI movedTo,
        @Nullable Instant fetchedAt,
        @Nullable String problem,
        int failures,
        @Nullable Instant newsAt,
        @Nullable Duration rhythm,
        Instant nextFetchAt,
        @Nullable String ended) {

    /** Never fetched, and due at once. */
    public static SourceState fresh(Instant now) {
        return new SourceState(Validators.NONE, null, null, null, 0, null, null, now, null);
    }
}
