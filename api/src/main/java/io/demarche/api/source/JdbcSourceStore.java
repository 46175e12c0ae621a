package io.demarche.api.source;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.demarche.core.pipeline.Transactions;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcSourceStore implements SourceStore {

    private static final int LONGEST_PROBLEM = 2_000;
    private static final int LONGEST_ETAG = 1_000;
    private static final int LONGEST_DATE = 200;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcSourceStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public boolean add(WatchedSource watched) {
        Source source = watched.source();
        return jdbc.sql("""
                        insert into source (id, kind, url, links, created_at, next_fetch_at, floor_ms, ceiling_ms)
                        values (:id, :kind, :url, :links, :createdAt, :next, :floor, :ceiling) on conflict do nothing""")
                        .param("id", source.id())
                        .param("kind", source.kind().name())
                        .param("url", source.url().toString())
                        .param("links", source.links())
                        .param("createdAt", time(source.createdAt()))
                        .param("next", time(watched.state().nextFetchAt()))
                        .param("floor", millis(watched.floor()))
                        .param("ceiling", millis(watched.ceiling()))
                        .update()
                == 1;
    }

    @Override
    public List<WatchedSource> all() {
        return jdbc.sql("select * from source order by created_at, id")
                .query(JdbcSourceStore::source)
                .list();
    }

    @Override
    public Optional<WatchedSource> find(String id) {
        return jdbc.sql("select * from source where id = :id")
                .param("id", id)
                .query(JdbcSourceStore::source)
                .optional();
    }

    @Override
    public boolean remove(String id) {
        return jdbc.sql("delete from source where id = :id").param("id", id).update() == 1;
    }

    @Override
    public List<WatchedSource> claim(int limit, Instant now, Duration lease) {
        return transactions.inOne(() -> {
            List<WatchedSource> due = jdbc.sql("""
                            select * from source where next_fetch_at <= :now and ended is null
                            and (leased_until is null or leased_until <= :now)
                            order by next_fetch_at limit :limit for update skip locked""")
                    .param("now", time(now))
                    .param("limit", limit)
                    .query(JdbcSourceStore::source)
                    .list();
            for (WatchedSource watched : due) {
                jdbc.sql("update source set leased_until = :leased where id = :id")
                        .param("leased", time(now.plus(lease)))
                        .param("id", watched.source().id())
                        .update();
            }
            return due;
        });
    }

    /** Gives all sources back, whoever has them: for a database that serves one process. */
    void releaseAll() {
        jdbc.sql("update source set leased_until = null where leased_until is not null")
                .update();
    }

    @Override
    public void record(String id, SourceState state, Tally tally) {
        transactions.inOne(() -> {
            int there = jdbc.sql("""
                            update source set etag = :etag, last_modified = :lastModified, moved_to = :movedTo, fetched_at = :fetchedAt,
                            problem = :problem, failures = :failures, news_at = :newsAt, rhythm_ms = :rhythm, next_fetch_at = :next,
                            ended = :ended, leased_until = null where id = :id""")
                    .param("etag", cut(state.validators().etag(), LONGEST_ETAG))
                    .param("lastModified", cut(state.validators().lastModified(), LONGEST_DATE))
                    .param("movedTo", state.movedTo() == null ? null : String.valueOf(state.movedTo()))
                    .param("fetchedAt", timeOrNull(state.fetchedAt()))
                    .param("problem", cut(state.problem(), LONGEST_PROBLEM))
                    .param("failures", state.failures())
                    .param("newsAt", timeOrNull(state.newsAt()))
                    .param("rhythm", millis(state.rhythm()))
                    .param("next", time(state.nextFetchAt()))
                    .param("ended", state.ended())
                    .param("id", id)
                    .update();
            if (there > 0) {
                count(
                        id,
                        tally,
                        LocalDate.ofInstant(
                                state.fetchedAt() == null ? state.nextFetchAt() : state.fetchedAt(), ZoneOffset.UTC));
            }
            return there;
        });
    }

    /** The source is ours for now, so nobody else writes the row of its day. */
    private void count(String id, Tally tally, LocalDate day) {
        int there = write("""
                update source_day set looks = looks + :looks, unchanged = unchanged + :unchanged, failed = failed + :failed,
                articles = articles + :articles, bytes = bytes + :bytes where source_id = :id and on_day = :day""", id, tally, day);
        if (there == 0) {
            write("""
                    insert into source_day (source_id, on_day, looks, unchanged, failed, articles, bytes)
                    values (:id, :day, :looks, :unchanged, :failed, :articles, :bytes)""", id, tally, day);
        }
    }

    private int write(String sql, String id, Tally tally, LocalDate day) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("day", day)
                .param("looks", tally.looks())
                .param("unchanged", tally.unchanged())
                .param("failed", tally.failed())
                .param("articles", tally.articles())
                .param("bytes", tally.bytes())
                .update();
    }

    @Override
    public void brought(String id, String articleId) {
        jdbc.sql("insert into article_source (article_id, source_id) values (:article, :source) on conflict do nothing")
                .param("article", articleId)
                .param("source", id)
                .update();
    }

    @Override
    public void release(String id) {
        jdbc.sql("update source set leased_until = null where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public boolean hasten(String id, Instant now) {
        return jdbc.sql("update source set next_fetch_at = :now, ended = null where id = :id")
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public List<Day> days(String id, int days) {
        return jdbc.sql("select * from source_day where source_id = :id order by on_day desc limit :days")
                .param("id", id)
                .param("days", days)
                .query((row, number) -> new Day(
                        row.getObject("on_day", LocalDate.class),
                        new Tally(
                                row.getInt("looks"),
                                row.getInt("unchanged"),
                                row.getInt("failed"),
                                row.getInt("articles"),
                                row.getLong("bytes"))))
                .list();
    }

    @Override
    public void forgetBefore(LocalDate day) {
        jdbc.sql("delete from source_day where on_day < :day").param("day", day).update();
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    private static WatchedSource source(ResultSet row, int number) throws SQLException {
        Source source = new Source(
                row.getString("id"),
                Source.Kind.valueOf(row.getString("kind")),
                URI.create(row.getString("url")),
                row.getString("links"),
                time(row, "created_at"));
        String movedTo = row.getString("moved_to");
        SourceState state = new SourceState(
                new Validators(row.getString("etag"), row.getString("last_modified")),
                movedTo == null ? null : URI.create(movedTo),
                timeOrNull(row, "fetched_at"),
                row.getString("problem"),
                row.getInt("failures"),
                timeOrNull(row, "news_at"),
                duration(row, "rhythm_ms"),
                time(row, "next_fetch_at"),
                row.getString("ended"));
        return new WatchedSource(source, state, duration(row, "floor_ms"), duration(row, "ceiling_ms"));
    }
}
