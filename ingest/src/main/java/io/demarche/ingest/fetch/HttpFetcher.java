package io.demarche.ingest.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Fetches by the Micronaut HTTP client, with a deadline over the whole exchange and a limit on the size of the answer. Redirects are
 * followed here, one by one, so that each is looked at; cookies are neither kept nor sent.
 */
public final class HttpFetcher implements Fetcher, AutoCloseable {

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5";

    private static final String CONTENT_ENCODINGS = "gzip, deflate, br";
    private static final int MOST_REDIRECTS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})");

    private final HttpClient client;
    private final FetchSettings settings;
    private final AddressGuard guard;
    private final InstantSource clock;

    /**
     * A fetcher with these limits, which dials only what the guard lets through. Each request has a connection of its own: one that was kept, and that the server
     * closes just then, swallows the next request until the deadline.
     */
    public HttpFetcher(FetchSettings settings, AddressGuard guard, InstantSource clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
        this.client = GuardedHttpClient.of(configuration(settings), guard);
    }

    /** Neither follows redirects nor keeps connections. */
    static HttpClientConfiguration configuration(FetchSettings settings) {
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(settings.deadline());
        configuration.setReadTimeout(settings.deadline());
        configuration.setMaxContentLength(settings.maxBytes());
        configuration.setExceptionOnErrorStatus(false);
        configuration.setFollowRedirects(false);
        configuration.getConnectionPoolConfiguration().setEnabled(false);
        URI proxy = settings.proxy();
        if (proxy != null) {
            configuration.setProxyType(Proxy.Type.HTTP);
            configuration.setProxyAddress(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
        }
        return configuration;
    }

    @Override
    public Fetched fetch(URI url, Validators validators) {
        try {
            return follow(
                    url, validators, System.nanoTime() + settings.deadline().toNanos());
        } catch (ContentLengthExceededException e) {
            return new Fetched.Failed(tooLarge());
        } catch (ReadTimeoutException e) {
            return late();
        } catch (HttpClientException e) {
            return new Fetched.Failed(reason(e));
        } catch (RuntimeException e) {
            boolean late = e.getCause() instanceof TimeoutException
                    || String.valueOf(e.getMessage()).startsWith("Timeout on blocking read");
            return late ? late() : new Fetched.Failed(reason(e));
        }
    }

    private Fetched follow(URI from, Validators validators, long end) {
        Set<URI> seen = new LinkedHashSet<>();
        URI url = from;
        boolean permanent = true;
        for (; ; ) {
            Optional<String> refusal = guard.refusal(url);
            if (refusal.isPresent()) {
                return new Fetched.Failed(refusal.get());
            }
            if (!seen.add(url)) {
                return new Fetched.Failed("the server redirects in a circle, back to " + url);
            }
            if (seen.size() > MOST_REDIRECTS) {
                return new Fetched.Failed("the server redirects more than %d times".formatted(MOST_REDIRECTS));
            }
            HttpResponse<?> response = exchange(url, validators, end);
            URI movedTo = permanent && seen.size() > 1 ? url : null;
            String location = response.getHeaders().get(HttpHeaders.LOCATION);
            if (!isRedirect(response.code()) || location == null) {
                return outcome(url, response, movedTo);
            }
            permanent &= response.code() == 301 || response.code() == 308;
            URI next = target(url, location);
            if (next == null) {
                return new Fetched.Failed(
                        response.code(), "the server redirects to what is no web address: " + location, null);
            }
            url = next;
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static @Nullable URI target(URI base, String location) {
        try {
            URI target = base.resolve(location.strip().replace(" ", "%20"));
            boolean web = target.getHost() != null
                    && String.valueOf(target.getScheme()).matches("(?i)https?");
            return web ? target : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String tooLarge() {
        return "the answer is larger than %,d bytes".formatted(settings.maxBytes());
    }

    /** A silent server meets the read timeout and the deadline at once; whichever is first, the reason is the same. */
    private Fetched late() {
        return new Fetched.Failed(
                "no complete answer within " + settings.deadline().toMillis() + " ms");
    }

    /** The cause at the bottom, in plain words where it is about TLS or a name. */
    private static String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof java.security.cert.CertificateException) {
                return "no secure connection: " + tls(cause);
            }
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof UnknownHostException && !said.startsWith("not connected")) {
                return "no server of that name is known: " + said.replaceFirst(":.*", "");
            }
        }
        return String.valueOf(e.getMessage());
    }

    private static String tls(Throwable e) {
        Throwable bottom = e;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String message = String.valueOf(bottom.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("unable to find valid certification path")) {
            return "the server's certificate is vouched for by nobody known here";
        }
        if (lower.contains("notafter") || lower.contains("expired")) {
            return "the server's certificate has expired";
        }
        if (lower.contains("subject alternative") || lower.contains("no name matching")) {
            return "the server's certificate is for another name";
        }
        return lower.contains("not an ssl/tls record") ? "the server does not speak TLS on this port" : message;
    }

    private HttpResponse<?> exchange(URI url, Validators validators, long end) {
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        try {
            return Mono.from(client.exchange(request(url, validators), byte[].class))
                    .blockOptional(left)
                    .orElseThrow();
        } catch (HttpClientResponseException e) {
            return e.getResponse();
        }
    }

    private HttpRequest<?> request(URI url, Validators validators) {
        MutableHttpRequest<?> request = HttpRequest.GET(url)
                .header(HttpHeaders.USER_AGENT, settings.userAgent())
                .header(HttpHeaders.ACCEPT, ACCEPT)
                .header(HttpHeaders.ACCEPT_ENCODING, CONTENT_ENCODINGS);
        add(request, HttpHeaders.IF_NONE_MATCH, validators.etag());
        add(request, HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        return request;
    }

    private static void add(MutableHttpRequest<?> request, String field, @Nullable String value) {
        if (value != null) {
            request.header(field, value);
        }
    }

    private Fetched outcome(URI url, HttpResponse<?> response, @Nullable URI movedTo) {
        int status = response.code();
        HttpHeaders headers = response.getHeaders();
        Fetched.Notice notice = new Fetched.Notice(movedTo, freshFor(headers.get(HttpHeaders.CACHE_CONTROL)));
        if (status == 304) {
            return new Fetched.Unchanged(notice);
        }
        byte[] body = response.body() instanceof byte[] bytes ? bytes : null;
        if (status < 200 || status > 299 || body == null) {
            return new Fetched.Failed(
                    status,
                    body == null && status < 300 ? "the answer is empty" : "the server answered " + status,
                    RetryAfter.parse(headers.get(HttpHeaders.RETRY_AFTER), clock.instant())
                            .map(HttpFetcher::atMostADay)
                            .orElse(null));
        }
        Optional<byte[]> plain =
                ContentEncoding.decode(headers.get(HttpHeaders.CONTENT_ENCODING), body, settings.maxBytes());
        if (plain.isEmpty()) {
            return new Fetched.Failed(status, tooLarge() + " when unpacked, or its packing is broken", null);
        }
        return new Fetched.Document(
                url,
                plain.get(),
                headers.get(HttpHeaders.CONTENT_TYPE),
                new Validators(headers.get(HttpHeaders.ETAG), headers.get(HttpHeaders.LAST_MODIFIED)),
                notice);
    }

    private static @Nullable Duration freshFor(@Nullable String cacheControl) {
        Matcher maxAge = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        if (!maxAge.find()) {
            return null;
        }
        return atMostADay(Duration.ofSeconds(Long.parseLong(maxAge.group(1))));
    }

    private static Duration atMostADay(Duration asked) {
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    @Override
    public void close() {
        client.close();
    }
}
