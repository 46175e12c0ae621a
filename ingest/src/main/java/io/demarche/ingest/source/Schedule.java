package io.demarche.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.demarche.ingest.feed.Hints;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * When a source is fetched next: twice as often as it has something new, not before server and feed say that it may have, not in hours that the feed
 * rules out, and never outside floor and ceiling. Failures double the pause, up to a day. A pure function.
 *
 * @param floor the shortest pause
 * @param ceiling the longest pause of a source that does not fail
 */
public record Schedule(Duration floor, Duration ceiling) {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 12;

    /** How much the latest observation counts for the rhythm. */
    private static final double WEIGHT = 0.3;

    /** Sources that were added together drift apart by so much of their pause, so that they do not fall due together for ever. */
    private static final double SPREAD = 0.05;

    private static final double FAILURE_SPREAD = 0.2;

    public Schedule {
        if (floor.isNegative() || floor.isZero() || ceiling.compareTo(floor) < 0) {
            throw new IllegalArgumentException(
                    "the floor must be positive, and not above the ceiling: " + floor + ", " + ceiling);
        }
    }

    /**
     * The state after a look.
     *
     * @param problem what went wrong or could not be read; null if nothing
     * @param fresh how many articles were new
     * @param chance a number in [0, 1)
     */
    public SourceState after(
            SourceState before, Look look, @Nullable String problem, int fresh, Instant now, double chance) {
        Fetched.Failed failure = look.failure();
        URI movedTo = look.movedTo() == null ? before.movedTo() : look.movedTo();
        if (failure != null) {
            int failures = before.failures() + 1;
            return new SourceState(
                    before.validators(),
                    movedTo,
                    now,
                    problem,
                    failures,
                    before.newsAt(),
                    before.rhythm(),
                    now.plus(pause(failures, failure.retryAfter(), chance)),
                    failure.isGone() ? "the server says that it is gone for good (410)" : null);
        }
        Duration rhythm = rhythm(before, fresh, now);
        Instant newsAt = fresh > 0 || before.newsAt() == null ? now : before.newsAt();
        Validators sent = look.whole() ? look.validators() : Validators.NONE;
        return new SourceState(
                look.changed() ? sent : before.validators(),
                movedTo,
                now,
                problem,
                0,
                newsAt,
                rhythm,
                allowed(now.plus(interval(rhythm, newsAt, look, now, chance)), look.hints()),
                null);
    }

    private static @Nullable Duration rhythm(SourceState before, int fresh, Instant now) {
        Instant since = before.newsAt();
        if (since == null || fresh == 0) {
            return before.rhythm();
        }
        Duration seen = Duration.between(since, now).abs().dividedBy(fresh);
        Duration known = before.rhythm();
        return known == null
                ? seen
                : Duration.ofMillis(Math.round((1 - WEIGHT) * known.toMillis() + WEIGHT * seen.toMillis()));
    }

    /** A source that has been silent for longer than usual is asked as one whose rhythm is as slow as that. */
    private Duration interval(
            @Nullable Duration rhythm, @Nullable Instant newsAt, Look look, Instant now, double chance) {
        Duration silence =
                newsAt == null ? Duration.ZERO : Duration.between(newsAt, now).abs();
        Duration expected = rhythm == null || silence.compareTo(rhythm) > 0 ? silence : rhythm;
        Duration wished = longer(expected.dividedBy(2), look.asked());
        Duration bounded = shorter(longer(wished, floor), ceiling);
        Duration spread = scaled(bounded, 1 - SPREAD + 2 * SPREAD * chance);
        return shorter(longer(spread, floor), ceiling);
    }

    private Duration pause(int failures, @Nullable Duration asked, double chance) {
        Duration doubled = floor.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration spread = scaled(shorter(doubled, LONGEST_PAUSE), 1 - FAILURE_SPREAD + 2 * FAILURE_SPREAD * chance);
        return asked == null ? spread : longer(spread, asked);
    }

    /** The first time from then on that the feed does not rule out; if it rules out all, that time. */
    private static Instant allowed(Instant wished, Hints hints) {
        Instant next = wished;
        for (int hour = 0; hour < 7 * 24; hour++) {
            OffsetDateTime time = next.atOffset(ZoneOffset.UTC);
            if (!hints.skipHours().contains(time.getHour()) && !hints.skipDays().contains(time.getDayOfWeek())) {
                return next;
            }
            next = next.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        return wished;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
