package io.demarche.api.store;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Removes, every hour, what is past its time. */
final class ExpiryLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryLoop.class);

    private final List<Expiring> expiring;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    ExpiryLoop(List<Expiring> expiring, InstantSource clock) {
        this.expiring = expiring;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::turn, 1, 60, TimeUnit.MINUTES);
    }

    private void turn() {
        try {
            for (Expiring some : expiring) {
                while (running && some.expire(clock.instant()) > 0) {
                    LOG.debug("more of {} may be past its time", some);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("what is past its time could not be removed; it is tried again", e);
        }
    }

    /** A part that is being removed is not waited for: it is one transaction. */
    @Override
    public void stop() {
        running = false;
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
