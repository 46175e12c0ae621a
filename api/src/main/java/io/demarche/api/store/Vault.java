package io.demarche.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be read from a copy of the database, by AES-256 in Galois/Counter Mode (NIST SP 800-38D). A sealed text names the
 * key that opens it, so that keys can be changed: the first one seals, all of them open.
 */
public final class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 4;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /**
     * A vault of these keys, 32 bytes in base64 each.
     *
     * @throws IllegalArgumentException if there is none, or one is something else
     */
    public Vault(List<String> keys) {
        for (String key : keys) {
            byte[] bytes = bytes(key.strip());
            this.keys.put(name(bytes), new SecretKeySpec(bytes, "AES"));
        }
        this.current = this.keys.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no key to seal secrets with"));
    }

    /** A vault of the key in that file, which is made if there is none. Only its owner may read it. */
    static Vault in(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            return new Vault(List.of(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + file + " cannot be read or made", e);
        }
    }

    private static void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, ownerOnly);
        Files.writeString(half, Base64.getEncoder().encodeToString(key), StandardOpenOption.SYNC);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The sealed form of a text. */
    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, current, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return current + ":" + Base64.getEncoder().encodeToString(all);
    }

    /**
     * The text that was sealed.
     *
     * @throws IllegalStateException if the key is not here, or the sealed text was changed
     */
    public String open(String sealed) {
        String name = keyOf(sealed);
        if (!keys.containsKey(name)) {
            throw new IllegalStateException(
                    "secrets are sealed with the key " + name
                            + ", which is not here; add it to the setting demarche.secrets.keys, or put its file secrets.key back");
        }
        byte[] all = Base64.getDecoder().decode(sealed.substring(name.length() + 1));
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        return new String(run(Cipher.DECRYPT_MODE, name, nonce, body), StandardCharsets.UTF_8);
    }

    /** Whether it is sealed with the key that seals now. */
    public boolean isCurrent(String sealed) {
        return keyOf(sealed).equals(current);
    }

    private static String keyOf(String sealed) {
        return sealed.substring(0, sealed.indexOf(':'));
    }

    private byte[] run(int mode, String key, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret in the database was changed, or its key was", e);
        }
    }

    private static byte[] bytes(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key in demarche.secrets.keys is 32 bytes in base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a key in demarche.secrets.keys is 32 bytes in base64, found " + bytes.length + " bytes");
        }
        return bytes;
    }

    private static String name(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
