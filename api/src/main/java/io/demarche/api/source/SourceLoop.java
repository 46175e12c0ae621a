package io.demarche.api.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.demarche.core.article.Article;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Collects, again and again, from the sources that are due, and hands what it finds to the pipeline. */
final class SourceLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);
    private static final int AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final SourceStore sources;
    private final Collector collector;
    private final ArticlePipeline pipeline;
    private final SourceSettings settings;
    private final InstantSource clock;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(AT_ONCE);
    private volatile boolean running;

    SourceLoop(
            SourceStore sources,
            Collector collector,
            ArticlePipeline pipeline,
            SourceSettings settings,
            InstantSource clock) {
        this.sources = sources;
        this.collector = collector;
        this.pipeline = pipeline;
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

    private void look(WatchedSource watched) {
        Collected collected =
                collector.collect(watched.source(), watched.state().validators());
        int fresh = 0;
        for (Article article : collected.articles()) {
            fresh += pipeline.process(List.of(article)).newArticles();
        }
        Instant now = clock.instant();
        @Nullable String problem = collected.problems().isEmpty() ? null : String.join("; ", collected.problems());
        sources.record(
                watched.source().id(),
                new SourceState(collected.validators(), now, problem, now.plus(settings.interval())));
        if (problem != null) {
            LOG.warn("source {}: {}", watched.source().id(), problem);
        }
        if (fresh > 0) {
            LOG.info("source {}: {} new articles", watched.source().url(), fresh);
        }
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
