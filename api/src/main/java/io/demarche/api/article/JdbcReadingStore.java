package io.demarche.api.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.demarche.api.json.StatementJson;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.ReadingStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcReadingStore implements ReadingStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReadingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void save(Reading reading) {
        List<StatementJson> statements =
                reading.statements().stream().map(StatementJson::of).toList();
        jdbc.sql("delete from reading where article_id = :id")
                .param("id", reading.articleId())
                .update();
        jdbc.sql("insert into reading (article_id, reader_version, statements) values (:id, :version, :statements)")
                .param("id", reading.articleId())
                .param("version", reading.readerVersion())
                .param("statements", json.writeValueAsString(statements))
                .update();
    }

    @Override
    public Optional<Reading> find(String articleId) {
        return jdbc.sql("select reader_version, statements from reading where article_id = :id")
                .param("id", articleId)
                .query((row, number) -> new Reading(
                        articleId,
                        row.getString("reader_version"),
                        Stream.of(json.readValue(row.getString("statements"), StatementJson[].class))
                                .map(StatementJson::toStatement)
                                .toList()))
                .optional();
    }
}
