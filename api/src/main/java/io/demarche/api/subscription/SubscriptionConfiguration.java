package io.demarche.api.subscription;

import java.time.InstantSource;

import io.demarche.api.store.Vault;
import io.demarche.core.delivery.DeliveryStore;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.event.EventStore;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.ingest.fetch.AddressGuard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions to webhooks. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionConfiguration {

    @Bean
    SubscriptionStore subscriptionStore(JdbcClient jdbc, Transactions transactions, JsonMapper json, Vault vault) {
        JdbcSubscriptionStore store = new JdbcSubscriptionStore(jdbc, transactions, json, vault);
        store.sealAnew();
        return store;
    }

    @Bean
    SubscriptionController subscriptionController(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            EventStore events,
            Rulebook rulebook,
            PayloadWriter payloads,
            AddressGuard guard,
            InstantSource clock) {
        return new SubscriptionController(subscriptions, deliveries, events, rulebook, payloads, guard, clock);
    }
}
