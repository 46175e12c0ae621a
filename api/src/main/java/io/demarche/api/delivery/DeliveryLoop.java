package io.demarche.api.delivery;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.demarche.core.delivery.DeliveryRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the runner take, again and again, as many due deliveries as there are free workers. */
final class DeliveryLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

    private final DeliveryRunner runner;
    private final ThreadPoolExecutor workers;
    private final Duration poll;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "delivery-loop"));
    private volatile boolean running;

    DeliveryLoop(DeliveryRunner runner, ThreadPoolExecutor workers, Duration poll) {
        this.runner = runner;
        this.workers = workers;
        this.poll = poll;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    @Override
    public void start() {
        running = true;
        clockwork.scheduleWithFixedDelay(this::turn, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    private void turn() {
        try {
            int free = workers.getMaximumPoolSize()
                    - workers.getActiveCount()
                    - workers.getQueue().size();
            if (free > 0) {
                runner.run(free).whenComplete((count, thrown) -> {
                    if (thrown != null) {
                        LOG.error("attempts could not be recorded; their deliveries fall due again", thrown);
                    }
                });
            }
        } catch (RuntimeException e) {
            LOG.error("due deliveries could not be taken; trying again", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        workers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
