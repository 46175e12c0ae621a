package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.demarche.core.delivery.Endpoint.Mode;
import io.demarche.core.delivery.EndpointChange.Kind;
import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Refused;
import io.demarche.core.delivery.Outcome.Unreachable;
import org.junit.jupiter.api.Test;

class EndpointTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Outcome FAILURE = new Unreachable("connection refused");

    @Test
    void fiveFailuresInARowOpenTheCircuitAndOneSuccessClosesIt() {
        Endpoint four = failed(4);
        assertThat(four.room(16, NOW)).isEqualTo(16);
        Endpoint five = four.after(FAILURE, NOW);
        assertThat(five.room(16, NOW)).isZero();
        assertThat(five.room(16, NOW.plusSeconds(5))).isEqualTo(1);
        Endpoint six = five.after(FAILURE, NOW.plusSeconds(5));
        assertThat(six.room(16, NOW.plusSeconds(14))).isZero();
        assertThat(six.room(16, NOW.plusSeconds(15))).isEqualTo(1);
        assertThat(six.after(new Accepted(200), NOW.plusSeconds(15))).isEqualTo(Endpoint.HEALTHY);
    }

    @Test
    void theRestIsBounded() {
        assertThat(failed(1_000).room(16, NOW.plus(Duration.ofMinutes(5)))).isEqualTo(1);
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneIs() {
        Endpoint asked = Endpoint.HEALTHY.after(new Refused(429, Duration.ofSeconds(30)), NOW);
        assertThat(asked.room(16, NOW.plusSeconds(29))).isZero();
        assertThat(asked.room(16, NOW.plusSeconds(30))).isEqualTo(16);
        Endpoint forEver = Endpoint.HEALTHY.after(new Refused(429, Duration.ofDays(4_000)), NOW);
        assertThat(forEver.room(16, NOW.plus(Duration.ofHours(1)))).isEqualTo(16);
    }

    @Test
    void fiveDaysWithoutSuccessDisableItAfterThreeWarnings() {
        Endpoint endpoint = failed(1);
        List<EndpointChange> changes = new ArrayList<>();
        for (Instant at = NOW; at.isBefore(NOW.plus(Duration.ofDays(6))); at = at.plus(Duration.ofMinutes(10))) {
            Endpoint after = endpoint.at(at);
            EndpointChange.between("sub_1", endpoint, after, at).ifPresent(changes::add);
            endpoint = after;
        }
        assertThat(changes)
                .extracting(EndpointChange::kind)
                .containsExactly(Kind.WARNED, Kind.WARNED, Kind.WARNED, Kind.DISABLED);
        assertThat(changes)
                .extracting(EndpointChange::at)
                .containsExactly(
                        NOW.plus(Duration.ofHours(60)),
                        NOW.plus(Duration.ofHours(90)),
                        NOW.plus(Duration.ofHours(108)),
                        NOW.plus(Duration.ofHours(120)));
        assertThat(endpoint.room(16, NOW.plus(Duration.ofDays(9)))).isZero();
    }

    @Test
    void goneDisablesAtOnce() {
        Endpoint gone = Endpoint.HEALTHY.after(new Refused(410, null), NOW);
        assertThat(gone.mode()).isEqualTo(Mode.DISABLED);
        assertThat(EndpointChange.between("sub_1", Endpoint.HEALTHY, gone, NOW))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo(Kind.DISABLED));
    }

    @Test
    void changesAreToldOnce() {
        assertThat(EndpointChange.between("sub_1", failed(4), failed(5), NOW)).isPresent();
        assertThat(EndpointChange.between("sub_1", failed(5), failed(6), NOW)).isEmpty();
        assertThat(EndpointChange.between("sub_1", failed(1), Endpoint.HEALTHY, NOW))
                .isEmpty();
        assertThat(EndpointChange.between("sub_1", failed(6), Endpoint.HEALTHY, NOW))
                .hasValueSatisfying(change -> assertThat(change.kind()).isEqualTo(Kind.CIRCUIT_CLOSED));
    }

    private static Endpoint failed(int times) {
        Endpoint endpoint = Endpoint.HEALTHY;
        for (int time = 0; time < times; time++) {
            endpoint = endpoint.after(FAILURE, NOW);
        }
        return endpoint;
    }
}
