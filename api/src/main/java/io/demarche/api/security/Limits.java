package io.demarche.api.security;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.Caller;
import io.demarche.api.web.RefusedException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.http.HttpStatus;

/**
 * How much is taken from one caller: a bucket of tokens for each key or session, and one of failures for each address. The fields that
 * tell of it are those of draft-ietf-httpapi-ratelimit-headers-10. Every node counts for itself.
 */
final class Limits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 10_000;

    private final Map<String, Bucket> requests = latest();
    private final Map<String, Bucket> failures = latest();
    private final int requestsPerMinute;
    private final int failuresPerMinute;

    Limits(int requestsPerMinute, int failuresPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
        this.failuresPerMinute = failuresPerMinute;
    }

    /** Those used last; an address that has been forgotten begins with a full bucket, which a flood of addresses could have anyway. */
    private static Map<String, Bucket> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_KNOWN;
            }
        });
    }

    /** Counts a request, and says in the answer how many are left; refused if none are. */
    void count(Caller caller, HttpServletResponse response) {
        String who = caller.key() == null ? caller.account() : caller.key();
        ConsumptionProbe probe =
                requests.computeIfAbsent(who, key -> bucket(requestsPerMinute)).tryConsumeAndReturnRemaining(1);
        response.setHeader(
                "RateLimit-Policy", "\"requests\";q=%d;w=%d".formatted(requestsPerMinute, WINDOW.toSeconds()));
        long wait = seconds(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
        response.setHeader("RateLimit", "\"requests\";r=%d;t=%d".formatted(probe.getRemainingTokens(), wait));
        if (!probe.isConsumed()) {
            response.setHeader("Retry-After", String.valueOf(wait));
            throw tooMany(
                    "more than %d requests in a minute; go on after %d seconds".formatted(requestsPerMinute, wait));
        }
    }

    /** Refuses an address from which too many wrong keys came. */
    void checkFailures(String address) {
        Bucket bucket = failures.get(address);
        if (bucket != null && bucket.getAvailableTokens() == 0) {
            throw tooMany("too many wrong keys from this address; try again in a minute");
        }
    }

    void countFailure(String address) {
        failures.computeIfAbsent(address, key -> bucket(failuresPerMinute)).tryConsume(1);
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, WINDOW)
                        .build())
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }

    private static RefusedException tooMany(String message) {
        return new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", message, Map.of());
    }
}
