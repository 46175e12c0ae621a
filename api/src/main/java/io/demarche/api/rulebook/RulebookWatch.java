package io.demarche.api.rulebook;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Rulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Puts in force what other processes publish, and tells of rules that used up their budget. */
final class RulebookWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookWatch.class);

    private final Rulebook rulebook;
    private final Duration poll;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rulebook-watch"));
    private Map<String, Integer> breaches = Map.of();
    private String trouble = "";
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
            tellBreaches(rulebook.current());
            trouble = "";
        } catch (RuntimeException e) {
            tellOnce(String.valueOf(e.getMessage()));
        }
    }

    private void tellBreaches(CompiledRulebook current) {
        Map<String, Integer> now = current.breaches();
        if (!now.equals(breaches) && !now.isEmpty()) {
            LOG.warn(
                    "rulebook: on how many articles rules used up their budget and were left out: {}; suspended: {}",
                    now,
                    current.suspended());
        }
        breaches = now;
    }

    /** The same trouble comes again at every turn until it is mended. */
    private void tellOnce(String message) {
        if (!message.equals(trouble)) {
            LOG.error(
                    "rulebook: what was published last cannot be put in force here; revision {} stays: {}",
                    rulebook.current().revision(),
                    message);
        }
        trouble = message;
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
