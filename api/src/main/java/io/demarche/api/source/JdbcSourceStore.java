package io.demarche.api.source;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcSourceStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public boolean add(Source source) {
        return jdbc.sql("""
                        insert into source (id, kind, url, created_at, next_fetch_at)
                        values (:id, :kind, :url, :createdAt, :createdAt) on conflict do nothing""")
                        .param("id", source.id())
                        .param("kind", source.kind().name())
                        .param("url", source.url().toString())
                        .param("createdAt", time(source.createdAt()))
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
                            select * from source where next_fetch_at <= :now order by next_fetch_at limit :limit
                            for update skip locked""")
                    .param("now", time(now))
                    .param("limit", limit)
                    .query(JdbcSourceStore::source)
                    .list();
            for (WatchedSource watched : due) {
                jdbc.sql("update source set next_fetch_at = :leased where id = :id")
                        .param("leased", time(now.plus(lease)))
                        .param("id", watched.source().id())
                        .update();
            }
            return due;
        });
    }

    @Override
    public void record(String id, SourceState state) {
        jdbc.sql("""
                        update source set etag = :etag, last_modified = :lastModified, fetched_at = :fetchedAt, problem = :problem,
                        next_fetch_at = :next where id = :id""")
                .param("etag", state.validators().etag())
                .param("lastModified", state.validators().lastModified())
                .param("fetchedAt", timeOrNull(state.fetchedAt()))
                .param("problem", cut(state.problem()))
                .param("next", time(state.nextFetchAt()))
                .param("id", id)
                .update();
    }

    private static @Nullable String cut(@Nullable String problem) {
        return problem == null || problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }

    private static WatchedSource source(ResultSet row, int number) throws SQLException {
        Source source = new Source(
                row.getString("id"),
                Source.Kind.valueOf(row.getString("kind")),
                URI.create(row.getString("url")),
                time(row, "created_at"));
        SourceState state = new SourceState(
                new Validators(row.getString("etag"), row.getString("last_modified")),
                timeOrNull(row, "fetched_at"),
                row.getString("problem"),
                time(row, "next_fetch_at"));
        return new WatchedSource(source, state);
    }
}
