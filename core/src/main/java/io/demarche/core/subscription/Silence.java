package io.demarche.core.subscription;

import java.time.Instant;

/**
 * Events that are not sent for a while; they are kept.
 *
 * @param filter which ones
 * @param until until when
 */
public record Silence(Filter filter, Instant until) {}
