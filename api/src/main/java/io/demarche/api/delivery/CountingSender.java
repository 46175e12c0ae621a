package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.Exchange;
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
    public CompletableFuture<Exchange> send(Delivery delivery, Instant now) {
        return sender.send(delivery, now).whenComplete((exchange, thrown) -> {
            String name = thrown == null ? exchange.outcome().getClass().getSimpleName() : "unreachable";
            metrics.counter("demarche.attempts", "outcome", name.toLowerCase(Locale.ROOT))
                    .increment();
        });
    }

    @Override
    public Duration deadline() {
        return sender.deadline();
    }
}
