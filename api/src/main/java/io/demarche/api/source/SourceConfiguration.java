package io.demarche.api.source;

import java.time.InstantSource;
import java.util.List;

import io.demarche.core.article.ArticleStore;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Transactions;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.FetchSettings;
import io.demarche.ingest.fetch.HttpFetcher;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.SourceStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources that are watched, and the loop that collects from them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
public class SourceConfiguration {

    @Bean
    SourceStore sourceStore(JdbcClient jdbc, Transactions transactions) {
        return new JdbcSourceStore(jdbc, transactions);
    }

    @Bean
    HttpFetcher fetcher(SourceSettings settings, AddressGuard guard) {
        return new HttpFetcher(
                new FetchSettings(
                        settings.deadline(), Math.toIntExact(settings.maxSize().toBytes()), settings.userAgent()),
                guard);
    }

    @Bean
    Collector collector(HttpFetcher fetcher, ArticleStore articles, InstantSource clock) {
        return new Collector(fetcher, id -> articles.find(id).isPresent(), clock);
    }

    /** On trial no page behind a feed is fetched: every article counts as known. */
    @Bean
    SourceController sourceController(
            SourceStore sources, HttpFetcher fetcher, AddressGuard guard, InstantSource clock) {
        return new SourceController(sources, new Collector(fetcher, id -> true, clock), guard, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "demarche.source.enabled", matchIfMissing = true)
    SourceLoop sourceLoop(
            SourceStore sources,
            Collector collector,
            ArticlePipeline pipeline,
            SourceSettings settings,
            InstantSource clock) {
        return new SourceLoop(
                sources,
                collector,
                article -> pipeline.process(List.of(article)).newArticles(),
                settings,
                clock);
    }
}
