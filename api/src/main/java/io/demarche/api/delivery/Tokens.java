package io.demarche.api.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.demarche.core.subscription.Credentials.ClientCredentials;
import io.demarche.ingest.fetch.GuardedHttpClient;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.RawHttpClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches tokens by a client's own credentials (OAuth 2.0, RFC 6749 section 4.4) and keeps each until shortly before it ends. */
final class Tokens {

    /** For a server that does not say how long its token holds (it is only advised to, section 5.1). */
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    private final RawHttpClient client;
    private final JsonMapper json;
    private final Map<ClientCredentials, Mono<Token>> known = new ConcurrentHashMap<>();

    /** A token and how long it may be used. */
    private record Token(String text, Duration holds) {}

    Tokens(RawHttpClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    Mono<String> of(ClientCredentials credentials) {
        return known.computeIfAbsent(
                        credentials,
                        key -> fetch(key).cache(Token::holds, failure -> Duration.ZERO, () -> Duration.ZERO))
                .map(Token::text);
    }

    void forget(ClientCredentials credentials) {
        known.remove(credentials);
    }

    private Mono<Token> fetch(ClientCredentials credentials) {
        String form = "grant_type=client_credentials"
                + (credentials.scope() == null ? "" : "&scope=" + encode(credentials.scope()));
        HttpRequest<?> request = HttpRequest.POST(credentials.tokenUrl().toString(), "")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                .accept(MediaType.APPLICATION_JSON_TYPE)
                .basicAuth(encode(credentials.clientId()), encode(credentials.clientSecret()));
        return Mono.from(GuardedHttpClient.exchange(client, request, form.getBytes(StandardCharsets.UTF_8)))
                .flatMap(answer ->
                        Answers.body((ByteBodyHttpResponse<?>) answer).map(body -> token(answer.code(), body)))
                .onErrorMap(failure -> new IllegalStateException(
                        "no token from " + credentials.tokenUrl() + ": " + failure.getMessage()));
    }

    private Token token(int status, String answer) {
        if (status != 200) {
            throw new IllegalStateException("status " + status);
        }
        JsonNode tree = json.readTree(answer);
        JsonNode token = tree.get("access_token");
        if (token == null || !token.isString()) {
            throw new IllegalStateException("the answer holds no access_token");
        }
        JsonNode seconds = tree.get("expires_in");
        Duration holds = seconds == null || !seconds.canConvertToInt() ? UNSAID : Duration.ofSeconds(seconds.asInt());
        Duration used = holds.minus(BEFORE_ITS_END);
        return new Token(token.asString(), used.isNegative() ? Duration.ZERO : used);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
