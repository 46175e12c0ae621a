package io.demarche.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import io.demarche.core.article.ContentId;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;

/**
 * The same doing, told by one or many articles.
 *
 * @param id derived from the doing and the article that told of it first to us
 * @param doing what is told
 * @param kinds the kinds of all flags on its reports
 * @param severity the highest severity among them
 * @param firstToldAt the earliest time at which an article told of it
 * @param lastToldAt the latest
 */
public record FlaggedEvent(
        String id, Doing doing, SortedSet<String> kinds, Severity severity, Instant firstToldAt, Instant lastToldAt) {

    public FlaggedEvent {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        if (lastToldAt.isBefore(firstToldAt)) {
            throw new IllegalArgumentException("event " + id + " ends before it begins");
        }
    }

    /** The event that one report founds. */
    public static FlaggedEvent foundedBy(Report report) {
        Instant told = report.article().toldAt();
        String id = ContentId.of("evt", report.doing().key(), report.article().id());
        return new FlaggedEvent(
                id, report.doing(), Flag.kinds(report.flags()), Flag.highestSeverity(report.flags()), told, told);
    }

    /** Whether an article that tells of the doing at that time tells of this event: within the window of another report. */
    public boolean isTold(Instant at, Duration window) {
        return !at.isBefore(firstToldAt.minus(window)) && !at.isAfter(lastToldAt.plus(window));
    }

    /** How long before or after the reports of this event that time is; zero between the first and the last. */
    Duration distance(Instant at) {
        if (at.isBefore(firstToldAt)) {
            return Duration.between(at, firstToldAt);
        }
        return at.isAfter(lastToldAt) ? Duration.between(lastToldAt, at) : Duration.ZERO;
    }

    /** This event with all that another event holds; the id and the doing are this one's. */
    public FlaggedEvent with(FlaggedEvent other) {
        SortedSet<String> both = new TreeSet<>(kinds);
        both.addAll(other.kinds);
        return new FlaggedEvent(
                id,
                doing,
                both,
                higher(severity, other.severity),
                firstToldAt.isBefore(other.firstToldAt) ? firstToldAt : other.firstToldAt,
                lastToldAt.isAfter(other.lastToldAt) ? lastToldAt : other.lastToldAt);
    }

    /** This event as rules see it that look back. */
    EarlierEvent asEarlier() {
        return new EarlierEvent(id, doing, kinds, severity, firstToldAt);
    }

    private static Severity higher(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
