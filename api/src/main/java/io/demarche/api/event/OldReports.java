package io.demarche.api.event;

import java.sql.Connection;
import java.util.List;

import io.demarche.api.json.FlagJson;
import io.demarche.api.json.StatementJson;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Gives reports and events that came in before the columns by which they are asked for what stands there in JSON. */
final class OldReports implements JavaMigration {

    private static final int PART = 1_000;

    private final JsonMapper json;

    OldReports(JsonMapper json) {
        this.json = json;
    }

    private record Old(String eventId, String articleId, String statement, String flags) {}

    @Override
    public void migrate(Context context) {
        fillIn(context.getConnection());
    }

    void fillIn(Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        List<Old> part;
        do {
            part = jdbc.sql(
                            "select event_id, article_id, statement, flags from report where confidence is null limit :limit")
                    .param("limit", PART)
                    .query(Old.class)
                    .list();
            part.forEach(old -> fillIn(jdbc, old));
        } while (!part.isEmpty());
        jdbc.sql("""
                        update event set
                        confidence = coalesce((select max(r.confidence) from report r where r.event_id = event.id), 0),
                        people = (select max(r.people) from report r where r.event_id = event.id),
                        background = coalesce((select bool_and(r.background) from report r where r.event_id = event.id), false)""").update();
    }

    private void fillIn(JdbcClient jdbc, Old old) {
        StatementJson statement = json.readValue(old.statement(), StatementJson.class);
        jdbc.sql(
                        "update report set confidence = :confidence, people = :people, background = :background where event_id = :event and article_id = :article")
                .param("confidence", statement.confidence())
                .param("people", statement.count())
                .param("background", statement.background())
                .param("event", old.eventId())
                .param("article", old.articleId())
                .update();
        for (FlagJson flag : json.readValue(old.flags(), FlagJson[].class)) {
            jdbc.sql(
                            "insert into event_rule (event_id, rule, revision) values (:event, :rule, :revision) on conflict do nothing")
                    .param("event", old.eventId())
                    .param("rule", flag.rule())
                    .param("revision", flag.revision())
                    .update();
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("16");
    }

    @Override
    public String getDescription() {
        return "old reports";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
