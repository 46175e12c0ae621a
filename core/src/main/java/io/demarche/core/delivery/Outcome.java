package io.demarche.core.delivery;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** How one HTTP try ended. */
public sealed interface Outcome {

    /** The receiver took it: a status in 200–299. */
    record Accepted(int status) implements Outcome {}

    /**
     * The receiver answered, but not with success.
     *
     * @param retryAfterOrNull how long it asks to be left alone (the Retry-After field, RFC 9110 section 10.2.3)
     */
    record Refused(int status, @Nullable Duration retryAfterOrNull) implements Outcome {

        /** How long the receiver asks to be left alone. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfterOrNull);
        }
    }

    /** No answer came: the name, the connection, TLS or the time failed; the reason is for a person to read. */
    record Unreachable(String reason) implements Outcome {}
}
