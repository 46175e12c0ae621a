package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** What became of the deliveries to a subscription. */
final class DeliveryLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliveryLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A delivery.
     *
     * @param id what the receiver sees as webhook-id
     * @param number in the order in which they were owed
     * @param state DUE, GATHERED (for a digest), DIGESTED, HELD, DELIVERED or ABANDONED
     * @param dueAt when it is tried next
     * @param digestId the delivery of the digest in which it was told
     * @param request what is sent; absent in lists
     * @param changes what moved it to another state, beside attempts
     */
    record DeliveryJson(
            String id,
            long number,
            String eventId,
            String state,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            Instant createdAt,
            @Nullable String digestId,
            @Nullable RequestJson request,
            List<AttemptJson> attempts,
            List<ChangeJson> changes) {}

    /** What is sent at every try. */
    record RequestJson(String contentType, String body) {}

    /**
     * A try.
     *
     * @param outcome ACCEPTED, REFUSED or UNREACHABLE
     * @param phases how long its parts lasted, in milliseconds
     * @param state where the delivery stood after it
     * @param nextAt when it was to be tried next
     * @param request the header fields of the request; absent in lists
     * @param response what was answered; absent in lists
     */
    record AttemptJson(
            int number,
            Instant startedAt,
            long tookMs,
            String outcome,
            @Nullable Integer status,
            @Nullable String reason,
            PhasesJson phases,
            @Nullable String state,
            @Nullable Instant nextAt,
            @Nullable SortedMap<String, String> request,
            @Nullable ResponseJson response) {}

    /** Until the request was written, until the head of the answer came, until its body was read. */
    record PhasesJson(
            @Nullable Long connectMs,
            @Nullable Long waitingMs,
            @Nullable Long readingMs) {}

    /** The beginning of an answer. */
    record ResponseJson(
            SortedMap<String, String> headers, @Nullable String body) {}

    /** A change that no attempt made. */
    record ChangeJson(Instant at, String state, @Nullable Instant dueAt, String reason) {}

    /**
     * What is owed, as those see it who fetch it.
     *
     * @param id as a webhook would bear it
     * @param payload the body that a webhook would have; a text if it is no JSON
     */
    record OwedJson(long number, String id, Instant createdAt, JsonNode payload) {}

    /**
     * How a receiver has fared.
     *
     * @param successRate accepted attempts of all, from 0 to 1; absent if there were none
     * @param tookMs how long accepted attempts lasted
     * @param lagMs how long after it was owed a delivery was taken
     * @param backlog what is due now or later
     * @param oldestDue since when the longest due has been so
     * @param states how many deliveries stand where
     */
    record Statistics(
            Instant since,
            long attempts,
            @Nullable Double successRate,
            Percentiles tookMs,
            Percentiles lagMs,
            long backlog,
            @Nullable Instant oldestDue,
            SortedMap<String, Long> states,
            SortedMap<String, Long> outcomes) {}

    /** The values below which so many of a hundred lie; absent if there are none. */
    record Percentiles(
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** The latest deliveries before that number, with their attempts, the last first. */
    List<DeliveryJson> latest(String subscriptionId, @Nullable String state, long before, int limit) {
        List<DeliveryJson> bare = jdbc.sql("select * from delivery where subscription_id = :id and number < :before"
                        + (state == null ? "" : " and state = :state") + " order by number desc limit :limit")
                .param("id", subscriptionId)
                .param("before", before)
                .param("state", state)
                .param("limit", limit)
                .query((row, number) -> delivery(row, false))
                .list();
        return withAttempts(subscriptionId, bare, false);
    }

    /** One delivery with all that went over the wire. */
    Optional<DeliveryJson> find(String subscriptionId, String deliveryId) {
        List<DeliveryJson> bare = jdbc.sql("select * from delivery where subscription_id = :subscription and id = :id")
                .param("subscription", subscriptionId)
                .param("id", deliveryId)
                .query((row, number) -> delivery(row, true))
                .list();
        return withAttempts(subscriptionId, bare, true).stream().findFirst();
    }

    private List<DeliveryJson> withAttempts(String subscriptionId, List<DeliveryJson> bare, boolean full) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<AttemptJson>> attempts = new HashMap<>();
        jdbc.sql(
                        "select * from attempt where subscription_id = :id and delivery_number in (:numbers) order by delivery_number, number")
                .param("id", subscriptionId)
                .param("numbers", bare.stream().map(DeliveryJson::number).toList())
                .query(row -> {
                    attempts.computeIfAbsent(row.getLong("delivery_number"), number -> new ArrayList<>())
                            .add(attempt(row, full));
                });
        Map<String, List<ChangeJson>> changes = new HashMap<>();
        jdbc.sql("select * from delivery_change where delivery_id in (:ids) order by delivery_id, changed_at")
                .param("ids", bare.stream().map(DeliveryJson::id).toList())
                .query(row -> {
                    changes.computeIfAbsent(row.getString("delivery_id"), id -> new ArrayList<>())
                            .add(new ChangeJson(
                                    time(row, "changed_at"),
                                    row.getString("state"),
                                    timeOrNull(row, "due_at"),
                                    row.getString("reason")));
                });
        return bare.stream()
                .map(one -> new DeliveryJson(
                        one.id(),
                        one.number(),
                        one.eventId(),
                        one.state(),
                        one.dueAt(),
                        one.endedAt(),
                        one.createdAt(),
                        one.digestId(),
                        one.request(),
                        attempts.getOrDefault(one.number(), List.of()),
                        changes.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static DeliveryJson delivery(ResultSet row, boolean full) throws SQLException {
        return new DeliveryJson(
                row.getString("id"),
                row.getLong("number"),
                row.getString("event_id"),
                row.getString("state"),
                timeOrNull(row, "due_at"),
                timeOrNull(row, "ended_at"),
                time(row, "created_at"),
                row.getString("digest_id"),
                full ? new RequestJson(row.getString("content_type"), row.getString("payload")) : null,
                List.of(),
                List.of());
    }

    private AttemptJson attempt(ResultSet row, boolean full) throws SQLException {
        return new AttemptJson(
                row.getInt("number"),
                time(row, "started_at"),
                row.getLong("took_ms"),
                row.getString("outcome"),
                row.getObject("status", Integer.class),
                row.getString("reason"),
                new PhasesJson(
                        row.getObject("connect_ms", Long.class),
                        row.getObject("waiting_ms", Long.class),
                        row.getObject("reading_ms", Long.class)),
                row.getString("next_state"),
                timeOrNull(row, "next_due_at"),
                full ? fields(row.getString("request_headers")) : null,
                full
                        ? new ResponseJson(fields(row.getString("response_headers")), row.getString("response_body"))
                        : null);
    }

    private SortedMap<String, String> fields(String text) {
        return json.readValue(text, JdbcDeliveryStore.Headers.class);
    }

    /** What was owed after that number and before that time, in order; what a digest is made of, and not the digest. */
    List<OwedJson> owed(String subscriptionId, long after, Instant before, int limit) {
        return jdbc.sql("""
                        select id, number, created_at, content_type, payload from delivery
                        where subscription_id = :id and number > :after and event_id <> id
                        and created_at < :before order by number limit :limit""")
                .param("id", subscriptionId)
                .param("after", after)
                .param("before", time(before))
                .param("limit", limit)
                .query((row, number) -> new OwedJson(
                        row.getLong("number"),
                        row.getString("id"),
                        time(row, "created_at"),
                        row.getString("content_type").contains("json")
                                ? json.readTree(row.getString("payload"))
                                : StringNode.valueOf(row.getString("payload"))))
                .list();
    }

    Statistics statistics(String subscriptionId, Instant since) {
        SortedMap<String, Long> outcomes = counts(
                "select outcome, count(*) from attempt where subscription_id = :id and started_at >= :since group by outcome",
                subscriptionId,
                since);
        SortedMap<String, Long> states = counts(
                "select state, count(*) from delivery where subscription_id = :id group by state",
                subscriptionId,
                since);
        long attempts = outcomes.values().stream().mapToLong(Long::longValue).sum();
        Instant oldest = jdbc.sql(
                        "select min(due_at) as oldest from delivery where subscription_id = :id and state = 'DUE'")
                .param("id", subscriptionId)
                .query((row, number) -> Optional.ofNullable(timeOrNull(row, "oldest")))
                .single()
                .orElse(null);
        return new Statistics(
                since,
                attempts,
                attempts == 0 ? null : (double) outcomes.getOrDefault("ACCEPTED", 0L) / attempts,
                percentiles(
                        "took_ms",
                        "attempt where subscription_id = :id and started_at >= :since and outcome = 'ACCEPTED'",
                        subscriptionId,
                        since),
                percentiles(
                        "extract(epoch from ended_at - created_at) * 1000",
                        "delivery where subscription_id = :id and ended_at >= :since and state = 'DELIVERED'",
                        subscriptionId,
                        since),
                states.getOrDefault("DUE", 0L) + states.getOrDefault("GATHERED", 0L),
                oldest,
                states,
                outcomes);
    }

    private SortedMap<String, Long> counts(String sql, String subscriptionId, Instant since) {
        SortedMap<String, Long> counts = new TreeMap<>();
        jdbc.sql(sql).param("id", subscriptionId).param("since", time(since)).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private Percentiles percentiles(String value, String from, String subscriptionId, Instant since) {
        String at = "percentile_cont(%s) within group (order by " + value + ")";
        return jdbc.sql("select " + at.formatted("0.5") + ", " + at.formatted("0.95") + ", " + at.formatted("0.99")
                        + " from " + from)
                .param("id", subscriptionId)
                .param("since", time(since))
                .query((row, number) -> new Percentiles(rounded(row, 1), rounded(row, 2), rounded(row, 3)))
                .single();
    }

    private static @Nullable Double rounded(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value * 10) / 10.0;
    }
}
