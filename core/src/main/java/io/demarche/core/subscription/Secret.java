package io.demarche.core.subscription;

import java.util.Base64;

/**
 * The key with which a subscription's webhooks are signed, as the Standard Webhooks specification writes it: {@code whsec_} and the
 * base64 of 24 to 64 random bytes.
 *
 * @param text the written form; never printed by {@link #toString()}
 */
public record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    public Secret {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret starts with " + PREFIX);
        }
        int length = decode(text).length;
        if (length < MIN_BYTES || length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a secret holds %d to %d bytes, found %d".formatted(MIN_BYTES, MAX_BYTES, length));
        }
    }

    /** The written form of these bytes. */
    public static Secret of(byte[] key) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The key itself. */
    public byte[] key() {
        return decode(text);
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("after " + PREFIX + " a secret is base64", e);
        }
    }
}
