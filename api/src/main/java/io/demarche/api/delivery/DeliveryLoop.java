package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.demarche.core.delivery.DeliveryRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Turns the runner: one thread sends, one records, each at once when an attempt has ended and otherwise at every poll; a third does
 * from time to time what the passing of time asks for.
 */
final class DeliveryLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration BETWEEN_DIGESTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final DeliveryRunner runner;
    private final Wake wake;
    private final Deliveries deliveries;
    private final DeliverySettings settings;
    private final InstantSource clock;
    private final Thread sending = new Thread(() -> loop(this::send), "delivery-sender");
    private final Thread recording = new Thread(() -> loop(this::record), "delivery-recorder");
    private final Thread keeping = new Thread(() -> loop(this::keep), "delivery-keeper");
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile boolean wound;
    private Instant cleaned = Instant.EPOCH;

    /** What threads wait for. */
    static final class Wake {

        private final Semaphore sender = new Semaphore(0);
        private final Semaphore recorder = new Semaphore(0);
        private final Semaphore keeper = new Semaphore(0);

        /** An attempt has ended. */
        void ended() {
            sender.release();
        }
    }

    DeliveryLoop(
            DeliveryRunner runner, Wake wake, Deliveries deliveries, DeliverySettings settings, InstantSource clock) {
        this.runner = runner;
        this.wake = wake;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        sending.start();
        recording.start();
        keeping.start();
    }

    /** Takes turns until one says that it was the last. */
    private static void loop(BooleanSupplier turn) {
        boolean more = true;
        while (more) {
            try {
                more = turn.getAsBoolean();
            } catch (RuntimeException e) {
                LOG.error("deliveries could not be taken or recorded; trying again", e);
                more = pause(new Semaphore(0), BETWEEN_DIGESTS);
            }
        }
    }

    private boolean send() {
        int begun = stopping ? 0 : runner.send();
        if (stopping) {
            wound = !runner.wind();
        }
        wake.recorder.release();
        return !wound && (begun > 0 || pause(wake.sender, settings.poll()));
    }

    private boolean record() {
        int recorded = runner.record();
        if (recorded > 0) {
            wake.sender.release();
        }
        return !wound && (recorded > 0 || pause(wake.recorder, settings.poll()));
    }

    private boolean keep() {
        Instant now = clock.instant();
        deliveries.digest(now);
        if (!now.isBefore(cleaned.plus(BETWEEN_CLEANINGS))) {
            cleaned = now;
            deliveries.age(now);
            deliveries.forget(now.minus(settings.attemptsKept()));
        }
        return !stopping && pause(wake.keeper, BETWEEN_DIGESTS);
    }

    /** Waits until it is woken or the time is over; false if the thread is to end. */
    private static boolean pause(Semaphore woken, Duration longest) {
        try {
            if (woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets what is under way end, and be recorded. No thread is interrupted: that would close the file of an embedded database. */
    @Override
    public void stop() {
        stopping = true;
        wake.sender.release();
        wake.keeper.release();
        try {
            sending.join(settings.deadline().plus(BETWEEN_DIGESTS).toMillis());
            wound = true;
            recording.join(settings.deadline().toMillis());
            keeping.join(settings.deadline().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runner.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
