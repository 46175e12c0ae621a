package io.demarche.core.subscription;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A pair of keys of Ed25519 (RFC 8032).
 *
 * @param privateKey PKCS#8 in base64; never printed by {@link #toString()}
 * @param publicKey {@code whpk_} and the base64 of its 32 bytes, as the Standard Webhooks specification writes it
 */
public record SigningPair(String privateKey, String publicKey) {

    private static final String ALGORITHM = "Ed25519";
    private static final String PREFIX = "whpk_";
    private static final int KEY_BYTES = 32;

    /** A new pair. */
    public static SigningPair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
            return new SigningPair(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    PREFIX + Base64.getEncoder().encodeToString(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has " + ALGORITHM, e);
        }
    }

    /** The base64 of the signature on that text in UTF-8. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key made here does not sign", e);
        }
    }

    @Override
    public String toString() {
        return publicKey;
    }
}
