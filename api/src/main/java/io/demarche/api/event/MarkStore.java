package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.demarche.api.event.Mark.Label;
import io.demarche.api.event.Mark.LabelledArticle;
import io.demarche.api.json.StatementJson;
import io.demarche.api.web.Caller;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.statement.ReadingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import tools.jackson.databind.json.JsonMapper;

/** Marks, and the texts and readings that they speak of, as they were then. */
final class MarkStore {

    private static final int PART = 100;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;
    private final InstantSource clock;

    MarkStore(JdbcClient jdbc, Transactions transactions, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What a mark says. */
    record Saying(
            @Nullable String eventId,
            Mark.Verdict verdict,
            @Nullable StatementJson read,
            @Nullable Label right,
            String note) {}

    /** Keeps what the caller says of that text of an article. */
    Mark add(String articleId, ReadingStore.Version text, Saying saying) {
        Caller caller = Caller.current();
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        transactions.inOne(() -> {
            jdbc.sql("""
                            insert into marked_article (article_id, version, title, text, statements)
                            values (:article, :version, :title, :text, :statements) on conflict do nothing""")
                    .param("article", articleId)
                    .param("version", text.number())
                    .param("title", text.title())
                    .param("text", text.text())
                    .param(
                            "statements",
                            json.writeValueAsString(text.statements().stream()
                                    .map(StatementJson::of)
                                    .toList()))
                    .update();
            return jdbc.sql("""
                            insert into mark (event_id, article_id, version, verdict, read_statement, right_statement, note, account_id,
                            account, at) values (:event, :article, :version, :verdict, :read, :right, :note, :accountId, :account, :at)""")
                    .param("event", saying.eventId())
                    .param("article", articleId)
                    .param("version", text.number())
                    .param("verdict", saying.verdict().name())
                    .param("read", saying.read() == null ? null : json.writeValueAsString(saying.read()))
                    .param("right", saying.right() == null ? null : json.writeValueAsString(saying.right()))
                    .param("note", saying.note())
                    .param("accountId", caller.account())
                    .param("account", caller.name())
                    .param("at", time(clock.instant()))
                    .update(number, "number");
        });
        return jdbc.sql("select * from mark where number = :number")
                .param("number", number.getKey())
                .query((row, index) -> mark(row))
                .single();
    }

    /** The marks on an event and on those that became part of it, the last first. */
    List<Mark> of(String eventId) {
        return jdbc.sql("""
                        select * from mark where event_id = :event
                        or event_id in (select id from event_alias where event_id = :event) order by number desc""")
                .param("event", eventId)
                .query((row, number) -> mark(row))
                .list();
    }

    /** Every text that was marked, in the order of the articles' ids, a part at a time. */
    void eachLabelled(Consumer<LabelledArticle> use) {
        record Marked(String articleId, int version, String title, String text, List<StatementJson> statements) {}
        List<Marked> part;
        String after = "";
        int version = 0;
        do {
            part = jdbc.sql("""
                            select * from marked_article where article_id > :after or (article_id = :after and version > :version)
                            order by article_id, version limit :limit""")
                    .param("after", after)
                    .param("version", version)
                    .param("limit", PART)
                    .query((row, number) -> new Marked(
                            row.getString("article_id"),
                            row.getInt("version"),
                            row.getString("title"),
                            row.getString("text"),
                            Arrays.asList(json.readValue(row.getString("statements"), StatementJson[].class))))
                    .list();
            for (Marked marked : part) {
                after = marked.articleId();
                version = marked.version();
                List<Mark> marks = jdbc.sql(
                                "select * from mark where article_id = :article and version = :version order by number")
                        .param("article", after)
                        .param("version", version)
                        .query((row, number) -> mark(row))
                        .list();
                String id = version == 1 ? after : after + ".v" + version;
                use.accept(labelled(id, marked.title(), marked.text(), marked.statements(), marks));
            }
        } while (part.size() == PART);
    }

    private static LabelledArticle labelled(
            String id, String title, String text, List<StatementJson> read, List<Mark> marks) {
        Map<StatementJson, List<Label>> labels = new LinkedHashMap<>();
        read.forEach(statement -> labels.put(statement, List.of(Label.of(statement))));
        Map<String, Label> missed = new LinkedHashMap<>();
        List<StatementJson> reviewed = new ArrayList<>();
        for (Mark mark : marks) {
            Label right = mark.right();
            if (mark.read() != null) {
                labels.put(mark.read(), right == null ? List.of() : List.of(right));
                reviewed.add(mark.read());
            } else if (right != null) {
                missed.put(right.measure() + " " + right.move() + " " + right.quote(), right);
            }
        }
        int done = (int) labels.keySet().stream().filter(reviewed::contains).count();
        List<Label> all = Stream.concat(labels.values().stream().flatMap(List::stream), missed.values().stream())
                .toList();
        return new LabelledArticle(id, title, text, all, done, labels.size() - done);
    }

    private Mark mark(ResultSet row) throws SQLException {
        String read = row.getString("read_statement");
        String right = row.getString("right_statement");
        return new Mark(
                row.getLong("number"),
                row.getString("event_id"),
                row.getString("article_id"),
                row.getInt("version"),
                Mark.Verdict.valueOf(row.getString("verdict")),
                read == null ? null : json.readValue(read, StatementJson.class),
                right == null ? null : json.readValue(right, Label.class),
                row.getString("note"),
                row.getString("account"),
                time(row, "at"));
    }
}
