package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.demarche.api.trail.Trail;
import io.demarche.core.article.ContentId;
import io.demarche.core.delivery.Attempt;
import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.DeliveryStore;
import io.demarche.core.delivery.Dispatcher;
import io.demarche.core.delivery.Endpoint;
import io.demarche.core.delivery.EndpointChange;
import io.demarche.core.delivery.Exchange;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.Outcome.Accepted;
import io.demarche.core.delivery.Outcome.Refused;
import io.demarche.core.delivery.Outcome.Unreachable;
import io.demarche.core.delivery.Payload;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.delivery.State;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.core.subscription.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcDeliveryStore implements DeliveryStore {

    private static final int LONGEST_REASON = 1_000;

    /** In the order of the index, so that only what is taken is read. */
    private static final String LONGEST_DUE = """
            select id, number, payload, content_type, headers, attempts, attempts_before from delivery d
            where subscription_id = :subscription and state = 'DUE' and due_at <= :now %s
            order by subscription_id, state, due_at, number limit :limit""";

    private static final String FIRST_OF_ITS_DYAD =
            "and not exists (select 1 from delivery e where e.dyad = d.dyad and e.number < d.number)";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Transactions transactions;
    private final SubscriptionStore subscriptions;
    private final JdbcEndpoints endpoints;
    private final PayloadWriter payloads;
    private final JsonMapper json;

    JdbcDeliveryStore(
            NamedParameterJdbcOperations batches,
            Transactions transactions,
            SubscriptionStore subscriptions,
            PayloadWriter payloads,
            JsonMapper json) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.endpoints = new JdbcEndpoints(jdbc);
        this.payloads = payloads;
        this.json = json;
    }

    /**
     * Where order matters to the subscriber, whoever owes it something keeps others from it until its own transaction ends, so that
     * numbers become visible in their order.
     */
    @Override
    public boolean owe(Debt debt, State state, Instant now) {
        Subscription subscription = debt.subscription();
        if (exists(debt.id())) {
            return false;
        }
        boolean ordered = subscription.terms().pace().ordered();
        String lock = ordered || subscription.url() == null ? " for update" : "";
        boolean there = jdbc.sql("select id from subscription where id = :id" + lock)
                .param("id", subscription.id())
                .query(String.class)
                .optional()
                .isPresent();
        if (!there) {
            return false;
        }
        Payload payload = debt.payload().get();
        jdbc.sql("""
                        insert into delivery (id, subscription_id, event_id, payload, content_type, headers, state, due_at,
                        attempts, created_at, number, dyad) values (:id, :subscription, :event, :payload, :contentType, :headers,
                        :state, :due, 0, :now, nextval('delivery_number'), :dyad)""")
                .param("id", debt.id())
                .param("subscription", subscription.id())
                .param("event", debt.eventId())
                .param("payload", payload.body())
                .param("contentType", payload.contentType())
                .param("headers", json.writeValueAsString(payload.headers()))
                .param("state", name(state))
                .param("due", timeOrNull(dueAt(state)))
                .param("now", time(now))
                .param("dyad", state instanceof State.Due && ordered ? debt.dyad() : null)
                .update();
        if (state instanceof State.Held held) {
            keepChange(debt.id(), state, held.reason(), now);
        }
        Trail.owed(debt.eventId(), debt.id(), subscription.id());
        return true;
    }

    private boolean exists(String id) {
        return jdbc.sql("select count(*) from delivery where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<Ready> ready(String sender, Instant now, Duration lease) {
        Map<String, Endpoint> held = new HashMap<>();
        for (Candidate candidate : candidates(sender, now)) {
            if (hold(candidate, sender, now, lease)) {
                held.put(candidate.subscriptionId(), candidate.endpoint());
            }
        }
        List<Ready> ready = new ArrayList<>();
        for (Subscription subscription : held.isEmpty() ? List.<Subscription>of() : subscriptions.all()) {
            Endpoint endpoint = held.get(subscription.id());
            if (endpoint != null && subscription.url() != null) {
                ready.add(new Ready(subscription, endpoint));
            }
        }
        return ready;
    }

    /**
     * A receiver to which something is due, and that nobody else holds.
     *
     * @param leasedUntil until when we hold it; null if we do not
     */
    private record Candidate(
            String subscriptionId,
            Endpoint endpoint,
            @Nullable Instant leasedUntil) {}

    /** In the order of ids, as everybody does who locks several receivers. */
    private List<Candidate> candidates(String sender, Instant now) {
        return jdbc.sql("""
                        select * from endpoint e where mode = 'ACTIVE' and (rests_until is null or rests_until <= :now)
                        and (leased_until is null or leased_until <= :now or leased_by = :sender)
                        and exists (select 1 from delivery d where d.subscription_id = e.subscription_id and d.state = 'DUE'
                        and d.due_at <= :now) order by subscription_id""")
                .param("now", time(now))
                .param("sender", sender)
                .query((row, number) -> new Candidate(
                        row.getString("subscription_id"),
                        JdbcEndpoints.of(row),
                        sender.equals(row.getString("leased_by")) ? timeOrNull(row, "leased_until") : null))
                .list();
    }

    /** Whether it is ours. Only a lease that is half over is renewed, so that most turns write nothing. */
    private boolean hold(Candidate candidate, String sender, Instant now, Duration lease) {
        Instant until = candidate.leasedUntil();
        return (until != null && until.isAfter(now.plus(lease.dividedBy(2))))
                || transactions.inOne(() -> jdbc.sql("""
                                update endpoint set leased_by = :sender, leased_until = :until where subscription_id = :id
                                and (leased_until is null or leased_until <= :now or leased_by = :sender)""")
                                .param("sender", sender)
                                .param("until", time(now.plus(lease)))
                                .param("now", time(now))
                                .param("id", candidate.subscriptionId())
                                .update())
                        > 0;
    }

    @Override
    public void release(String sender) {
        transactions.inOne(
                () -> jdbc.sql("update endpoint set leased_by = null, leased_until = null where leased_by = :sender")
                        .param("sender", sender)
                        .update());
    }

    /** Lets go of all receivers, whoever holds them: for a database that serves one process. */
    void releaseAll() {
        transactions.inOne(
                () -> jdbc.sql("update endpoint set leased_by = null, leased_until = null where leased_by is not null")
                        .update());
    }

    @Override
    public Endpoint endpoint(String subscriptionId) {
        return endpoints.find(subscriptionId);
    }

    @Override
    public List<Delivery> due(Subscription subscription, int limit, Instant now) {
        String order = subscription.terms().pace().ordered() ? FIRST_OF_ITS_DYAD : "";
        return jdbc.sql(LONGEST_DUE.formatted(order))
                .param("subscription", subscription.id())
                .param("now", time(now))
                .param("limit", limit)
                .query((row, number) -> new Delivery(
                        row.getString("id"),
                        row.getLong("number"),
                        subscription,
                        payload(row),
                        row.getInt("attempts"),
                        row.getInt("attempts_before")))
                .list();
    }

    private Payload payload(ResultSet row) throws SQLException {
        String headers = row.getString("headers");
        return new Payload(
                row.getString("content_type"),
                headers.equals("{}") ? new TreeMap<>() : json.readValue(headers, Headers.class),
                row.getString("payload"));
    }

    @Override
    public void record(List<Attempt> attempts, Instant now) {
        transactions.inOne(() -> {
            int[] moved = batches.batchUpdate("""
                    update delivery set state = :state, due_at = :due, ended_at = :ended, attempts = :number,
                    dyad = case when :state = 'DUE' then dyad end
                    where id = :id and state = 'DUE' and attempts = :number - 1""", rows(attempts, this::delivery));
            List<Attempt> kept = new ArrayList<>();
            for (int place = 0; place < moved.length; place++) {
                if (moved[place] > 0) {
                    kept.add(attempts.get(place));
                }
            }
            batches.batchUpdate("""
                    insert into attempt (subscription_id, delivery_number, number, started_at, took_ms, outcome, status, reason,
                    request_headers, response_headers, response_body, connect_ms, waiting_ms, reading_ms, next_state, next_due_at)
                    values (:subscription, :deliveryNumber, :number, :startedAt, :took, :outcome, :status, :reason, :requestHeaders,
                    :responseHeaders, :responseBody, :connect, :waiting, :reading, :state, :due)""", rows(kept, this::attempt));
            fare(kept, now);
            kept.forEach(attempt -> Trail.tried(
                    attempt.deliveryId(),
                    attempt.number(),
                    outcome(attempt.exchange().outcome())));
            return true;
        });
    }

    /** In the order of ids, as everybody does who locks several receivers. */
    private void fare(List<Attempt> attempts, Instant now) {
        Map<String, List<Attempt>> bySubscription = attempts.stream()
                .collect(Collectors.groupingBy(Attempt::subscriptionId, TreeMap::new, Collectors.toList()));
        bySubscription.forEach((subscription, own) -> fare(
                subscription,
                endpoint -> {
                    Endpoint after = endpoint;
                    for (Attempt attempt : own) {
                        after = after.after(attempt.exchange().outcome(), now);
                    }
                    return after;
                },
                now));
    }

    /** Changes how a receiver fares, and owes the news of it to those who run the receivers. */
    void fare(String subscriptionId, UnaryOperator<Endpoint> step, Instant now) {
        endpoints
                .change(subscriptionId, step, now)
                .filter(EndpointChange::isOperational)
                .ifPresent(change -> subscriptions.all().stream()
                        .filter(subscription -> subscription.topic() == Topic.OPERATIONS
                                && !subscription.id().equals(subscriptionId))
                        .forEach(subscription -> owe(
                                new Debt(
                                        ContentId.of(
                                                "msg",
                                                subscriptionId,
                                                change.kind().name(),
                                                now.toString(),
                                                subscription.id()),
                                        subscription,
                                        subscriptionId,
                                        "",
                                        () -> payloads.operation(subscription, change)),
                                Dispatcher.atOnce(subscription, now),
                                now)));
    }

    JdbcEndpoints endpoints() {
        return endpoints;
    }

    /** Keeps a change of a delivery that no attempt made. */
    void keepChange(String deliveryId, State state, String reason, Instant now) {
        jdbc.sql("""
                        insert into delivery_change (delivery_id, changed_at, state, due_at, reason)
                        values (:id, :at, :state, :due, :reason)""")
                .param("id", deliveryId)
                .param("at", time(now))
                .param("state", name(state))
                .param("due", timeOrNull(dueAt(state)))
                .param("reason", cut(reason))
                .update();
    }

    private SqlParameterSource delivery(Attempt attempt) {
        return new MapSqlParameterSource("id", attempt.deliveryId())
                .addValue("state", name(attempt.next()))
                .addValue("due", timeOrNull(dueAt(attempt.next())))
                .addValue("ended", timeOrNull(endedAt(attempt.next())))
                .addValue("number", attempt.number());
    }

    private SqlParameterSource attempt(Attempt attempt) {
        Exchange exchange = attempt.exchange();
        Outcome outcome = exchange.outcome();
        String body = exchange.responseBody();
        return new MapSqlParameterSource("subscription", attempt.subscriptionId())
                .addValue("deliveryNumber", attempt.deliveryNumber())
                .addValue("number", attempt.number())
                .addValue("startedAt", time(attempt.startedAt()))
                .addValue("took", attempt.took().toMillis())
                .addValue("outcome", outcome(outcome))
                .addValue("status", status(outcome))
                .addValue("reason", outcome instanceof Unreachable unreachable ? cut(unreachable.reason()) : null)
                .addValue("requestHeaders", json.writeValueAsString(exchange.requestHeaders()))
                .addValue("responseHeaders", json.writeValueAsString(exchange.responseHeaders()))
                .addValue("responseBody", body == null ? null : body.replace('\0', '\uFFFD'))
                .addValue("connect", millis(exchange.phases().connect()))
                .addValue("waiting", millis(exchange.phases().waiting()))
                .addValue("reading", millis(exchange.phases().reading()))
                .addValue("state", name(attempt.next()))
                .addValue("due", timeOrNull(dueAt(attempt.next())));
    }

    private static <T> SqlParameterSource[] rows(List<T> items, Function<T, SqlParameterSource> row) {
        return items.stream().map(row).toArray(SqlParameterSource[]::new);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static String outcome(Outcome outcome) {
        return outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    static String name(State state) {
        return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    static @Nullable Instant dueAt(State state) {
        if (state instanceof State.Due due) {
            return due.at();
        }
        return state instanceof State.Gathered gathered ? gathered.until() : null;
    }

    private static @Nullable Instant endedAt(State state) {
        if (state instanceof State.Delivered delivered) {
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

    /** Header fields as JSON. */
    static final class Headers extends TreeMap<String, String> {

        private static final long serialVersionUID = 1L;
    }
}
