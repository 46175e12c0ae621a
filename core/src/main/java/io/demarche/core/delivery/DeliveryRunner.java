package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;

import io.demarche.core.subscription.Pace;
import io.demarche.core.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The second and last loop: take what is due, send it, append the attempts, and let the schedule say what comes next. Delivery is at
 * least once: a process that dies between sending and recording leaves the delivery due, and it is sent again under its id.
 *
 * <p>A receiver is held on lease by one sender, which gives it only a few attempts at a time, so that a slow one holds up nobody else.
 * One thread calls {@link #send()} and one, perhaps the same, {@link #record()}; attempts go on beside them.
 */
public final class DeliveryRunner {

    /** How long a sender that has died keeps others from its receivers. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** What was read ahead is read again after so long: somebody may have changed it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int READ_AHEAD = 256;
    private static final int MOST_UNRECORDED = 5_000;

    private final String name;
    private final DeliveryStore deliveries;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final DoubleSupplier chance;
    private final Limits limits;
    private final Runnable wake;

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Queue<Attempt> ended = new ConcurrentLinkedQueue<>();
    private final Queue<Attempt> unrecorded = new ConcurrentLinkedQueue<>();
    private final Queue<Attempt> recorded = new ConcurrentLinkedQueue<>();
    private Instant asked = Instant.MIN;

    /**
     * What is sent at once.
     *
     * @param total attempts under way in all
     * @param perReceiver attempts under way to one receiver
     * @param poll how long an answer to which receivers are ready holds good
     */
    public record Limits(int total, int perReceiver, Duration poll) {}

    /**
     * A runner.
     *
     * @param name under which it holds receivers on lease; no other runner's
     * @param chance gives numbers in [0, 1), for the schedule
     * @param wake is run, on any thread, when an attempt has ended and there is something to do
     */
    public DeliveryRunner(
            String name,
            DeliveryStore deliveries,
            WebhookSender sender,
            InstantSource clock,
            DoubleSupplier chance,
            Limits limits,
            Runnable wake) {
        this.name = name;
        this.deliveries = deliveries;
        this.sender = sender;
        this.clock = clock;
        this.chance = chance;
        this.limits = limits;
        this.wake = wake;
    }

    /** What goes to one receiver. */
    private static final class Lane {

        private Subscription subscription;
        private Endpoint endpoint;
        private boolean ready = true;
        private final Deque<Delivery> ahead = new ArrayDeque<>();
        private final Set<String> taken = new HashSet<>();
        private Instant readAt = Instant.EPOCH;
        private int underWay;
        private @Nullable Instant next;

        Lane(DeliveryStore.Ready ready) {
            this.subscription = ready.subscription();
            this.endpoint = ready.endpoint();
        }

        /** Whether what was sent last still counts against the pace. */
        boolean isPaced(Instant now) {
            return next != null && !next.isBefore(now.minus(FRESH));
        }

        /** A receiver that fails gets no attempt more before what came of the last ones is known. */
        int room(int most, Instant now) {
            int used = endpoint.failures() == 0 ? underWay : taken.size() - ahead.size();
            return Math.min(
                    endpoint.room(most, now) - used, subscription.terms().pace().allowance(next, now));
        }
    }

    /** Begins the attempts that are due and for which there is room; returns how many. */
    public int send() {
        tidy();
        Instant now = clock.instant();
        boolean stale = Duration.between(asked, now).abs().compareTo(limits.poll()) >= 0;
        if (stale) {
            ask(now);
        }
        int begun = fill(now);
        if (begun == 0 && !stale && lanes.values().stream().anyMatch(lane -> lane.ready && lane.ahead.isEmpty())) {
            ask(now);
            begun = fill(now);
        }
        return begun;
    }

    private void tidy() {
        for (Attempt attempt = ended.poll(); attempt != null; attempt = ended.poll()) {
            lane(attempt).underWay--;
            unrecorded.add(attempt);
        }
        for (Attempt attempt = recorded.poll(); attempt != null; attempt = recorded.poll()) {
            lane(attempt).taken.remove(attempt.deliveryId());
        }
        lanes.values().removeIf(lane -> !lane.ready && lane.taken.isEmpty() && !lane.isPaced(asked));
    }

    private Lane lane(Attempt attempt) {
        Lane lane = lanes.get(attempt.subscriptionId());
        if (lane == null) {
            throw new IllegalStateException("no lane for " + attempt.deliveryId());
        }
        return lane;
    }

    private void ask(Instant now) {
        asked = now;
        for (Lane lane : lanes.values()) {
            lane.ready = false;
        }
        for (DeliveryStore.Ready ready : deliveries.ready(name, now, LEASE)) {
            Lane lane = lanes.computeIfAbsent(ready.subscription().id(), id -> new Lane(ready));
            lane.subscription = ready.subscription();
            lane.endpoint = ready.endpoint();
            lane.ready = true;
        }
        for (Lane lane : lanes.values()) {
            if (!lane.ready || Duration.between(lane.readAt, now).abs().compareTo(FRESH) > 0) {
                forget(lane);
            }
        }
    }

    private static void forget(Lane lane) {
        lane.ahead.forEach(delivery -> lane.taken.remove(delivery.id()));
        lane.ahead.clear();
    }

    private int fill(Instant now) {
        int left = limits.total()
                - lanes.values().stream().mapToInt(lane -> lane.underWay).sum();
        int begun = 0;
        for (Lane lane : lanes.values()) {
            int room = lane.ready && unrecorded.size() < MOST_UNRECORDED
                    ? Math.min(left - begun, lane.room(limits.perReceiver(), now))
                    : 0;
            if (room > 0 && lane.ahead.isEmpty()) {
                readAhead(lane, now);
            }
            int sent = 0;
            for (; sent < room && !lane.ahead.isEmpty(); sent++) {
                begin(lane.ahead.remove(), lane);
            }
            lane.next = sent == 0 ? lane.next : lane.subscription.terms().pace().next(lane.next, now, sent);
            begun += sent;
        }
        return begun;
    }

    private void readAhead(Lane lane, Instant now) {
        lane.readAt = now;
        for (Delivery delivery : deliveries.due(lane.subscription, READ_AHEAD + lane.taken.size(), now)) {
            if (lane.taken.add(delivery.id())) {
                lane.ahead.add(delivery);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the attempt may throw becomes an outcome
    private void begin(Delivery read, Lane lane) {
        Delivery delivery = new Delivery(
                read.id(), read.number(), lane.subscription, read.payload(), read.attempts(), read.before());
        Instant started = clock.instant();
        lane.underWay++;
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
        Pace pace = subscription.terms().pace();
        State next =
                new RetrySchedule(pace.pauses(), chance).after(number - delivery.before(), exchange.outcome(), now);
        return new Attempt(
                delivery.id(),
                delivery.number(),
                subscription.id(),
                number,
                started,
                Duration.between(started, now),
                exchange,
                next);
    }

    /** Records the attempts that have ended; returns how many. If that fails they are kept for the next time. */
    public int record() {
        List<Attempt> attempts = new ArrayList<>();
        for (Attempt attempt = unrecorded.poll(); attempt != null; attempt = unrecorded.poll()) {
            attempts.add(attempt);
        }
        if (attempts.isEmpty()) {
            return 0;
        }
        try {
            deliveries.record(attempts, clock.instant());
        } catch (RuntimeException e) {
            unrecorded.addAll(attempts);
            throw e;
        }
        recorded.addAll(attempts);
        return attempts.size();
    }

    /** Begins no more attempts, takes note of those that have ended, and says whether some are under way or not recorded yet. */
    public boolean wind() {
        lanes.values().forEach(DeliveryRunner::forget);
        tidy();
        return lanes.values().stream().anyMatch(lane -> !lane.taken.isEmpty());
    }

    /** Lets other senders have its receivers. */
    public void close() {
        deliveries.release(name);
    }
}
