package io.demarche.core.subscription;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who wants which events, and where.
 *
 * @param id an opaque id, {@code sub_…}
 * @param description what it is for, for a person to read; may be empty
 * @param url where webhooks are sent; null if the subscriber fetches what is owed instead
 * @param topic what it is about
 * @param filter which events are wanted
 * @param terms how they are to be told
 * @param secrets what webhooks are signed with
 * @param credentials what the receiver asks for beside that
 * @param owner the id of the account that subscribed; null if that was before there were accounts
 * @param createdAt from when on; earlier events are not sent
 */
public record Subscription(
        String id,
        String description,
        @Nullable URI url,
        Topic topic,
        Filter filter,
        Terms terms,
        SigningSecrets secrets,
        Credentials credentials,
        @Nullable String owner,
        Instant createdAt) {

    /** The same, signed with these secrets. */
    public Subscription with(SigningSecrets other) {
        return new Subscription(id, description, url, topic, filter, terms, other, credentials, owner, createdAt);
    }
}
