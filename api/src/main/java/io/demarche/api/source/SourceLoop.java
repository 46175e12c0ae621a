package io.demarche.api.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

import io.demarche.core.article.Article;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/** Collects, again and again, from the sources that are due, and hands on what it finds. */
final class SourceLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);
    private static final int AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final SourceStore sources;
    private final Collector collector;
    private final ToIntFunction<Article> intake;
    private final SourceSettings settings;
    private final InstantSource clock;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(AT_ONCE);
    private volatile boolean running;

    /** A loop that hands each article to {@code intake}, which says how many were new: one or none. */
    SourceLoop(
            SourceStore sources,
            Collector collector,
            ToIntFunction<Article> intake,
            SourceSettings settings,
            InstantSource clock) {
        this.sources = sources;
        this.collector = collector;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    @Override
    public void start() {
        running = true;
        long poll = settings.poll().toMillis();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            workers.scheduleWithFixedDelay(this::turn, poll * worker / AT_ONCE, poll, TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        try {
            for (WatchedSource watched : sources.claim(1, clock.instant(), LEASE)) {
                look(watched);
            }
        } catch (RuntimeException e) {
            LOG.error("a source could not be looked at; it falls due again", e);
        }
    }

    /** One look at a source. An article that cannot be taken in does not keep the others out. */
    void look(WatchedSource watched) {
        Collected collected =
                collector.collect(watched.source(), watched.state().validators());
        List<String> problems = new ArrayList<>(collected.problems());
        int fresh = 0;
        for (Article article : collected.articles()) {
            try {
                fresh += intake.applyAsInt(article);
            } catch (RuntimeException e) {
                LOG.error("article {} could not be taken in", article.id(), e);
                problems.add("article " + article.id() + " could not be taken in: " + e.getMessage());
            }
        }
        Instant now = clock.instant();
        @Nullable String problem = problems.isEmpty() ? null : String.join("; ", problems);
        sources.record(
                watched.source().id(),
                new SourceState(collected.validators(), now, problem, now.plus(settings.interval())));
        LOG.atLevel(problem == null ? Level.INFO : Level.WARN)
                .log("source {}: {} new articles, problem: {}", watched.source().url(), fresh, problem);
    }

    @Override
    public void stop() {
        running = false;
        workers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
