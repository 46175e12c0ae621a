package io.demarche.api.pipeline;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

import io.demarche.core.article.ArticleStore;
import io.demarche.core.delivery.Dispatcher;
import io.demarche.core.event.EventMerger;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Reevaluation;
import io.demarche.core.pipeline.Rehearsal;
import io.demarche.core.pipeline.Stores;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.RulebookCompiler;
import io.demarche.core.statement.ReadingStore;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.rules.rulebook.DrlCompiler;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The straight line, put together. */
@Configuration(proxyBeanMethods = false)
public class PipelineConfiguration {

    /** To the millisecond, which every database keeps, so that a time is the same before it is stored and after. */
    @Bean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    RulebookCompiler rulebookCompiler(ObservationRegistry observations) {
        return new DrlCompiler(reader -> new ObservedReader(reader, observations));
    }

    @Bean
    Stores stores(ArticleStore articles, ReadingStore readings, SubscriptionStore subscriptions) {
        return new Stores(articles, readings, subscriptions);
    }

    @Bean
    ArticlePipeline articlePipeline(
            Transactions transactions,
            Stores stores,
            Rulebook rulebook,
            EventMerger merger,
            Dispatcher dispatcher,
            InstantSource clock) {
        return new ArticlePipeline(transactions, stores, rulebook, merger, dispatcher, clock);
    }

    @Bean
    Rehearsal rehearsal(ReadingStore readings, ArticlePipeline pipeline) {
        return new Rehearsal(readings, pipeline::evaluate);
    }

    @Bean
    Reevaluation reevaluation(ReadingStore readings, ArticlePipeline pipeline) {
        return new Reevaluation(readings, pipeline);
    }
}
