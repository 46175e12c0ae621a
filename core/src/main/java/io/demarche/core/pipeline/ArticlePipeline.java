package io.demarche.core.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore.Saved;
import io.demarche.core.delivery.Dispatcher;
import io.demarche.core.event.EventMerger;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Report;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.statement.ReadArticle;
import io.demarche.core.statement.Reading;

/**
 * The first loop, from articles to what is owed to subscribers. Every step may be repeated: ids come from content, so a crash, a
 * replay or two nodes doing the same work change nothing. Nothing is sent here; see {@link io.demarche.core.delivery.DeliveryRunner}.
 */
public final class ArticlePipeline {

    private final Transactions transactions;
    private final Stores stores;
    private final Rulebook rulebook;
    private final EventMerger merger;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    /** The line through these parts. */
    public ArticlePipeline(
            Transactions transactions,
            Stores stores,
            Rulebook rulebook,
            EventMerger merger,
            Dispatcher dispatcher,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.rulebook = rulebook;
        this.merger = merger;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** Takes the articles in; those already known are read again if they say something else by now, and else add nothing. */
    public Processed process(List<Article> articles) {
        return process(articles, true);
    }

    /** Takes those of the articles in that are not yet known, as where nobody knows which text of an article is the later one. */
    public Processed processNew(List<Article> articles) {
        return process(articles, false);
    }

    private Processed process(List<Article> articles, boolean revising) {
        return transactions.inOne(() -> {
            CompiledRulebook rules = rulebook.current();
            int statements = 0;
            List<Flag> flags = new ArrayList<>();
            List<Report> reports = new ArrayList<>();
            List<Saved> fresh = stores.articles().saveNew(articles);
            for (ReadArticle read : read(rules, fresh)) {
                List<Flag> raised =
                        evaluate(rules, read.article(), read.reading()).flags();
                statements += read.reading().statements().size();
                flags.addAll(raised);
                reports.addAll(Report.of(read.article(), raised));
            }
            List<Update> updates = new ArrayList<>(merger.merge(reports));
            List<Article> revised = revising ? revise(articles, fresh) : List.of();
            for (Article article : revised) {
                Reading reading = rules.reader().read(article);
                stores.readings().save(List.of(reading));
                List<Flag> raised = evaluate(rules, article, reading).flags();
                statements += reading.statements().size();
                flags.addAll(raised);
                updates.addAll(merger.correct(article, raised, rules.revision(), clock.instant()));
            }
            dispatch(updates, rules);
            Map<String, FlaggedEvent> events = new LinkedHashMap<>();
            updates.forEach(update -> events.put(update.event().id(), update.event()));
            return new Processed(fresh.size(), revised.size(), statements, flags, events.values());
        });
    }

    private List<Article> revise(List<Article> articles, List<Saved> fresh) {
        Set<Article> saved = fresh.stream().map(Saved::article).collect(Collectors.toSet());
        List<Article> known =
                articles.stream().filter(article -> !saved.contains(article)).toList();
        return known.isEmpty() ? List.of() : stores.articles().revise(known);
    }

    /** What is read in each; a copy is not read again, unless it says more than the first. */
    private List<ReadArticle> read(CompiledRulebook rules, List<Saved> fresh) {
        Map<String, Reading> readings = fresh.parallelStream()
                .filter(saved -> saved.copy() == null || !saved.copy().addsNothing())
                .map(saved -> rules.reader().read(saved.article()))
                .collect(Collectors.toMap(Reading::articleId, reading -> reading));
        List<ReadArticle> read = new ArrayList<>();
        for (Saved saved : fresh) {
            Article article = saved.article();
            Reading own = readings.get(article.id());
            read.add(new ReadArticle(article, own == null ? readingOfOriginal(rules, saved, readings) : own));
        }
        stores.readings().save(read.stream().map(ReadArticle::reading).toList());
        return read;
    }

    private Reading readingOfOriginal(CompiledRulebook rules, Saved saved, Map<String, Reading> readings) {
        Article article = saved.article();
        String original = saved.copy() == null ? article.id() : saved.copy().originalId();
        return Optional.ofNullable(readings.get(original))
                .or(() -> stores.readings().find(original))
                .map(first -> new Reading(article.id(), first.readerVersion(), first.statements()))
                .orElseGet(() -> rules.reader().read(article));
    }

    /** What those rules say of a reading, with what was flagged before it if they look back; changes nothing. */
    public Evaluation evaluate(CompiledRulebook rules, Article article, Reading reading) {
        List<EarlierEvent> past =
                rules.looksBack() && !reading.statements().isEmpty() ? merger.past(article, reading) : List.of();
        return rules.evaluate(article, reading, past);
    }

    /** Raises the flags of a stored reading anew, and corrects the events if they are others; false if they are the same. */
    boolean reevaluate(ReadArticle read) {
        CompiledRulebook rules = rulebook.current();
        Article article = read.article();
        List<Flag> flags = evaluate(rules, article, read.reading()).flags();
        return !merger.isInLine(article, flags)
                && transactions.inOne(() -> {
                    dispatch(merger.correct(article, flags, rules.revision(), clock.instant()), rules);
                    return true;
                });
    }

    private void dispatch(List<Update> updates, CompiledRulebook rules) {
        if (!updates.isEmpty()) {
            dispatcher.dispatch(updates, stores.subscriptions().all(), rules.lists(), clock.instant());
        }
    }
}
