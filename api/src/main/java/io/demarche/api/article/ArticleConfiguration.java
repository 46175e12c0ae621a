package io.demarche.api.article;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.validation.Validator;

import io.demarche.api.store.Expiring;
import io.demarche.api.text.FlaggedTexts;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.statement.ReadingStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Articles and readings: their stores and their doors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArticleSettings.class)
public class ArticleConfiguration {

    @Bean
    JdbcArticleStore articleStore(NamedParameterJdbcOperations jdbc, FlaggedTexts texts) {
        return new JdbcArticleStore(jdbc, texts);
    }

    @Bean
    ReadingStore readingStore(NamedParameterJdbcOperations jdbc, JsonMapper json, MeterRegistry metrics) {
        return new JdbcReadingStore(jdbc, json, metrics);
    }

    @Bean
    Expiring unflaggedArticles(JdbcArticleStore articles, Transactions transactions, ArticleSettings settings) {
        Duration kept = settings.unflaggedKept();
        return now -> kept == null ? 0 : transactions.inOne(() -> articles.removeUnflagged(now.minus(kept)));
    }

    @Bean
    ArticleController articleController(
            ArticlePipeline pipeline,
            ArticleStore articles,
            ReadingStore readings,
            Rulebook rulebook,
            InstantSource clock) {
        return new ArticleController(pipeline, new ArticleController.Reads(articles, readings, rulebook), clock);
    }

    @Bean
    BulkController bulkController(ArticlePipeline pipeline, Validator validator, JsonMapper json, InstantSource clock) {
        return new BulkController(pipeline, validator, json, clock);
    }
}
