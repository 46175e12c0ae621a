package io.demarche.api.delivery;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.demarche.core.article.ContentId;
import io.demarche.core.delivery.Attempt;
import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.DeliveryStore;
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

    private static final String CLAIM = """
            select id, payload, content_type, headers, attempts, attempts_before from delivery d
            where subscription_id = :subscription and state = 'DUE' and due_at <= :now %s
            order by due_at, number limit :limit for update skip locked""";

    private static final String FIRST_OF_ITS_DYAD = """
            and not exists (select 1 from delivery e where e.subscription_id = d.subscription_id and e.dyad = d.dyad
            and e.state = 'DUE' and e.number < d.number)""";

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

    /** The number is taken from the subscription's row, so that numbers become visible in their order. */
    @Override
    public boolean owe(Debt debt, State state, Instant now) {
        String subscription = debt.subscription().id();
        if (exists(debt.id())) {
            return false;
        }
        int counted = jdbc.sql("update endpoint set last_number = last_number + 1 where subscription_id = :id")
                .param("id", subscription)
                .update();
        if (counted == 0 || exists(debt.id())) {
            return false;
        }
        Payload payload = debt.payload().get();
        jdbc.sql("""
                        insert into delivery (id, subscription_id, event_id, payload, content_type, headers, state, due_at,
                        attempts, created_at, number, dyad) values (:id, :subscription, :event, :payload, :contentType, :headers,
                        :state, :due, 0, :now, (select last_number from endpoint where subscription_id = :subscription), :dyad)""")
                .param("id", debt.id())
                .param("subscription", subscription)
                .param("event", debt.eventId())
                .param("payload", payload.body())
                .param("contentType", payload.contentType())
                .param("headers", json.writeValueAsString(payload.headers()))
                .param("state", name(state))
                .param("due", timeOrNull(dueAt(state)))
                .param("now", time(now))
                .param("dyad", debt.subscription().terms().pace().ordered() ? debt.dyad() : null)
                .update();
        if (state instanceof State.Held held) {
            keepChange(debt.id(), state, held.reason(), now);
        }
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
    public List<Ready> ready(Instant now) {
        record Row(Endpoint endpoint, @Nullable Instant next) {}
        Map<String, Row> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select * from endpoint e where mode = 'ACTIVE' and (rests_until is null or rests_until <= :now)
                        and (next_send_at is null or next_send_at <= :now)
                        and exists (select 1 from delivery d where d.subscription_id = e.subscription_id and d.state = 'DUE'
                        and d.due_at <= :now)""").param("now", time(now)).query(row -> {
            rows.put(row.getString("subscription_id"), new Row(JdbcEndpoints.of(row), timeOrNull(row, "next_send_at")));
        });
        List<Ready> ready = new ArrayList<>();
        for (Subscription subscription : rows.isEmpty() ? List.<Subscription>of() : subscriptions.all()) {
            Row row = rows.get(subscription.id());
            if (row != null) {
                int allowance = subscription.terms().pace().allowance(row.next(), now);
                ready.add(new Ready(subscription, row.endpoint(), allowance));
            }
        }
        return ready;
    }

    @Override
    public Endpoint endpoint(String subscriptionId) {
        return endpoints.find(subscriptionId);
    }

    @Override
    public List<Delivery> claim(Map<Subscription, Integer> most, Instant now, Duration lease) {
        return transactions.inOne(() -> {
            List<Delivery> claimed = new ArrayList<>();
            most.forEach((subscription, limit) -> {
                List<Delivery> due = due(subscription, limit, now);
                if (!due.isEmpty() && subscription.terms().pace().perMinute() > 0) {
                    pace(subscription, due.size(), now);
                }
                claimed.addAll(due);
            });
            batches.batchUpdate(
                    "update delivery set due_at = :leased where id = :id",
                    rows(
                            claimed,
                            delivery -> new MapSqlParameterSource("id", delivery.id())
                                    .addValue("leased", time(now.plus(lease)))));
            return claimed;
        });
    }

    private List<Delivery> due(Subscription subscription, int limit, Instant now) {
        String order = subscription.terms().pace().ordered() ? FIRST_OF_ITS_DYAD : "";
        return jdbc.sql(CLAIM.formatted(order))
                .param("subscription", subscription.id())
                .param("now", time(now))
                .param("limit", limit)
                .query((row, number) -> new Delivery(
                        row.getString("id"),
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

    private void pace(Subscription subscription, int taken, Instant now) {
        Instant next = jdbc.sql("select next_send_at from endpoint where subscription_id = :id for update")
                .param("id", subscription.id())
                .query((row, number) -> Optional.ofNullable(timeOrNull(row, "next_send_at")))
                .single()
                .orElse(null);
        jdbc.sql("update endpoint set next_send_at = :next where subscription_id = :id")
                .param("next", timeOrNull(subscription.terms().pace().next(next, now, taken)))
                .param("id", subscription.id())
                .update();
    }

    @Override
    public void record(List<Attempt> attempts, Instant now) {
        transactions.inOne(() -> {
            int[] moved = batches.batchUpdate("""
                    update delivery set state = :state, due_at = :due, ended_at = :ended, attempts = :number
                    where id = :id and state = 'DUE' and attempts = :number - 1""", rows(attempts, this::delivery));
            List<Attempt> kept = new ArrayList<>();
            for (int place = 0; place < moved.length; place++) {
                if (moved[place] > 0) {
                    kept.add(attempts.get(place));
                }
            }
            batches.batchUpdate("""
                    insert into attempt (delivery_id, subscription_id, number, started_at, took_ms, outcome, status, reason,
                    request_headers, response_headers, response_body, connect_ms, waiting_ms, reading_ms, next_state, next_due_at)
                    values (:id, :subscription, :number, :startedAt, :took, :outcome, :status, :reason, :requestHeaders,
                    :responseHeaders, :responseBody, :connect, :waiting, :reading, :state, :due)""", rows(kept, this::attempt));
            fare(kept, now);
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
                                subscription.url() == null
                                        ? new State.Held(now, "the subscription has no URL; the subscriber fetches it")
                                        : new State.Due(now),
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
        return new MapSqlParameterSource("id", attempt.deliveryId())
                .addValue("subscription", attempt.subscriptionId())
                .addValue("number", attempt.number())
                .addValue("startedAt", time(attempt.startedAt()))
                .addValue("took", attempt.took().toMillis())
                .addValue("outcome", outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT))
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

    static String name(State state) {
        return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static @Nullable Instant dueAt(State state) {
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
