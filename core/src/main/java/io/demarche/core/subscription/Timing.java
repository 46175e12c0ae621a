package io.demarche.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/**
 * When events are sent. What is critical is sent at once, whatever is said here.
 *
 * @param digest the length of the intervals, counted from midnight UTC, of which each gives one digest; null for none
 * @param quiet when nothing is sent; null for never
 */
public record Timing(@Nullable Duration digest, @Nullable QuietHours quiet) {

    /** At once. */
    public static final Timing AT_ONCE = new Timing(null, null);

    /** When the digest ends to which an event of that severity belongs; empty if it is sent by itself. */
    public Optional<Instant> digestEnd(Severity severity, Instant now) {
        if (digest == null || severity == Severity.CRITICAL) {
            return Optional.empty();
        }
        long length = digest.toSeconds();
        Instant end = Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), length) + 1) * length);
        return Optional.of(quiet == null ? end : quiet.after(end));
    }

    /** When an event of that severity is sent by itself. */
    public Instant dueAt(Severity severity, Instant now) {
        return quiet == null || severity == Severity.CRITICAL ? now : quiet.after(now);
    }
}
