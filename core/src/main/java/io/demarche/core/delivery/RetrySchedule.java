package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;

import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Refused;
import io.demarche.core.delivery.State.Abandoned;
import io.demarche.core.delivery.State.Delivered;
import io.demarche.core.delivery.State.Due;

/**
 * What follows from an attempt: a pause, with up to a tenth of it added by chance, so that a receiver that comes back is not met by
 * everything at once.
 */
public final class RetrySchedule {

    private static final double JITTER = 0.1;
    private static final int GONE = 410;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private final List<Duration> pauses;
    private final DoubleSupplier chance;

    /** A schedule of these pauses; {@code chance} gives numbers in [0, 1). */
    public RetrySchedule(List<Duration> pauses, DoubleSupplier chance) {
        this.pauses = List.copyOf(pauses);
        this.chance = chance;
    }

    /** The state of a delivery after its attempt of that number (counted from 1) ended at that time. */
    public State after(int attempt, Outcome outcome, Instant now) {
        if (outcome instanceof Accepted) {
            return new Delivered(now);
        }
        if (attempt > pauses.size() || (outcome instanceof Refused refused && refused.status() == GONE)) {
            return new Abandoned(now);
        }
        return new Due(now.plus(pause(attempt, outcome)));
    }

    private Duration pause(int attempt, Outcome outcome) {
        Duration planned = pauses.get(attempt - 1);
        Duration jitter = Duration.ofMillis((long) (planned.toMillis() * JITTER * chance.getAsDouble()));
        Duration asked = outcome instanceof Refused refused
                ? shorter(refused.retryAfter().orElse(Duration.ZERO), LONGEST_RETRY_AFTER)
                : Duration.ZERO;
        return (planned.compareTo(asked) > 0 ? planned : asked).plus(jitter);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
