package io.demarche.api.event;

import java.time.InstantSource;

import io.demarche.core.event.EventMerger;
import io.demarche.core.event.EventStore;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Rulebook;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Flagged events: their store, how they merge, and the queries on them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
public class EventConfiguration {

    @Bean
    EventStore eventStore(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        return new JdbcEventStore(jdbc, json, clock);
    }

    @Bean
    EventMerger eventMerger(EventStore events, EventSettings settings) {
        return new EventMerger(events, settings.window());
    }

    @Bean
    EventFollowers eventFollowers(JdbcClient jdbc, JsonMapper json, Transactions transactions, EventSettings settings) {
        return new EventFollowers(
                new EventReader(jdbc, json),
                new EventNumbering(jdbc, transactions),
                json,
                settings.followers(),
                settings.poll());
    }

    @Bean
    FollowController followController(EventFollowers followers, Rulebook rulebook) {
        return new FollowController(followers, rulebook);
    }

    @Bean
    EventController eventController(JdbcClient jdbc, Rulebook rulebook, JsonMapper json) {
        return new EventController(
                new EventReader(jdbc, json), new EventCounts(jdbc), new DossierReader(jdbc), rulebook, json);
    }
}
