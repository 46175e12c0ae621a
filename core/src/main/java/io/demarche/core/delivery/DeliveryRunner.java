package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The second and last loop: take what is due, send it, append the attempt, and let the schedule say what comes next. Delivery is
 * at least once: a process that dies between sending and recording leaves the delivery due, and it is sent again under its id. The
 * lease is longer than any attempt may last, so that nothing is sent twice at the same time.
 */
public final class DeliveryRunner {

    private final DeliveryStore deliveries;
    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final InstantSource clock;
    private final Executor executor;

    /** A runner whose attempts are made on that executor. */
    public DeliveryRunner(
            DeliveryStore deliveries,
            WebhookSender sender,
            RetrySchedule schedule,
            InstantSource clock,
            Executor executor) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.schedule = schedule;
        this.clock = clock;
        this.executor = executor;
    }

    /** Starts up to {@code limit} attempts that are due; the result ends when the last of them is recorded, with their number. */
    public CompletableFuture<Integer> run(int limit) {
        Duration lease = sender.deadline().multipliedBy(2);
        List<Delivery> due = deliveries.claim(limit, clock.instant(), lease);
        CompletableFuture<?>[] attempts = due.stream()
                .map(delivery -> CompletableFuture.runAsync(() -> attempt(delivery), executor))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(attempts).thenApply(done -> due.size());
    }

    private void attempt(Delivery delivery) {
        Instant started = clock.instant();
        Outcome outcome = sender.send(delivery, started);
        Instant ended = clock.instant();
        int number = delivery.attempts() + 1;
        deliveries.record(
                new Attempt(delivery.id(), number, started, Duration.between(started, ended), outcome),
                schedule.after(number, outcome, ended));
    }
}
