package io.demarche.core.subscription;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What signs at a time: a secret that the receiver shares, and, where it asked for one, a key of which it knows the public half.
 *
 * @param secret signs by the scheme {@code v1}
 * @param pairOrNull signs by the scheme {@code v1a}; null if it does not
 */
public record SigningKeys(Secret secret, @Nullable SigningPair pairOrNull) {

    /** The keys for the scheme {@code v1} alone. */
    public static SigningKeys of(Secret secret) {
        return new SigningKeys(secret, null);
    }

    /** The pair for the scheme {@code v1a}. */
    public Optional<SigningPair> pair() {
        return Optional.ofNullable(pairOrNull);
    }
}
