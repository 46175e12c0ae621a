package io.demarche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.demarche.ingest.feed.Hints;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z"); // a Monday
    private static final Duration FLOOR = Duration.ofMinutes(5);
    private static final Duration CEILING = Duration.ofHours(6);
    private static final Validators SENT = new Validators("\"new\"", null);
    private static final Validators BEFORE = new Validators("\"old\"", null);
    private static final double MIDDLE = 0.5;

    private final Schedule schedule = new Schedule(FLOOR, CEILING);

    @Test
    void aSourceIsAskedTwiceAsOftenAsItHasNews() {
        SourceState state = state(0, NOW.minus(Duration.ofHours(2)), Duration.ofHours(2));
        assertThat(pause(after(state, look(Hints.NONE, null, true), 1))).isEqualTo(Duration.ofHours(1));
        assertThat(after(state, look(Hints.NONE, null, true), 4).rhythm())
                .as("0.7 of two hours and 0.3 of half an hour")
                .isEqualTo(Duration.ofMinutes(93));
    }

    @Test
    void aSilentSourceIsAskedLessAndLess() {
        assertThat(pause(after(
                        state(0, NOW.minus(Duration.ofHours(4)), Duration.ofMinutes(10)),
                        look(Hints.NONE, null, false),
                        0)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(pause(after(
                        state(0, NOW.minus(Duration.ofDays(40)), Duration.ofMinutes(10)),
                        look(Hints.NONE, null, false),
                        0)))
                .isEqualTo(CEILING);
    }

    @Test
    void aNewOneIsAskedAtTheFloor() {
        SourceState after = after(SourceState.fresh(NOW), look(Hints.NONE, null, true), 15);
        assertThat(pause(after)).isEqualTo(FLOOR);
        assertThat(after.newsAt()).isEqualTo(NOW);
        assertThat(after.rhythm()).as("what stood there already says nothing").isNull();
    }

    @Test
    void whatServerAndFeedAskForHoldsWithinTheCeiling() {
        SourceState state = state(0, NOW, Duration.ofMinutes(1));
        Hints ttl = new Hints(Duration.ofHours(1), Set.of(), Set.of());
        assertThat(pause(after(state, look(ttl, Duration.ofMinutes(30), true), 1)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(pause(after(state, look(ttl, Duration.ofHours(2), true), 1))).isEqualTo(Duration.ofHours(2));
        assertThat(pause(after(state, look(ttl, Duration.ofDays(300), true), 1)))
                .isEqualTo(CEILING);
    }

    @Test
    void skippedHoursAndDaysAreSkipped() {
        Hints hours = new Hints(null, Set.of(8, 9), Set.of());
        assertThat(after(state(0, NOW, null), look(hours, null, true), 1).nextFetchAt())
                .isEqualTo("2026-03-02T10:00:00Z");
        Hints days = new Hints(null, Set.of(), Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        assertThat(after(state(0, NOW, null), look(days, null, true), 1).nextFetchAt())
                .isEqualTo("2026-03-04T00:00:00Z");
        Hints all = new Hints(null, IntStream.range(0, 24).boxed().collect(Collectors.toSet()), Set.of());
        assertThat(pause(after(state(0, NOW, null), look(all, null, true), 1)))
                .as("who skips all hours is not understood")
                .isEqualTo(FLOOR);
    }

    @Test
    void failuresDoubleThePauseUpToADay() {
        assertThat(pause(failed(state(0, NOW, null), 500, null))).isEqualTo(FLOOR);
        assertThat(pause(failed(state(3, NOW, null), 500, null))).isEqualTo(FLOOR.multipliedBy(8));
        assertThat(pause(failed(state(5_000, NOW, null), 500, null))).isEqualTo(Duration.ofDays(1));
        assertThat(pause(failed(state(0, NOW, null), 429, Duration.ofHours(3)))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aFailureKeepsWhatWasKnownAndASuccessForgetsTheFailures() {
        SourceState failed = failed(state(1, NOW.minusSeconds(60), Duration.ofHours(1)), 500, null);
        assertThat(failed.validators()).isEqualTo(BEFORE);
        assertThat(failed.rhythm()).hasHours(1);
        assertThat(failed.newsAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(failed.failures()).isEqualTo(2);
        assertThat(failed.ended()).isNull();
        assertThat(after(failed, look(Hints.NONE, null, true), 0).failures()).isZero();
    }

    @Test
    void whatIsGoneEnds() {
        assertThat(failed(state(0, NOW, null), 410, null).ended()).contains("gone for good");
    }

    @Test
    void validatorsHoldOnlyForWhatWasTakenWhole() {
        SourceState state = state(0, NOW, null);
        assertThat(after(state, look(Hints.NONE, null, true), 0).validators()).isEqualTo(SENT);
        assertThat(after(state, look(Hints.NONE, null, false), 0).validators()).isEqualTo(BEFORE);
        assertThat(after(state, look(Hints.NONE, null, true).inPart(), 0).validators())
                .isEqualTo(Validators.NONE);
    }

    @Test
    void theEndOfAPermanentRedirectIsRemembered() {
        URI there = URI.create("https://news.example/new");
        Look moved = new Look(SENT, Hints.NONE, new Fetched.Notice(there, null), null, true, 1, null, true);
        SourceState after = after(state(0, NOW, null), moved, 0);
        assertThat(after.movedTo()).isEqualTo(there);
        assertThat(after(after, look(Hints.NONE, null, true), 0).movedTo()).isEqualTo(there);
    }

    @Test
    void aFloorAboveTheCeilingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(FLOOR.plusMillis(1), FLOOR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(Duration.ZERO, FLOOR));
    }

    /** Whatever happens, a source is asked again, not too soon and not too late, and not at a time that it rules out. */
    @Test
    void whateverHappensTheNextLookIsWithinBounds() {
        Random random = new Random(1);
        SourceState state = SourceState.fresh(NOW);
        Instant now = NOW;
        for (int step = 0; step < 20_000; step++) {
            Set<Integer> skip =
                    random.nextInt(4) == 0 ? Set.of(random.nextInt(24), random.nextInt(24) / 2 + 24) : Set.of();
            Hints hints = new Hints(
                    random.nextBoolean() ? Duration.ofSeconds(random.nextInt(1_000_000)) : null, skip, Set.of());
            boolean fails = random.nextInt(3) == 0;
            Look look = fails
                    ? Look.failed(
                            Validators.NONE,
                            new Fetched.Failed(
                                    503,
                                    "busy",
                                    random.nextBoolean() ? Duration.ofSeconds(random.nextInt(86_400)) : null))
                    : look(
                            hints,
                            random.nextBoolean() ? Duration.ofSeconds(random.nextInt(1_000_000)) : null,
                            random.nextBoolean());
            state = schedule.after(state, look, null, fails ? 0 : random.nextInt(5), now, random.nextDouble());
            Duration pause = Duration.between(now, state.nextFetchAt());
            if (fails) {
                assertThat(pause).isBetween(FLOOR.multipliedBy(4).dividedBy(5), Duration.ofMinutes(24 * 60 * 12 / 10));
            } else {
                assertThat(pause).isBetween(FLOOR, CEILING.plusHours(3));
                assertThat(skip)
                        .doesNotContain(OffsetDateTime.ofInstant(state.nextFetchAt(), ZoneOffset.UTC)
                                .getHour());
            }
            now = state.nextFetchAt().plusSeconds(random.nextInt(10_000) - 1_000);
        }
    }

    private static SourceState state(int failures, Instant newsAt, @Nullable Duration rhythm) {
        return new SourceState(BEFORE, null, NOW, null, failures, newsAt, rhythm, NOW, null);
    }

    private static Look look(Hints hints, @Nullable Duration freshFor, boolean changed) {
        return new Look(SENT, hints, new Fetched.Notice(null, freshFor), null, changed, 100, null, true);
    }

    private SourceState after(SourceState before, Look look, int fresh) {
        return schedule.after(before, look, null, fresh, NOW, MIDDLE);
    }

    private SourceState failed(SourceState before, int status, @Nullable Duration retryAfter) {
        return after(before, Look.failed(Validators.NONE, new Fetched.Failed(status, "no", retryAfter)), 0);
    }

    private static Duration pause(SourceState state) {
        return Duration.between(NOW, state.nextFetchAt());
    }
}
