package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.demarche.core.delivery.DeliveryRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Turns the runner, at once when an attempt has ended and otherwise at every poll, and does from time to time what time asks for. */
final class DeliveryLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration BETWEEN_DIGESTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final DeliveryRunner runner;
    private final Semaphore woken;
    private final Deliveries deliveries;
    private final DeliverySettings settings;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::loop, "delivery-loop");
    private volatile boolean running;
    private volatile boolean stopping;
    private Instant digested = Instant.EPOCH;
    private Instant cleaned = Instant.EPOCH;

    /** A loop that {@code woken} wakes. */
    DeliveryLoop(
            DeliveryRunner runner,
            Semaphore woken,
            Deliveries deliveries,
            DeliverySettings settings,
            InstantSource clock) {
        this.runner = runner;
        this.woken = woken;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    private void loop() {
        Instant giveUp = Instant.MAX;
        while (!stopping || (runner.isBusy() && clock.instant().isBefore(giveUp))) {
            if (stopping && giveUp.equals(Instant.MAX)) {
                giveUp = clock.instant().plus(settings.deadline());
            }
            if (!turn()) {
                pause();
            }
        }
    }

    /** Whether there may be more to do at once. */
    private boolean turn() {
        try {
            int recorded = runner.record();
            if (stopping) {
                return recorded > 0;
            }
            keep(clock.instant());
            return runner.send() > 0;
        } catch (RuntimeException e) {
            LOG.error("deliveries could not be taken or recorded; trying again", e);
            return false;
        }
    }

    private void keep(Instant now) {
        if (!now.isBefore(digested.plus(BETWEEN_DIGESTS))) {
            digested = now;
            deliveries.digest(now);
        }
        if (!now.isBefore(cleaned.plus(BETWEEN_CLEANINGS))) {
            cleaned = now;
            deliveries.age(now);
            deliveries.forget(now.minus(settings.attemptsKept()));
        }
    }

    private void pause() {
        try {
            if (woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Lets what is under way end. */
    @Override
    public void stop() {
        stopping = true;
        woken.release();
        try {
            thread.join(settings.deadline().multipliedBy(2).toMillis());
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
