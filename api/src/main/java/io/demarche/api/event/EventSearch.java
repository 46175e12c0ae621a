package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.demarche.api.text.FlaggedTexts;
import io.demarche.api.web.Cursor;
import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the rows of events that are asked for, in an order. What the database plans from its statistics is right for one condition, and can
 * be far off for several; so a search goes along a {@link Posting} where there is one, and along several by stretches of time, so that
 * each is a short range of each index.
 */
final class EventSearch {

    /**
     * That the event {@code e} has a report, as all but a few have. The sum is no reason for H2 to take the index by reports, and then to sort
     * all events by time.
     */
    static final String TOLD = "e.report_count + 0 > 0";

    private static final List<Severity> RANKS = List.of(Severity.values());
    private static final int FIRST_STRETCH = 2_000;
    private static final int WIDER = 4;
    private static final int MUCH_WIDER = 16;
    private static final int SIFTED = 500;

    private final JdbcClient jdbc;
    private final FlaggedTexts texts;
    private final int firstStretch;

    EventSearch(JdbcClient jdbc, FlaggedTexts texts) {
        this(jdbc, texts, FIRST_STRETCH);
    }

    EventSearch(JdbcClient jdbc, FlaggedTexts texts, int firstStretch) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.firstStretch = firstStretch;
    }

    /** Reads a row of the table of events. */
    interface Reader<T> {

        /** What the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** What a row says, and where it stands. */
    record Row<T>(T item, Cursor place) {}

    /** The first of the events that are asked for, after that place if one is given. */
    <T> List<Row<T>> first(EventQuery query, @Nullable Cursor after, int limit, Reader<T> reader) {
        if (query.order().by() == EventOrder.By.SEVERITY) {
            return bySeverity(query, after, limit, reader);
        }
        if (query.text() == null) {
            return first(query, new EventCondition(query), after, limit, reader);
        }
        boolean posted = query.order().by().isPosted();
        boolean alone = Posting.ways(query).stream().flatMap(List::stream).allMatch(Posting::isOfParties);
        Optional<FlaggedTexts.Sieve> sieve = posted && alone ? Optional.empty() : texts.sieve(query.text());
        if (sieve.isPresent()) {
            return sifted(query, sieve.get(), after, limit, reader);
        }
        return posted
                ? alongTexts(query, new FlaggedTexts.Sought(query.text(), sides(query)), after, limit, reader)
                : first(query, new EventCondition(query, texts), after, limit, reader);
    }

    /** Of the events that match, by stretches of time, those of which the rest holds that is asked. */
    private <T> List<Row<T>> alongTexts(
            EventQuery query, FlaggedTexts.Sought sought, @Nullable Cursor after, int limit, Reader<T> reader) {
        EventOrder order = query.order();
        EventCondition condition = new EventCondition(query);
        FlaggedTexts.Time by =
                order.by() == EventOrder.By.FIRST_TOLD ? FlaggedTexts.Time.FIRST_TOLD : FlaggedTexts.Time.FLAGGED;
        EventQuery.Span span = span(query);
        @Nullable Instant begin = begin(span, order, after);
        List<Row<T>> found = new ArrayList<>();
        long looked = 0;
        while (true) {
            FlaggedTexts.Course course = new FlaggedTexts.Course(by, order.descending(), begin);
            FlaggedTexts.Stretch stretch = texts.stretch(sought, course, further(looked, found.size(), limit));
            List<String> events = stretch.events();
            for (int part = 0; part < events.size() && found.size() < limit; part += SIFTED) {
                found.addAll(rows(
                        condition,
                        List.of(),
                        order,
                        after,
                        " and e.id in (:matching)",
                        Map.of("matching", events.subList(part, Math.min(events.size(), part + SIFTED))),
                        limit - found.size(),
                        reader));
            }
            looked += stretch.reports();
            begin = stretch.end();
            if (found.size() >= limit || begin == null || isPast(begin, span, order)) {
                return found;
            }
        }
    }

    /** Of each of these sets an event that is asked for has one party on its side; there may be others that have. */
    private static List<Set<String>> sides(EventQuery query) {
        List<Set<String>> sides = new ArrayList<>();
        sides.add(on(List.of("ACTOR"), query.actors()));
        sides.add(on(List.of("TARGET"), query.targets()));
        sides.add(on(List.of("ACTOR", "TARGET"), query.parties()));
        query.dyad().forEach(parties -> sides.add(on(List.of("ACTOR", "TARGET"), parties)));
        sides.removeIf(Set::isEmpty);
        return sides;
    }

    private static Set<String> on(List<String> sides, Set<String> parties) {
        return sides.stream()
                .flatMap(side -> parties.stream().map(party -> FlaggedTexts.onSide(side, party)))
                .collect(Collectors.toSet());
    }

    /** How many reports to look at next, so that as many events are found as are wanted if they are as frequent as they were. */
    private static long further(long looked, int found, int wanted) {
        double expected = 1.5 * looked * (wanted - found) / Math.max(found, 1);
        return (long) Math.min(expected, (double) MUCH_WIDER * looked);
    }

    /** Those of the first severity, then of the next, until enough are found: each is a range of an index. */
    private <T> List<Row<T>> bySeverity(EventQuery query, @Nullable Cursor after, int limit, Reader<T> reader) {
        List<Severity> severities = new ArrayList<>(query.asked());
        if (query.order().descending()) {
            Collections.reverse(severities);
        }
        int begun = after == null ? -1 : after.rank();
        List<Row<T>> found = new ArrayList<>();
        for (Severity severity : severities) {
            int rank = RANKS.indexOf(severity);
            boolean past = begun >= 0 && (query.order().descending() ? rank > begun : rank < begun);
            if (!past && found.size() < limit) {
                Cursor within = after != null && rank == begun ? after.unranked() : null;
                first(query.of(severity), within, limit - found.size(), reader).stream()
                        .map(row -> new Row<>(row.item(), row.place().ranked(rank)))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Of the events that are asked for but for their texts those that the sieve keeps. */
    private <T> List<Row<T>> sifted(
            EventQuery query, FlaggedTexts.Sieve sieve, @Nullable Cursor after, int limit, Reader<T> reader) {
        List<Row<T>> found = new ArrayList<>();
        EventCondition condition = new EventCondition(query);
        List<Row<T>> part;
        do {
            part = first(query, condition, after, SIFTED, reader);
            Set<String> kept =
                    sieve.sift(part.stream().map(row -> row.place().id()).toList());
            part.stream().filter(row -> kept.contains(row.place().id())).forEach(found::add);
            after = part.isEmpty() ? after : part.get(part.size() - 1).place();
        } while (found.size() < limit && part.size() == SIFTED);
        return found.subList(0, Math.min(limit, found.size()));
    }

    private <T> List<Row<T>> first(
            EventQuery query, EventCondition condition, @Nullable Cursor after, int limit, Reader<T> reader) {
        EventOrder order = query.order();
        List<List<Posting>> ways = order.by().isPosted() ? Posting.ways(query) : List.of(List.of());
        return first(condition, ways, order, span(query), after, limit, reader);
    }

    /** Within what the time that orders the events is asked for. */
    private static EventQuery.Span span(EventQuery query) {
        return query.order().by() == EventOrder.By.FIRST_TOLD ? query.firstTold() : EventQuery.Span.OPEN;
    }

    /** The time at which a search begins that goes on after that place, if one is given; null at the first of all events. */
    private static @Nullable Instant begin(EventQuery.Span span, EventOrder order, @Nullable Cursor after) {
        return after != null ? after.time() : order.descending() ? span.to() : span.from();
    }

    /** The first of the events to which these ways lead, of which each is on one; in that span of the time that orders them. */
    <T> List<Row<T>> first(
            EventCondition condition,
            List<List<Posting>> ways,
            EventOrder order,
            EventQuery.Span span,
            @Nullable Cursor after,
            int limit,
            Reader<T> reader) {
        List<Row<T>> found = new ArrayList<>();
        for (List<Posting> postings : ways) {
            found.addAll(
                    postings.size() < 2
                            ? rows(condition, postings, order, after, "", Map.of(), limit, reader)
                            : byStretches(condition, postings, order, span, after, limit, reader));
        }
        return ways.size() == 1 ? found : sorted(found, order, limit);
    }

    /** What is in all of these postings: as far as the first goes in so many rows, then in more, until enough is found. */
    private <T> List<Row<T>> byStretches(
            EventCondition condition,
            List<Posting> postings,
            EventOrder order,
            EventQuery.Span span,
            @Nullable Cursor after,
            int limit,
            Reader<T> reader) {
        List<Row<T>> found = new ArrayList<>();
        @Nullable Instant begin = begin(span, order, after);
        for (long length = firstStretch; ; length *= WIDER) {
            Optional<Instant> end = end(postings.get(0), order, begin, length);
            StringBuilder stretch = new StringBuilder();
            Map<String, OffsetDateTime> parameters = new HashMap<>();
            String column = "d0." + order.by().column();
            if (begin != null) {
                stretch.append(" and ").append(column).append(order.descending() ? " <= :begin" : " >= :begin");
                parameters.put("begin", time(begin));
            }
            if (end.isPresent()) {
                stretch.append(" and ").append(column).append(order.descending() ? " > :end" : " < :end");
                parameters.put("end", time(end.get()));
            }
            found.addAll(rows(
                    condition, postings, order, after, stretch.toString(), parameters, limit - found.size(), reader));
            if (found.size() >= limit || end.isEmpty() || isPast(end.get(), span, order)) {
                return found;
            }
            begin = end.get();
        }
    }

    private static boolean isPast(Instant time, EventQuery.Span span, EventOrder order) {
        @Nullable Instant last = order.descending() ? span.from() : span.to();
        return last != null && (order.descending() ? time.isBefore(last) : time.isAfter(last));
    }

    /** The time to which so many rows of the posting go; empty if it has fewer. */
    private Optional<Instant> end(Posting posting, EventOrder order, @Nullable Instant begin, long length) {
        String column = "d." + order.by().column();
        return jdbc.sql("select " + column + " as at from " + posting.table() + " d where " + posting.condition("d")
                        + (begin == null ? "" : " and " + column + (order.descending() ? " <= :begin" : " >= :begin"))
                        + " order by " + posting.ordered(order, "d") + " limit 1 offset :length")
                .params(posting.parameters("d"))
                .params(begin == null ? Map.of() : Map.of("begin", time(begin)))
                .param("length", length)
                .query((row, number) -> time(row, "at"))
                .optional();
    }

    private <T> List<Row<T>> rows(
            EventCondition condition,
            List<Posting> postings,
            EventOrder order,
            @Nullable Cursor after,
            String stretch,
            Map<String, ?> parameters,
            int limit,
            Reader<T> reader) {
        String alias = postings.isEmpty() ? "e" : "d0";
        String id = postings.isEmpty() ? "id" : postings.get(0).id();
        JdbcClient.StatementSpec search = jdbc.sql("select e.* from " + from(postings) + " where " + TOLD
                + condition.sql(postings) + stretch
                + (after == null ? "" : " and " + order.after(alias, id)) + " order by "
                + (postings.isEmpty() ? order.sql(alias, id) : postings.get(0).ordered(order, alias))
                + " limit :limit");
        if (after != null) {
            search = search.param("afterValue", order.by().value(after)).param("afterId", after.id());
        }
        return search.params(condition.parameters(postings))
                .params(parameters)
                .param("limit", limit)
                .query((row, number) -> new Row<>(reader.read(row), order.by().place(row)))
                .list();
    }

    /** The events {@code e} in all of these postings, whose rows are {@code d0}, {@code d1} and so on. */
    static String from(List<Posting> postings) {
        return postings.isEmpty()
                ? "event e"
                : along(postings) + " join event e on e.id = d0."
                        + postings.get(0).id();
    }

    /**
     * The rows {@code d0}, {@code d1} and so on of these postings, of which there is one at least. That those of an event have the same
     * time leads to the one row by the index, where H2 would go through the whole stretch for each.
     */
    static String along(List<Posting> postings) {
        StringBuilder along = new StringBuilder();
        for (int i = 0; i < postings.size(); i++) {
            String alias = "d" + i;
            along.append(i == 0 ? "" : " join ")
                    .append(postings.get(i).table())
                    .append(' ')
                    .append(alias);
            along.append(
                    i == 0
                            ? ""
                            : " on " + alias + "." + postings.get(i).id() + " = d0."
                                    + postings.get(0).id() + " and " + alias + ".flagged_at = d0.flagged_at");
        }
        return along.toString();
    }

    private static <T> List<Row<T>> sorted(List<Row<T>> rows, EventOrder order, int limit) {
        Comparator<Row<T>> rising = Comparator.comparing(
                        (Row<T> row) -> row.place().time())
                .thenComparing(row -> row.place().id());
        return rows.stream()
                .sorted(order.descending() ? rising.reversed() : rising)
                .limit(limit)
                .collect(Collectors.toList());
    }
}
