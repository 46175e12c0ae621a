package io.demarche.api.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner holds it: {@code dmk_<id>_<secret>}. The prefix lets scanners of code and logs find keys that have leaked, the id
 * finds the row, and of the secret only a digest is stored. One pass of SHA-256 is enough, as the secret is 256 random bits: there is
 * nothing to guess, which is what slow hashes are for.
 */
record KeyText(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("dmk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    /** A new one. */
    static KeyText generate(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new KeyText(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The key that this text is, if it has the form of one. */
    static Optional<KeyText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new KeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    String text() {
        return "dmk_" + id + "_" + secret;
    }

    /** What is stored of the secret: SHA-256, in hexadecimal digits. */
    String digest() {
        return digest(secret);
    }

    /** Whether that is what was stored of it; takes as long for every wrong one. */
    boolean hasDigest(String stored) {
        return isSame(digest(), stored);
    }

    static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "dmk_" + id + "_…";
    }
}
