package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import io.demarche.core.subscription.Secret;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The example of the Standard Webhooks reference libraries. */
    @Test
    void agreesWithTheKnownAnswer() {
        assertThat(WebhookSignature.of(
                        List.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330, 999_000_000),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretSigns() {
        Secret one = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Secret other = new Secret("whsec_" + "QUJD".repeat(8));
        String both = WebhookSignature.of(List.of(one, other), "msg", Instant.EPOCH, "{}");
        assertThat(both.split(" "))
                .containsExactly(
                        WebhookSignature.of(List.of(one), "msg", Instant.EPOCH, "{}"),
                        WebhookSignature.of(List.of(other), "msg", Instant.EPOCH, "{}"));
    }
}
