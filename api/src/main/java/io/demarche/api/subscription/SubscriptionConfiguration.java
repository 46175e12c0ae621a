package io.demarche.api.subscription;

import java.time.InstantSource;

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
    SubscriptionStore subscriptionStore(JdbcClient jdbc, JsonMapper json) {
        return new JdbcSubscriptionStore(jdbc, json);
    }

    @Bean
    SubscriptionController subscriptionController(
            SubscriptionStore subscriptions, AddressGuard guard, InstantSource clock) {
        return new SubscriptionController(subscriptions, guard, clock);
    }
}
