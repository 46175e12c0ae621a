package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Refused;
import io.demarche.core.delivery.Outcome.Unreachable;
import io.demarche.core.delivery.State.Abandoned;
import io.demarche.core.delivery.State.Delivered;
import io.demarche.core.delivery.State.Due;
import io.demarche.core.subscription.Pace;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Outcome SERVER_ERROR = new Refused(500, null);
    private final RetrySchedule schedule = new RetrySchedule(Pace.STANDARD_PAUSES, () -> 0);

    @Test
    void success() {
        assertThat(schedule.after(3, new Accepted(204), NOW)).isEqualTo(new Delivered(NOW));
    }

    @Test
    void failuresAreRetriedAfterGrowingPausesAndThenAbandoned() {
        List<Duration> pauses = Pace.STANDARD_PAUSES;
        for (int attempt = 1; attempt <= pauses.size(); attempt++) {
            assertThat(schedule.after(attempt, SERVER_ERROR, NOW))
                    .isEqualTo(new Due(NOW.plus(pauses.get(attempt - 1))));
        }
        assertThat(schedule.after(10, new Unreachable("timed out"), NOW)).isEqualTo(new Abandoned(NOW));
    }

    @Test
    void chanceAddsUpToATenth() {
        RetrySchedule jittered = new RetrySchedule(Pace.STANDARD_PAUSES, () -> 0.5);
        assertThat(jittered.after(2, SERVER_ERROR, NOW)).isEqualTo(new Due(NOW.plusSeconds(300 + 15)));
    }

    @Test
    void refusedWith429IsRetriedAfterTheTimeItNames() {
        assertThat(schedule.after(1, new Refused(429, Duration.ofMinutes(7)), NOW))
                .isEqualTo(new Due(NOW.plus(Duration.ofMinutes(7))));
        assertThat(schedule.after(2, new Refused(503, Duration.ofSeconds(1)), NOW))
                .isEqualTo(new Due(NOW.plus(Duration.ofMinutes(5))));
        assertThat(schedule.after(1, new Refused(503, Duration.ofDays(4000)), NOW))
                .isEqualTo(new Due(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void whatIsGoneIsNotTriedAgain() {
        assertThat(schedule.after(1, new Refused(410, null), NOW)).isEqualTo(new Abandoned(NOW));
    }
}
