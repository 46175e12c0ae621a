package io.demarche.api.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.demarche.core.rulebook.Rulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Puts in force what other processes publish, and tells of rules that were suspended. */
final class RulebookWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookWatch.class);

    private final Rulebook rulebook;
    private final Duration poll;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rulebook-watch"));
    private List<String> suspended = List.of();
    private volatile boolean running;

    RulebookWatch(Rulebook rulebook, Duration poll) {
        this.rulebook = rulebook;
        this.poll = poll;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    @Override
    public void start() {
        running = true;
        clockwork.scheduleWithFixedDelay(this::turn, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void turn() {
        try {
            if (rulebook.refresh()) {
                LOG.info("rulebook: revision {} is in force", rulebook.current().revision());
            }
            List<String> now = rulebook.current().suspended();
            if (!now.equals(suspended) && !now.isEmpty()) {
                LOG.warn("rulebook: rules that used up their budget too often are suspended: {}", now);
            }
            suspended = now;
        } catch (RuntimeException e) {
            LOG.error(
                    "rulebook: what was published last cannot be put in force here; revision {} stays",
                    rulebook.current().revision(),
                    e);
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
