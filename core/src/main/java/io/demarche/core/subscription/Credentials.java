package io.demarche.core.subscription;

import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a receiver asks of those who send to it, beside the signature. Nothing of it is ever printed.
 *
 * @param headers header fields that every request bears
 * @param bodyFields members that are added to every body that is a JSON object, for receivers that want their key there
 * @param authorization what the field Authorization holds; null for nothing
 * @param tls how the connection is secured; null for the usual way
 */
public record Credentials(
        SortedMap<String, String> headers,
        SortedMap<String, String> bodyFields,
        @Nullable Authorization authorization,
        @Nullable Tls tls) {

    /** Nothing. */
    public static final Credentials NONE = new Credentials(new TreeMap<>(), new TreeMap<>(), null, null);

    /** A way to say who sends. */
    public sealed interface Authorization {}

    /** Name and password (RFC 7617). */
    public record Basic(String username, String password) implements Authorization {

        @Override
        public String toString() {
            return "Basic …";
        }
    }

    /** A token (RFC 6750). */
    public record Bearer(String token) implements Authorization {

        @Override
        public String toString() {
            return "Bearer …";
        }
    }

    /**
     * A token that is fetched with a client's own credentials (OAuth 2.0, RFC 6749 section 4.4).
     *
     * @param scope what the token shall allow; null to leave it to the server
     */
    public record ClientCredentials(
            URI tokenUrl,
            String clientId,
            String clientSecret,
            @Nullable String scope) implements Authorization {

        @Override
        public String toString() {
            return "OAuth 2.0 " + clientId + " at " + tokenUrl;
        }
    }

    /**
     * Certificates, all in PEM (RFC 7468).
     *
     * @param authorities who is trusted to vouch for the receiver; null for those that the JDK trusts
     * @param certificate our certificate and its chain; null for none
     * @param key its private key, PKCS#8 without a password; null likewise
     */
    public record Tls(
            @Nullable String authorities,
            @Nullable String certificate,
            @Nullable String key) {

        @Override
        public String toString() {
            return "TLS …";
        }
    }

    @Override
    public String toString() {
        return "Credentials …";
    }
}
