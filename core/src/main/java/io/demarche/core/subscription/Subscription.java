package io.demarche.core.subscription;

import java.net.URI;
import java.time.Instant;

/**
 * Who wants which events, and where.
 *
 * @param id an opaque id, {@code sub_…}
 * @param url where webhooks are sent
 * @param filter which events are wanted
 * @param secrets what they are signed with
 * @param createdAt from when on; earlier events are not sent
 */
public record Subscription(String id, URI url, Filter filter, SigningSecrets secrets, Instant createdAt) {}
