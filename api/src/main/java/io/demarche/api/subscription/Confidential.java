package io.demarche.api.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.SortedMap;

import io.demarche.core.subscription.Credentials;
import io.demarche.core.subscription.Credentials.Authorization;
import io.demarche.core.subscription.Credentials.Basic;
import io.demarche.core.subscription.Credentials.Bearer;
import io.demarche.core.subscription.Credentials.ClientCredentials;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningKeys;
import io.demarche.core.subscription.SigningPair;
import io.demarche.core.subscription.SigningSecrets;
import org.jspecify.annotations.Nullable;

/** What of a subscription lies sealed in the database, as JSON. */
record Confidential(
        Keys current,
        @Nullable Keys previous,
        @Nullable Instant previousUntil,
        SortedMap<String, String> headers,
        SortedMap<String, String> bodyFields,
        @Nullable Basic basic,
        @Nullable Bearer bearer,
        @Nullable OAuth oauth2,
        Credentials.@Nullable Tls tls) {

    /** What signs at a time. */
    record Keys(
            String secret,
            @Nullable String privateKey,
            @Nullable String publicKey) {

        static Keys of(SigningKeys keys) {
            SigningPair pair = keys.pairOrNull();
            return new Keys(
                    keys.secret().text(),
                    pair == null ? null : pair.privateKey(),
                    pair == null ? null : pair.publicKey());
        }

        SigningKeys toKeys() {
            return new SigningKeys(
                    new Secret(secret),
                    privateKey == null || publicKey == null ? null : new SigningPair(privateKey, publicKey));
        }
    }

    /** A client's own credentials. */
    record OAuth(
            String tokenUrl,
            String clientId,
            String clientSecret,
            @Nullable String scope) {}

    static Confidential of(SigningSecrets secrets, Credentials credentials) {
        Authorization authorization = credentials.authorization();
        SigningKeys previous = secrets.previous();
        return new Confidential(
                Keys.of(secrets.current()),
                previous == null ? null : Keys.of(previous),
                secrets.previousUntil(),
                credentials.headers(),
                credentials.bodyFields(),
                authorization instanceof Basic basic ? basic : null,
                authorization instanceof Bearer bearer ? bearer : null,
                authorization instanceof ClientCredentials client
                        ? new OAuth(
                                client.tokenUrl().toString(), client.clientId(), client.clientSecret(), client.scope())
                        : null,
                credentials.tls());
    }

    SigningSecrets secrets() {
        return new SigningSecrets(current.toKeys(), previous == null ? null : previous.toKeys(), previousUntil);
    }

    Credentials credentials() {
        return new Credentials(headers, bodyFields, authorization(), tls);
    }

    private @Nullable Authorization authorization() {
        if (oauth2 != null) {
            return new ClientCredentials(
                    URI.create(oauth2.tokenUrl()), oauth2.clientId(), oauth2.clientSecret(), oauth2.scope());
        }
        return basic != null ? basic : bearer;
    }

    @Override
    public String toString() {
        return "Confidential …";
    }
}
