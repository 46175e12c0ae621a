package io.demarche.api.rulebook;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.Draft;
import io.demarche.core.rulebook.DraftStore;
import io.demarche.core.rulebook.RulebookFile;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcDraftStore implements DraftStore {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcDraftStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public List<Draft> all() {
        return jdbc.sql("select * from rulebook_draft order by changed_at desc, id")
                .query(this::draft)
                .list();
    }

    @Override
    public Optional<Draft> find(String id) {
        return jdbc.sql("select * from rulebook_draft where id = :id")
                .param("id", id)
                .query(this::draft)
                .optional();
    }

    @Override
    public void add(Draft draft) {
        transactions.inOne(() -> {
            jdbc.sql("""
                            insert into rulebook_draft (id, base, version, author, changed_at)
                            values (:id, :base, :version, :author, :at)""")
                    .param("id", draft.id())
                    .param("base", draft.base())
                    .param("version", draft.version())
                    .param("author", draft.author())
                    .param("at", time(draft.changedAt()))
                    .update();
            addFiles(draft);
            return true;
        });
    }

    @Override
    public boolean change(Draft draft) {
        return transactions.inOne(() -> {
            int changed = jdbc.sql("""
                            update rulebook_draft set base = :base, version = :version, changed_at = :at
                            where id = :id and version = :version - 1""")
                    .param("base", draft.base())
                    .param("version", draft.version())
                    .param("at", time(draft.changedAt()))
                    .param("id", draft.id())
                    .update();
            if (changed == 1) {
                jdbc.sql("delete from rulebook_draft_file where draft_id = :id")
                        .param("id", draft.id())
                        .update();
                addFiles(draft);
            }
            return changed == 1;
        });
    }

    @Override
    public boolean remove(String id) {
        return jdbc.sql("delete from rulebook_draft where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private void addFiles(Draft draft) {
        draft.files()
                .forEach(file -> jdbc.sql(
                                "insert into rulebook_draft_file (draft_id, path, text) values (:id, :path, :text)")
                        .param("id", draft.id())
                        .param("path", file.path())
                        .param("text", file.text())
                        .update());
    }

    private Draft draft(ResultSet row, int rowNumber) throws SQLException {
        String id = row.getString("id");
        List<RulebookFile> files = jdbc.sql("select path, text from rulebook_draft_file where draft_id = :id")
                .param("id", id)
                .query((file, index) -> new RulebookFile(file.getString("path"), file.getString("text")))
                .list();
        return new Draft(
                id, row.getInt("base"), row.getInt("version"), files, row.getString("author"), time(row, "changed_at"));
    }
}
