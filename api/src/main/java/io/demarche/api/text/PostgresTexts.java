package io.demarche.api.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By the text search of PostgreSQL, with its configuration for English. Few articles are found by their words; where many match, its planner
 * would go through all of them and put their events in order, so that events are taken in their order and sifted instead.
 */
final class PostgresTexts implements FlaggedTexts {

    private static final String WORDS = "to_tsvector('english', left(a.title || ' ' || a.text, " + LONGEST + "))";

    private final JdbcClient jdbc;
    private final int common;

    /** From {@code common} matching articles on, events are sifted. */
    PostgresTexts(JdbcClient jdbc, int common) {
        this.jdbc = jdbc;
        this.common = common;
    }

    @Override
    public void flagged(String articleId) {
        jdbc.sql("insert into flagged_text (article_id, words) select a.id, " + WORDS
                        + " from article a where a.id = :id on conflict do nothing")
                .param("id", articleId)
                .update();
    }

    @Override
    public void revised(String articleId) {
        jdbc.sql("update flagged_text set words = " + WORDS
                        + " from article a where a.id = :id and flagged_text.article_id = a.id")
                .param("id", articleId)
                .update();
    }

    @Override
    public Condition condition(TextQuery query) {
        Condition matches = matches(query);
        return new Condition(
                "e.id in (select r.event_id from flagged_text w join report r on r.article_id = w.article_id where "
                        + matches.sql() + ")",
                matches.parameters());
    }

    /** What is asked, as a condition of a text {@code w}. */
    private static Condition matches(TextQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> alternatives = new ArrayList<>();
        for (List<TextQuery.Term> alternative : query.alternatives()) {
            List<String> terms = new ArrayList<>();
            for (TextQuery.Term term : alternative) {
                String name = "text" + parameters.size();
                parameters.put(name, term.words());
                terms.add((term.excluded() ? "!! " : "") + "phraseto_tsquery('english', :" + name + ")");
            }
            alternatives.add("(" + String.join(" && ", terms) + ")");
        }
        return new Condition("w.words @@ (" + String.join(" || ", alternatives) + ")", parameters);
    }

    @Override
    public Optional<Sieve> sieve(TextQuery query) {
        Condition matches = matches(query);
        int matching = jdbc.sql("select count(*) from (select 1 from flagged_text w where " + matches.sql()
                        + " limit :common) matching")
                .params(matches.parameters())
                .param("common", common)
                .query(Integer.class)
                .single();
        return matching < common ? Optional.empty() : Optional.of(events -> sift(matches, events));
    }

    private Set<String> sift(Condition matches, Collection<String> events) {
        return events.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(
                                "select distinct r.event_id from report r join flagged_text w on w.article_id = r.article_id"
                                        + " where r.event_id in (:events) and " + matches.sql())
                        .params(matches.parameters())
                        .param("events", events)
                        .query(String.class)
                        .list());
    }
}
