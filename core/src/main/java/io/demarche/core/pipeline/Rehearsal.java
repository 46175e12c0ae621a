package io.demarche.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.demarche.core.article.Article;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.ReadArticle;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.ReadingStore;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of the rulebook would change in the flags of stored articles. Nothing is read again, and nothing is changed. Only the
 * rules in which the two rulebooks differ are evaluated.
 */
public final class Rehearsal {

    private final ReadingStore readings;
    private final Evaluator evaluator;

    /** Rehearses on these readings. */
    public Rehearsal(ReadingStore readings, Evaluator evaluator) {
        this.readings = readings;
        this.evaluator = evaluator;
    }

    /** Evaluates rules on a reading, with what they ask of the past. */
    public interface Evaluator {

        /** What those rules say of it. */
        Evaluation evaluate(CompiledRulebook rules, Article article, Reading reading);
    }

    /** What becomes of a flag. */
    public enum Fate {
        COMES,
        GOES,
        CHANGES
    }

    /**
     * A flag that the edit changes.
     *
     * @param before as it is now; null for one that comes
     * @param after as it would be; null for one that goes
     */
    public record Change(
            Article article,
            @Nullable Flag before,
            @Nullable Flag after) {

        /** What becomes of it. */
        public Fate fate() {
            return before == null ? Fate.COMES : after == null ? Fate.GOES : Fate.CHANGES;
        }

        /** The flag as it would be, or as it was. */
        public Flag flag() {
            Flag flag = after == null ? before : after;
            if (flag == null) {
                throw new IllegalStateException("a change is of a flag");
            }
            return flag;
        }
    }

    /**
     * What was found.
     *
     * @param articles how many articles with statements were gone through
     * @param setAside the rules that used up their budget on any of them
     */
    public record Summary(int articles, Map<Fate, Integer> fates, SortedSet<String> setAside) {}

    /** Who hears of a rehearsal as it goes. What it throws ends the rehearsal. */
    public interface Listener {

        /** So many articles are done. */
        void progress(int done, int total);

        /** A flag would change. */
        void change(Change change);
    }

    /** Goes through these articles. */
    public Summary run(Choice choice, CompiledRulebook before, CompiledRulebook after, Listener listener) {
        Run run = new Run(before.without(after), after.without(before), listener);
        int total = choice.count(readings);
        listener.progress(0, total);
        choice.forEach(readings, run.asksForTexts(), run::go, done -> listener.progress(done, total));
        return run.summary();
    }

    private final class Run {

        private final CompiledRulebook before;
        private final CompiledRulebook after;
        private final Listener listener;
        private final Map<Fate, Integer> fates = new LinkedHashMap<>();
        private final SortedSet<String> setAside = new TreeSet<>();
        private int articles;

        Run(CompiledRulebook before, CompiledRulebook after, Listener listener) {
            this.before = before;
            this.after = after;
            this.listener = listener;
        }

        boolean asksForTexts() {
            return before.asksForTexts() || after.asksForTexts();
        }

        void go(ReadArticle read) {
            articles++;
            changes(read.article(), flags(before, read), flags(after, read)).forEach(change -> {
                fates.merge(change.fate(), 1, Integer::sum);
                listener.change(change);
            });
        }

        private List<Flag> flags(CompiledRulebook rules, ReadArticle read) {
            Evaluation evaluation = evaluator.evaluate(rules, read.article(), read.reading());
            setAside.addAll(evaluation.setAside());
            return evaluation.flags();
        }

        Summary summary() {
            return new Summary(articles, fates, setAside);
        }
    }

    private static List<Change> changes(Article article, List<Flag> before, List<Flag> after) {
        Map<List<Object>, Flag> now = byRuleAndStatement(before);
        Map<List<Object>, Flag> then = byRuleAndStatement(after);
        List<Change> changes = new ArrayList<>();
        now.forEach((key, flag) -> {
            if (!then.containsKey(key)) {
                changes.add(new Change(article, flag, null));
            }
        });
        then.forEach((key, flag) -> {
            Flag old = now.get(key);
            if (old == null
                    || old.severity() != flag.severity()
                    || !old.because().equals(flag.because())) {
                changes.add(new Change(article, old, flag));
            }
        });
        return changes;
    }

    private static Map<List<Object>, Flag> byRuleAndStatement(List<Flag> flags) {
        Map<List<Object>, Flag> map = new LinkedHashMap<>();
        flags.forEach(flag -> map.put(
                List.of(
                        flag.rule(),
                        flag.kind(),
                        flag.statement().evidence(),
                        flag.statement().doing()),
                flag));
        return map;
    }
}
