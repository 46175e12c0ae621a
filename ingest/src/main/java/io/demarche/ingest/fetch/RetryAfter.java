package io.demarche.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The header field {@code Retry-After} (RFC 9110 section 10.2.3): a number of seconds, or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** How long to wait; what is neither asks for nothing. */
    public static Optional<Duration> parse(@Nullable String value, Instant now) {
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
            return Optional.of(asked.isNegative() ? Duration.ZERO : asked);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
