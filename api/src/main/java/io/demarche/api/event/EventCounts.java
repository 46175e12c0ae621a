package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

import io.demarche.api.text.FlaggedTexts;
import io.demarche.api.web.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many events there are, by time and by whom. */
final class EventCounts {

    private static final int MOST_BUCKETS = 2_000;

    private final JdbcClient jdbc;
    private final FlaggedTexts texts;

    EventCounts(JdbcClient jdbc, FlaggedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Pieces of time in UTC, numbered; weeks begin on Monday (ISO 8601). */
    enum Interval {
        HOUR("hour") {
            @Override
            Instant start(long number) {
                return Instant.ofEpochSecond(number * 3_600);
            }
        },
        DAY("day") {
            @Override
            Instant start(long number) {
                return Instant.ofEpochSecond(number * 86_400);
            }
        },
        WEEK("day") {
            @Override
            Instant start(long number) {
                return Instant.ofEpochSecond(number * 604_800 - 259_200); // 1 January 1970 was a Thursday
            }
        },
        MONTH("month") {
            @Override
            Instant start(long number) {
                return OffsetDateTime.of((int) (number / 12), (int) (number % 12) + 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                        .toInstant();
            }
        };

        private final String unit;

        /** Cut off to that unit in the database, which must be as long as the piece or part of it. */
        Interval(String unit) {
            this.unit = unit;
        }

        private String cut(String alias) {
            return "date_trunc('" + unit + "', " + alias + ".first_told_at at time zone 'UTC') at time zone 'UTC'";
        }

        abstract Instant start(long number);

        long number(Instant time) {
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
            return switch (this) {
                case HOUR -> Math.floorDiv(time.getEpochSecond(), 3_600L);
                case DAY -> day.toEpochDay();
                case WEEK -> Math.floorDiv(day.toEpochDay() + 3, 7L);
                case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
            };
        }
    }

    /** By what events are told apart. */
    enum By {
        NOTHING("'events'", ""),
        KIND("k.kind", " join event_kind k on k.event_id = e.id", "kind", Posting.ofAnyKind()),
        MEASURE("e.measure", ""),
        MOVE("e.move", ""),
        STATUS("e.status", ""),
        SEVERITY("e.severity", ""),
        ACTOR(
                "p.party",
                " join event_party p on p.event_id = e.id and p.side = 'ACTOR'",
                "party",
                Posting.ofAnyParty("ACTOR")),
        TARGET(
                "p.party",
                " join event_party p on p.event_id = e.id and p.side = 'TARGET'",
                "party",
                Posting.ofAnyParty("TARGET"));

        private final String name;
        private final String join;
        private final String column;
        private final @Nullable Posting all;

        By(String name, String join) {
            this(name, join, "", null);
        }

        By(String name, String join, String column, @Nullable Posting all) {
            this.name = name;
            this.join = join;
            this.column = column;
            this.all = all;
        }

        /** What is told apart, and of which rows, where nothing is asked of the events themselves: then postings are enough. */
        Optional<Rows> rows(EventCondition condition, List<Posting> postings) {
            if (this == NOTHING && !postings.isEmpty() && condition.isOf(postings)) {
                return Optional.of(new Rows(name, postings));
            }
            return all != null && postings.isEmpty() && condition.isOf(List.of(all))
                    ? Optional.of(new Rows("d0." + column, List.of(all)))
                    : Optional.empty();
        }
    }

    /** Rows of postings, told apart by that expression. */
    private record Rows(String name, List<Posting> postings) {

        /** For the few events without a report, which count nowhere. */
        private static final String TOLD = " not in (select id from event where report_count = 0)";

        String from() {
            return EventSearch.along(postings) + " where d0." + postings.get(0).id() + TOLD;
        }
    }

    /**
     * Events by the time at which they were first told.
     *
     * @param starts the beginnings of the pieces of time, without a gap
     * @param series the most frequent first
     * @param omitted how many series less frequent than these there are
     */
    record Timeline(Interval interval, List<Instant> starts, List<Series> series, int omitted) {

        /** How many events in each piece of time; an event of several kinds or parties is counted with each. */
        record Series(String name, long total, List<Long> counts) {}
    }

    Timeline timeline(EventQuery query, Interval interval, By by, int top) {
        EventCondition condition = new EventCondition(query, texts);
        Map<String, Map<Long, Long>> found = new TreeMap<>();
        for (List<Posting> postings : Posting.ways(query)) {
            Optional<Rows> rows = by.rows(condition, postings);
            List<Posting> along = rows.map(Rows::postings).orElse(postings);
            jdbc.sql("select " + rows.map(Rows::name).orElse(by.name) + " as name, "
                            + interval.cut(rows.isPresent() ? "d0" : "e")
                            + " as begins, count(*) as events from "
                            + rows.map(Rows::from)
                                    .orElseGet(
                                            () -> EventSearch.from(postings) + by.join + " where " + EventSearch.TOLD)
                            + condition.sql(along) + " group by 1, 2")
                    .params(condition.parameters(along))
                    .query(row -> {
                        long number = interval.number(time(row, "begins"));
                        found.computeIfAbsent(row.getString("name"), name -> new TreeMap<>())
                                .merge(number, row.getLong("events"), Long::sum);
                    });
        }
        List<Long> numbers = numbers(query, interval, found);
        List<Timeline.Series> series = found.entrySet().stream()
                .map(entry -> new Timeline.Series(
                        entry.getKey(),
                        entry.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        numbers.stream()
                                .map(number -> entry.getValue().getOrDefault(number, 0L))
                                .toList()))
                .sorted(Comparator.comparingLong(Timeline.Series::total)
                        .reversed()
                        .thenComparing(Timeline.Series::name))
                .toList();
        return new Timeline(
                interval,
                numbers.stream().map(interval::start).toList(),
                series.stream().limit(top).toList(),
                Math.max(0, series.size() - top));
    }

    /** From what is asked, or else from the first found, to what is asked, or else the last. */
    private static List<Long> numbers(EventQuery query, Interval interval, Map<String, Map<Long, Long>> found) {
        List<Long> all = new ArrayList<>();
        found.values().forEach(numbers -> all.addAll(numbers.keySet()));
        if (query.firstTold().from() != null) {
            all.add(interval.number(query.firstTold().from()));
        }
        if (query.firstTold().to() != null) {
            all.add(interval.number(query.firstTold().to().minusNanos(1)));
        }
        if (all.isEmpty()) {
            return List.of();
        }
        long first = all.stream().mapToLong(Long::longValue).min().getAsLong();
        long last = all.stream().mapToLong(Long::longValue).max().getAsLong();
        if (last - first >= MOST_BUCKETS) {
            throw new InvalidRequestException(
                    "interval",
                    "gives %,d pieces of time, more than %,d; take a longer one, or a shorter time by 'from' and 'to'"
                            .formatted(last - first + 1, MOST_BUCKETS));
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** How many events one party has done to another. */
    record Cell(String actor, String target, long events) {}

    /** Who does what is asked for to whom, the most frequent first. */
    List<Cell> matrix(EventQuery query, int limit) {
        EventCondition condition = new EventCondition(query, texts);
        List<List<Posting>> ways = Posting.ways(query);
        List<Posting> postings = ways.size() == 1 ? ways.get(0) : List.of();
        List<Posting> pairs = List.of(Posting.ofAnyPair());
        boolean isPairEnough = postings.isEmpty() && condition.isOf(pairs);
        List<Posting> along = isPairEnough ? pairs : postings;
        String pair = isPairEnough ? "d0" : "a";
        return jdbc.sql("select #.actor, #.target, count(*) as events from ".replace("#", pair)
                        + (isPairEnough
                                ? new Rows("", pairs).from()
                                : EventSearch.from(postings) + " join event_pair a on a.event_id = e.id where "
                                        + EventSearch.TOLD)
                        + condition.sql(along)
                        + " group by #.actor, #.target order by events desc, #.actor, #.target limit :limit"
                                .replace("#", pair))
                .params(condition.parameters(along))
                .param("limit", limit)
                .query((row, number) ->
                        new Cell(row.getString("actor"), row.getString("target"), row.getLong("events")))
                .list();
    }
}
