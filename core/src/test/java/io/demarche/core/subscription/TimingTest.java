package io.demarche.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import io.demarche.core.rulebook.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    private static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2026-01-10T20:59:59Z, 2026-01-10T20:59:59Z",
        "2026-01-10T21:00:00Z, 2026-01-11T05:00:00Z",
        "2026-01-11T04:59:59Z, 2026-01-11T05:00:00Z",
        "2026-01-11T05:00:00Z, 2026-01-11T05:00:00Z",
        // The night in which the clocks go forward is an hour shorter.
        "2026-03-28T23:00:00Z, 2026-03-29T04:00:00Z"
    })
    void quietHoursEndInTheMorning(Instant time, Instant sent) {
        assertThat(new Timing(null, NIGHT).dueAt(Severity.HIGH, time)).isEqualTo(sent);
        assertThat(new Timing(null, NIGHT).dueAt(Severity.CRITICAL, time)).isEqualTo(time);
    }

    @Test
    void quietHoursMayLieWithinADay() {
        QuietHours lunch = new QuietHours(LocalTime.NOON, LocalTime.of(13, 0), ZoneId.of("UTC"));
        assertThat(lunch.after(Instant.parse("2026-01-10T12:30:00Z"))).isEqualTo(Instant.parse("2026-01-10T13:00:00Z"));
        assertThat(lunch.after(Instant.parse("2026-01-10T13:30:00Z"))).isEqualTo(Instant.parse("2026-01-10T13:30:00Z"));
    }

    @Test
    void digestsEndAtWholeIntervals() {
        Timing quarterly = new Timing(Duration.ofMinutes(15), null);
        Instant now = Instant.parse("2026-01-10T10:07:31Z");
        assertThat(quarterly.digestEnd(Severity.HIGH, now)).contains(Instant.parse("2026-01-10T10:15:00Z"));
        assertThat(quarterly.digestEnd(Severity.HIGH, Instant.parse("2026-01-10T10:15:00Z")))
                .contains(Instant.parse("2026-01-10T10:30:00Z"));
        assertThat(quarterly.digestEnd(Severity.CRITICAL, now)).isEmpty();
        assertThat(new Timing(Duration.ofHours(1), NIGHT)
                        .digestEnd(Severity.LOW, Instant.parse("2026-01-10T20:30:00Z")))
                .contains(Instant.parse("2026-01-11T05:00:00Z"));
    }

    @Test
    void aPaceSpreadsAttemptsEvenly() {
        Pace pace = new Pace(60, false, Pace.STANDARD_PAUSES);
        Instant now = Instant.parse("2026-01-10T10:00:00Z");
        assertThat(pace.allowance(null, now)).isEqualTo(2);
        Instant next = pace.next(null, now, 2);
        assertThat(pace.allowance(next, now)).isZero();
        assertThat(pace.allowance(next, now.plusSeconds(1))).isEqualTo(1);
        assertThat(Pace.STANDARD.allowance(null, now)).isEqualTo(Integer.MAX_VALUE);
    }

    /** Whatever the demand, no minute sees more than its number and what was saved up in the second before. */
    @Test
    void aPaceIsNeverExceeded() {
        Pace pace = new Pace(120, false, Pace.STANDARD_PAUSES);
        Instant now = Instant.parse("2026-01-10T10:00:00Z");
        Instant next = null;
        int sent = 0;
        for (int step = 0; step < 600; step++) {
            Instant at = now.plusMillis(100L * step);
            int taken = pace.allowance(next, at);
            next = pace.next(next, at, taken);
            sent += taken;
        }
        assertThat(sent).isBetween(119, 123);
    }
}
