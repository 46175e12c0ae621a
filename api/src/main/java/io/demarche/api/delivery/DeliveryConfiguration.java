package io.demarche.api.delivery;

import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.demarche.core.delivery.DeliveryRunner;
import io.demarche.core.delivery.DeliveryStore;
import io.demarche.core.delivery.RetrySchedule;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.ingest.fetch.AddressGuard;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What is owed, the sender, and the loop that pays. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryConfiguration {

    @Bean
    DeliveryStore deliveryStore(
            JdbcClient jdbc, Transactions transactions, SubscriptionStore subscriptions, JsonMapper json) {
        return new JdbcDeliveryStore(jdbc, transactions, subscriptions, new WebhookPayload(json));
    }

    @Bean
    DeliveryController deliveryController(JdbcClient jdbc, SubscriptionStore subscriptions) {
        return new DeliveryController(subscriptions, new DeliveryReader(jdbc));
    }

    @Bean
    @ConditionalOnProperty(name = "demarche.delivery.enabled", matchIfMissing = true)
    HttpWebhookSender webhookSender(DeliverySettings settings, AddressGuard guard) {
        return new HttpWebhookSender(settings.deadline(), guard);
    }

    @Bean
    @ConditionalOnProperty(name = "demarche.delivery.enabled", matchIfMissing = true)
    DeliveryLoop deliveryLoop(
            DeliveryStore deliveries,
            HttpWebhookSender sender,
            DeliverySettings settings,
            InstantSource clock,
            MeterRegistry metrics) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                settings.workers(), settings.workers(), 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        RetrySchedule schedule = new RetrySchedule(
                RetrySchedule.STANDARD, () -> ThreadLocalRandom.current().nextDouble());
        DeliveryRunner runner =
                new DeliveryRunner(deliveries, new CountingSender(sender, metrics), schedule, clock, workers);
        return new DeliveryLoop(runner, workers, settings.poll());
    }
}
