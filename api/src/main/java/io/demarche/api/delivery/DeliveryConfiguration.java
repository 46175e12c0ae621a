package io.demarche.api.delivery;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import io.demarche.api.store.Rows;
import io.demarche.core.delivery.DeliveryRunner;
import io.demarche.core.delivery.Dispatcher;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.event.EventStore;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.ingest.fetch.AddressGuard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** What is owed, the sender, and the loop that pays. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryConfiguration {

    @Bean
    PayloadWriter payloadWriter(JsonMapper json, DeliverySettings settings) {
        return new Payloads(json, settings.links());
    }

    @Bean
    JdbcDeliveryStore deliveryStore(
            NamedParameterJdbcOperations jdbc,
            Transactions transactions,
            SubscriptionStore subscriptions,
            PayloadWriter payloads,
            JsonMapper json) {
        return new JdbcDeliveryStore(jdbc, transactions, subscriptions, payloads, json);
    }

    @Bean
    Dispatcher dispatcher(JdbcDeliveryStore deliveries, PayloadWriter payloads) {
        return new Dispatcher(deliveries, payloads);
    }

    @Bean
    Deliveries deliveries(
            JdbcClient jdbc,
            Transactions transactions,
            JdbcDeliveryStore store,
            SubscriptionStore subscriptions,
            PayloadWriter payloads) {
        return new Deliveries(jdbc, transactions, store, subscriptions, payloads);
    }

    @Bean
    DeliveryController deliveryController(
            JdbcClient jdbc,
            SubscriptionStore subscriptions,
            Deliveries deliveries,
            JdbcDeliveryStore store,
            EventStore events,
            Dispatcher dispatcher,
            Rulebook rulebook,
            Transactions transactions,
            DeliverySettings settings,
            InstantSource clock,
            JsonMapper json) {
        return new DeliveryController(
                subscriptions,
                deliveries,
                new DeliveryLog(jdbc, json),
                store.endpoints(),
                new Replays(events, dispatcher, deliveries, rulebook, transactions),
                settings.deadline().multipliedBy(2),
                clock,
                json);
    }

    @Bean
    @ConditionalOnProperty(name = "demarche.delivery.enabled", matchIfMissing = true)
    HttpWebhookSender webhookSender(DeliverySettings settings, AddressGuard guard, JsonMapper json) {
        return new HttpWebhookSender(settings.deadline(), guard, json);
    }

    @Bean
    @ConditionalOnProperty(name = "demarche.delivery.enabled", matchIfMissing = true)
    DeliveryLoop deliveryLoop(
            JdbcDeliveryStore store,
            Deliveries deliveries,
            HttpWebhookSender sender,
            DeliverySettings settings,
            InstantSource clock,
            MeterRegistry metrics,
            ObservationRegistry observations,
            DataSource database)
            throws MetaDataAccessException {
        DeliveryLoop.Wake wake = new DeliveryLoop.Wake();
        DeliveryRunner runner = new DeliveryRunner(
                UUID.randomUUID().toString(),
                store,
                new ObservedSender(sender, metrics, observations),
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                new DeliveryRunner.Limits(settings.underWay(), settings.perReceiver(), settings.poll()),
                wake::ended);
        if (Rows.isEmbedded(database)) {
            store.releaseAll();
        }
        return new DeliveryLoop(runner, wake, deliveries, settings, clock);
    }
}
