package io.demarche.api.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The events of one kind, party, pair of parties, outlet or severity, which an index keeps in the order of time: a search that asks for one goes along it,
 * and looks at no event that it does not hold. The rows have {@code flagged_at} and {@code first_told_at}.
 *
 * @param table the table of the rows
 * @param columns what is the same in all of these rows, and its value
 * @param condition what else holds of them; may be empty. Both name the rows {@code #}
 * @param covers the conditions of a query that it stands for
 */
record Posting(String table, Map<String, String> columns, String condition, Set<String> covers) {

    private static final String EVENTS = "event";

    /**
     * The ways that lead to all events that are asked for, each event by one of them. The events of a way are in all of its postings; a way
     * without any leads to every event.
     */
    static List<List<Posting>> ways(EventQuery query) {
        List<Posting> others = new ArrayList<>();
        String actor = single(query.actors());
        String target = single(query.targets());
        if (actor != null && target != null && !actor.equals(target)) {
            others.add(pair(actor, target, "", Set.of("actors", "targets")));
        } else if (actor != null) {
            others.add(party("ACTOR", actor, "actors"));
        } else if (target != null) {
            others.add(party("TARGET", target, "targets"));
        }
        String kind = single(query.kinds());
        if (kind != null && !kind.contains("*")) {
            others.add(new Posting("event_kind", Map.of("kind", kind), "", Set.of("kinds")));
        }
        String outlet = single(query.outlets());
        if (outlet != null && !outlet.contains("*")) {
            others.add(new Posting(
                    "event_outlet", Map.of("outlet_key", outlet.toLowerCase(Locale.ROOT)), "", Set.of("outlets")));
        }
        if (query.measures().size() == 1
                && query.moves().size() == 1
                && query.statuses().size() == 1) {
            others.add(new Posting(
                    EVENTS,
                    new TreeMap<>(Map.of(
                            "measure", query.measures().iterator().next().name(),
                            "move", query.moves().iterator().next().name(),
                            "status", query.statuses().iterator().next().name())),
                    "",
                    Set.of("measures", "moves", "statuses")));
        }
        String party = single(query.parties());
        if (party != null) {
            others.add(party("EITHER", party, "parties"));
        }
        // Of the lesser severities, most events are: they are quicker told apart among what another posting leads to.
        boolean rare = query.severities().equals(Set.of(Severity.CRITICAL));
        if (rare
                || (query.severities().size() == 1
                        && others.isEmpty()
                        && query.dyad().isEmpty())) {
            String severity = query.severities().iterator().next().name();
            others.add(new Posting(EVENTS, Map.of("severity", severity), "", Set.of("severities")));
        }
        String one = query.dyad().isEmpty() ? null : single(query.dyad().get(0));
        String other = query.dyad().isEmpty() ? null : single(query.dyad().get(1));
        return one == null || other == null
                ? List.of(others)
                : dyad(one, other).stream()
                        .map(way -> Stream.concat(way.stream(), others.stream()).toList())
                        .toList();
    }

    /** The way to what one party does to the other, and that to what the other does to the one. */
    static List<List<Posting>> dyad(String one, String other) {
        Set<String> covers = Set.of("dyad");
        return List.of(
                List.of(pair(one, other, "", covers)), List.of(pair(other, one, " and not #.both_ways", covers)));
    }

    /** All events with each of their kinds. */
    static Posting ofAnyKind() {
        return new Posting("event_kind", Map.of(), "", Set.of());
    }

    /** All events with each of their parties on that side. */
    static Posting ofAnyParty(String side) {
        return new Posting("event_party", Map.of("side", side), "", Set.of());
    }

    /** All events with each who does it to each other to whom it is done. */
    static Posting ofAnyPair() {
        return new Posting("event_pair", Map.of(), "", Set.of());
    }

    /** Whether it says no more than who is on which side. */
    boolean isOfParties() {
        return table.equals("event_party") || table.equals("event_pair");
    }

    private static Posting pair(String actor, String target, String condition, Set<String> covers) {
        return new Posting("event_pair", new TreeMap<>(Map.of("actor", actor, "target", target)), condition, covers);
    }

    private static Posting party(String side, String party, String covered) {
        return new Posting("event_party", new TreeMap<>(Map.of("party", party, "side", side)), "", Set.of(covered));
    }

    private static @Nullable String single(Collection<String> values) {
        return values.size() == 1 ? values.iterator().next() : null;
    }

    /** The column of its rows that holds the id of the event. */
    String id() {
        return table.equals(EVENTS) ? "id" : "event_id";
    }

    /** The condition of its rows under that alias, which names parameters after it. */
    String condition(String alias) {
        return columns.isEmpty()
                ? "1 = 1"
                : columns.keySet().stream()
                                .map(column -> alias + "." + column + " = :" + alias + column)
                                .collect(Collectors.joining(" and "))
                        + condition.replace("#", alias);
    }

    /** The parameters of that condition. */
    Map<String, String> parameters(String alias) {
        return columns.entrySet().stream()
                .collect(Collectors.toMap(column -> alias + column.getKey(), Map.Entry::getValue));
    }

    /**
     * What stands behind {@code order by}. The columns that are the same in all rows order nothing, but let H2 see that the index is in that
     * order, or, where all of it is turned round, in the opposite: each index begins with them and has the latest first.
     */
    String ordered(EventOrder order, String alias) {
        String way = order.descending() ? ", " : " desc, ";
        return columns.keySet().stream()
                        .map(column -> alias + "." + column + way)
                        .collect(Collectors.joining())
                + order.sql(alias, id());
    }
}
