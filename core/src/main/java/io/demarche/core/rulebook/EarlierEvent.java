package io.demarche.core.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Doing;

/**
 * A flagged event between the parties of an article, first told before it: what rules that look back see of the past.
 *
 * @param id the event's id
 * @param doing what was told
 * @param kinds the kinds of its flags
 * @param severity the highest severity among them
 * @param firstToldAt when it was first told
 */
public record EarlierEvent(String id, Doing doing, SortedSet<String> kinds, Severity severity, Instant firstToldAt) {

    /** How far back rules may look. */
    public static final Duration HORIZON = Duration.ofDays(90);

    public EarlierEvent {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }

    /** What the flags of an earlier article alone would have made of it. */
    public static List<EarlierEvent> of(Article article, List<Flag> flags) {
        return Flag.byDoing(flags).entrySet().stream()
                .map(told -> new EarlierEvent(
                        article.id() + " " + told.getKey().key(),
                        told.getKey(),
                        Flag.kinds(told.getValue()),
                        Flag.highestSeverity(told.getValue()),
                        article.toldAt()))
                .toList();
    }
}
