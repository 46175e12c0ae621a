package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.demarche.core.delivery.Attempt;
import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.DeliveryStore;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Refused;
import io.demarche.core.delivery.Outcome.Unreachable;
import io.demarche.core.delivery.State;
import io.demarche.core.delivery.State.Delivered;
import io.demarche.core.delivery.State.Due;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcDeliveryStore implements DeliveryStore {

    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final SubscriptionStore subscriptions;
    private final WebhookPayload payload;

    JdbcDeliveryStore(
            JdbcClient jdbc, Transactions transactions, SubscriptionStore subscriptions, WebhookPayload payload) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.payload = payload;
    }

    @Override
    public void owe(FlaggedEvent event, Subscription subscription, Instant now) {
        jdbc.sql("""
                        insert into delivery (id, subscription_id, event_id, payload, state, due_at, attempts, created_at)
                        values (:id, :subscription, :event, :payload, 'DUE', :now, 0, :now)
                        on conflict do nothing""")
                .param("id", Delivery.idOf(event, subscription))
                .param("subscription", subscription.id())
                .param("event", event.id())
                .param("payload", payload.of(event, now))
                .param("now", time(now))
                .update();
    }

    @Override
    public List<Delivery> claim(int limit, Instant now, Duration lease) {
        return transactions.inOne(() -> {
            List<Claimed> due = jdbc.sql("""
                            select id, subscription_id, event_id, payload, attempts from delivery
                            where state = 'DUE' and due_at <= :now order by due_at limit :limit for update skip locked""")
                    .param("now", time(now))
                    .param("limit", limit)
                    .query((row, number) -> new Claimed(
                            row.getString("id"),
                            row.getString("subscription_id"),
                            row.getString("event_id"),
                            row.getString("payload"),
                            row.getInt("attempts")))
                    .list();
            for (Claimed claimed : due) {
                jdbc.sql("update delivery set due_at = :leased where id = :id")
                        .param("leased", time(now.plus(lease)))
                        .param("id", claimed.id())
                        .update();
            }
            return deliveries(due);
        });
    }

    private record Claimed(String id, String subscription, String event, String payload, int attempts) {}

    private List<Delivery> deliveries(List<Claimed> due) {
        Map<String, Optional<Subscription>> known = new HashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Claimed claimed : due) {
            known.computeIfAbsent(claimed.subscription(), subscriptions::find)
                    .ifPresent(subscription -> deliveries.add(new Delivery(
                            claimed.id(), subscription, claimed.event(), claimed.payload(), claimed.attempts())));
        }
        return deliveries;
    }

    /** A delivery whose subscription ended meanwhile is gone, and its attempt with it. */
    @Override
    public void record(Attempt attempt, State next) {
        transactions.inOne(() -> {
            int updated = jdbc.sql("""
                            update delivery set state = :state, due_at = :due, ended_at = :ended, attempts = :attempts
                            where id = :id""")
                    .param("state", name(next))
                    .param("due", next instanceof Due due ? time(due.at()) : null)
                    .param("ended", timeOrNull(endedAt(next)))
                    .param("attempts", attempt.number())
                    .param("id", attempt.deliveryId())
                    .update();
            if (updated == 1) {
                insert(attempt);
            }
            return updated;
        });
    }

    private void insert(Attempt attempt) {
        Outcome outcome = attempt.outcome();
        jdbc.sql("""
                        insert into attempt (delivery_id, number, started_at, took_ms, outcome, status, reason)
                        values (:id, :number, :startedAt, :took, :outcome, :status, :reason)
                        on conflict do nothing""")
                .param("id", attempt.deliveryId())
                .param("number", attempt.number())
                .param("startedAt", time(attempt.startedAt()))
                .param("took", attempt.took().toMillis())
                .param("outcome", outcome.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT))
                .param("status", status(outcome))
                .param("reason", outcome instanceof Unreachable unreachable ? cut(unreachable.reason()) : null)
                .update();
    }

    private static String name(State state) {
        return state.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    private static @Nullable Instant endedAt(State state) {
        if (state instanceof Delivered delivered) {
            return delivered.at();
        }
        return state instanceof State.Abandoned abandoned ? abandoned.at() : null;
    }

    private static @Nullable Integer status(Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            return accepted.status();
        }
        return outcome instanceof Refused refused ? refused.status() : null;
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
