package io.demarche.ingest.hub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a hub signs (WebSub section 8): {@code X-Hub-Signature: sha256=…}, an HMAC of the body in hexadecimal. */
public final class HubSignature {

    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** Whether the signature is that of the body by that secret. */
    public static boolean matches(String signature, byte[] body, String secret) {
        int sign = signature.indexOf('=');
        String method = sign < 0
                ? null
                : METHODS.get(signature.substring(0, sign).strip().toLowerCase(Locale.ROOT));
        if (method == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            byte[] given = HexFormat.of().parseHex(signature.substring(sign + 1).strip());
            return MessageDigest.isEqual(mac.doFinal(body), given);
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
