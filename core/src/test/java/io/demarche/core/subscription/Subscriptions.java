package io.demarche.core.subscription;

import java.net.URI;
import java.time.Instant;

/** Subscriptions for tests. */
public final class Subscriptions {

    private Subscriptions() {}

    /** One that wants everything on these terms. */
    public static Subscription of(String id, Terms terms) {
        return of(id, Filter.EVERYTHING, terms);
    }

    /** One with that filter on these terms. */
    public static Subscription of(String id, Filter filter, Terms terms) {
        return new Subscription(
                id,
                "",
                URI.create("https://desk.example/" + id),
                Topic.EVENTS,
                filter,
                terms,
                SigningSecrets.of(Secret.of(new byte[24])),
                Credentials.NONE,
                null,
                Instant.EPOCH);
    }
}
