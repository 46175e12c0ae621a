package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.demarche.api.json.DoingJson;
import io.demarche.api.json.EventJson;
import io.demarche.api.json.FlagJson;
import io.demarche.api.json.ReportJson;
import io.demarche.api.json.StatementJson;
import io.demarche.api.web.Cursor;
import io.demarche.api.web.Page;
import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Queries on flagged events. Lists are ordered by when we first flagged an event, the latest first, which never changes. */
final class EventReader {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<EventJson> find(EventQuery query) {
        record Row(EventJson event, Cursor place) {}
        List<Row> rows = jdbc.sql(sql(query))
                .param("kind", query.kind())
                .param("actor", query.actor())
                .param("target", query.target())
                .param("from", timeOrNull(query.from()))
                .param("to", timeOrNull(query.to()))
                .param(
                        "afterTime",
                        query.after() == null ? null : time(query.after().time()))
                .param("afterId", query.after() == null ? null : query.after().id())
                .param("limit", query.limit() + 1)
                .query((row, number) -> new Row(event(row), new Cursor(time(row, "flagged_at"), row.getString("id"))))
                .list();
        return Page.of(rows, query.limit(), Row::event, Row::place);
    }

    /** Only what is asked stands in the statement, so that the database sees which index serves it. */
    private static String sql(EventQuery query) {
        StringBuilder sql = new StringBuilder("select e.* from event e where e.report_count > 0");
        add(sql, query.kind(), "exists (select 1 from event_kind k where k.event_id = e.id and k.kind = :kind)");
        add(sql, query.actor(), party("ACTOR", "actor"));
        add(sql, query.target(), party("TARGET", "target"));
        add(sql, query.from(), "e.last_told_at >= :from");
        add(sql, query.to(), "e.first_told_at < :to");
        add(sql, query.after(), "(e.flagged_at < :afterTime or (e.flagged_at = :afterTime and e.id < :afterId))");
        return sql.append(" order by e.flagged_at desc, e.id desc limit :limit").toString();
    }

    private static void add(StringBuilder sql, @Nullable Object asked, String condition) {
        if (asked != null) {
            sql.append(" and ").append(condition);
        }
    }

    private static String party(String side, String parameter) {
        return "exists (select 1 from event_party p where p.event_id = e.id and p.side = '%s' and p.party = :%s)"
                .formatted(side, parameter);
    }

    /** The event of that id, or the one it became part of. */
    Optional<EventJson> find(String id) {
        return jdbc.sql("""
                        select * from event
                        where id = coalesce((select event_id from event_alias where id = :id), :id)""").param("id", id).query((row, number) -> event(row)).optional();
    }

    /** The reports of an event, in the order in which they told of it. */
    Page<ReportJson> reports(String eventId, @Nullable Cursor after, int limit) {
        String sql = """
                select r.*, a.title, a.url, a.outlet, a.copy_of from report r join article a on a.id = r.article_id
                where r.event_id = :event"""
                + (after == null
                        ? ""
                        : " and (r.told_at > :afterTime or (r.told_at = :afterTime and r.article_id > :afterId))")
                + " order by r.told_at, r.article_id limit :limit";
        List<ReportJson> rows = jdbc.sql(sql)
                .param("event", eventId)
                .param("afterTime", after == null ? null : time(after.time()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit + 1)
                .query((row, number) -> report(row))
                .list();
        return Page.of(rows, limit, Function.identity(), report -> new Cursor(report.toldAt(), report.articleId()));
    }

    /** The latest corrections of an event, the last first. */
    List<CorrectionJson> corrections(String eventId, int limit) {
        return jdbc.sql("""
                        select * from event_correction where event_id = :event order by corrected_at desc, article_id limit :limit""")
                .param("event", eventId)
                .param("limit", limit)
                .query((row, number) -> new CorrectionJson(
                        time(row, "corrected_at"),
                        row.getInt("revision"),
                        row.getString("article_id"),
                        List.of(json.readValue(row.getString("flags_before"), FlagJson[].class)),
                        List.of(json.readValue(row.getString("flags_after"), FlagJson[].class))))
                .list();
    }

    private EventJson event(ResultSet row) throws SQLException {
        String id = row.getString("id");
        DoingJson doing = json.readValue(row.getString("doing"), DoingJson.class);
        List<String> kinds = jdbc.sql("select kind from event_kind where event_id = :id order by kind")
                .param("id", id)
                .query(String.class)
                .list();
        return new EventJson(
                id,
                kinds,
                Severity.valueOf(row.getString("severity")),
                doing.measure(),
                doing.move(),
                doing.status(),
                doing.actor(),
                doing.target(),
                doing.mutual(),
                time(row, "first_told_at"),
                time(row, "last_told_at"),
                row.getInt("report_count"));
    }

    private ReportJson report(ResultSet row) throws SQLException {
        return new ReportJson(
                row.getString("article_id"),
                row.getString("title"),
                row.getString("url"),
                row.getString("outlet"),
                time(row, "told_at"),
                row.getString("copy_of"),
                json.readValue(row.getString("statement"), StatementJson.class),
                List.of(json.readValue(row.getString("flags"), FlagJson[].class)));
    }
}
