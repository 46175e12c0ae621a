package io.demarche.api.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered with.
 *
 * @param status the status (RFC 9110)
 * @param contentType the type of the body; null if there was none
 * @param location where to find what was made; null if nothing was
 * @param body the body; null if it was not kept, being long or holding a secret
 */
record KeptAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String body) {}
