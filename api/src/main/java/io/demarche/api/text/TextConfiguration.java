package io.demarche.api.text;

import java.nio.file.Path;

import javax.sql.DataSource;

import io.demarche.api.store.Rows;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Where texts are searched: PostgreSQL by itself, the embedded database by an index beside it. */
@Configuration(proxyBeanMethods = false)
public class TextConfiguration {

    private static final int COMMON = 5_000;
    private static final int SAMPLE = 8_000;
    private static final int COMMON_IN_SAMPLE = 80;

    @Bean
    FlaggedTexts flaggedTexts(JdbcClient jdbc, DataSource database, @Value("${demarche.data}") Path data)
            throws MetaDataAccessException {
        return Rows.isEmbedded(database)
                ? new LuceneTexts(jdbc, data.resolve("texts"), COMMON)
                : new PostgresTexts(jdbc, SAMPLE, COMMON_IN_SAMPLE);
    }
}
