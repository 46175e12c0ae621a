package io.demarche.ingest.fetch;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Limits of a fetch.
 *
 * @param deadline for the whole exchange with all its redirects, from connecting to the last byte
 * @param maxBytes the largest answer taken, decompressed
 * @param userAgent how the fetcher introduces itself; its first word is the name that robots.txt is asked about
 * @param proxy an HTTP proxy through which everything goes; null for none
 */
public record FetchSettings(
        Duration deadline,
        int maxBytes,
        String userAgent,
        @Nullable URI proxy) {

    /** Without a proxy. */
    public FetchSettings(Duration deadline, int maxBytes, String userAgent) {
        this(deadline, maxBytes, userAgent, null);
    }
}
