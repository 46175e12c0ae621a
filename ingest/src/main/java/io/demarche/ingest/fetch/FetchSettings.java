package io.demarche.ingest.fetch;

import java.time.Duration;

/**
 * Limits of a fetch.
 *
 * @param deadline for the whole exchange, from connecting to the last byte
 * @param maxBytes the largest answer taken
 * @param userAgent how the fetcher introduces itself
 */
public record FetchSettings(Duration deadline, int maxBytes, String userAgent) {}
