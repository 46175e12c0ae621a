package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.WebhookSender;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts attempts by their outcome. */
final class CountingSender implements WebhookSender {

    private final WebhookSender sender;
    private final MeterRegistry metrics;

    CountingSender(WebhookSender sender, MeterRegistry metrics) {
        this.sender = sender;
        this.metrics = metrics;
    }

    @Override
    public Outcome send(Delivery delivery, Instant now) {
        Outcome outcome = sender.send(delivery, now);
        String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("demarche.attempts", "outcome", name).increment();
        return outcome;
    }

    @Override
    public Duration deadline() {
        return sender.deadline();
    }
}
