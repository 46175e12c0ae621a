package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.demarche.core.delivery.Endpoint;
import io.demarche.core.delivery.EndpointChange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How receivers fare, and every change of it. */
final class JdbcEndpoints {

    private final JdbcClient jdbc;

    JdbcEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Endpoint find(String subscriptionId) {
        return jdbc.sql("select * from endpoint where subscription_id = :id")
                .param("id", subscriptionId)
                .query((row, number) -> of(row))
                .optional()
                .orElse(Endpoint.HEALTHY);
    }

    static Endpoint of(ResultSet row) throws SQLException {
        return new Endpoint(
                Endpoint.Mode.valueOf(row.getString("mode")),
                row.getInt("failures"),
                timeOrNull(row, "failing_since"),
                row.getInt("warned"),
                timeOrNull(row, "rests_until"));
    }

    /** Changes how a receiver fares; what there is to say of it is kept and returned. Part of the caller's transaction, which
     * waits for nobody where nothing changes. */
    Optional<EndpointChange> change(String subscriptionId, UnaryOperator<Endpoint> step, Instant now) {
        Endpoint seen = find(subscriptionId);
        if (step.apply(seen).equals(seen)) {
            return Optional.empty();
        }
        Optional<Endpoint> locked = jdbc.sql("select * from endpoint where subscription_id = :id for update")
                .param("id", subscriptionId)
                .query((row, number) -> of(row))
                .optional();
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        Endpoint before = locked.get();
        Endpoint after = step.apply(before);
        jdbc.sql("""
                        update endpoint set mode = :mode, failures = :failures, failing_since = :since, warned = :warned,
                        rests_until = :rests where subscription_id = :id""")
                .param("mode", after.mode().name())
                .param("failures", after.failures())
                .param("since", timeOrNull(after.failingSince()))
                .param("warned", after.warned())
                .param("rests", timeOrNull(after.restsUntil()))
                .param("id", subscriptionId)
                .update();
        Optional<EndpointChange> change = EndpointChange.between(subscriptionId, before, after, now);
        change.ifPresent(this::keep);
        return change;
    }

    private void keep(EndpointChange change) {
        jdbc.sql("""
                        insert into endpoint_change (subscription_id, changed_at, kind, detail)
                        values (:id, :at, :kind, :detail)""")
                .param("id", change.subscriptionId())
                .param("at", time(change.at()))
                .param("kind", change.kind().name())
                .param("detail", change.detail())
                .update();
    }

    /** The receivers that fail and are not disabled yet. */
    List<String> failing() {
        return jdbc.sql(
                        "select subscription_id from endpoint where mode = 'ACTIVE' and failing_since is not null order by 1")
                .query(String.class)
                .list();
    }

    /** The latest changes, the last first. */
    List<EndpointChange> changes(String subscriptionId, int limit) {
        return jdbc.sql(
                        "select * from endpoint_change where subscription_id = :id order by changed_at desc limit :limit")
                .param("id", subscriptionId)
                .param("limit", limit)
                .query((row, number) -> new EndpointChange(
                        subscriptionId,
                        time(row, "changed_at"),
                        EndpointChange.Kind.valueOf(row.getString("kind")),
                        row.getString("detail")))
                .list();
    }
}
