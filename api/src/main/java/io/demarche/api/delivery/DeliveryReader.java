package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the deliveries to a subscription. */
final class DeliveryReader {

    private final JdbcClient jdbc;

    DeliveryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A delivery.
     *
     * @param state DUE, DELIVERED or ABANDONED
     * @param dueAt when it is tried next
     */
    record DeliveryJson(
            String id,
            String eventId,
            String state,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            Instant createdAt,
            List<AttemptJson> attempts) {}

    /**
     * A try.
     *
     * @param outcome ACCEPTED, REFUSED or UNREACHABLE
     */
    record AttemptJson(
            int number,
            Instant startedAt,
            long tookMs,
            String outcome,
            @Nullable Integer status,
            @Nullable String reason) {}

    /** The latest deliveries to a subscription, with their attempts. */
    List<DeliveryJson> of(String subscriptionId, int limit) {
        return jdbc.sql("select * from delivery where subscription_id = :id order by created_at desc, id limit :limit")
                .param("id", subscriptionId)
                .param("limit", limit)
                .query((row, number) -> delivery(row))
                .list();
    }

    private DeliveryJson delivery(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<AttemptJson> attempts = jdbc.sql("select * from attempt where delivery_id = :id order by number")
                .param("id", id)
                .query((attempt, number) -> attempt(attempt))
                .list();
        return new DeliveryJson(
                id,
                row.getString("event_id"),
                row.getString("state"),
                timeOrNull(row, "due_at"),
                timeOrNull(row, "ended_at"),
                time(row, "created_at"),
                attempts);
    }

    private static AttemptJson attempt(ResultSet row) throws SQLException {
        return new AttemptJson(
                row.getInt("number"),
                time(row, "started_at"),
                row.getLong("took_ms"),
                row.getString("outcome"),
                row.getObject("status", Integer.class),
                row.getString("reason"));
    }
}
