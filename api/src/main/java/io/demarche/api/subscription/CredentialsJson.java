package io.demarche.api.subscription;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.core.subscription.Credentials;
import io.demarche.core.subscription.Credentials.Authorization;
import io.demarche.ingest.fetch.GuardedHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver asks for beside the signature. It is taken in, and never shown again.
 *
 * @param headers header fields that every request bears
 * @param bodyFields members added to every JSON body, such as the routing_key that PagerDuty wants
 * @param basic name and password
 * @param bearer a token
 * @param oauth2 a client's own credentials, with which a token is fetched
 * @param tls certificates in PEM
 */
record CredentialsJson(
        @Nullable @Size(max = 20)
        Map<
                        @Pattern(
                                regexp = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}",
                                message = "must be the name of a header field")
                        String,
                        @NotNull
                        @Pattern(
                                regexp = "[\\x20-\\x7e]{0,2000}",
                                message = "must be printable ASCII, at most 2000 characters")
                        String>
                headers,

        @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 2000) String> bodyFields,

        @Nullable @Valid BasicJson basic,

        @Nullable @Pattern(regexp = "[A-Za-z0-9._~+/=-]{1,4000}", message = "must be a token as RFC 6750 writes one")
        String bearer,

        @Nullable @Valid OAuthJson oauth2,
        @Nullable @Valid TlsJson tls) {

    /** Fields that we set ourselves, or that shape the connection. */
    private static final Set<String> OURS = Set.of(
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "webhook-id",
            "webhook-signature",
            "webhook-timestamp");

    /** Name and password; the name holds no colon. */
    record BasicJson(
            @NotBlank @Size(max = 200) @Pattern(regexp = "[^:]*", message = "must not hold a colon")
            String username,

            @NotNull @Size(max = 1000) String password) {}

    /** Where a token is fetched, and as whom. */
    record OAuthJson(
            @NotBlank @Size(max = 2000) String tokenUrl,
            @NotBlank @Size(max = 500) String clientId,
            @NotBlank @Size(max = 1000) String clientSecret,
            @Nullable @Size(max = 500) String scope) {}

    /** Who may vouch for the receiver, and our certificate with its key. */
    record TlsJson(
            @Nullable @Size(max = 100_000) String authorities,
            @Nullable @Size(max = 100_000) String certificate,
            @Nullable @Size(max = 20_000) String key) {}

    /** What is set, without what it is. */
    record Shown(
            List<String> headers,
            List<String> bodyFields,
            @Nullable String authorization,
            boolean tls) {

        static Shown of(Credentials credentials) {
            Authorization authorization = credentials.authorization();
            return new Shown(
                    List.copyOf(credentials.headers().keySet()),
                    List.copyOf(credentials.bodyFields().keySet()),
                    authorization == null ? null : authorization.toString(),
                    credentials.tls() != null);
        }
    }

    /** The credentials themselves. */
    Credentials toCredentials(Addresses addresses) {
        Map<String, String> fields = headers == null ? Map.of() : headers;
        for (String name : fields.keySet()) {
            if (OURS.contains(name.toLowerCase(Locale.ROOT))
                    || name.toLowerCase(Locale.ROOT).startsWith("ce-")) {
                throw new InvalidRequestException(
                        "credentials.headers", "must not set " + name + ", which the sender sets itself");
            }
        }
        return new Credentials(
                new TreeMap<>(fields),
                bodyFields == null ? new TreeMap<>() : new TreeMap<>(bodyFields),
                authorization(addresses),
                checkedTls());
    }

    private @Nullable Authorization authorization(Addresses addresses) {
        List<Authorization> given = new ArrayList<>();
        if (basic != null) {
            given.add(new Credentials.Basic(basic.username(), basic.password()));
        }
        if (bearer != null) {
            given.add(new Credentials.Bearer(bearer));
        }
        if (oauth2 != null) {
            URI tokenUrl = addresses.https("credentials.oauth2.tokenUrl", oauth2.tokenUrl());
            given.add(new Credentials.ClientCredentials(
                    tokenUrl, oauth2.clientId(), oauth2.clientSecret(), oauth2.scope()));
        }
        if (given.size() > 1) {
            throw new InvalidRequestException("credentials", "must hold one of basic, bearer and oauth2, not several");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private Credentials.@Nullable Tls checkedTls() {
        if (tls == null) {
            return null;
        }
        if ((tls.certificate() == null) != (tls.key() == null)) {
            throw new InvalidRequestException(
                    "credentials.tls", "must hold a certificate with its key, or neither of them");
        }
        new GuardedHttpClient.Tls(tls.authorities(), tls.certificate(), tls.key())
                .problem()
                .ifPresent(problem -> {
                    throw new InvalidRequestException(
                            "credentials.tls", "is no set of certificates in PEM with a PKCS#8 key: " + problem);
                });
        return new Credentials.Tls(tls.authorities(), tls.certificate(), tls.key());
    }
}
