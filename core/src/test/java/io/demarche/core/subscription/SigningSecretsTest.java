package io.demarche.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class SigningSecretsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final SigningKeys FIRST = SigningKeys.of(Secret.of(new byte[24]));
    private static final SigningKeys SECOND = SigningKeys.of(Secret.of(new byte[32]));
    private static final SigningKeys THIRD = SigningKeys.of(Secret.of(new byte[64]));

    @Test
    void oneSecretSignsForEver() {
        assertThat(SigningSecrets.of(FIRST).at(NOW)).containsExactly(FIRST);
    }

    @Test
    void theOldOneSignsBesideTheNewUntilTheOverlapEnds() {
        SigningSecrets rotated = SigningSecrets.of(FIRST).rotated(SECOND, NOW, Duration.ofHours(24));
        assertThat(rotated.at(NOW)).containsExactly(SECOND, FIRST);
        assertThat(rotated.at(NOW.plus(Duration.ofHours(24)).minusMillis(1))).containsExactly(SECOND, FIRST);
        assertThat(rotated.at(NOW.plus(Duration.ofHours(24)))).containsExactly(SECOND);
    }

    @Test
    void aSecondRotationEndsTheFirstSecret() {
        SigningSecrets twice = SigningSecrets.of(FIRST)
                .rotated(SECOND, NOW, Duration.ofHours(24))
                .rotated(THIRD, NOW.plusSeconds(1), Duration.ofHours(24));
        assertThat(twice.at(NOW.plusSeconds(2))).containsExactly(THIRD, SECOND);
    }
}
