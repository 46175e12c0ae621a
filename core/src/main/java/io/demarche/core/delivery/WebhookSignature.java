package io.demarche.core.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningKeys;

/**
 * Signs a webhook by the schemes of the Standard Webhooks specification: {@code v1,} and the base64 of the HMAC-SHA256 (RFC 2104) of
 * {@code id.timestamp.body}; {@code v1a,} and the base64 of its Ed25519 signature (RFC 8032).
 */
public final class WebhookSignature {

    private static final String HMAC = "HmacSHA256";

    private WebhookSignature() {}

    /** The value of the field {@code webhook-signature}: the signatures of all keys; the time counts in whole seconds. */
    public static String of(List<SigningKeys> keys, String id, Instant timestamp, String body) {
        String signed = id + "." + timestamp.getEpochSecond() + "." + body;
        return keys.stream()
                .flatMap(key -> Stream.concat(
                        Stream.of("v1," + hmac(key.secret(), signed)),
                        key.pair().stream().map(pair -> "v1a," + pair.sign(signed))))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(Secret secret, String signed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.key(), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
