package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Unreachable;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningSecrets;
import io.demarche.core.subscription.Subscription;
import org.junit.jupiter.api.Test;

class DeliveryRunnerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Executor HERE = Runnable::run;

    private final Deliveries deliveries = new Deliveries();
    private final Map<String, Outcome> outcomes = new TreeMap<>();
    private final DeliveryRunner runner = new DeliveryRunner(
            deliveries,
            new Sender(),
            new RetrySchedule(RetrySchedule.STANDARD, () -> 0),
            InstantSource.fixed(NOW),
            HERE);

    @Test
    void everyTryIsRecordedWithWhatFollows() {
        deliveries.due.addAll(List.of(delivery("msg_1", 0), delivery("msg_2", 1)));
        outcomes.put("msg_2", new Unreachable("connection refused"));

        assertThat(runner.run(10).join()).isEqualTo(2);

        assertThat(deliveries.attempts)
                .containsExactly(
                        new Attempt("msg_1", 1, NOW, Duration.ZERO, new Accepted(200)),
                        new Attempt("msg_2", 2, NOW, Duration.ZERO, new Unreachable("connection refused")));
        assertThat(deliveries.states)
                .containsEntry("msg_1", new State.Delivered(NOW))
                .containsEntry("msg_2", new State.Due(NOW.plus(Duration.ofMinutes(5))));
    }

    @Test
    void takesNoMoreThanAsked() {
        deliveries.due.addAll(List.of(delivery("msg_1", 0), delivery("msg_2", 0)));
        assertThat(runner.run(1).join()).isEqualTo(1);
        assertThat(deliveries.states).containsOnlyKeys("msg_1");
    }

    private static Delivery delivery(String id, int attempts) {
        Subscription subscription = new Subscription(
                "sub_1",
                URI.create("https://desk.example/hook"),
                Filter.EVERYTHING,
                SigningSecrets.of(Secret.of(new byte[24])),
                NOW);
        return new Delivery(id, subscription, "evt_1", "{}", attempts);
    }

    private final class Sender implements WebhookSender {

        @Override
        public Outcome send(Delivery delivery, Instant now) {
            return outcomes.getOrDefault(delivery.id(), new Accepted(200));
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(15);
        }
    }

    private static final class Deliveries implements DeliveryStore {

        final List<Delivery> due = new ArrayList<>();
        final List<Attempt> attempts = new ArrayList<>();
        final Map<String, State> states = new TreeMap<>();

        @Override
        public void owe(FlaggedEvent event, Subscription subscription, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Delivery> claim(int limit, Instant now, Duration lease) {
            return due.stream().limit(limit).toList();
        }

        @Override
        public void record(Attempt attempt, State next) {
            attempts.add(attempt);
            states.put(attempt.deliveryId(), next);
        }
    }
}
