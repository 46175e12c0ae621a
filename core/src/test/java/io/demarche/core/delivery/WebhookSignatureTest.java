package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningKeys;
import io.demarche.core.subscription.SigningPair;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The example of the Standard Webhooks reference libraries. */
    @Test
    void agreesWithTheKnownAnswer() {
        assertThat(WebhookSignature.of(
                        List.of(SigningKeys.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330, 999_000_000),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSigns() {
        SigningKeys one = SigningKeys.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        SigningKeys other = SigningKeys.of(new Secret("whsec_" + "QUJD".repeat(8)));
        String both = WebhookSignature.of(List.of(one, other), "msg", Instant.EPOCH, "{}");
        assertThat(both.split(" "))
                .containsExactly(
                        WebhookSignature.of(List.of(one), "msg", Instant.EPOCH, "{}"),
                        WebhookSignature.of(List.of(other), "msg", Instant.EPOCH, "{}"));
    }

    /** The public key is rebuilt from its written form alone, as a receiver must (RFC 8410 section 4). */
    @Test
    void aPairSignsBesideTheSecret() throws Exception {
        SigningPair pair = SigningPair.generate();
        SigningKeys keys = new SigningKeys(new Secret("whsec_" + "QUJD".repeat(8)), pair);
        String[] signatures =
                WebhookSignature.of(List.of(keys), "msg", Instant.EPOCH, "{}").split(" ");
        assertThat(signatures).hasSize(2);
        assertThat(signatures[0]).startsWith("v1,");

        byte[] raw = Base64.getDecoder().decode(pair.publicKey().substring("whpk_".length()));
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        ByteBuffer.allocate(44).put(prefix).put(raw).array())));
        verifier.update("msg.0.{}".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(signatures[1].substring("v1a,".length()))))
                .isTrue();
        assertThat(pair.toString()).doesNotContain(pair.privateKey());
    }
}
