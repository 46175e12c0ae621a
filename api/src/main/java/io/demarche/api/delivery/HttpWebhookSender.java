package io.demarche.api.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.Exchange;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.WebhookSender;
import io.demarche.core.delivery.WebhookSignature;
import io.demarche.core.subscription.Credentials;
import io.demarche.core.subscription.Credentials.Basic;
import io.demarche.core.subscription.Credentials.Bearer;
import io.demarche.core.subscription.Credentials.ClientCredentials;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.GuardedHttpClient;
import io.demarche.ingest.fetch.RetryAfter;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.micronaut.http.client.netty.DefaultHttpClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends webhooks by the Micronaut HTTP client, signed by the Standard Webhooks scheme. One deadline holds for the whole exchange, the
 * token that it may need included; of the answer's body only the beginning is read; redirects are not followed, since the address
 * that was registered is the one that was agreed to.
 */
final class HttpWebhookSender implements WebhookSender, AutoCloseable {

    private final Duration deadline;
    private final AddressGuard guard;
    private final JsonMapper json;
    private final Map<GuardedHttpClient.Tls, DefaultHttpClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Stopwatch> underWay = new ConcurrentHashMap<>();
    private final Tokens tokens;

    HttpWebhookSender(Duration deadline, AddressGuard guard, JsonMapper json) {
        this.deadline = deadline;
        this.guard = guard;
        this.json = json;
        this.tokens = new Tokens(client(GuardedHttpClient.Tls.STANDARD), json);
    }

    @Override
    public CompletableFuture<Exchange> send(Delivery delivery, Instant now) {
        Stopwatch watch = new Stopwatch();
        underWay.put(delivery.id(), watch);
        SortedMap<String, String> shown = new TreeMap<>();
        return authorization(delivery.subscription().credentials())
                .flatMap(authorization -> {
                    String body = body(delivery);
                    HttpRequest<?> request = request(delivery, body, now, authorization);
                    shown.putAll(shown(request, delivery.subscription().credentials()));
                    RawHttpClient client =
                            client(delivery.subscription().credentials().tls());
                    return Mono.from(
                            GuardedHttpClient.exchange(client, request, body.getBytes(StandardCharsets.UTF_8)));
                })
                .flatMap(response -> read((ByteBodyHttpResponse<?>) response, watch, shown, now))
                .timeout(deadline)
                .onErrorResume(failure -> Mono.just(failed(failure, watch, shown)))
                .doOnNext(exchange -> forgetToken(delivery, exchange))
                .doFinally(signal -> underWay.remove(delivery.id()))
                .toFuture();
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    private Mono<String> authorization(Credentials credentials) {
        Credentials.Authorization way = credentials.authorization();
        if (way instanceof Basic basic) {
            String pair = basic.username() + ":" + basic.password();
            return Mono.just("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (way instanceof Bearer bearer) {
            return Mono.just("Bearer " + bearer.token());
        }
        return way instanceof ClientCredentials client
                ? tokens.of(client).map(token -> "Bearer " + token)
                : Mono.just("");
    }

    private void forgetToken(Delivery delivery, Exchange exchange) {
        if (delivery.subscription().credentials().authorization() instanceof ClientCredentials client
                && exchange.outcome() instanceof Outcome.Refused refused
                && refused.status() == 401) {
            tokens.forget(client);
        }
    }

    private static HttpRequest<?> request(Delivery delivery, String body, Instant now, String authorization) {
        Credentials credentials = delivery.subscription().credentials();
        String signature = WebhookSignature.of(delivery.subscription().secrets().at(now), delivery.id(), now, body);
        MutableHttpRequest<?> request =
                HttpRequest.POST(String.valueOf(delivery.subscription().url()), "");
        credentials.headers().forEach(request::header);
        delivery.payload().headers().forEach(request::header);
        if (!authorization.isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return request.header(HttpHeaders.CONTENT_TYPE, delivery.payload().contentType())
                .header(HttpHeaders.USER_AGENT, "Demarche")
                .header(GuardedHttpClient.REQUEST_ID, delivery.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature);
    }

    private String body(Delivery delivery) {
        Credentials credentials = delivery.subscription().credentials();
        String body = delivery.payload().body();
        if (credentials.bodyFields().isEmpty()
                || !delivery.payload().contentType().contains("json")) {
            return body;
        }
        JsonNode tree = json.readTree(body);
        if (!(tree instanceof ObjectNode object)) {
            return body;
        }
        credentials.bodyFields().forEach(object::put);
        return json.writeValueAsString(object);
    }

    /** The header fields of the request, without what only the receiver may know. */
    private static SortedMap<String, String> shown(HttpRequest<?> request, Credentials credentials) {
        SortedMap<String, String> shown = new TreeMap<>();
        request.getHeaders().forEach((name, values) -> {
            boolean secret = name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)
                    || credentials.headers().keySet().stream().anyMatch(name::equalsIgnoreCase);
            shown.put(name, secret ? "…" : String.join(", ", values));
        });
        return shown;
    }

    private static Mono<Exchange> read(
            ByteBodyHttpResponse<?> response, Stopwatch watch, SortedMap<String, String> request, Instant now) {
        watch.answered();
        return Answers.body(response)
                .map(body -> new Exchange(outcome(response, now), request, headers(response), body, watch.phases()))
                .onErrorResume(failure -> Mono.just(new Exchange(
                        new Outcome.Unreachable(
                                "status " + response.code() + ", but the answer broke off: " + reason(failure)),
                        request,
                        headers(response),
                        null,
                        watch.phases())));
    }

    private Exchange failed(Throwable failure, Stopwatch watch, SortedMap<String, String> request) {
        boolean late = failure instanceof TimeoutException || failure instanceof ReadTimeoutException;
        String reason = late ? "no complete answer within " + deadline.toMillis() + " ms" : reason(failure);
        return new Exchange(new Outcome.Unreachable(reason), request, new TreeMap<>(), null, watch.phases());
    }

    private static SortedMap<String, String> headers(HttpResponse<?> response) {
        SortedMap<String, String> headers = new TreeMap<>();
        int room = Exchange.MAX_BODY;
        for (Map.Entry<String, List<String>> field : response.getHeaders()) {
            String value = String.join(", ", field.getValue());
            room -= field.getKey().length() + value.length();
            if (room > 0) {
                headers.put(field.getKey(), value);
            }
        }
        return headers;
    }

    private static Outcome outcome(HttpResponse<?> response, Instant now) {
        int status = response.code();
        return status >= 200 && status <= 299
                ? new Outcome.Accepted(status)
                : new Outcome.Refused(
                        status,
                        RetryAfter.parse(response.getHeaders().get(HttpHeaders.RETRY_AFTER), now)
                                .orElse(null));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private DefaultHttpClient client(Credentials.@Nullable Tls tls) {
        return client(
                tls == null
                        ? GuardedHttpClient.Tls.STANDARD
                        : new GuardedHttpClient.Tls(tls.authorities(), tls.certificate(), tls.key()));
    }

    private DefaultHttpClient client(GuardedHttpClient.Tls tls) {
        return clients.computeIfAbsent(tls, key -> {
            DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
            configuration.setConnectTimeout(deadline);
            configuration.setReadTimeout(deadline);
            configuration.setFollowRedirects(false);
            return GuardedHttpClient.of(configuration, guard, key, id -> {
                Stopwatch watch = underWay.get(id);
                if (watch != null) {
                    watch.written();
                }
            });
        });
    }

    @Override
    public void close() {
        clients.values().forEach(DefaultHttpClient::close);
    }

    /** When what happened in one exchange. */
    private static final class Stopwatch {

        private final long began = System.nanoTime();
        private volatile long written;
        private volatile long answered;

        void written() {
            written = System.nanoTime();
        }

        void answered() {
            answered = System.nanoTime();
        }

        Exchange.Phases phases() {
            long now = System.nanoTime();
            return new Exchange.Phases(
                    written == 0 ? null : Duration.ofNanos(written - began),
                    written == 0 || answered == 0 ? null : Duration.ofNanos(answered - written),
                    answered == 0 ? null : Duration.ofNanos(now - answered));
        }
    }
}
