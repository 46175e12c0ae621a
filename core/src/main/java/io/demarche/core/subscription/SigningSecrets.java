package io.demarche.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the webhooks of a subscription are signed with. For a while after a rotation each bears two signatures, so that a receiver may
 * take over the new secret at its own time.
 *
 * @param current the secret in use
 * @param previous the one before it; null if there is none
 * @param previousUntil when the previous one ends; null likewise
 */
public record SigningSecrets(
        Secret current, @Nullable Secret previous, @Nullable Instant previousUntil) {

    /** One secret that was never rotated. */
    public static SigningSecrets of(Secret secret) {
        return new SigningSecrets(secret, null, null);
    }

    /** The secrets that sign at that time, the current one first. */
    public List<Secret> at(Instant now) {
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(current, previous)
                : List.of(current);
    }

    /** The new secret in use, and the current one beside it until the overlap ends. */
    public SigningSecrets rotated(Secret next, Instant now, Duration overlap) {
        return new SigningSecrets(next, current, now.plus(overlap));
    }
}
