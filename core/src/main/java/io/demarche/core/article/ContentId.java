package io.demarche.core.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Derives ids from content, so that doing the same work twice, on any node, gives the same rows.
 *
 * <p>An id is a short prefix that names its kind and the first 128 bits of a SHA-256 digest (FIPS 180-4) in lower-case
 * hexadecimal, for example {@code art_9f86d081884c7d659a2feaa0c55ad015}. Parts are digested with their lengths, so that
 * {@code ("ab", "c")} and {@code ("a", "bc")} differ.
 */
public final class ContentId {

    private static final int BYTES = 16;

    private ContentId() {}

    /** The id of the given kind for these parts, in this order. */
    public static String of(String prefix, String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return prefix + "_" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
