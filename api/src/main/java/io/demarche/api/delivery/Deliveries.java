package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.demarche.core.article.ContentId;
import io.demarche.core.delivery.DeliveryStore.Debt;
import io.demarche.core.delivery.Endpoint;
import io.demarche.core.delivery.Payload;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.delivery.State;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What moves deliveries and receivers to other states, beside attempts: people, digests and the passing of time. */
final class Deliveries {

    private static final int MOST_IN_A_DIGEST = 200;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JdbcDeliveryStore store;
    private final SubscriptionStore subscriptions;
    private final PayloadWriter payloads;

    Deliveries(
            JdbcClient jdbc,
            Transactions transactions,
            JdbcDeliveryStore store,
            SubscriptionStore subscriptions,
            PayloadWriter payloads) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = store;
        this.subscriptions = subscriptions;
        this.payloads = payloads;
    }

    /**
     * Makes a delivery due now, with a schedule of its own; false if it is due within the lease, and so perhaps under way.
     *
     * @param lease how long an attempt may be under way
     */
    boolean release(String deliveryId, String reason, Duration lease, Instant now) {
        return transactions.inOne(() -> {
            int updated = jdbc.sql("""
                            update delivery set state = 'DUE', due_at = :now, ended_at = null, attempts_before = attempts
                            where id = :id and (state <> 'DUE' or due_at > :leased)""")
                    .param("now", time(now))
                    .param("leased", time(now.plus(lease)))
                    .param("id", deliveryId)
                    .update();
            if (updated > 0) {
                store.keepChange(deliveryId, new State.Due(now), reason, now);
            }
            return updated > 0;
        });
    }

    /** Makes due what was kept or abandoned since then; returns how many. */
    int recover(String subscriptionId, Instant since, Instant now) {
        return transactions.inOne(() -> move(
                "subscription_id = :id and state in ('HELD', 'ABANDONED') and created_at >= :since",
                subscriptionId,
                since,
                new State.Due(now),
                "recovered by hand",
                now));
    }

    /** Moves all for which a condition holds; each move is kept. */
    private int move(String condition, String id, Instant since, State state, String reason, Instant now) {
        jdbc.sql("insert into delivery_change (delivery_id, changed_at, state, due_at, reason)"
                        + " select id, cast(:now as timestamp with time zone), cast(:state as varchar),"
                        + " cast(:due as timestamp with time zone), cast(:reason as varchar) from delivery where "
                        + condition)
                .param("id", id)
                .param("since", time(since))
                .param("now", time(now))
                .param("state", JdbcDeliveryStore.name(state))
                .param("due", timeOrNull(JdbcDeliveryStore.dueAt(state)))
                .param("reason", reason)
                .update();
        return jdbc.sql("update delivery set state = :state, due_at = :due, ended_at = null, dyad = null,"
                        + " attempts_before = attempts where " + condition)
                .param("id", id)
                .param("since", time(since))
                .param("state", JdbcDeliveryStore.name(state))
                .param("due", timeOrNull(JdbcDeliveryStore.dueAt(state)))
                .update();
    }

    /** Sends nothing to the receiver until it is resumed; what is owed to it waits. */
    void pause(String subscriptionId, Instant now) {
        transactions.inOne(() -> {
            store.fare(subscriptionId, Endpoint::paused, now);
            return true;
        });
    }

    /** Sends to the receiver again; what was owed before that time is kept, and not sent unless somebody asks for it. */
    void resume(String subscriptionId, Instant since, Instant now) {
        transactions.inOne(() -> {
            move(
                    "subscription_id = :id and state in ('DUE', 'GATHERED') and created_at < :since",
                    subscriptionId,
                    since,
                    new State.Held(now, ""),
                    "owed before " + since + ", left out when resumed by hand",
                    now);
            store.fare(subscriptionId, endpoint -> Endpoint.HEALTHY, now);
            return true;
        });
    }

    /** Owes an example; returns the id of the delivery. */
    String test(Subscription subscription, Instant now) {
        String id = ContentId.of("msg", "test", subscription.id(), now.toString());
        return transactions.inOne(() -> {
            store.owe(
                    new Debt(id, subscription, id, "", () -> payloads.example(subscription, now)),
                    new State.Due(now),
                    now);
            return id;
        });
    }

    /** Makes the digests whose time has come. */
    void digest(Instant now) {
        List<String> ripe = jdbc.sql("select id from subscription s where exists (select 1 from delivery d"
                        + " where d.subscription_id = s.id and d.state = 'GATHERED' and d.due_at <= :now)")
                .param("now", time(now))
                .query(String.class)
                .list();
        for (String id : ripe) {
            Optional<Subscription> subscription = subscriptions.find(id);
            if (subscription.isPresent()) {
                transactions.inOne(() -> digest(subscription.get(), now));
            }
        }
    }

    private boolean digest(Subscription subscription, Instant now) {
        record Part(String id, String body) {}
        List<Part> parts = jdbc.sql("""
                        select id, payload from delivery where subscription_id = :id and state = 'GATHERED' and due_at <= :now
                        order by number limit :limit for update skip locked""")
                .param("id", subscription.id())
                .param("now", time(now))
                .param("limit", MOST_IN_A_DIGEST)
                .query((row, number) -> new Part(row.getString("id"), row.getString("payload")))
                .list();
        if (parts.isEmpty()) {
            return false;
        }
        List<String> bodies = parts.stream().map(Part::body).toList();
        String id = ContentId.of("msg", parts.stream().map(Part::id).toArray(String[]::new));
        Payload payload = payloads.digest(subscription, bodies, now);
        store.owe(new Debt(id, subscription, id, "", () -> payload), new State.Due(now), now);
        for (Part part : parts) {
            jdbc.sql(
                            "update delivery set state = 'DIGESTED', due_at = null, ended_at = :now, digest_id = :digest where id = :id")
                    .param("now", time(now))
                    .param("digest", id)
                    .param("id", part.id())
                    .update();
            store.keepChange(part.id(), new State.Digested(now, id), "told in the digest " + id, now);
        }
        return true;
    }

    /** Warns of receivers that take nothing, and disables those that have taken nothing for too long. */
    void age(Instant now) {
        for (String id : store.endpoints().failing()) {
            transactions.inOne(() -> {
                store.fare(id, endpoint -> endpoint.at(now), now);
                return true;
            });
        }
    }

    /** Forgets attempts and changes from before that time; deliveries stay, so that nothing is sent anew. */
    void forget(Instant before) {
        transactions.inOne(() -> {
            for (Subscription subscription : subscriptions.all()) {
                jdbc.sql("delete from attempt where subscription_id = :id and started_at < :before")
                        .param("id", subscription.id())
                        .param("before", time(before))
                        .update();
            }
            return jdbc.sql("delete from delivery_change where changed_at < :before")
                    .param("before", time(before))
                    .update();
        });
    }
}
