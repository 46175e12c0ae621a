package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.demarche.api.json.DoingJson;
import io.demarche.api.json.EventJson;
import io.demarche.api.json.FlagJson;
import io.demarche.api.json.ReportJson;
import io.demarche.api.json.StatementJson;
import io.demarche.api.text.FlaggedTexts;
import io.demarche.api.web.Cursor;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.Page;
import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Queries on flagged events. Lists are ordered by when we first flagged an event, the latest first, which never changes. */
final class EventReader {

    private static final int PART = 1_000;

    private static final String REPORTS = """
            select r.*, a.title, a.url, a.outlet, a.copy_of from report r join article a on a.id = r.article_id
            where r.event_id = :event""";

    private final JdbcClient jdbc;
    private final FlaggedTexts texts;
    private final EventSearch search;
    private final JsonMapper json;
    private final TransactionTemplate snapshot;
    private final int part;

    EventReader(JdbcClient jdbc, JsonMapper json, FlaggedTexts texts, PlatformTransactionManager transactions) {
        this(jdbc, json, texts, transactions, PART);
    }

    EventReader(
            JdbcClient jdbc, JsonMapper json, FlaggedTexts texts, PlatformTransactionManager transactions, int part) {
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.part = part;
        this.jdbc = jdbc;
        this.texts = texts;
        this.search = new EventSearch(jdbc, texts);
        this.json = json;
    }

    /** A part of the events that are asked for, after that place if one is given. */
    Page<EventJson> find(EventQuery query, @Nullable Cursor after, int limit) {
        return page(search.first(query, after, limit + 1, this::bare), limit);
    }

    private Page<EventJson> page(List<EventSearch.Row<Bare>> rows, int limit) {
        Map<String, List<String>> kinds =
                kinds(rows.stream().map(row -> row.item().id()).toList());
        return Page.of(rows, limit, row -> row.item().with(kinds), EventSearch.Row::place);
    }

    /** A part of the events between two parties, in the order in which they were first told, after that place if one is given. */
    Page<EventJson> between(String one, String other, @Nullable Cursor after, int limit) {
        return page(
                search.first(
                        new EventCondition(),
                        Posting.dyad(one, other),
                        new EventOrder(EventOrder.By.FIRST_TOLD, false),
                        EventQuery.Span.OPEN,
                        after,
                        limit + 1,
                        this::bare),
                limit);
    }

    /**
     * What has become of the events that are asked for, in the order of numbers.
     *
     * @param all whether also changes of events are told, and which of any were merged or withdrawn
     * @param last up to this number
     */
    List<EventChange> changes(EventQuery query, boolean all, long after, long last, int limit) {
        EventCondition condition = new EventCondition(query, texts);
        record Row(
                long number,
                EventChange.What what,
                String id,
                @Nullable String into,
                @Nullable Bare event) {}
        List<Row> rows = jdbc.sql(
                        "select c.number, c.what, c.event_id as changed_id, l.event_id as into_id, e.* from event_change c"
                                + " left join event e on e.id = c.event_id left join event_alias l on l.id = c.event_id"
                                + " where c.number > :after and c.number <= :last and (c.what = 'FLAGGED'"
                                + (all ? " or c.what = 'CHANGED'" : "") + ") and e.report_count > 0"
                                + condition.sql(List.of())
                                + (all
                                        ? " or c.number > :after and c.number <= :last and c.what in ('MERGED', 'WITHDRAWN')"
                                        : "")
                                + " order by c.number limit :limit")
                .params(condition.parameters(List.of()))
                .param("after", after)
                .param("last", last)
                .param("limit", limit)
                .query((row, number) -> {
                    EventChange.What what = EventChange.What.valueOf(row.getString("what"));
                    return new Row(
                            row.getLong("number"),
                            what,
                            row.getString("changed_id"),
                            row.getString("into_id"),
                            what.isOfWhole() ? bare(row) : null);
                })
                .list();
        Map<String, List<String>> kinds = kinds(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new EventChange(
                        row.number(),
                        row.what(),
                        row.event() == null
                                ? new EventChange.Gone(row.id(), row.into())
                                : row.event().with(kinds)))
                .toList();
    }

    /**
     * All events that are asked for, in parts, so that no more than one part is held. Where their order changes with further reports, it is
     * that of one moment: an event that moved while others are sent would be missing or come twice.
     */
    void each(EventQuery query, long limit, Consumer<EventJson> use) {
        if (query.order().by() == EventOrder.By.FLAGGED) {
            parts(query, limit, this::bare, rows -> whole(rows).forEach(use));
            return;
        }
        try (IdFile ids = new IdFile()) {
            ids.write(put ->
                    snapshot.executeWithoutResult(status -> parts(query, limit, row -> row.getString("id"), put)));
            ids.read(part, some -> ofIds(some).forEach(use));
        }
    }

    private <T> void parts(EventQuery query, long limit, EventSearch.Reader<T> reader, Consumer<List<T>> use) {
        long left = limit;
        @Nullable Cursor after = null;
        int asked;
        List<EventSearch.Row<T>> rows;
        do {
            asked = (int) Math.min(left, part);
            rows = search.first(query, after, asked, reader);
            use.accept(rows.stream().map(EventSearch.Row::item).toList());
            left -= rows.size();
            after = rows.isEmpty() ? null : rows.get(rows.size() - 1).place();
        } while (rows.size() == asked && left > 0);
    }

    /** Those of these events that are still there, in this order. */
    private List<EventJson> ofIds(List<String> ids) {
        Map<String, Bare> found = new HashMap<>();
        jdbc.sql("select e.* from event e where e.id in (:ids) and " + EventSearch.TOLD)
                .param("ids", ids)
                .query(row -> {
                    Bare bare = bare(row);
                    found.put(bare.id(), bare);
                });
        return whole(ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList());
    }

    private List<EventJson> whole(List<Bare> events) {
        Map<String, List<String>> kinds = kinds(events.stream().map(Bare::id).toList());
        return events.stream().map(event -> event.with(kinds)).toList();
    }

    /** The event of that id, or the one it became part of. */
    Optional<EventJson> find(String id) {
        return jdbc.sql("""
                        select * from event
                        where id = coalesce((select event_id from event_alias where id = :id), :id)""").param("id", id).query((row, number) -> event(row)).optional();
    }

    /** The event of that id, or the one it became part of. */
    EventJson get(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("event", id));
    }

    /** The reports of an event, in the order in which they told of it. */
    Page<ReportJson> reports(String eventId, @Nullable Cursor after, int limit) {
        String sql = REPORTS
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
        return Page.of(rows, limit, Function.identity(), report -> Cursor.at(report.toldAt(), report.articleId()));
    }

    /** The report of that article, or for null the first one of the event. */
    Optional<ReportJson> report(String eventId, @Nullable String article) {
        return jdbc.sql(REPORTS + (article == null ? "" : " and r.article_id = :article")
                        + " order by r.told_at, r.article_id limit 1")
                .param("event", eventId)
                .param("article", article)
                .query((row, number) -> report(row))
                .optional();
    }

    /** The articles that tell of an event. */
    Set<String> articles(String eventId) {
        return Set.copyOf(jdbc.sql("select article_id from report where event_id = :event")
                .param("event", eventId)
                .query(String.class)
                .list());
    }

    /** The latest corrections of an event and of those that became part of it, the last first. */
    List<CorrectionJson> corrections(String eventId, int limit) {
        return jdbc.sql("""
                        select * from event_correction
                        where event_id = :event
                        or event_id in (select id from event_alias where event_id = :event)
                        order by corrected_at desc, article_id limit :limit""")
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

    private Map<String, List<String>> kinds(Collection<String> ids) {
        Map<String, List<String>> kinds = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select event_id, kind from event_kind where event_id in (:ids) order by kind")
                    .param("ids", ids)
                    .query(row -> {
                        kinds.computeIfAbsent(row.getString("event_id"), id -> new ArrayList<>())
                                .add(row.getString("kind"));
                    });
        }
        return kinds;
    }

    private EventJson event(ResultSet row) throws SQLException {
        Bare bare = bare(row);
        return bare.with(kinds(List.of(bare.id())));
    }

    private Bare bare(ResultSet row) throws SQLException {
        int people = row.getInt("people");
        @Nullable Integer counted = row.wasNull() ? null : people;
        return new Bare(
                row.getString("id"),
                Severity.valueOf(row.getString("severity")),
                json.readValue(row.getString("doing"), DoingJson.class),
                time(row, "first_told_at"),
                time(row, "last_told_at"),
                new EventJson.Reports(
                        time(row, "flagged_at"),
                        row.getInt("report_count"),
                        row.getDouble("confidence"),
                        counted,
                        row.getBoolean("background")));
    }

    /** An event without its kinds. */
    private record Bare(
            String id,
            Severity severity,
            DoingJson doing,
            Instant firstToldAt,
            Instant lastToldAt,
            EventJson.Reports reports) {

        EventJson with(Map<String, List<String>> kinds) {
            return EventJson.of(
                    id, kinds.getOrDefault(id, List.of()), severity, doing, firstToldAt, lastToldAt, reports);
        }
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
