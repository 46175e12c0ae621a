package io.demarche.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.demarche.api.event.MigratedDatabase;
import io.demarche.api.web.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LuceneTextsTest {

    @TempDir
    private Path folder;

    private JdbcClient jdbc;
    private ToldTexts told;

    @BeforeEach
    void aDatabase() {
        DriverManagerDataSource database = new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + MigratedDatabase.EMBEDDED + ";DB_CLOSE_DELAY=-1");
        MigratedDatabase.migrate(database, "h2");
        jdbc = JdbcClient.create(database);
        told = new ToldTexts(jdbc);
    }

    @Test
    void theSieveKeepsWhatTheConditionFinds() throws IOException {
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            told.checkSieve(texts);
        }
    }

    @Test
    void stretchesHoldWhatTheConditionFinds() throws IOException {
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2, 3)) {
            told.checkStretches(texts);
        }
    }

    @Test
    void aReportIsFoundByThePartiesOfItsEvent() throws IOException {
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            told.checkParties(texts);
        }
    }

    @Test
    void aReportIsFoundByItsEvent() throws IOException {
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            told.checkMoves(texts);
        }
    }

    @Test
    void anIndexIsKept() throws IOException {
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            told.tell(texts, "a drone");
            assertThat(told.found(texts, TextQuery.parse("q", "drone"))).hasSize(1);
        }
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            assertThat(jdbc.sql("select count(*) from text_change")
                            .query(Long.class)
                            .single())
                    .isZero();
            told.tell(texts, "another drone");
            assertThat(told.found(texts, TextQuery.parse("q", "drone"))).hasSize(2);
        }
    }

    @Test
    void oneThatIsDamagedLostOrAnothersIsMadeAnew() throws IOException {
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            told.tell(texts, "a drone");
            assertThat(told.found(texts, TextQuery.parse("q", "drone"))).hasSize(1);
        }
        for (Path file : files("segments_")) {
            Files.writeString(file, "damaged");
        }
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            assertThat(told.found(texts, TextQuery.parse("q", "drone")))
                    .as("damaged")
                    .hasSize(1);
        }
        for (Path file : files("")) {
            Files.delete(file);
        }
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            assertThat(told.found(texts, TextQuery.parse("q", "drone")))
                    .as("lost")
                    .hasSize(1);
        }
        jdbc.sql("update text_index set id = 'another'").update();
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            assertThat(told.found(texts, TextQuery.parse("q", "drone")))
                    .as("another's")
                    .hasSize(1);
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    @Test
    void whoAsksWaitsForAFewThousandAndIsToldOfMore() throws IOException {
        jdbc.sql("""
                        insert into article (id, title, text, received_at)
                        select 'a' || x, '', 'a drone', current_timestamp from system_range(1, 9000) r(x)""").update();
        try (LuceneTexts texts = new LuceneTexts(jdbc, folder, 2)) {
            jdbc.sql("insert into text_change (article_id) select id from article")
                    .update();
            assertThatThrownBy(() -> texts.condition(TextQuery.parse("q", "drone")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageMatching("the texts of [1-9],\\d{3} articles are being indexed; .*");
        }
    }
}
