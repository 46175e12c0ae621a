package io.demarche.ingest.fetch;

import java.net.URI;
import java.time.Duration;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Fetches by the Micronaut HTTP client, with a deadline over the whole exchange and a limit on the size of the answer. */
public final class HttpFetcher implements Fetcher, AutoCloseable {

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5";

    private final HttpClient client;
    private final FetchSettings settings;

    /** A fetcher with these limits, which dials only what the guard lets through; it holds connections until it is closed. */
    public HttpFetcher(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(settings.deadline());
        configuration.setReadTimeout(settings.deadline());
        configuration.setMaxContentLength(settings.maxBytes());
        configuration.setExceptionOnErrorStatus(false);
        this.client = GuardedHttpClient.of(configuration, guard);
    }

    @Override
    public Fetched fetch(URI url, Validators validators) {
        try {
            HttpResponse<byte[]> response = exchange(request(url, validators), settings.deadline());
            return outcome(url, response);
        } catch (ContentLengthExceededException e) {
            return new Fetched.Failed("the answer is larger than %,d bytes".formatted(settings.maxBytes()));
        } catch (HttpClientResponseException e) {
            return new Fetched.Failed("the server answered " + e.code());
        } catch (ReadTimeoutException e) {
            return late();
        } catch (HttpClientException e) {
            return new Fetched.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            boolean late = e.getCause() instanceof java.util.concurrent.TimeoutException
                    || String.valueOf(e.getMessage()).startsWith("Timeout on blocking read");
            return late ? late() : new Fetched.Failed(e.toString());
        }
    }

    /** A silent server meets the read timeout and the deadline at once; whichever is first, the reason is the same. */
    private Fetched late() {
        return new Fetched.Failed(
                "no complete answer within " + settings.deadline().toMillis() + " ms");
    }

    private HttpResponse<byte[]> exchange(HttpRequest<?> request, Duration deadline) {
        return Mono.from(client.exchange(request, byte[].class))
                .blockOptional(deadline)
                .orElseThrow();
    }

    private HttpRequest<?> request(URI url, Validators validators) {
        MutableHttpRequest<?> request = HttpRequest.GET(url)
                .header(HttpHeaders.USER_AGENT, settings.userAgent())
                .header(HttpHeaders.ACCEPT, ACCEPT);
        add(request, HttpHeaders.IF_NONE_MATCH, validators.etag());
        add(request, HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        return request;
    }

    private static void add(MutableHttpRequest<?> request, String field, @Nullable String value) {
        if (value != null) {
            request.header(field, value);
        }
    }

    private static Fetched outcome(URI url, HttpResponse<byte[]> response) {
        int status = response.code();
        if (status == 304) {
            return new Fetched.Unchanged();
        }
        byte[] body = response.body();
        if (status < 200 || status > 299 || body == null) {
            return new Fetched.Failed(
                    body == null && status < 300 ? "the answer is empty" : "the server answered " + status);
        }
        HttpHeaders headers = response.getHeaders();
        return new Fetched.Document(
                url,
                body,
                headers.get(HttpHeaders.CONTENT_TYPE),
                new Validators(headers.get(HttpHeaders.ETAG), headers.get(HttpHeaders.LAST_MODIFIED)));
    }

    @Override
    public void close() {
        client.close();
    }
}
