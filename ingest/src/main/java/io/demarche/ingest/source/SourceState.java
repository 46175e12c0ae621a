package io.demarche.ingest.source;

import java.time.Instant;

import io.demarche.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares.
 *
 * @param validators what the server said of the state last fetched
 * @param fetchedAt when it was last fetched
 * @param problem why the last fetch failed; null after a good one
 * @param nextFetchAt when it is fetched next
 */
public record SourceState(
        Validators validators,
        @Nullable Instant fetchedAt,
        @Nullable String problem,
        Instant nextFetchAt) {}
