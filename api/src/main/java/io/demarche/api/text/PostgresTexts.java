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
    private final int few;

    /** Where no more than {@code few} articles match, all are fetched, however few there are. */
    PostgresTexts(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.few = few;
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
        int common = common();
        int matching = jdbc.sql("select count(*) from (select 1 from flagged_text w where " + matches.sql()
                        + " limit :common) matching")
                .params(matches.parameters())
                .param("common", common)
                .query(Integer.class)
                .single();
        return matching < common ? Optional.empty() : Optional.of(events -> sift(matches, events));
    }

    /**
     * From how many matching articles on events are sifted. Where {@code m} of {@code n} articles match, a page of 50 is full after about
     * {@code 50 n / m} events, each of which costs a fifth of an article that is fetched, as measured: both ways cost the same where
     * {@code m} is the root of {@code 10 n}. How many articles there are is what the planner believes.
     */
    private int common() {
        return jdbc.sql("select cast(greatest(:few, sqrt(10 * greatest(reltuples, 0))) as int)"
                        + " from pg_class where oid = 'flagged_text'::regclass")
                .param("few", few)
                .query(Integer.class)
                .single();
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
