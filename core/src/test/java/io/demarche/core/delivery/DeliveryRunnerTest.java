package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Unreachable;
import io.demarche.core.subscription.Pace;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.Subscriptions;
import io.demarche.core.subscription.Terms;
import org.junit.jupiter.api.Test;

class DeliveryRunnerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Subscription ONE = Subscriptions.of("sub_1", Terms.STANDARD);
    private static final Subscription OTHER = Subscriptions.of("sub_2", Terms.STANDARD);

    private final Deliveries deliveries = new Deliveries();
    private final Map<String, CompletableFuture<Exchange>> underWay = new LinkedHashMap<>();
    private final AtomicInteger woken = new AtomicInteger();
    private final DeliveryRunner runner = new DeliveryRunner(
            "here",
            deliveries,
            new Sender(),
            InstantSource.fixed(NOW),
            () -> 0,
            new DeliveryRunner.Limits(5, 2, Duration.ZERO),
            woken::incrementAndGet);

    @Test
    void everyTryIsRecordedWithWhatFollows() {
        deliveries.due.addAll(List.of(delivery(ONE, "msg_1", 0), delivery(ONE, "msg_2", 1)));
        assertThat(runner.send()).isEqualTo(2);
        assertThat(runner.record()).isZero();
        end("msg_1", new Accepted(200));
        end("msg_2", new Unreachable("connection refused"));
        assertThat(woken).hasValue(2);
        runner.send();
        assertThat(runner.record()).isEqualTo(2);

        assertThat(deliveries.attempts)
                .containsExactly(
                        attempt("msg_1", 1, new Accepted(200), new State.Delivered(NOW)),
                        attempt(
                                "msg_2",
                                2,
                                new Unreachable("connection refused"),
                                new State.Due(NOW.plus(Duration.ofMinutes(5)))));
        assertThat(runner.wind()).isFalse();
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() {
        for (int number = 0; number < 10; number++) {
            deliveries.due.add(delivery(ONE, "msg_" + number, 0));
        }
        assertThat(runner.send()).isEqualTo(2);
        deliveries.due.add(delivery(OTHER, "msg_x", 0));
        assertThat(runner.send()).isEqualTo(1);
        assertThat(underWay).containsKey("msg_x");
        assertThat(runner.send()).isZero();
        end("msg_0", new Accepted(200));
        assertThat(runner.send()).isEqualTo(1);
    }

    @Test
    void nothingIsSentTwiceBeforeItIsRecorded() {
        deliveries.due.add(delivery(ONE, "msg_1", 0));
        assertThat(runner.send()).isEqualTo(1);
        end("msg_1", new Accepted(200));
        assertThat(runner.send()).isZero();
        runner.record();
        assertThat(runner.send()).isZero();
        assertThat(deliveries.attempts).hasSize(1);
    }

    @Test
    void aReceiverThatFailsIsProbedOnceAtATime() {
        for (int failure = 0; failure < Endpoint.MOST_FAILURES; failure++) {
            deliveries.endpoint =
                    deliveries.endpoint.after(new Unreachable("connection refused"), NOW.minusSeconds(3600));
        }
        deliveries.due.addAll(List.of(delivery(ONE, "msg_1", 0), delivery(ONE, "msg_2", 0)));
        assertThat(runner.send()).isEqualTo(1);
        end("msg_1", new Unreachable("connection refused"));
        assertThat(runner.send())
                .describedAs("what came of the probe is not recorded yet")
                .isZero();
    }

    @Test
    void aPaceHolds() {
        Terms slow = new Terms(
                Terms.STANDARD.form(),
                Terms.STANDARD.updates(),
                Terms.STANDARD.timing(),
                new Pace(60, false, Pace.STANDARD_PAUSES),
                List.of());
        Subscription paced = Subscriptions.of("sub_3", slow);
        deliveries.due.addAll(
                List.of(delivery(paced, "msg_1", 0), delivery(paced, "msg_2", 0), delivery(paced, "msg_3", 0)));
        assertThat(runner.send()).isEqualTo(2);
        end("msg_1", new Accepted(200));
        end("msg_2", new Accepted(200));
        assertThat(runner.send()).isZero();
        deliveries.due.clear();
        runner.record();
        runner.send();
        deliveries.due.add(delivery(paced, "msg_4", 0));
        assertThat(runner.send())
                .describedAs("the pace is kept in mind while nothing is due")
                .isZero();
    }

    @Test
    void whatCouldNotBeRecordedIsKept() {
        deliveries.due.add(delivery(ONE, "msg_1", 0));
        runner.send();
        end("msg_1", new Accepted(200));
        runner.send();
        deliveries.broken = true;
        assertThatThrownBy(runner::record).isInstanceOf(IllegalStateException.class);
        deliveries.broken = false;
        assertThat(runner.record()).isEqualTo(1);
    }

    @Test
    void anAttemptThatBreaksOffIsAnOutcomeToo() {
        deliveries.due.add(delivery(ONE, "msg_1", 0));
        runner.send();
        underWay.remove("msg_1").completeExceptionally(new IllegalStateException("out of ports"));
        runner.send();
        runner.record();
        assertThat(deliveries.attempts.get(0).exchange().outcome()).isInstanceOf(Unreachable.class);
    }

    private void end(String id, Outcome outcome) {
        underWay.remove(id).complete(Exchange.of(outcome));
    }

    private static Attempt attempt(String id, int number, Outcome outcome, State next) {
        return new Attempt(id, 1, "sub_1", number, NOW, Duration.ZERO, Exchange.of(outcome), next);
    }

    private static Delivery delivery(Subscription subscription, String id, int attempts) {
        return new Delivery(id, 1, subscription, Payload.json("{}"), attempts, 0);
    }

    private final class Sender implements WebhookSender {

        @Override
        public CompletableFuture<Exchange> send(Delivery delivery, Instant now) {
            return underWay.computeIfAbsent(delivery.id(), id -> new CompletableFuture<>());
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(15);
        }
    }

    private static final class Deliveries implements DeliveryStore {

        final List<Delivery> due = new ArrayList<>();
        final List<Attempt> attempts = new ArrayList<>();
        Endpoint endpoint = Endpoint.HEALTHY;
        boolean broken;

        @Override
        public boolean owe(Debt debt, State state, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Ready> ready(String sender, Instant now, Duration lease) {
            return due.stream()
                    .map(Delivery::subscription)
                    .distinct()
                    .map(subscription -> new Ready(subscription, endpoint))
                    .toList();
        }

        @Override
        public void release(String sender) {}

        @Override
        public List<Delivery> due(Subscription subscription, int limit, Instant now) {
            return due.stream()
                    .filter(delivery -> delivery.subscription().equals(subscription))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Endpoint endpoint(String subscriptionId) {
            return endpoint;
        }

        @Override
        public void record(List<Attempt> ended, Instant now) {
            if (broken) {
                throw new IllegalStateException("the database is gone");
            }
            attempts.addAll(ended);
            due.removeIf(delivery ->
                    ended.stream().anyMatch(attempt -> attempt.deliveryId().equals(delivery.id())));
        }
    }
}
