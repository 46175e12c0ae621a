package io.demarche.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import reactor.core.publisher.Mono;

/** Sends forms (application/x-www-form-urlencoded), each on a connection of its own. */
public final class HttpForms implements AutoCloseable {

    private final HttpClient client;
    private final AddressGuard guard;
    private final Duration deadline;
    private final String userAgent;

    /** A client with these limits, which dials only what the guard lets through. */
    public HttpForms(FetchSettings settings, AddressGuard guard) {
        this.client = GuardedHttpClient.of(HttpFetcher.configuration(settings), guard);
        this.guard = guard;
        this.deadline = settings.deadline();
        this.userAgent = settings.userAgent();
    }

    /**
     * Sends a form.
     *
     * @return why it was not taken; empty if it was
     */
    public Optional<String> post(URI url, Map<String, String> fields) {
        Optional<String> refusal = guard.refusal(url);
        if (refusal.isPresent()) {
            return refusal;
        }
        HttpRequest<Map<String, String>> request = HttpRequest.POST(url, fields)
                .header(HttpHeaders.USER_AGENT, userAgent)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        try {
            HttpResponse<?> response =
                    Mono.from(client.exchange(request, byte[].class)).block(deadline);
            int status = response == null ? 0 : response.code();
            return status / 100 == 2 ? Optional.empty() : Optional.of("the server answered " + status);
        } catch (HttpClientException | IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
