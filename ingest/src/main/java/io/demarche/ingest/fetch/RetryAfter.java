package io.demarche.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The header field {@code Retry-After} (RFC 9110 section 10.2.3): a number of seconds, or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long to wait, at most a day; empty if that cannot be read. */
    static Optional<Duration> parse(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        String given = value.strip();
        try {
            Duration asked = given.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(given))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(given, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
