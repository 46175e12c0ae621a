package io.demarche.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

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
        jdbc.sql("insert into article (id, title, text, received_at) values (:id, '', :text, current_timestamp)")
                .param("id", "art " + text)
                .param("text", text)
                .update();
        jdbc.sql("""
                        insert into event (id, doing_key, doing, severity, first_told_at, last_told_at, flagged_at, report_count)
                        values (:id, 'key', '', 'LOW', current_timestamp, current_timestamp, current_timestamp, 1)""").param("id", text).update();
        jdbc.sql("""
                        insert into report (event_id, article_id, told_at, statement, flags)
                        values (:id, :article, current_timestamp, '', '')""").param("id", text).param("article", "art " + text).update();
        texts.flagged("art " + text);
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

    /** The events that match. */
    List<String> found(FlaggedTexts texts, TextQuery query) {
        FlaggedTexts.Condition condition = texts.condition(query);
        return jdbc.sql("select e.id from event e where " + condition.sql())
                .params(condition.parameters())
                .query(String.class)
                .list();
    }
}
