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
            add(
                    "(" + party("ACTOR", "one") + " and " + party("TARGET", "other") + " or " + party("ACTOR", "other")
                            + " and " + party("TARGET", "one") + ")",
                    Map.of("one", query.dyad().get(0), "other", query.dyad().get(1)));
        }
        if (query.minSeverity() != null) {
            in("e.severity in (:%s)", "severities", names(EnumSet.range(query.minSeverity(), Severity.CRITICAL)));
        }
        anyOf(
                "exists (select 1 from report r where r.event_id = e.id and (%s))",
                "lower(r.outlet)",
                query.outlets().stream()
                        .map(outlet -> outlet.toLowerCase(Locale.ROOT))
                        .toList());
        anyOf(
                "exists (select 1 from report r join article a on a.id = r.article_id where r.event_id = e.id and (%s))",
                "lower(a.language)",
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
        if (query.from() != null) {
            add("e.last_told_at >= :from", Map.of("from", time(query.from())));
        }
        if (query.to() != null) {
            add("e.first_told_at < :to", Map.of("to", time(query.to())));
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
