package io.demarche.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much a receiver is given at a time.
 *
 * @param perMinute at most so many attempts in a minute, evenly spread; 0 for no limit
 * @param ordered whether what is owed for a pair of parties is sent in order, each only after the one before it has ended
 * @param pauses before the second attempt, the third, and so on
 */
public record Pace(int perMinute, boolean ordered, List<Duration> pauses) {

    /**
     * The pauses that the Standard Webhooks specification recommends, about three days in all: the first attempt is made at once, the
     * second five seconds later, and so on.
     */
    public static final List<Duration> STANDARD_PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** No limit, no order, the standard pauses. */
    public static final Pace STANDARD = new Pace(0, false, STANDARD_PAUSES);

    /** Unused allowance is kept for so long: a burst of at most a second's worth. */
    private static final Duration BURST = Duration.ofSeconds(1);

    public Pace {
        pauses = List.copyOf(pauses);
    }

    /**
     * How many attempts may begin now, by the virtual scheduling of the generic cell rate algorithm (ITU-T I.371).
     *
     * @param next when the next one may begin, as {@link #next} said after the last ones; null at the beginning
     */
    public int allowance(@Nullable Instant next, Instant now) {
        if (perMinute == 0) {
            return Integer.MAX_VALUE;
        }
        Instant from = from(next, now);
        return from.isAfter(now) ? 0 : 1 + (int) Duration.between(from, now).dividedBy(interval());
    }

    /** When the next attempt may begin after so many now; null if there is no limit. */
    public @Nullable Instant next(@Nullable Instant next, Instant now, int taken) {
        return perMinute == 0 ? null : from(next, now).plus(interval().multipliedBy(taken));
    }

    private static Instant from(@Nullable Instant next, Instant now) {
        Instant earliest = now.minus(BURST);
        return next == null || next.isBefore(earliest) ? earliest : next;
    }

    private Duration interval() {
        return Duration.ofMinutes(1).dividedBy(perMinute);
    }
}
