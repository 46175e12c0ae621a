package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.demarche.core.rulebook.Severity;

/** The conditions of a query. Only what is asked stands in the statement, so that the database sees which index serves it. */
final class EventCondition {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    /** No condition. */
    EventCondition() {}

    /** What is asked of the events {@code e}. */
    EventCondition(EventQuery query) {
        anyOf("exists (select 1 from event_kind k where k.event_id = e.id and (%s))", "k.kind", query.kinds());
        in("e.measure in (:%s)", "measures", names(query.measures()));
        in("e.move in (:%s)", "moves", names(query.moves()));
        in("e.status in (:%s)", "statuses", names(query.statuses()));
        in(party("ACTOR", "%s"), "actors", query.actors());
        in(party("TARGET", "%s"), "targets", query.targets());
        in(
                "exists (select 1 from event_party p where p.event_id = e.id and p.party in (:%s))",
                "parties", query.parties());
        if (!query.dyad().isEmpty()) {
            between(query.dyad().get(0), query.dyad().get(1));
        }
        if (query.minSeverity() != null) {
            in("e.severity in (:%s)", "severities", names(EnumSet.range(query.minSeverity(), Severity.CRITICAL)));
        }
        if (query.minConfidence() != null) {
            add("e.confidence >= :minConfidence", Map.of("minConfidence", query.minConfidence()));
        }
        if (query.minPeople() != null) {
            add("e.people >= :minPeople", Map.of("minPeople", query.minPeople()));
        }
        if (query.background() != null) {
            add("e.background = :background", Map.of("background", query.background()));
        }
        anyOf("exists (select 1 from event_rule u where u.event_id = e.id and (%s))", "u.rule", query.rules());
        if (!query.revisions().isEmpty()) {
            add(
                    "exists (select 1 from event_rule u where u.event_id = e.id and u.revision in (:revisions))",
                    Map.of("revisions", query.revisions()));
        }
        anyOf(
                "exists (select 1 from report r where r.event_id = e.id and (%s))",
                "r.outlet_key",
                query.outlets().stream()
                        .map(outlet -> outlet.toLowerCase(Locale.ROOT))
                        .toList());
        anyOf(
                "exists (select 1 from report r where r.event_id = e.id and (%s))",
                "r.language",
                query.languages().stream()
                        .map(language -> language.toLowerCase(Locale.ROOT))
                        .flatMap(language -> Stream.of(language, language + "-*"))
                        .toList());
        if (query.minReports() > 1) {
            add("e.report_count >= :minReports", Map.of("minReports", query.minReports()));
        }
        if (query.marked() == EventQuery.Marked.NONE) {
            add("not exists (select 1 from mark m where m.event_id = e.id)", Map.of());
        } else if (query.marked() != null) {
            add(
                    "(select m.verdict from mark m where m.event_id = e.id order by m.number desc limit 1) = :marked",
                    Map.of("marked", query.marked().name()));
        }
        in("first_told_at", query.firstTold());
        in("last_told_at", query.lastTold());
    }

    /** One of the first does it to one of the others, or the other way round. */
    EventCondition between(Collection<String> one, Collection<String> other) {
        add(
                "exists (select 1 from event_pair p where p.event_id = e.id and (p.actor in (:one) and p.target in (:other)"
                        + " or p.actor in (:other) and p.target in (:one)))",
                Map.of("one", one, "other", other));
        return this;
    }

    private void in(String column, EventQuery.Span span) {
        if (span.from() != null) {
            add("e." + column + " >= :from_" + column, Map.of("from_" + column, time(span.from())));
        }
        if (span.to() != null) {
            add("e." + column + " < :to_" + column, Map.of("to_" + column, time(span.to())));
        }
    }

    /** To stand behind other conditions; begins with {@code and} unless there is none. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    void add(String condition, Map<String, ?> values) {
        sql.append(" and ").append(condition);
        parameters.putAll(values);
    }

    private void in(String condition, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            add(condition.formatted(name), Map.of(name, values));
        }
    }

    /** One of these is the column's value, or has its shape. */
    private void anyOf(String condition, String column, Collection<String> shapes) {
        List<String> parts = new ArrayList<>();
        for (String shape : shapes) {
            String name = "shape" + parameters.size();
            boolean open = shape.contains("*");
            parts.add(column + (open ? " like :" + name + " escape '!'" : " = :" + name));
            parameters.put(name, open ? like(shape) : shape);
        }
        if (!parts.isEmpty()) {
            sql.append(" and ").append(condition.formatted(String.join(" or ", parts)));
        }
    }

    private static String like(String shape) {
        return shape.replaceAll("([!%_])", "!$1").replace('*', '%');
    }

    private static String party(String side, String parameter) {
        return "exists (select 1 from event_party p where p.event_id = e.id and p.side = '%s' and p.party in (:%s))"
                .formatted(side, parameter);
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }
}
