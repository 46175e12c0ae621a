package io.demarche.api.source;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.demarche.api.store.Rows;
import io.demarche.api.store.Vault;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Transactions;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.FetchSettings;
import io.demarche.ingest.fetch.HttpFetcher;
import io.demarche.ingest.fetch.HttpForms;
import io.demarche.ingest.fetch.PoliteFetcher;
import io.demarche.ingest.hub.HubClient;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.SourceStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Sources that are watched, and the loop that collects from them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
public class SourceConfiguration {

    @Bean
    JdbcSourceStore sourceStore(JdbcClient jdbc, Transactions transactions) {
        return new JdbcSourceStore(jdbc, transactions);
    }

    @Bean
    MeterBinder failingSources(JdbcClient jdbc) {
        return metrics -> Gauge.builder("demarche.sources.failing", jdbc, SourceConfiguration::failing)
                .description("Sources that could not be fetched when they were looked at last")
                .register(metrics);
    }

    private static int failing(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from source where failures > 0 and ended is null")
                .query(Integer.class)
                .single();
    }

    @Bean
    FetchSettings fetchSettings(SourceSettings settings) {
        String agent = settings.userAgent() + (settings.contact() == null ? "" : " " + settings.contact());
        return new FetchSettings(
                settings.deadline(), Math.toIntExact(settings.maxSize().toBytes()), agent, settings.proxy());
    }

    @Bean
    HttpFetcher httpFetcher(FetchSettings settings, AddressGuard guard, InstantSource clock) {
        return new HttpFetcher(settings, guard, clock);
    }

    @Bean
    HttpForms httpForms(FetchSettings settings, AddressGuard guard) {
        return new HttpForms(settings, guard);
    }

    @Bean
    Hubs hubs(JdbcClient jdbc, Vault vault, HttpForms forms, SourceSettings settings, InstantSource clock) {
        return new Hubs(jdbc, vault, new HubClient(forms), settings.callback(), clock);
    }

    @Bean
    HubController hubController(Hubs hubs, SourceStore sources, InstantSource clock) {
        return new HubController(hubs, sources, clock);
    }

    @Bean
    PoliteFetcher politeFetcher(HttpFetcher fetcher, SourceSettings settings, InstantSource clock) {
        String name = settings.userAgent().split("[/\\s]", 2)[0];
        return new PoliteFetcher(
                fetcher,
                new PoliteFetcher.Manners(settings.robots(), settings.hostDelay(), settings.deadline(), name),
                clock,
                duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    @Bean
    Collector collector(PoliteFetcher fetcher, ArticleStore articles, InstantSource clock) {
        return new Collector(fetcher, articles::isCurrent, clock);
    }

    /** On trial no page behind a feed is fetched: every article counts as known. */
    @Bean
    SourceController sourceController(
            SourceStore sources,
            PoliteFetcher fetcher,
            AddressGuard guard,
            SourceSettings settings,
            InstantSource clock) {
        return new SourceController(sources, new Trial(fetcher, guard, settings, clock), clock);
    }

    @Bean
    @ConditionalOnProperty(name = "demarche.source.enabled", matchIfMissing = true)
    SourceLoop sourceLoop(
            JdbcSourceStore sources,
            Collector collector,
            ArticlePipeline pipeline,
            Hubs hubs,
            SourceSettings settings,
            DataSource database,
            ObservationRegistry observations,
            InstantSource clock)
            throws MetaDataAccessException {
        if (Rows.isEmbedded(database)) {
            sources.releaseAll();
        }
        return new SourceLoop(
                sources,
                collector,
                article -> pipeline.process(List.of(article)).newArticles(),
                hubs::found,
                settings,
                observations,
                clock);
    }
}
