package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.demarche.api.text.FlaggedTexts;

/** The conditions of a query. Only what is asked stands in the statement, so that the database sees which index serves it. */
final class EventCondition {

    /** Stands for whichever rows the search goes along: all of them know when an event was first told. */
    private static final String FIRST_TOLD_OF = "#";

    private final Map<String, String> conditions = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** No condition. */
    EventCondition() {}

    /** What is asked of the events {@code e}. */
    EventCondition(EventQuery query, FlaggedTexts texts) {
        this(query);
        if (query.text() != null) {
            FlaggedTexts.Condition condition = texts.condition(query.text());
            add("text", condition.sql(), condition.parameters());
        }
    }

    /** What is asked of the events {@code e} but for their texts. */
    EventCondition(EventQuery query) {
        boolean shapes = query.kinds().stream().anyMatch(kind -> kind.contains("*"));
        // Of shapes not 'exists' either: PostgreSQL takes what it cannot estimate for rare, and would go through all
        // kinds first.
        anyOf(
                "kinds",
                shapes
                        ? "(select max(1) from event_kind k where k.event_id = e.id and (%s)) = 1"
                        : "exists (select 1 from event_kind k where k.event_id = e.id and (%s))",
                "k.kind",
                query.kinds());
        in("e.measure in (:%s)", "measures", names(query.measures()));
        in("e.move in (:%s)", "moves", names(query.moves()));
        in("e.status in (:%s)", "statuses", names(query.statuses()));
        in(party("ACTOR", "%s"), "actors", query.actors());
        in(party("TARGET", "%s"), "targets", query.targets());
        in(party("EITHER", "%s"), "parties", query.parties());
        if (!query.dyad().isEmpty()) {
            between(query.dyad().get(0), query.dyad().get(1));
        }
        in("e.severity in (:%s)", "severities", names(query.severities()));
        if (query.minConfidence() != null) {
            add("confidence", "e.confidence >= :minConfidence", Map.of("minConfidence", query.minConfidence()));
        }
        if (query.minPeople() != null) {
            add("people", "e.people >= :minPeople", Map.of("minPeople", query.minPeople()));
        }
        if (query.background() != null) {
            add("background", "e.background = :background", Map.of("background", query.background()));
        }
        // Not 'exists', which PostgreSQL may turn into a pass over all that any rule of that name flagged.
        String flaggedBy = "(select max(1) from event_rule u where u.event_id = e.id and (%s)"
                + (query.revisions().isEmpty() ? "" : " and u.revision in (:revisions)") + ") = 1";
        if (!query.revisions().isEmpty()) {
            add("rules", flaggedBy.formatted("1 = 1"), Map.of("revisions", query.revisions()));
        }
        anyOf("rules", flaggedBy, "u.rule", query.rules());
        anyOf(
                "outlets",
                "exists (select 1 from report r where r.event_id = e.id and (%s))",
                "r.outlet_key",
                query.outlets().stream()
                        .map(outlet -> outlet.toLowerCase(Locale.ROOT))
                        .toList());
        anyOf(
                "languages",
                "exists (select 1 from report r where r.event_id = e.id and (%s))",
                "r.language",
                query.languages().stream()
                        .map(language -> language.toLowerCase(Locale.ROOT))
                        .flatMap(language -> Stream.of(language, language + "-*"))
                        .toList());
        in(
                "exists (select 1 from report r join article_source s on s.article_id = r.article_id where r.event_id = e.id"
                        + " and s.source_id in (:%s))",
                "sources", query.sources());
        if (query.minReports() > 1) {
            add("reports", "e.report_count >= :minReports", Map.of("minReports", query.minReports()));
        }
        if (query.marked() == EventQuery.Marked.NONE) {
            add("marked", "not exists (select 1 from mark m where m.event_id = e.id)", Map.of());
        } else if (query.marked() != null) {
            add(
                    "marked",
                    "(select m.verdict from mark m where m.event_id = e.id order by m.number desc limit 1) = :marked",
                    Map.of("marked", query.marked().name()));
        }
        in("e.last_told_at", "lastTold", query.lastTold());
        in(FIRST_TOLD_OF + ".first_told_at", "firstTold", query.firstTold());
    }

    private void between(Collection<String> one, Collection<String> other) {
        add(
                "dyad",
                "exists (select 1 from event_pair p where p.event_id = e.id and (p.actor in (:one) and p.target in (:other)"
                        + " or p.actor in (:other) and p.target in (:one)))",
                Map.of("one", one, "other", other));
    }

    private void in(String column, String name, EventQuery.Span span) {
        List<String> parts = new ArrayList<>();
        if (span.from() != null) {
            parts.add(column + " >= :" + name + "From");
            parameters.put(name + "From", time(span.from()));
        }
        if (span.to() != null) {
            parts.add(column + " < :" + name + "To");
            parameters.put(name + "To", time(span.to()));
        }
        if (!parts.isEmpty()) {
            conditions.put(name, String.join(" and ", parts));
        }
    }

    /**
     * To stand behind other conditions; begins with {@code and} unless there is none.
     *
     * @param postings along which the search goes, whose rows are {@code d0}, {@code d1} and so on; what they stand for is left out
     */
    String sql(List<Posting> postings) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < postings.size(); i++) {
            sql.append(" and ").append(postings.get(i).condition("d" + i));
        }
        conditions.forEach((name, condition) -> {
            if (postings.stream().noneMatch(posting -> posting.covers().contains(name))) {
                sql.append(" and ").append(condition.replace(FIRST_TOLD_OF, postings.isEmpty() ? "e" : "d0"));
            }
        });
        return sql.toString();
    }

    /** Whether all that is asked holds of the rows of these postings, whatever the event. */
    boolean isOf(List<Posting> postings) {
        return conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().startsWith(FIRST_TOLD_OF)
                        || postings.stream()
                                .anyMatch(posting -> posting.covers().contains(condition.getKey())));
    }

    /** The parameters of that. */
    Map<String, Object> parameters(List<Posting> postings) {
        Map<String, Object> all = new HashMap<>(parameters);
        for (int i = 0; i < postings.size(); i++) {
            all.putAll(postings.get(i).parameters("d" + i));
        }
        return all;
    }

    private void add(String name, String condition, Map<String, ?> values) {
        conditions.put(name, condition);
        parameters.putAll(values);
    }

    private void in(String condition, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            add(name, condition.formatted(name), Map.of(name, values));
        }
    }

    /** One of these is the column's value, or has its shape. */
    private void anyOf(String name, String condition, String column, Collection<String> shapes) {
        List<String> parts = new ArrayList<>();
        for (String shape : shapes) {
            String parameter = "shape" + parameters.size();
            boolean open = shape.contains("*");
            // Joined with nothing, the column is no reason for H2 to go through all rows of such a kind for each event.
            parts.add(column + (open ? " || '' like :" + parameter + " escape '!'" : " = :" + parameter));
            parameters.put(parameter, open ? like(shape) : shape);
        }
        if (!parts.isEmpty()) {
            conditions.put(name, condition.formatted(String.join(" or ", parts)));
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
