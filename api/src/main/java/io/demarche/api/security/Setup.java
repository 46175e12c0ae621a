package io.demarche.api.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The key that makes the first administrator, once. Without a setting it is made at the start, if nobody can administrate, and printed
 * by the command line; it is held in memory only, so that the next start makes another.
 */
public final class Setup {

    private static final int BYTES = 24;

    private @Nullable String key;

    private Setup(@Nullable String key) {
        this.key = key;
    }

    /** There is nothing to set up. */
    static Setup none() {
        return new Setup(null);
    }

    static Setup with(@Nullable String key, SecureRandom random) {
        if (key != null) {
            return new Setup(key);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Setup("setup_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key, if it has not been used. */
    public synchronized Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /** Does the setting up if that is the key, once. */
    synchronized boolean use(String given, Runnable setUp) {
        if (key == null || !KeyText.isSame(given, key)) {
            return false;
        }
        setUp.run();
        key = null;
        return true;
    }
}
