package io.demarche.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the webhooks of a subscription are signed with. For a while after a rotation each bears the signatures of both, so that a
 * receiver may take over the new secret at its own time.
 *
 * @param current the keys in use
 * @param previous the ones before; null if there are none
 * @param previousUntil when the previous ones end; null likewise
 */
public record SigningSecrets(
        SigningKeys current,
        @Nullable SigningKeys previous,
        @Nullable Instant previousUntil) {

    /** One secret that was never rotated. */
    public static SigningSecrets of(Secret secret) {
        return of(SigningKeys.of(secret));
    }

    /** Keys that were never rotated. */
    public static SigningSecrets of(SigningKeys keys) {
        return new SigningSecrets(keys, null, null);
    }

    /** The keys that sign at that time, the current ones first. */
    public List<SigningKeys> at(Instant now) {
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(current, previous)
                : List.of(current);
    }

    /** The new keys in use, and the current ones beside them until the overlap ends. */
    public SigningSecrets rotated(SigningKeys next, Instant now, Duration overlap) {
        return new SigningSecrets(next, current, now.plus(overlap));
    }
}
