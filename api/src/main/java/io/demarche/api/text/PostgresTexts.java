package io.demarche.api.text;

import static io.demarche.api.store.Rows.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By the text search of PostgreSQL, with its configuration for English. The words of a report, and the parties of its event among them, stand
 * beside the times of its event, so that a stretch of time and what the words are found by are joined as two indices, before any row is read.
 */
final class PostgresTexts implements FlaggedTexts {

    private static final String WORDS = "to_tsvector('english', left(a.title || ' ' || a.text, " + LONGEST + "))";

    /** The parties of the event with that id, which stand among the words. */
    private static final String PARTIES = """
            coalesce((select array_to_tsvector(array_agg(p.side || ':' || p.party)) from event_party p
            where p.event_id = %s and p.side in ('ACTOR', 'TARGET')), '')""";

    /** How many reports the first stretch has. */
    private static final int FIRST_STRETCH = 2_000;

    /** How much longer it is where parties are asked for, too: words with a party are rarer than words. */
    private static final int WIDER = 16;

    /** So many matching reports are fetched at a time, and those of the same time as the last. */
    private static final int MOST = 20_000;

    /** What is too rare to be found in so many reports is fetched as a whole. */
    private static final int LONGEST_STRETCH = 500_000;

    private final JdbcClient jdbc;
    private final int sample;
    private final int common;
    private final int firstStretch;

    PostgresTexts(JdbcClient jdbc, int sample, int common) {
        this(jdbc, sample, common, FIRST_STRETCH);
    }

    /**
     * Takes a word for common that {@code common} of the latest {@code sample} reports have.
     *
     * @param firstStretch how many reports are looked at first
     */
    PostgresTexts(JdbcClient jdbc, int sample, int common, int firstStretch) {
        this.jdbc = jdbc;
        this.sample = sample;
        this.common = common;
        this.firstStretch = firstStretch;
    }

    @Override
    public void told(String eventId, String articleId) {
        jdbc.sql("insert into report_text (event_id, article_id, flagged_at, first_told_at, words)"
                        + " select e.id, a.id, e.flagged_at, e.first_told_at, " + WORDS + " || "
                        + PARTIES.formatted("e.id")
                        + " from event e join article a on a.id = :article where e.id = :event on conflict do nothing")
                .param("event", eventId)
                .param("article", articleId)
                .update();
    }

    @Override
    public void untold(String articleId) {
        // The row of a report goes with it.
    }

    @Override
    public void revised(String articleId) {
        jdbc.sql("update report_text set words = " + WORDS + " || " + PARTIES.formatted("report_text.event_id")
                        + " from article a where a.id = :id and report_text.article_id = a.id")
                .param("id", articleId)
                .update();
    }

    @Override
    public void moved(String eventId) {
        jdbc.sql("""
                        update report_text w
                        set flagged_at = e.flagged_at, first_told_at = e.first_told_at, words = w.words || e.parties
                        from (select id, flagged_at, first_told_at, %s as parties from event where id = :id) e
                        where w.event_id = e.id and (w.flagged_at <> e.flagged_at or w.first_told_at <> e.first_told_at
                        or w.words <> w.words || e.parties)""".formatted(PARTIES.formatted(":id"))).param("id", eventId).update();
    }

    @Override
    public Condition condition(TextQuery query) {
        Condition matches = matches(new Sought(query, List.of()));
        return new Condition(
                "e.id in (select w.event_id from report_text w where " + matches.sql() + ")", matches.parameters());
    }

    /**
     * What is asked, as a condition of a report's text {@code w}. What is excluded is no part of what the index is asked for, which
     * would read all places of it: the rows that are found are sifted.
     */
    private static Condition matches(Sought sought) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> parties = sought.parties().stream()
                .map(either -> "cast("
                        + named(
                                parameters,
                                either.stream().map(PostgresTexts::quoted).collect(Collectors.joining(" | ")))
                        + " as tsquery)")
                .toList();
        List<String> plain = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (List<TextQuery.Term> alternative : sought.words().alternatives()) {
            List<String> included = new ArrayList<>();
            List<String> excluded = new ArrayList<>();
            for (TextQuery.Term term : alternative) {
                (term.excluded() ? excluded : included)
                        .add("phraseto_tsquery('english', " + named(parameters, term.words()) + ")");
            }
            if (excluded.isEmpty()) {
                plain.add("(" + String.join(" && ", included) + ")");
            } else {
                conditions.add(has(included, parties) + " and not w.words @@ (" + String.join(" || ", excluded) + ")");
            }
        }
        if (!plain.isEmpty()) {
            conditions.add(has(List.of("(" + String.join(" || ", plain) + ")"), parties));
        }
        return new Condition("(" + String.join(" or ", conditions) + ")", parameters);
    }

    private static String has(List<String> words, List<String> parties) {
        return "w.words @@ (" + Stream.concat(words.stream(), parties.stream()).collect(Collectors.joining(" && "))
                + ")";
    }

    /** The placeholder of a parameter of that value. */
    private static String named(Map<String, Object> parameters, String value) {
        String name = "text" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("'", "''") + "'";
    }

    @Override
    public Optional<Sieve> sieve(TextQuery query) {
        Condition matches = matches(new Sought(query, List.of()));
        Optional<Instant> end = end("flagged_at", true, null, sample);
        int matching = jdbc.sql("select count(*) from report_text w where " + matches.sql()
                        + (end.isPresent() ? " and w.flagged_at > :end" : ""))
                .params(matches.parameters())
                .params(end.isPresent() ? Map.of("end", time(end.get())) : Map.of())
                .query(Integer.class)
                .single();
        return matching < common ? Optional.empty() : Optional.of(events -> sift(matches, events));
    }

    private Set<String> sift(Condition matches, Collection<String> events) {
        return events.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select distinct w.event_id from report_text w where w.event_id in (:events) and "
                                + matches.sql())
                        .params(matches.parameters())
                        .param("events", events)
                        .query(String.class)
                        .list());
    }

    @Override
    public Stretch stretch(Sought sought, Course course, long reports) {
        String column = course.by() == Time.FLAGGED ? "flagged_at" : "first_told_at";
        boolean descending = course.descending();
        long length = Math.max(sought.parties().isEmpty() ? firstStretch : WIDER * firstStretch, reports);
        Optional<Instant> end =
                length <= LONGEST_STRETCH ? end(column, descending, course.begin(), length) : Optional.empty();
        Condition matches = matches(sought);
        Map<String, Object> parameters = new HashMap<>(matches.parameters());
        StringBuilder within = new StringBuilder();
        if (course.begin() != null) {
            within.append(" and w.").append(column).append(descending ? " <= :begin" : " >= :begin");
            parameters.put("begin", time(course.begin()));
        }
        if (end.isPresent()) {
            within.append(" and w.").append(column).append(descending ? " > :end" : " < :end");
            parameters.put("end", time(end.get()));
        }
        // The sum keeps the planner from going along all reports in their order where it takes the words for frequent.
        List<Match> found = jdbc.sql("select w.event_id, w." + column + " as at from report_text w where "
                        + matches.sql()
                        + within + " group by w.event_id, w." + column + " order by w." + column + " + interval '0'"
                        + (descending ? " desc" : "") + " fetch first :most rows with ties")
                .params(parameters)
                .param("most", MOST)
                .query((row, number) -> new Match(row.getString("event_id"), time(row, "at")))
                .list();
        if (found.size() >= MOST) {
            end = Optional.of(found.get(found.size() - 1).at().plus(descending ? -1 : 1, ChronoUnit.MICROS));
        }
        Comparator<Match> rising = Comparator.comparing(Match::at).thenComparing(Match::eventId);
        return new Stretch(
                found.stream()
                        .sorted(descending ? rising.reversed() : rising)
                        .map(Match::eventId)
                        .toList(),
                end.orElse(null),
                length);
    }

    private record Match(String eventId, Instant at) {}

    /** The time to which so many reports go; empty if there are fewer. */
    private Optional<Instant> end(String column, boolean descending, @Nullable Instant begin, long reports) {
        return jdbc.sql("select " + column + " as at from report_text"
                        + (begin == null ? "" : " where " + column + (descending ? " <= :begin" : " >= :begin"))
                        + " order by " + column + (descending ? " desc" : "") + " limit 1 offset :reports")
                .params(begin == null ? Map.of() : Map.of("begin", time(begin)))
                .param("reports", reports)
                .query((row, number) -> time(row, "at"))
                .optional();
    }
}
