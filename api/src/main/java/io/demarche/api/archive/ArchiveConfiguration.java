package io.demarche.api.archive;

import java.time.InstantSource;

import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Archives of the web, taken in as a whole. */
@Configuration(proxyBeanMethods = false)
public class ArchiveConfiguration {

    @Bean
    ArchiveImport archiveImport(
            ArticlePipeline pipeline, JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        return new ArchiveImport(pipeline, new JdbcArchives(jdbc), transactions, clock);
    }
}
