package io.demarche.api.text;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

import io.demarche.api.Databases;
import io.demarche.api.event.MigratedDatabase;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresTextsIT {

    private static final String URL = "spring.datasource.url=";

    @TempDir
    private Path folder;

    @Test
    void theSieveKeepsWhatTheConditionFinds() throws IOException, SQLException {
        JdbcClient jdbc = aDatabase();
        new ToldTexts(jdbc).checkSieve(new PostgresTexts(jdbc, 100, 2));
    }

    @Test
    void stretchesHoldWhatTheConditionFinds() throws IOException, SQLException {
        JdbcClient jdbc = aDatabase();
        new ToldTexts(jdbc).checkStretches(new PostgresTexts(jdbc, 100, 2, 3));
    }

    @Test
    void aReportIsFoundByThePartiesOfItsEvent() throws IOException, SQLException {
        JdbcClient jdbc = aDatabase();
        new ToldTexts(jdbc).checkParties(new PostgresTexts(jdbc, 100, 2));
    }

    @Test
    void aReportIsFoundByItsEvent() throws IOException, SQLException {
        JdbcClient jdbc = aDatabase();
        new ToldTexts(jdbc).checkMoves(new PostgresTexts(jdbc, 100, 2));
    }

    @Test
    void whatWasToldBeforeAnUpgradeIsFoundByItsPartiesToo() throws IOException, SQLException {
        DriverManagerDataSource database = new DriverManagerDataSource(url() + "&currentSchema=old", "postgres", "");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("create schema old").update();
        MigratedDatabase.migrate(database, "postgresql", MigrationVersion.fromVersion("24"));
        ToldTexts told = new ToldTexts(jdbc);
        told.tellAsBefore("drone");
        MigratedDatabase.migrate(database, "postgresql");
        told.checkParty(new PostgresTexts(jdbc, 100, 2), "drone");
    }

    private JdbcClient aDatabase() throws IOException, SQLException {
        return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", ""));
    }

    private String url() throws IOException, SQLException {
        return Arrays.stream(Databases.POSTGRESQL.fresh(folder))
                .filter(property -> property.startsWith(URL))
                .findFirst()
                .orElseThrow()
                .substring(URL.length());
    }
}
