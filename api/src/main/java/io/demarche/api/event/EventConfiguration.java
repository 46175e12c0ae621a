package io.demarche.api.event;

import java.time.InstantSource;

import io.demarche.api.text.FlaggedTexts;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.event.EventMerger;
import io.demarche.core.event.EventStore;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.RulebookCompiler;
import io.demarche.core.statement.ReadingStore;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Flagged events: their store, how they merge, and the queries on them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventSettings.class)
public class EventConfiguration {

    @Bean
    EventStore eventStore(JdbcClient jdbc, JsonMapper json, FlaggedTexts texts, InstantSource clock) {
        return new JdbcEventStore(jdbc, json, texts, clock);
    }

    @Bean
    JavaMigration oldReports(JsonMapper json) {
        return new OldReports(json);
    }

    @Bean
    EventMerger eventMerger(EventStore events, EventSettings settings) {
        return new EventMerger(events, settings.window());
    }

    @Bean
    EventReader eventReader(
            JdbcClient jdbc, JsonMapper json, FlaggedTexts texts, PlatformTransactionManager transactions) {
        return new EventReader(jdbc, json, texts, transactions);
    }

    @Bean
    EventFollowers eventFollowers(
            EventReader events, JdbcClient jdbc, JsonMapper json, Transactions transactions, EventSettings settings) {
        return new EventFollowers(
                events, new EventNumbering(jdbc, transactions), json, settings.followers(), settings.poll());
    }

    @Bean
    FollowController followController(EventFollowers followers, Rulebook rulebook) {
        return new FollowController(followers, rulebook);
    }

    @Bean
    MarkStore markStore(JdbcClient jdbc, Transactions transactions, JsonMapper json, InstantSource clock) {
        return new MarkStore(jdbc, transactions, json, clock);
    }

    @Bean
    MarkController markController(
            EventReader events,
            MarkStore marks,
            ArticleStore articles,
            ReadingStore readings,
            Rulebook rulebook,
            JsonMapper json) {
        return new MarkController(events, marks, articles, readings, rulebook, json);
    }

    @Bean
    RegroupingStore regroupingStore(
            EventMerger merger, JdbcClient jdbc, Transactions transactions, JsonMapper json, InstantSource clock) {
        return new RegroupingStore(merger, jdbc, transactions, json, clock);
    }

    @Bean
    RegroupingController regroupingController(EventReader events, RegroupingStore regroupings) {
        return new RegroupingController(events, regroupings);
    }

    @Bean
    WhyReader whyReader(ArticleStore articles, Rulebook rulebook, RevisionStore revisions, RulebookCompiler compiler) {
        return new WhyReader(articles, rulebook, revisions, compiler);
    }

    @Bean
    EventController eventController(
            EventReader events,
            JdbcClient jdbc,
            FlaggedTexts texts,
            MarkStore marks,
            RegroupingStore regroupings,
            WhyReader whys,
            Rulebook rulebook,
            JsonMapper json) {
        return new EventController(
                events,
                new EventCounts(jdbc, texts),
                new DossierReader(jdbc),
                marks,
                regroupings,
                whys,
                rulebook,
                json);
    }
}
