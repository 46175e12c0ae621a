package io.demarche.api.rulebook;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.RulebookFile;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcRevisionStore implements RevisionStore {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcRevisionStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public int latest() {
        return jdbc.sql("select coalesce(max(number), 0) from rulebook_revision")
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Revision> find(int number) {
        return jdbc.sql("select * from rulebook_revision where number = :number")
                .param("number", number)
                .query(this::revision)
                .optional();
    }

    @Override
    public List<Revision> before(int number, int limit) {
        return jdbc.sql("select * from rulebook_revision where number < :number order by number desc limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query(this::revision)
                .list();
    }

    @Override
    public boolean add(Revision revision) {
        return transactions.inOne(() -> {
            int added = jdbc.sql("""
                            insert into rulebook_revision (number, author, note, overridden, published_at)
                            values (:number, :author, :note, :overridden, :at) on conflict do nothing""")
                    .param("number", revision.number())
                    .param("author", revision.author())
                    .param("note", revision.note())
                    .param("overridden", revision.overridden())
                    .param("at", time(revision.publishedAt()))
                    .update();
            if (added == 1) {
                revision.files()
                        .forEach(file -> jdbc.sql(
                                        "insert into rulebook_revision_file (number, path, text) values (:number, :path, :text)")
                                .param("number", revision.number())
                                .param("path", file.path())
                                .param("text", file.text())
                                .update());
            }
            return added == 1;
        });
    }

    private Revision revision(ResultSet row, int rowNumber) throws SQLException {
        int number = row.getInt("number");
        List<RulebookFile> files = jdbc.sql("select path, text from rulebook_revision_file where number = :number")
                .param("number", number)
                .query((file, index) -> new RulebookFile(file.getString("path"), file.getString("text")))
                .list();
        return new Revision(
                number,
                files,
                row.getString("author"),
                row.getString("note"),
                row.getBoolean("overridden"),
                time(row, "published_at"));
    }
}
