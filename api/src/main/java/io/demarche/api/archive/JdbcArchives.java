package io.demarche.api.archive;

import static io.demarche.api.store.Rows.time;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far archives have been taken in. */
final class JdbcArchives {

    private final JdbcClient jdbc;

    JdbcArchives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far one is.
     *
     * @param size of the file, in bytes
     * @param position where the record of the last page that was taken in begins
     */
    record Mark(String id, String path, long size, long position, long pages, long articles, boolean finished) {}

    Optional<Mark> find(String id) {
        return jdbc.sql("select * from archive where id = :id")
                .param("id", id)
                .query((row, number) -> new Mark(
                        row.getString("id"),
                        row.getString("path"),
                        row.getLong("size_bytes"),
                        row.getLong("position"),
                        row.getLong("pages"),
                        row.getLong("articles"),
                        row.getBoolean("finished")))
                .optional();
    }

    void save(Mark mark, Instant now) {
        jdbc.sql("delete from archive where id = :id").param("id", mark.id()).update();
        jdbc.sql("""
                        insert into archive (id, path, size_bytes, position, pages, articles, finished, updated_at)
                        values (:id, :path, :size, :position, :pages, :articles, :finished, :now)""")
                .param("id", mark.id())
                .param("path", mark.path())
                .param("size", mark.size())
                .param("position", mark.position())
                .param("pages", mark.pages())
                .param("articles", mark.articles())
                .param("finished", mark.finished())
                .param("now", time(now))
                .update();
    }
}
