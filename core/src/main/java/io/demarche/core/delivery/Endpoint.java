package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;

import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How the receiver of a subscription fares: a circuit breaker, and the end of one that never answers. What is owed to a receiver that
 * is paused, disabled or resting waits for it.
 *
 * @param mode whether anything is sent
 * @param failures how many attempts have failed since the last one that succeeded
 * @param failingSince when the first of them ended; null if there is none
 * @param warned how far on the way to being disabled the last warning came, in percent; 0 for none
 * @param restsUntil when the next attempt may be made, after too many failures or because it asked for it; null if it never rested
 */
public record Endpoint(
        Mode mode,
        int failures,
        @Nullable Instant failingSince,
        int warned,
        @Nullable Instant restsUntil) {

    /** A receiver of which nothing bad is known. */
    public static final Endpoint HEALTHY = new Endpoint(Mode.ACTIVE, 0, null, 0, null);

    /** After so many failures in a row the circuit opens: nothing is sent for a while, then one attempt as a probe. */
    static final int MOST_FAILURES = 5;

    /** A receiver that took nothing for so long is disabled. */
    static final Duration DISABLED_AFTER = Duration.ofDays(5);

    private static final int[] WARNINGS = {50, 75, 90};
    private static final int GONE = 410;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** What one answer may ask for all that is owed to its receiver; its own delivery waits up to a day. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    /** Whether anything is sent. */
    public enum Mode {
        /** It is. */
        ACTIVE,
        /** It is not, because somebody said so. */
        PAUSED,
        /** It is not, because the receiver took nothing for days or said that it is gone. */
        DISABLED
    }

    /** How it fares after an attempt that ended at that time. */
    public Endpoint after(Outcome outcome, Instant now) {
        if (outcome instanceof Accepted) {
            return new Endpoint(mode, 0, null, 0, null);
        }
        Instant since = failingSince == null ? now : failingSince;
        int count = failures + 1;
        boolean gone = outcome instanceof Refused refused && refused.status() == GONE;
        return new Endpoint(
                gone ? Mode.DISABLED : mode, count, since, warned, later(restsUntil, now.plus(pause(outcome, count))));
    }

    /** How it fares when time has passed: warned, and in the end disabled. */
    public Endpoint at(Instant now) {
        if (mode != Mode.ACTIVE || failingSince == null) {
            return this;
        }
        long percent = Duration.between(failingSince, now).toSeconds() * 100 / DISABLED_AFTER.toSeconds();
        if (percent >= 100) {
            return new Endpoint(Mode.DISABLED, failures, failingSince, warned, restsUntil);
        }
        int passed = warned;
        for (int warning : WARNINGS) {
            passed = percent >= warning ? Math.max(passed, warning) : passed;
        }
        return passed == warned ? this : new Endpoint(mode, failures, failingSince, passed, restsUntil);
    }

    /** The same, paused by somebody. */
    public Endpoint paused() {
        return new Endpoint(Mode.PAUSED, failures, failingSince, warned, restsUntil);
    }

    /** How many attempts may be under way at once, of at most so many; one, as a probe, while the circuit is half open. */
    public int room(int most, Instant now) {
        if (mode != Mode.ACTIVE || (restsUntil != null && restsUntil.isAfter(now))) {
            return 0;
        }
        return failures >= MOST_FAILURES ? 1 : most;
    }

    private static Duration pause(Outcome outcome, int failures) {
        Duration rest = failures < MOST_FAILURES ? Duration.ZERO : rest(failures);
        Duration asked =
                outcome instanceof Refused refused ? refused.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Duration granted = asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
        return rest.compareTo(granted) > 0 ? rest : granted;
    }

    private static Duration rest(int failures) {
        int doublings = Math.min(failures - MOST_FAILURES, 10);
        Duration rest = FIRST_REST.multipliedBy(1L << doublings);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
