package io.demarche.api.text;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

import io.demarche.api.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresTextsIT {

    private static final String URL = "spring.datasource.url=";

    @Test
    void theSieveKeepsWhatTheConditionFinds(@TempDir Path folder) throws IOException, SQLException {
        String url = Arrays.stream(Databases.POSTGRESQL.fresh(folder))
                .filter(property -> property.startsWith(URL))
                .findFirst()
                .orElseThrow()
                .substring(URL.length());
        DriverManagerDataSource database = new DriverManagerDataSource(url, "postgres", "");
        JdbcClient jdbc = JdbcClient.create(database);
        new ToldTexts(jdbc).checkSieve(new PostgresTexts(jdbc, 2));
    }
}
