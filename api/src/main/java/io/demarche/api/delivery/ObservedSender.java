package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.Exchange;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.WebhookSender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** Counts attempts by their outcome, and lets be observed, in metrics and traces, how long they take. */
final class ObservedSender implements WebhookSender {

    private final WebhookSender sender;
    private final MeterRegistry metrics;
    private final ObservationRegistry observations;

    ObservedSender(WebhookSender sender, MeterRegistry metrics, ObservationRegistry observations) {
        this.sender = sender;
        this.metrics = metrics;
        this.observations = observations;
        // So that each is there, at zero, before the first attempt: whoever watches for one need not ask whether it is.
        Stream.of(Outcome.class.getPermittedSubclasses()).forEach(outcome -> counter(name(outcome)));
    }

    private Counter counter(String outcome) {
        return metrics.counter("demarche.attempts", "outcome", outcome);
    }

    private static String name(Class<?> outcome) {
        return outcome.getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public CompletableFuture<Exchange> send(Delivery delivery, Instant now) {
        Observation attempt = Observation.createNotStarted("demarche.attempt", observations)
                .highCardinalityKeyValue("delivery", delivery.id())
                .highCardinalityKeyValue("subscription", delivery.subscription().id())
                .start();
        return sender.send(delivery, now).whenComplete((exchange, thrown) -> {
            String name = thrown == null ? exchange.outcome().getClass().getSimpleName() : "unreachable";
            counter(name).increment();
            attempt.lowCardinalityKeyValue("outcome", name.toLowerCase(Locale.ROOT))
                    .stop();
        });
    }

    @Override
    public Duration deadline() {
        return sender.deadline();
    }
}
