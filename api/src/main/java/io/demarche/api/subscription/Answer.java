package io.demarche.api.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.demarche.api.json.FilterJson;
import io.demarche.api.json.TermsJson;
import io.demarche.core.delivery.Endpoint;
import io.demarche.core.subscription.SigningPair;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.Topic;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param credentials what is set, without what it is
 * @param endpoint how its receiver fares
 * @param oldSecretUntil until when the secret before the last rotation goes on signing
 * @param publicKey with which its v1a signatures are verified; absent if it has none
 * @param secret shown only in the answer to its creation and to a rotation
 */
@Schema(name = "Subscription")
record Answer(
        String id,
        @Nullable String url,
        String description,
        Topic topic,
        FilterJson filter,
        TermsJson.@Nullable PayloadJson payload,
        TermsJson.@Nullable UpdatesJson updates,
        TermsJson.@Nullable TimingJson timing,
        TermsJson.@Nullable PaceJson pace,
        @Nullable List<TermsJson.SilenceJson> silences,
        CredentialsJson.Shown credentials,
        Fares endpoint,
        Instant createdAt,
        @Nullable Instant oldSecretUntil,
        @Nullable String publicKey,
        @Nullable String secret) {

    /**
     * How a receiver fares.
     *
     * @param failures attempts that failed since the last success
     */
    record Fares(
            Endpoint.Mode mode,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant restsUntil) {}

    static Answer of(Subscription subscription, Endpoint endpoint, @Nullable String secret) {
        TermsJson terms = TermsJson.of(subscription.terms());
        URI url = subscription.url();
        SigningPair pair = subscription.secrets().current().pairOrNull();
        return new Answer(
                subscription.id(),
                url == null ? null : url.toString(),
                subscription.description(),
                subscription.topic(),
                FilterJson.of(subscription.filter()),
                terms.payload(),
                terms.updates(),
                terms.timing(),
                terms.pace(),
                terms.silences(),
                CredentialsJson.Shown.of(subscription.credentials()),
                new Fares(endpoint.mode(), endpoint.failures(), endpoint.failingSince(), endpoint.restsUntil()),
                subscription.createdAt(),
                subscription.secrets().previousUntil(),
                pair == null ? null : pair.publicKey(),
                secret);
    }
}
