package io.demarche.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void isNeverPrinted() {
        Secret secret = Secret.of(new byte[32]);
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
        assertThat(secret.key()).hasSize(32);
    }

    @Test
    void holds24To64Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(new byte[23]));
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(new byte[65]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret("whsec_ä"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret("secret"));
    }
}
