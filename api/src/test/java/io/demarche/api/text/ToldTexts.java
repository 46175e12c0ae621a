package io.demarche.api.text;

import static io.demarche.api.store.Rows.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events with one article each, in a fresh database. */
final class ToldTexts {

    private final JdbcClient jdbc;

    ToldTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("insert into doing (doing_key) values ('key')").update();
    }

    /** An event whose id is the text of the article that tells of it. */
    void tell(FlaggedTexts texts, String text) {
        tell(texts, text, Instant.now());
    }

    private void tell(FlaggedTexts texts, String text, Instant at) {
        event(text, at);
        report(texts, text, text);
    }

    private void event(String text, Instant at) {
        jdbc.sql("""
                        insert into event (id, doing_key, doing, severity, first_told_at, last_told_at, flagged_at, report_count)
                        values (:id, 'key', '', 'LOW', :at, :at, :at, 1)""").param("id", text).param("at", time(at)).update();
    }

    private void report(FlaggedTexts texts, String event, String text) {
        report(event, text);
        texts.told(event, "art " + text);
    }

    private void report(String event, String text) {
        jdbc.sql("insert into article (id, title, text, received_at) values (:id, '', :text, current_timestamp)")
                .param("id", "art " + text)
                .param("text", text)
                .update();
        jdbc.sql("""
                        insert into report (event_id, article_id, told_at, statement, flags)
                        values (:id, :article, current_timestamp, '', '')""").param("id", event).param("article", "art " + text).update();
    }

    /** An event by Poland, as PostgreSQL kept it when the words of its reports stood alone. */
    void tellAsBefore(String text) {
        event(text, Instant.now());
        party(text, "ACTOR", "POL");
        report(text, text);
        jdbc.sql("""
                        insert into report_text (event_id, article_id, flagged_at, first_told_at, words)
                        select id, 'art ' || id, flagged_at, first_told_at, to_tsvector('english', id) from event where id = :id""").param("id", text).update();
    }

    /** Checks that just this event is found by its word and Poland. */
    void checkParty(FlaggedTexts texts, String text) {
        assertThat(drones(texts, Set.of("ACTOR:POL"))).containsExactly(text);
    }

    /** Checks that a sieve keeps what the condition finds, and is there from two matching articles on, as these texts are made to have it. */
    void checkSieve(FlaggedTexts texts) {
        List.of("drone", "drones and boats", "boats", "a drone").forEach(text -> tell(texts, text));
        TextQuery drones = TextQuery.parse("q", "drone -boat");
        assertThat(found(texts, drones)).containsExactlyInAnyOrder("drone", "a drone");
        assertThat(texts.sieve(drones).orElseThrow().sift(Set.of("drone", "boats")))
                .containsExactly("drone");
        assertThat(texts.sieve(drones).orElseThrow().sift(Set.of())).isEmpty();
        assertThat(texts.sieve(TextQuery.parse("q", "boat -drone")))
                .as("one alone")
                .isEmpty();
    }

    /**
     * Checks that along stretches of any length just those events come that the condition finds, in the order of their times, however many have
     * the same one.
     */
    void checkStretches(FlaggedTexts texts) {
        Random random = new Random(1);
        Map<String, Instant> times = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            String text = (random.nextInt(3) == 0 ? "drone " : "boat ") + (random.nextInt(9) == 0 ? "rare " : "") + i;
            times.put(text, Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(20) < 5 ? 0 : i));
            tell(texts, text, times.get(text));
        }
        for (String asked : List.of("drone", "rare", "drone -rare", "boat or drone", "submarine")) {
            TextQuery query = TextQuery.parse("q", asked);
            Comparator<String> rising =
                    Comparator.comparing((String text) -> times.get(text)).thenComparing(text -> text);
            for (FlaggedTexts.Time by : FlaggedTexts.Time.values()) {
                for (boolean descending : List.of(true, false)) {
                    assertThat(along(texts, query, by, descending))
                            .as("%s by %s", asked, by)
                            .isEqualTo(found(texts, query).stream()
                                    .sorted(descending ? rising.reversed() : rising)
                                    .toList());
                }
            }
        }
    }

    /** Checks that a report is found by the event of which it tells now, in the place of its time now, and one that is taken back not at all. */
    void checkMoves(FlaggedTexts texts) {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        List.of("drone 1", "drone 2", "drone 3").forEach(text -> tell(texts, text, noon));
        TextQuery drones = TextQuery.parse("q", "drone");
        jdbc.sql("update event set first_told_at = :at where id = 'drone 2'")
                .param("at", time(noon.minusSeconds(60)))
                .update();
        texts.moved("drone 2");
        assertThat(along(texts, drones, FlaggedTexts.Time.FIRST_TOLD, true))
                .containsExactly("drone 3", "drone 1", "drone 2");

        jdbc.sql("update report set event_id = 'drone 2' where event_id = 'drone 3'")
                .update();
        texts.moved("drone 2");
        assertThat(along(texts, drones, FlaggedTexts.Time.FIRST_TOLD, false)).containsExactly("drone 2", "drone 1");

        jdbc.sql("delete from report where event_id = 'drone 1'").update();
        texts.untold("art drone 1");
        assertThat(along(texts, drones, FlaggedTexts.Time.FLAGGED, true)).containsExactly("drone 2");
        assertThat(found(texts, drones)).containsExactly("drone 2");
    }

    /** Checks that what is told of an event is found by its parties, too: those that it had when it was told, and those that it has now. */
    void checkParties(FlaggedTexts texts) {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        List.of("drone 1", "drone 2", "boat").forEach(text -> tell(texts, text, noon));
        party("drone 1", "ACTOR", "POL");
        report(texts, "drone 1", "another drone");
        party("drone 2", "TARGET", "POL");
        texts.moved("drone 2");
        party("boat", "ACTOR", "POL");
        texts.moved("boat");
        assertThat(drones(texts, Set.of("ACTOR:POL"))).containsExactly("drone 1");
        assertThat(drones(texts, Set.of("ACTOR:POL", "TARGET:POL"))).containsExactly("drone 2", "drone 1");
        assertThat(drones(texts, Set.of("ACTOR:NO'R"))).isEmpty();
        jdbc.sql("update article set text = 'drones again' where id = 'art drone 2'")
                .update();
        texts.revised("art drone 2");
        assertThat(drones(texts, Set.of("TARGET:POL"))).containsExactly("drone 2");
    }

    private void party(String event, String side, String party) {
        jdbc.sql("""
                        insert into event_party (event_id, side, party, flagged_at, first_told_at)
                        select id, :side, :party, flagged_at, first_told_at from event where id = :event""")
                .param("event", event)
                .param("side", side)
                .param("party", party)
                .update();
    }

    private static List<String> drones(FlaggedTexts texts, Set<String> parties) {
        TextQuery drones = TextQuery.parse("q", "drone");
        return along(texts, new FlaggedTexts.Sought(drones, List.of(parties)), FlaggedTexts.Time.FLAGGED, true);
    }

    private static List<String> along(FlaggedTexts texts, TextQuery query, FlaggedTexts.Time by, boolean descending) {
        return along(texts, new FlaggedTexts.Sought(query, List.of()), by, descending);
    }

    private static List<String> along(
            FlaggedTexts texts, FlaggedTexts.Sought sought, FlaggedTexts.Time by, boolean descending) {
        List<String> found = new ArrayList<>();
        @Nullable Instant begin = null;
        long reports = 0;
        do {
            FlaggedTexts.Stretch stretch =
                    texts.stretch(sought, new FlaggedTexts.Course(by, descending, begin), reports++);
            found.addAll(stretch.events());
            begin = stretch.end();
        } while (begin != null);
        return found;
    }

    /** The events that match. */
    List<String> found(FlaggedTexts texts, TextQuery query) {
        FlaggedTexts.Condition condition = texts.condition(query);
        return jdbc.sql("select e.id from event e where " + condition.sql())
                .params(condition.parameters())
                .query(String.class)
                .list();
    }
}
