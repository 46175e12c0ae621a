package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.api.json.DoingJson;
import io.demarche.api.json.FlagJson;
import io.demarche.api.json.StatementJson;
import io.demarche.api.store.ArticleRows;
import io.demarche.api.text.FlaggedTexts;
import io.demarche.api.trail.Trail;
import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.event.Correction;
import io.demarche.core.event.EventStore;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Report;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcEventStore implements EventStore {

    private static final int MOST_UPDATES = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FlaggedTexts texts;
    private final InstantSource clock;

    JdbcEventStore(JdbcClient jdbc, JsonMapper json, FlaggedTexts texts, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    /** In the order of keys, so that two lockers of the same doings do not wait for each other. */
    @Override
    public void lock(Collection<Doing> doings) {
        doings.stream().map(Doing::key).sorted().forEach(key -> {
            jdbc.sql("insert into doing (doing_key) values (:key) on conflict do nothing")
                    .param("key", key)
                    .update();
            jdbc.sql("select doing_key from doing where doing_key = :key for update")
                    .param("key", key)
                    .query(String.class)
                    .single();
        });
    }

    @Override
    public List<FlaggedEvent> of(Doing doing) {
        return events(jdbc.sql("""
                        select * from (select * from event where doing_key = :key
                        union all select e.* from event_doing d join event e on e.id = d.event_id where d.doing_key = :key) told
                        order by first_told_at, id""").param("key", doing.key()));
    }

    @Override
    public Optional<FlaggedEvent> find(String eventId) {
        return events(jdbc.sql("select * from event where id = :id").param("id", eventId)).stream()
                .findFirst();
    }

    @Override
    public List<Doing> doings(String eventId) {
        return jdbc.sql("""
                        select doing from event where id = :id
                        union all select doing from event_doing where event_id = :id""")
                .param("id", eventId)
                .query((row, number) ->
                        json.readValue(row.getString("doing"), DoingJson.class).toDoing())
                .list();
    }

    @Override
    public List<FlaggedEvent> between(Collection<Party> parties, Instant from, Instant to, int limit) {
        return events(jdbc.sql("""
                        select * from event e where first_told_at >= :from and first_told_at < :to and report_count > 0
                        and exists (select 1 from event_party where event_id = e.id and side = 'ACTOR' and party in (:parties))
                        and exists (select 1 from event_party where event_id = e.id and side = 'TARGET' and party in (:parties))
                        order by first_told_at desc, id limit :limit""")
                .param("from", time(from))
                .param("to", time(to))
                .param("parties", parties.stream().map(Party::code).toList())
                .param("limit", limit));
    }

    @Override
    public void save(FlaggedEvent event) {
        int updated = jdbc.sql("""
                        update event set severity = :severity, last_told_at = :last where id = :id""")
                .param("severity", event.severity().name())
                .param("last", time(event.lastToldAt()))
                .param("id", event.id())
                .update();
        if (updated == 0) {
            insert(event);
        } else {
            move(event);
        }
        for (String kind : event.kinds()) {
            jdbc.sql("""
                            insert into event_kind (event_id, kind, flagged_at, first_told_at)
                            select id, :kind, flagged_at, first_told_at from event where id = :id
                            on conflict do nothing""").param("id", event.id()).param("kind", kind).update();
        }
    }

    private void insert(FlaggedEvent event) {
        Doing doing = event.doing();
        jdbc.sql("""
                        insert into event (id, doing_key, doing, measure, move, status, severity, first_told_at, last_told_at, flagged_at, report_count)
                        values (:id, :key, :doing, :measure, :move, :status, :severity, :first, :last, :now, 0)""")
                .param("id", event.id())
                .param("key", doing.key())
                .param("doing", json.writeValueAsString(DoingJson.of(doing)))
                .param("measure", doing.measure().name())
                .param("move", doing.move().name())
                .param("status", doing.status().name())
                .param("severity", event.severity().name())
                .param("first", time(event.firstToldAt()))
                .param("last", time(event.lastToldAt()))
                .param("now", time(clock.instant()))
                .update();
        Set<Party> actors = new LinkedHashSet<>(doing.actor());
        Set<Party> targets = new LinkedHashSet<>(doing.target());
        if (doing.mutual()) {
            actors.addAll(doing.target());
            targets.addAll(doing.actor());
        }
        Set<Party> all = new LinkedHashSet<>(actors);
        all.addAll(targets);
        addParties(event.id(), "ACTOR", actors);
        addParties(event.id(), "TARGET", targets);
        addParties(event.id(), "EITHER", all);
        addPairs(event.id(), actors, targets);
    }

    private void addParties(String eventId, String side, Set<Party> parties) {
        for (Party party : parties) {
            jdbc.sql("""
                            insert into event_party (event_id, side, party, flagged_at, first_told_at)
                            select id, :side, :party, flagged_at, first_told_at from event where id = :id""")
                    .param("id", eventId)
                    .param("side", side)
                    .param("party", party.code())
                    .update();
        }
    }

    private void addPairs(String eventId, Set<Party> actors, Set<Party> targets) {
        for (Party actor : actors) {
            for (Party target : targets) {
                if (!actor.equals(target)) {
                    jdbc.sql("""
                                    insert into event_pair (event_id, actor, target, measure, status, flagged_at, first_told_at, both_ways)
                                    select id, :actor, :target, measure, status, flagged_at, first_told_at, :both from event where id = :id""")
                            .param("id", eventId)
                            .param("actor", actor.code())
                            .param("target", target.code())
                            .param("both", actors.contains(target) && targets.contains(actor))
                            .update();
                }
            }
        }
    }

    /** Finds the event by another time, if its first report is another now. */
    private void move(FlaggedEvent event) {
        int moved = jdbc.sql("update event set first_told_at = :first where id = :id and first_told_at <> :first")
                .param("first", time(event.firstToldAt()))
                .param("id", event.id())
                .update();
        if (moved > 0) {
            for (String table : List.of("event_kind", "event_party", "event_pair", "event_outlet")) {
                jdbc.sql("update " + table + " set first_told_at = :first where event_id = :id")
                        .param("first", time(event.firstToldAt()))
                        .param("id", event.id())
                        .update();
            }
            texts.moved(event.id());
        }
    }

    private void addRules(String eventId, List<FlagJson> flags) {
        for (FlagJson flag : flags) {
            jdbc.sql(
                            "insert into event_rule (event_id, rule, revision) values (:id, :rule, :revision) on conflict do nothing")
                    .param("id", eventId)
                    .param("rule", flag.rule())
                    .param("revision", flag.revision())
                    .update();
        }
    }

    @Override
    public boolean add(String eventId, Report report) {
        Imprint imprint = report.article().imprint();
        Statement statement = report.statement();
        int added = jdbc.sql("""
                        insert into report (event_id, article_id, outlet, outlet_key, language, told_at, statement, flags, confidence, people, background)
                        values (:event, :article, :outlet, :outletKey, :language, :told, :statement, :flags, :confidence, :people, :background)
                        on conflict do nothing""")
                .param("event", eventId)
                .param("article", report.article().id())
                .param("outlet", imprint.outlet())
                .param("outletKey", lowerCase(imprint.outlet()))
                .param("language", lowerCase(imprint.language()))
                .param("told", time(report.article().toldAt()))
                .param("statement", json.writeValueAsString(StatementJson.of(statement)))
                .param("flags", flags(report.flags()))
                .param("confidence", statement.confidence())
                .param("people", statement.count())
                .param("background", statement.background())
                .update();
        if (added > 0) {
            addRules(eventId, report.flags().stream().map(FlagJson::of).toList());
            summarise(eventId);
            texts.told(eventId, report.article().id());
            Trail.told(report.article().id(), eventId);
            noteCount(eventId, true);
        }
        return added > 0;
    }

    private static @Nullable String lowerCase(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    /** Keeps with the event what its reports say together. */
    private void summarise(String eventId) {
        jdbc.sql("""
                        update event set
                        report_count = (select count(*) from report r where r.event_id = :event),
                        confidence = coalesce((select max(r.confidence) from report r where r.event_id = :event), 0),
                        people = (select max(r.people) from report r where r.event_id = :event),
                        background = coalesce((select bool_and(r.background) from report r where r.event_id = :event), false)
                        where id = :event""").param("event", eventId).update();
        jdbc.sql("""
                        delete from event_outlet where event_id = :event and not exists (
                        select 1 from report r where r.event_id = :event and r.outlet_key = event_outlet.outlet_key)""").param("event", eventId).update();
        jdbc.sql("""
                        insert into event_outlet (outlet_key, event_id, flagged_at, first_told_at)
                        select distinct r.outlet_key, e.id, e.flagged_at, e.first_told_at from report r join event e on e.id = r.event_id
                        where r.event_id = :event and r.outlet_key is not null on conflict do nothing""").param("event", eventId).update();
    }

    private void noteCount(String eventId, boolean isNew) {
        int count = jdbc.sql("select report_count from event where id = :id")
                .param("id", eventId)
                .query(Integer.class)
                .single();
        note(
                eventId,
                count == 0
                        ? EventChange.What.WITHDRAWN
                        : isNew && count == 1 ? EventChange.What.FLAGGED : EventChange.What.CHANGED);
    }

    /** Notes it instead of the change before, which whoever has not been sent it yet needs no more: he is sent the event as it is now. */
    private void note(String eventId, EventChange.What what) {
        if (what == EventChange.What.CHANGED) {
            jdbc.sql("delete from event_change where event_id = :event and what = 'CHANGED' and number is not null")
                    .param("event", eventId)
                    .update();
        }
        jdbc.sql("insert into event_change (event_id, what) values (:event, :what)")
                .param("event", eventId)
                .param("what", what.name())
                .update();
    }

    @Override
    public int outlets(String eventId) {
        return jdbc.sql("select count(distinct coalesce(outlet, article_id)) from report where event_id = :event")
                .param("event", eventId)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Place> latest(int limit) {
        return jdbc.sql(
                        "select id, flagged_at from event where report_count > 0 order by flagged_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(JdbcEventStore::place)
                .list();
    }

    @Override
    public List<Place> flagged(Instant from, Instant to, @Nullable Place after, int limit) {
        return jdbc.sql("""
                        select id, flagged_at from event where report_count > 0 and flagged_at >= :from and flagged_at < :to
                        and (flagged_at > :after or id > :afterId) order by flagged_at, id limit :limit""")
                .param("from", time(after == null ? from : after.flaggedAt()))
                .param("to", time(to))
                .param("after", time(after == null ? Instant.EPOCH : after.flaggedAt()))
                .param("afterId", after == null ? "" : after.eventId())
                .param("limit", limit)
                .query(JdbcEventStore::place)
                .list();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(time(row, "flagged_at"), row.getString("id"));
    }

    @Override
    public List<Update> updates(String eventId) {
        Optional<FlaggedEvent> event = find(eventId);
        if (event.isEmpty()) {
            return List.of();
        }
        int outlets = outlets(eventId);
        return jdbc
                .sql("""
                        select r.statement, r.flags, a.* from report r join article a on a.id = r.article_id
                        where r.event_id = :event order by r.told_at, r.article_id limit :limit""")
                .param("event", eventId)
                .param("limit", MOST_UPDATES)
                .query((row, number) -> report(row))
                .list()
                .stream()
                .map(report -> new Update(event.get(), null, report, outlets))
                .toList();
    }

    private Report report(ResultSet row) throws SQLException {
        Statement statement =
                json.readValue(row.getString("statement"), StatementJson.class).toStatement();
        return new Report(ArticleRows.article(row), statement, flags(row.getString("flags"), statement));
    }

    @Override
    public void absorb(String from, String into) {
        for (String sql : List.of(
                """
                delete from report where event_id = :from and article_id in (select article_id from report where event_id = :into)""",
                "update report set event_id = :into where event_id = :from",
                "update event_alias set event_id = :into where event_id = :from",
                """
                insert into event_rule (event_id, rule, revision) select :into, rule, revision from event_rule where event_id = :from
                on conflict do nothing""",
                """
                insert into event_doing (event_id, doing_key, doing)
                select :into, d.doing_key, d.doing from (select doing_key, doing from event where id = :from
                union all select doing_key, doing from event_doing where event_id = :from) d
                where d.doing_key <> (select doing_key from event where id = :into) on conflict do nothing""",
                """
                insert into event_party (event_id, side, party, flagged_at, first_told_at)
                select e.id, p.side, p.party, e.flagged_at, e.first_told_at from event_party p join event e on e.id = :into
                where p.event_id = :from on conflict do nothing""",
                """
                insert into event_pair (event_id, actor, target, measure, status, flagged_at, first_told_at, both_ways)
                select e.id, p.actor, p.target, e.measure, e.status, e.flagged_at, e.first_told_at, p.both_ways
                from event_pair p join event e on e.id = :into where p.event_id = :from on conflict do nothing""",
                """
                insert into event_apart (event_id, other_id)
                select :into, other_id from event_apart where event_id = :from and other_id <> :into on conflict do nothing""",
                """
                insert into event_apart (event_id, other_id)
                select event_id, :into from event_apart where other_id = :from and event_id <> :into on conflict do nothing""",
                "delete from event where id = :from",
                "insert into event_alias (id, event_id) values (:from, :into)")) {
            jdbc.sql(sql).params(Map.of("from", from, "into", into)).update();
        }
        summarise(into);
        texts.moved(into);
        note(from, EventChange.What.MERGED);
        note(into, EventChange.What.CHANGED);
    }

    @Override
    public FlaggedEvent split(String eventId, Set<String> articleIds, String newId) {
        FlaggedEvent whole = find(eventId).orElseThrow();
        insert(new FlaggedEvent(
                newId, whole.doing(), new TreeSet<>(), whole.severity(), whole.firstToldAt(), whole.lastToldAt()));
        for (String sql : List.of(
                "update report set event_id = :new where event_id = :event and article_id in (:articles)",
                """
                insert into event_doing (event_id, doing_key, doing)
                select :new, doing_key, doing from event_doing where event_id = :event""",
                "insert into event_apart (event_id, other_id) values (:event, :new), (:new, :event)")) {
            jdbc.sql(sql)
                    .params(Map.of("event", eventId, "new", newId))
                    .param("articles", articleIds)
                    .update();
        }
        recounted(eventId);
        note(newId, EventChange.What.FLAGGED);
        FlaggedEvent part = recounted(newId);
        texts.moved(newId);
        return part;
    }

    @Override
    public boolean areApart(String one, String other) {
        return !jdbc.sql("select 1 from event_apart where event_id = :one and other_id = :other")
                .param("one", one)
                .param("other", other)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    @Override
    public List<Told> toldBy(Article article) {
        return jdbc.sql("select event_id, statement, flags from report where article_id = :article")
                .param("article", article.id())
                .query((row, number) -> {
                    Statement statement = json.readValue(row.getString("statement"), StatementJson.class)
                            .toStatement();
                    return new Told(
                            row.getString("event_id"),
                            new Report(article, statement, flags(row.getString("flags"), statement)));
                })
                .list();
    }

    @Override
    public void retell(String eventId, Report report) {
        jdbc.sql("""
                        update report set statement = :statement, flags = :flags, confidence = :confidence, people = :people,
                        background = :background where event_id = :event and article_id = :article""")
                .param("statement", json.writeValueAsString(StatementJson.of(report.statement())))
                .param("flags", flags(report.flags()))
                .param("confidence", report.statement().confidence())
                .param("people", report.statement().count())
                .param("background", report.statement().background())
                .param("event", eventId)
                .param("article", report.article().id())
                .update();
        summarise(eventId);
        note(eventId, EventChange.What.CHANGED);
    }

    @Override
    public FlaggedEvent correct(Correction correction) {
        String flags = flags(correction.after());
        jdbc.sql("""
                        insert into event_correction (event_id, article_id, revision, corrected_at, flags_before, flags_after)
                        values (:event, :article, :revision, :at, :before, :after)""")
                .param("event", correction.eventId())
                .param("article", correction.articleId())
                .param("revision", correction.revision())
                .param("at", time(correction.at()))
                .param("before", flags(correction.before()))
                .param("after", flags)
                .update();
        jdbc.sql(
                        correction.after().isEmpty()
                                ? "delete from report where event_id = :event and article_id = :article"
                                : "update report set flags = :flags where event_id = :event and article_id = :article")
                .param("event", correction.eventId())
                .param("article", correction.articleId())
                .param("flags", flags)
                .update();
        if (correction.after().isEmpty()) {
            texts.untold(correction.articleId());
        }
        return recounted(correction.eventId());
    }

    /** The event as its reports make it, kept so. */
    private FlaggedEvent recounted(String eventId) {
        FlaggedEvent event = jdbc.sql("select * from event where id = :id")
                .param("id", eventId)
                .query(this::withoutKinds)
                .single();
        record Counted(Instant at, List<FlagJson> flags) {}
        List<Counted> reports = jdbc.sql("select told_at, flags from report where event_id = :id")
                .param("id", eventId)
                .query((row, number) -> new Counted(
                        time(row, "told_at"), List.of(json.readValue(row.getString("flags"), FlagJson[].class))))
                .list();
        List<FlagJson> flags =
                reports.stream().flatMap(report -> report.flags().stream()).toList();
        FlaggedEvent counted = new FlaggedEvent(
                eventId,
                event.doing(),
                flags.stream().map(FlagJson::kind).collect(Collectors.toCollection(TreeSet::new)),
                flags.stream()
                        .map(FlagJson::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.LOW),
                reports.stream().map(Counted::at).min(Comparator.naturalOrder()).orElse(event.firstToldAt()),
                reports.stream().map(Counted::at).max(Comparator.naturalOrder()).orElse(event.lastToldAt()));
        jdbc.sql("delete from event_kind where event_id = :id")
                .param("id", eventId)
                .update();
        jdbc.sql("delete from event_rule where event_id = :id")
                .param("id", eventId)
                .update();
        save(counted);
        addRules(eventId, flags);
        summarise(eventId);
        noteCount(eventId, false);
        return counted;
    }

    private String flags(List<Flag> flags) {
        return json.writeValueAsString(flags.stream().map(FlagJson::of).toList());
    }

    private List<Flag> flags(String text, Statement statement) {
        return Stream.of(json.readValue(text, FlagJson[].class))
                .map(flag -> flag.toFlag(statement))
                .toList();
    }

    /** The events of a query, their kinds by one more. */
    private List<FlaggedEvent> events(JdbcClient.StatementSpec query) {
        List<FlaggedEvent> bare = query.query(this::withoutKinds).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, SortedSet<String>> kinds = new HashMap<>();
        jdbc.sql("select event_id, kind from event_kind where event_id in (:ids)")
                .param("ids", bare.stream().map(FlaggedEvent::id).toList())
                .query(row -> {
                    kinds.computeIfAbsent(row.getString("event_id"), id -> new TreeSet<>())
                            .add(row.getString("kind"));
                });
        return bare.stream()
                .map(event -> new FlaggedEvent(
                        event.id(),
                        event.doing(),
                        kinds.getOrDefault(event.id(), new TreeSet<>()),
                        event.severity(),
                        event.firstToldAt(),
                        event.lastToldAt()))
                .toList();
    }

    private FlaggedEvent withoutKinds(ResultSet row, int number) throws SQLException {
        return new FlaggedEvent(
                row.getString("id"),
                json.readValue(row.getString("doing"), DoingJson.class).toDoing(),
                new TreeSet<>(),
                Severity.valueOf(row.getString("severity")),
                time(row, "first_told_at"),
                time(row, "last_told_at"));
    }
}
