package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;

import io.demarche.core.subscription.Subscription;

/**
 * The second and last loop: take what is due, send it, append the attempts, and let the schedule say what comes next. Delivery is at
 * least once: a process that dies between sending and recording leaves the delivery due, and it is sent again under its id. The lease
 * is longer than any attempt may last, so that nothing is sent twice at the same time.
 *
 * <p>One thread turns the loop; attempts go on beside it, of each receiver only a few, so that a slow one holds up nobody else.
 */
public final class DeliveryRunner {

    private final DeliveryStore deliveries;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final DoubleSupplier chance;
    private final Limits limits;
    private final Runnable wake;

    private final Queue<Attempt> ended = new ConcurrentLinkedQueue<>();
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Integer> perReceiver = new LinkedHashMap<>();

    /**
     * How many attempts are under way at once.
     *
     * @param total in all
     * @param perReceiver to one receiver
     */
    public record Limits(int total, int perReceiver) {}

    /**
     * A runner.
     *
     * @param chance gives numbers in [0, 1), for the schedule
     * @param wake is run, on any thread, when an attempt has ended and can be recorded
     */
    public DeliveryRunner(
            DeliveryStore deliveries,
            WebhookSender sender,
            InstantSource clock,
            DoubleSupplier chance,
            Limits limits,
            Runnable wake) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.clock = clock;
        this.chance = chance;
        this.limits = limits;
        this.wake = wake;
    }

    /** Begins the attempts that are due and for which there is room; returns how many. */
    public int send() {
        Map<Subscription, Integer> rooms = rooms();
        if (rooms.isEmpty()) {
            return 0;
        }
        List<Delivery> claimed =
                deliveries.claim(rooms, clock.instant(), sender.deadline().multipliedBy(2));
        int begun = 0;
        for (Delivery delivery : claimed) {
            if (underWay.add(delivery.id())) {
                perReceiver.merge(delivery.subscription().id(), 1, Integer::sum);
                begin(delivery);
                begun++;
            }
        }
        return begun;
    }

    private Map<Subscription, Integer> rooms() {
        Map<Subscription, Integer> rooms = new LinkedHashMap<>();
        int left = limits.total() - underWay.size();
        List<DeliveryStore.Ready> ready = left <= 0 ? List.of() : deliveries.ready(clock.instant());
        for (DeliveryStore.Ready one : ready) {
            Subscription subscription = one.subscription();
            int room = one.endpoint().room(limits.perReceiver(), clock.instant())
                    - perReceiver.getOrDefault(subscription.id(), 0);
            int taken = Math.min(left, Math.min(room, one.allowance()));
            if (taken > 0) {
                rooms.put(subscription, taken);
                left -= taken;
            }
        }
        return rooms;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the attempt may throw becomes an outcome
    private void begin(Delivery delivery) {
        Instant started = clock.instant();
        sender.send(delivery, started).whenComplete((exchange, thrown) -> {
            Exchange known = thrown == null
                    ? exchange
                    : Exchange.of(new Outcome.Unreachable("the attempt broke off on our side: " + thrown));
            ended.add(attempt(delivery, started, known));
            wake.run();
        });
    }

    private Attempt attempt(Delivery delivery, Instant started, Exchange exchange) {
        Instant now = clock.instant();
        int number = delivery.attempts() + 1;
        Subscription subscription = delivery.subscription();
        RetrySchedule schedule = new RetrySchedule(subscription.terms().pace().pauses(), chance);
        State next = schedule.after(number - delivery.before(), exchange.outcome(), now);
        return new Attempt(
                delivery.id(), subscription.id(), number, started, Duration.between(started, now), exchange, next);
    }

    /** Records the attempts that have ended; returns how many. If that fails they are kept for the next time. */
    public int record() {
        List<Attempt> attempts = new ArrayList<>();
        for (Attempt attempt = ended.poll(); attempt != null; attempt = ended.poll()) {
            attempts.add(attempt);
        }
        if (attempts.isEmpty()) {
            return 0;
        }
        try {
            deliveries.record(attempts, clock.instant());
        } catch (RuntimeException e) {
            ended.addAll(attempts);
            throw e;
        }
        for (Attempt attempt : attempts) {
            underWay.remove(attempt.deliveryId());
            perReceiver.merge(attempt.subscriptionId(), -1, (one, other) -> one + other == 0 ? null : one + other);
        }
        return attempts.size();
    }

    /** Whether attempts are under way or not recorded yet. */
    public boolean isBusy() {
        return !underWay.isEmpty();
    }
}
