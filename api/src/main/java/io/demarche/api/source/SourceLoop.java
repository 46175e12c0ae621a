package io.demarche.api.source;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

import io.demarche.api.trail.Trail;
import io.demarche.core.article.Article;
import io.demarche.ingest.hub.Hub;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.Look;
import io.demarche.ingest.source.Schedule;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Collects, again and again, from the sources that are due, and hands on what it finds. One thread takes sources from the table, as many as may be looked
 * at at once; each look has a thread of its own, a virtual one where the JVM has them.
 */
final class SourceLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);

    /** Longer than any look: its deadlines and waits for a turn are bounded, and so is the number of pages. */
    private static final Duration LEASE = Duration.ofHours(1);

    /** How long looks that are under way may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SourceStore sources;
    private final Collector collector;
    private final ToIntFunction<Article> intake;
    private final BiConsumer<Source, Hub> hubs;
    private final SourceSettings settings;
    private final Schedule schedule;
    private final ObservationRegistry observations;
    private final InstantSource clock;
    private final ScheduledExecutorService taker = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService lookers = Threads.perTask();
    private final Semaphore room;
    private LocalDate tidied = LocalDate.MIN;
    private volatile boolean running;
    private volatile boolean stopping;

    /** A loop that hands each article to {@code intake}, which says how many were new, one or none, and each hub that a source has to {@code hubs}. */
    SourceLoop(
            SourceStore sources,
            Collector collector,
            ToIntFunction<Article> intake,
            BiConsumer<Source, Hub> hubs,
            SourceSettings settings,
            ObservationRegistry observations,
            InstantSource clock) {
        this.sources = sources;
        this.collector = collector;
        this.intake = intake;
        this.hubs = hubs;
        this.settings = settings;
        this.schedule = new Schedule(settings.floor(), settings.ceiling());
        this.observations = observations;
        this.clock = clock;
        this.room = new Semaphore(settings.atOnce());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    @Override
    public void start() {
        running = true;
        long poll = settings.poll().toMillis();
        taker.scheduleWithFixedDelay(this::turn, 0, poll, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each look handles its own failures
    private void turn() {
        try {
            tidy();
            int free = room.availablePermits();
            List<WatchedSource> due = free == 0 ? List.of() : sources.claim(free, clock.instant(), LEASE);
            for (WatchedSource watched : due) {
                room.acquireUninterruptibly();
                lookers.execute(() -> lookAndRelease(watched));
            }
        } catch (RuntimeException e) {
            LOG.error("sources could not be taken; they are due still", e);
        }
    }

    private void tidy() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.isAfter(tidied)) {
            sources.forgetBefore(today.minusDays(settings.keepDays()));
            tidied = today;
        }
    }

    private void lookAndRelease(WatchedSource watched) {
        try {
            Observation.createNotStarted("demarche.look", observations)
                    .highCardinalityKeyValue("source", watched.source().id())
                    .observe(() -> look(watched));
        } catch (RuntimeException e) {
            LOG.error(
                    "source {} could not be looked at; it falls due again",
                    watched.source().url(),
                    e);
        } finally {
            room.release();
        }
    }

    /** One look at a source. An article that cannot be taken in does not keep the others out, and is found again. */
    void look(WatchedSource watched) {
        Collected collected = collect(watched);
        if (stopping && collected.look().failure() != null) {
            sources.release(watched.source().id()); // it may have failed because we end
            return;
        }
        List<String> problems = new ArrayList<>(collected.problems());
        Look look = collected.look();
        int fresh = 0;
        for (Article article : collected.articles()) {
            try {
                if (intake.applyAsInt(article) > 0) {
                    fresh++;
                    sources.brought(watched.source().id(), article.id());
                    Trail.found(watched.source().id(), article.id());
                }
            } catch (RuntimeException e) {
                LOG.error("article {} could not be taken in", article.id(), e);
                problems.add("article " + article.id() + " could not be taken in: " + e.getMessage());
                look = look.inPart();
            }
        }
        @Nullable String problem = problems.isEmpty() ? null : String.join("; ", problems);
        SourceState state = watched.schedule(schedule)
                .after(
                        watched.state(),
                        look,
                        problem,
                        fresh,
                        clock.instant(),
                        ThreadLocalRandom.current().nextDouble());
        sources.record(watched.source().id(), state, tally(look, fresh));
        if (look.hub() != null) {
            hubs.accept(watched.source(), look.hub());
        }
        LOG.atLevel(problem == null ? Level.INFO : Level.WARN)
                .log(
                        "source {}: {} new articles, next {}, problem: {}",
                        watched.source().url(),
                        fresh,
                        state.nextFetchAt(),
                        problem);
    }

    /** Whatever a source sends, it is one source's problem. */
    private Collected collect(WatchedSource watched) {
        try {
            return collector.collect(watched.source(), watched.state());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("source {} could not be read", watched.source().url(), e);
            return Collected.unreadable(watched.state().validators(), "what it sends could not be read: " + e);
        }
    }

    private static SourceStore.Tally tally(Look look, int fresh) {
        boolean failed = look.failure() != null;
        return new SourceStore.Tally(1, look.changed() || failed ? 0 : 1, failed ? 1 : 0, fresh, look.bytes());
    }

    @Override
    public void stop() {
        stopping = true;
        taker.shutdown();
        lookers.shutdown(); // an interrupt would close the files of the embedded database
        try {
            if (!lookers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("some sources are being looked at still; what they bring is found again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
