package io.demarche.api.delivery;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.WebhookSender;
import io.demarche.core.delivery.WebhookSignature;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.GuardedHttpClient;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Sends webhooks by the Micronaut HTTP client, signed by the Standard Webhooks scheme. One deadline holds for the whole exchange;
 * redirects are not followed, since the address that was registered is the one that was agreed to.
 */
final class HttpWebhookSender implements WebhookSender, AutoCloseable {

    private static final int LARGEST_ANSWER = 1_000_000;

    private final HttpClient client;
    private final Duration deadline;

    HttpWebhookSender(Duration deadline, AddressGuard guard) {
        this.deadline = deadline;
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(deadline);
        configuration.setReadTimeout(deadline);
        configuration.setFollowRedirects(false);
        configuration.setMaxContentLength(LARGEST_ANSWER);
        this.client = GuardedHttpClient.of(configuration, guard);
    }

    @Override
    public Outcome send(Delivery delivery, Instant now) {
        try {
            HttpResponse<?> response = Mono.from(client.exchange(request(delivery, now), byte[].class))
                    .blockOptional(deadline)
                    .orElseThrow();
            return outcome(response, now);
        } catch (HttpClientResponseException e) {
            return outcome(e.getResponse(), now);
        } catch (RuntimeException e) {
            boolean late = e instanceof ReadTimeoutException
                    || String.valueOf(e.getMessage()).startsWith("Timeout on blocking read");
            return new Outcome.Unreachable(
                    late ? "no complete answer within " + deadline.toMillis() + " ms" : reason(e));
        }
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    private static HttpRequest<?> request(Delivery delivery, Instant now) {
        String signature =
                WebhookSignature.of(delivery.subscription().secrets().at(now), delivery.id(), now, delivery.payload());
        return HttpRequest.POST(
                        delivery.subscription().url(), delivery.payload().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.USER_AGENT, "Demarche")
                .header("webhook-id", delivery.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature);
    }

    private static Outcome outcome(HttpResponse<?> response, Instant now) {
        int status = response.code();
        return status >= 200 && status <= 299
                ? new Outcome.Accepted(status)
                : new Outcome.Refused(status, retryAfter(response.getHeaders().get(HttpHeaders.RETRY_AFTER), now));
    }

    /** Seconds or a date (RFC 9110 section 10.2.3); what is neither asks for nothing. */
    static @Nullable Duration retryAfter(@Nullable String field, Instant now) {
        if (field == null) {
            return null;
        }
        if (field.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(field.strip()));
        }
        try {
            Instant at = ZonedDateTime.parse(field.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
