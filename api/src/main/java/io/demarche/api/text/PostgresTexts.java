package io.demarche.api.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** By the text search of PostgreSQL, with its configuration for English. Which way leads to few rows, its planner knows from the words. */
final class PostgresTexts implements FlaggedTexts {

    private static final String WORDS = "to_tsvector('english', left(a.title || ' ' || a.text, " + LONGEST + "))";

    private final JdbcClient jdbc;

    PostgresTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return new Condition(
                "e.id in (select r.event_id from flagged_text w join report r on r.article_id = w.article_id where w.words @@ ("
                        + String.join(" || ", alternatives) + "))",
                parameters);
    }

    @Override
    public Optional<Sieve> sieve(TextQuery query) {
        return Optional.empty();
    }
}
