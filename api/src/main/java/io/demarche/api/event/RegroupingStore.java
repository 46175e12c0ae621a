package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import io.demarche.api.web.Caller;
import io.demarche.core.event.EventMerger;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.pipeline.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Regroups reports, and keeps who did so. */
final class RegroupingStore {

    private final EventMerger merger;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;
    private final InstantSource clock;

    RegroupingStore(
            EventMerger merger, JdbcClient jdbc, Transactions transactions, JsonMapper json, InstantSource clock) {
        this.merger = merger;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Makes the other event part of the event. */
    Regrouping merge(String event, String other, String note) {
        return transactions.inOne(() -> {
            merger.merge(other, event);
            return kept(Regrouping.What.MERGED, event, other, List.of(), note);
        });
    }

    /** Makes an event of its own of the reports of these articles, of which the event has others too. */
    Regrouping split(String event, Set<String> articles, String note) {
        return transactions.inOne(() -> {
            FlaggedEvent made = merger.split(event, articles);
            return kept(
                    Regrouping.What.SPLIT,
                    event,
                    made.id(),
                    articles.stream().sorted().toList(),
                    note);
        });
    }

    private Regrouping kept(Regrouping.What what, String event, String other, List<String> articles, String note) {
        Caller caller = Caller.current();
        Regrouping done = new Regrouping(what, event, other, articles, note, caller.name(), clock.instant());
        jdbc.sql("""
                        insert into regrouping (what, event_id, other_id, articles, note, account_id, account, at)
                        values (:what, :event, :other, :articles, :note, :accountId, :account, :at)""")
                .param("what", what.name())
                .param("event", event)
                .param("other", other)
                .param("articles", json.writeValueAsString(articles))
                .param("note", note)
                .param("accountId", caller.account())
                .param("account", caller.name())
                .param("at", time(done.at()))
                .update();
        return done;
    }

    /** How the event came to be as it is, and those that became part of it, the last first. */
    List<Regrouping> of(String eventId) {
        return jdbc.sql("""
                        select * from regrouping where event_id = :event or other_id = :event
                        or event_id in (select id from event_alias where event_id = :event) order by number desc""")
                .param("event", eventId)
                .query((row, number) -> regrouping(row))
                .list();
    }

    private Regrouping regrouping(ResultSet row) throws SQLException {
        return new Regrouping(
                Regrouping.What.valueOf(row.getString("what")),
                row.getString("event_id"),
                row.getString("other_id"),
                List.of(json.readValue(row.getString("articles"), String[].class)),
                row.getString("note"),
                row.getString("account"),
                time(row, "at"));
    }
}
