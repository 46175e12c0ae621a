package io.demarche.core.delivery;

import java.time.Instant;
import java.util.Optional;

import io.demarche.core.delivery.Endpoint.Mode;

/**
 * A change of how a receiver fares; kept for a person to read.
 *
 * @param subscriptionId whose receiver
 * @param at when
 * @param kind what changed
 * @param detail the same in words
 */
public record EndpointChange(String subscriptionId, Instant at, Kind kind, String detail) {

    /** What may change. */
    public enum Kind {
        /** Too many attempts in a row failed; it is left alone for a while. */
        CIRCUIT_OPENED,
        /** It took something again. */
        CIRCUIT_CLOSED,
        /** It has taken nothing for a good part of the time after which it is disabled. */
        WARNED,
        /** It is sent nothing any more. */
        DISABLED,
        /** Somebody paused it. */
        PAUSED,
        /** Somebody resumed it. */
        RESUMED
    }

    /** Whether those who run the receivers hear of it. */
    public boolean isOperational() {
        return kind == Kind.WARNED || kind == Kind.DISABLED;
    }

    /** What there is to say of the step from one to the other; empty if nothing. */
    public static Optional<EndpointChange> between(String subscriptionId, Endpoint before, Endpoint after, Instant at) {
        if (after.mode() != before.mode()) {
            return Optional.of(new EndpointChange(subscriptionId, at, kind(after.mode()), detail(after)));
        }
        if (after.warned() > before.warned()) {
            return Optional.of(new EndpointChange(
                    subscriptionId,
                    at,
                    Kind.WARNED,
                    "nothing taken since %s: %d %% of the time after which it is disabled"
                            .formatted(after.failingSince(), after.warned())));
        }
        boolean open = after.failures() >= Endpoint.MOST_FAILURES;
        if (open && before.failures() < Endpoint.MOST_FAILURES) {
            return Optional.of(new EndpointChange(
                    subscriptionId,
                    at,
                    Kind.CIRCUIT_OPENED,
                    after.failures() + " attempts in a row failed; left alone until " + after.restsUntil()));
        }
        return !open && before.failures() >= Endpoint.MOST_FAILURES
                ? Optional.of(new EndpointChange(subscriptionId, at, Kind.CIRCUIT_CLOSED, "it took a delivery again"))
                : Optional.empty();
    }

    private static Kind kind(Mode mode) {
        return switch (mode) {
            case ACTIVE -> Kind.RESUMED;
            case PAUSED -> Kind.PAUSED;
            case DISABLED -> Kind.DISABLED;
        };
    }

    private static String detail(Endpoint after) {
        return switch (after.mode()) {
            case ACTIVE -> "resumed by hand";
            case PAUSED -> "paused by hand";
            case DISABLED ->
                "no attempt succeeded since " + after.failingSince()
                        + ", or the receiver answered 410; what is owed to it is kept";
        };
    }
}
