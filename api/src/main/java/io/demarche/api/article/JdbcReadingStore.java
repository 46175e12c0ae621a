package io.demarche.api.article;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.demarche.api.json.StatementJson;
import io.demarche.api.store.ArticleRows;
import io.demarche.core.statement.ReadArticle;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.ReadingStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcReadingStore implements ReadingStore {

    private static final String FROM =
            "from article a join reading r on r.article_id = a.id where r.statements <> '[]'";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json;
    private final Counter statements;

    JdbcReadingStore(NamedParameterJdbcOperations batches, JsonMapper json, MeterRegistry metrics) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.json = json;
        this.statements = metrics.counter("demarche.statements");
    }

    @Override
    public void save(List<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        SqlParameterSource[] rows = readings.stream().map(this::row).toArray(SqlParameterSource[]::new);
        batches.batchUpdate("delete from reading where article_id = :id", rows);
        batches.batchUpdate(
                "insert into reading (article_id, reader_version, statements) values (:id, :version, :statements)",
                rows);
        statements.increment(readings.stream()
                .mapToInt(reading -> reading.statements().size())
                .sum());
    }

    private SqlParameterSource row(Reading reading) {
        List<StatementJson> found =
                reading.statements().stream().map(StatementJson::of).toList();
        return new MapSqlParameterSource("id", reading.articleId())
                .addValue("version", reading.readerVersion())
                .addValue("statements", json.writeValueAsString(found));
    }

    @Override
    public Optional<Reading> find(String articleId) {
        return jdbc.sql("select article_id, reader_version, statements from reading where article_id = :id")
                .param("id", articleId)
                .query((row, number) -> reading(row))
                .optional();
    }

    @Override
    public int countSince(Instant since) {
        return jdbc.sql("select count(*) " + FROM + " and coalesce(a.published_at, a.received_at) >= :since")
                .param("since", time(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public List<ReadArticle> since(Instant since, String after, boolean texts, int limit) {
        return jdbc.sql(
                        select(texts)
                                + " and a.id > :after and coalesce(a.published_at, a.received_at) >= :since order by a.id limit :limit")
                .param("after", after)
                .param("since", time(since))
                .param("limit", limit)
                .query((row, number) -> readArticle(row))
                .list();
    }

    @Override
    public List<ReadArticle> of(Collection<String> articleIds, boolean texts) {
        return articleIds.isEmpty()
                ? List.of()
                : jdbc.sql(select(texts) + " and a.id in (:ids) order by a.id")
                        .param("ids", articleIds)
                        .query((row, number) -> readArticle(row))
                        .list();
    }

    @Override
    public List<Version> versions(String id) {
        return jdbc.sql("""
                        select number, title, text, since, statements from article_version where article_id = :id
                        union all select a.version, a.title, a.text, a.since, coalesce(r.statements, '[]')
                        from article a left join reading r on r.article_id = a.id where a.id = :id order by 1""")
                .param("id", id)
                .query((row, number) -> new Version(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("text"),
                        time(row, "since"),
                        Stream.of(json.readValue(row.getString("statements"), StatementJson[].class))
                                .map(StatementJson::toStatement)
                                .toList()))
                .list();
    }

    private static String select(boolean texts) {
        return "select a.id, a.url, a.outlet, a.language, a.title, " + (texts ? "a.text" : "'…' as text")
                + ", a.published_at, a.received_at, r.article_id, r.reader_version, r.statements " + FROM;
    }

    private ReadArticle readArticle(ResultSet row) throws SQLException {
        return new ReadArticle(ArticleRows.article(row), reading(row));
    }

    private Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("article_id"),
                row.getString("reader_version"),
                Stream.of(json.readValue(row.getString("statements"), StatementJson[].class))
                        .map(StatementJson::toStatement)
                        .toList());
    }
}
