package io.demarche.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.DeliveryRunner;
import io.demarche.core.delivery.DeliveryStore.Debt;
import io.demarche.core.delivery.EndpointChange;
import io.demarche.core.delivery.Exchange;
import io.demarche.core.delivery.Outcome;
import io.demarche.core.delivery.Payload;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.delivery.State;
import io.demarche.core.delivery.WebhookSender;
import io.demarche.core.event.Update;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.Credentials;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Pace;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningSecrets;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.core.subscription.Terms;
import io.demarche.core.subscription.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The life of deliveries as a game against chance: two processes on one database send, answers come or get lost, processes die, clocks
 * jump, people pause, resume, retry and recover. No path loses a delivery, sends one that the receiver is known to have taken, or
 * breaks the order of an ordered subscription; every state is accounted for by rows.
 */
class DeliveryStateMachineTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int GAMES = 20;
    private static final int STEPS = 100;

    private final Subscription plain = subscription("sub_plain", false);
    private final Subscription ordered = subscription("sub_ordered", true);
    private final SingleConnectionDataSource database = new SingleConnectionDataSource(
            "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", true);
    private JdbcClient jdbc;
    private JdbcDeliveryStore store;
    private Deliveries deliveries;

    @BeforeEach
    void database() throws IOException {
        new ResourceDatabasePopulator(migrations()).execute(database);
        NamedParameterJdbcTemplate template = new NamedParameterJdbcTemplate(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        Transactions transactions = new Transactions() {
            @Override
            public <T> T inOne(Supplier<T> work) {
                return transaction.execute(status -> work.get());
            }
        };
        jdbc = JdbcClient.create(template);
        Subscriptions subscriptions = new Subscriptions();
        store = new JdbcDeliveryStore(template, transactions, subscriptions, new NoPayloads(), new JsonMapper());
        deliveries = new Deliveries(jdbc, transactions, store, subscriptions, new NoPayloads());
    }

    private static Resource[] migrations() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql"))
                .sorted(Comparator.comparingInt(script ->
                        Integer.parseInt(String.valueOf(script.getFilename()).replaceAll("^V|__.*", ""))))
                .toArray(Resource[]::new);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noPathLosesOrDoublesADelivery(long seed) {
        for (int number = 0; number < GAMES; number++) {
            subscribe();
            new Game(new Random(seed * 1_000 + number)).play();
        }
    }

    private void subscribe() {
        jdbc.sql("delete from subscription").update();
        for (Subscription subscription : List.of(plain, ordered)) {
            jdbc.sql("insert into subscription (id, filter, created_at) values (:id, '{}', now())")
                    .param("id", subscription.id())
                    .update();
            jdbc.sql("insert into endpoint (subscription_id, mode, failures, warned) values (:id, 'ACTIVE', 0, 0)")
                    .param("id", subscription.id())
                    .update();
        }
    }

    @Test
    void aReceiverIsHeldByOneProcessUntilItsLeaseEnds() {
        subscribe();
        Game game = new Game(new Random(1));
        DeliveryRunner one = game.nodes.get(0).runner;
        DeliveryRunner two = game.nodes.get(1).runner;
        store.owe(new Debt("msg_1", plain, "msg_1", "", () -> Payload.json("{}")), new State.Due(START), START);
        assertThat(one.send()).isEqualTo(1);
        store.owe(new Debt("msg_2", plain, "msg_2", "", () -> Payload.json("{}")), new State.Due(START), START);
        game.now = START.plusMillis(9_999);
        assertThat(two.send()).isZero();
        game.now = START.plusSeconds(10);
        assertThat(two.send()).isEqualTo(2);
        assertThat(one.send()).isZero();
    }

    @Test
    void aDigestTellsWhatWasGatheredAndNothingElse() {
        subscribe();
        Instant end = START.plusSeconds(600);
        for (int number = 0; number < 3; number++) {
            String id = "msg_" + number;
            State state = number < 2 ? new State.Gathered(end) : new State.Gathered(end.plusSeconds(600));
            store.owe(new Debt(id, plain, id, "", () -> Payload.json(id)), state, START);
        }
        deliveries.digest(end.minusMillis(1));
        assertThat(store.due(plain, 10, end)).isEmpty();
        deliveries.digest(end);
        deliveries.digest(end);
        assertThat(store.due(plain, 10, end))
                .singleElement()
                .satisfies(digest -> assertThat(digest.payload().body()).isEqualTo("[msg_0, msg_1]"));
        assertThat(jdbc.sql("select state from delivery where id like 'msg\\__' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("DIGESTED", "DIGESTED", "GATHERED");
    }

    /** One game. */
    private final class Game {

        private final Random random;
        private Instant now = START;
        private final List<Node> nodes = new ArrayList<>();
        private int owed;

        Game(Random random) {
            this.random = random;
            nodes.add(new Node("one"));
            nodes.add(new Node("two"));
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                step();
                check();
            }
            heal();
        }

        private void step() {
            Node node = nodes.get(random.nextInt(2));
            switch (random.nextInt(16)) {
                case 0, 1 -> owe();
                case 2, 3, 4 -> node.runner.send();
                case 5, 6, 7, 8 -> node.answer(outcome());
                case 9, 10 -> node.runner.record();
                case 11 -> nodes.set(nodes.indexOf(node), new Node(node.name + "+"));
                case 12 -> now = now.plusSeconds(random.nextInt(20));
                case 13 -> now = now.plus(Duration.ofHours(random.nextInt(20)));
                case 14 -> now = now.minusSeconds(random.nextInt(300));
                default -> person();
            }
        }

        private void person() {
            Subscription subscription = random.nextBoolean() ? plain : ordered;
            switch (random.nextInt(6)) {
                case 0 -> deliveries.pause(subscription.id(), now);
                case 1 -> deliveries.resume(subscription.id(), Instant.EPOCH, now);
                case 2 -> deliveries.resume(subscription.id(), now.minusSeconds(random.nextInt(600)), now);
                case 3 -> deliveries.recover(subscription.id(), Instant.EPOCH, now);
                case 4 -> deliveries.age(now);
                default -> {
                    List<String> ids = ids("true");
                    if (!ids.isEmpty()) {
                        String id = ids.get(random.nextInt(ids.size()));
                        deliveries.release(id, "retried", Duration.ofSeconds(30), now);
                    }
                }
            }
        }

        private void owe() {
            Subscription subscription = random.nextBoolean() ? plain : ordered;
            String id = "msg_" + owed++;
            String dyad = subscription.id() + random.nextInt(2);
            store.owe(new Debt(id, subscription, id, dyad, () -> Payload.json("{}")), new State.Due(now), now);
        }

        private Outcome outcome() {
            return switch (random.nextInt(12)) {
                case 0, 1 -> new Outcome.Refused(500, null);
                case 2 -> new Outcome.Refused(429, Duration.ofSeconds(random.nextInt(100)));
                case 3 -> new Outcome.Unreachable("reset");
                case 4 -> random.nextInt(4) == 0 ? new Outcome.Refused(410, null) : new Outcome.Refused(503, null);
                default -> new Outcome.Accepted(204);
            };
        }

        /** The receivers are well again, and people let everything go. */
        private void heal() {
            nodes.clear();
            nodes.add(new Node("last"));
            now = now.plus(Duration.ofDays(30));
            deliveries.resume(plain.id(), Instant.EPOCH, now);
            deliveries.resume(ordered.id(), Instant.EPOCH, now);
            deliveries.recover(plain.id(), Instant.EPOCH, now);
            deliveries.recover(ordered.id(), Instant.EPOCH, now);
            Node node = nodes.get(0);
            for (int turn = 0; turn < 20 * STEPS && !ids("state <> 'DELIVERED'").isEmpty(); turn++) {
                node.runner.send();
                while (!node.underWay.isEmpty()) {
                    node.answer(new Outcome.Accepted(200));
                }
                node.runner.send();
                node.runner.record();
                now = now.plusSeconds(1);
                check();
            }
            assertThat(ids("state <> 'DELIVERED'")).isEmpty();
            assertThat(ids("true")).hasSize(owed);
        }

        private List<String> ids(String condition) {
            return jdbc.sql("select id from delivery where " + condition + " order by id")
                    .query(String.class)
                    .list();
        }

        /** The attempts of a delivery are numbered without a gap, and the last of them explains its state unless somebody changed it. */
        private void check() {
            assertThat(ids("state not in ('DUE', 'HELD', 'DELIVERED', 'ABANDONED')"))
                    .isEmpty();
            assertThat(ids(
                            "attempts <> (select count(*) from attempt a where a.subscription_id = delivery.subscription_id"
                                    + " and a.delivery_number = delivery.number)"))
                    .isEmpty();
            assertThat(ids("state in ('DELIVERED', 'ABANDONED') and not exists (select 1 from attempt a"
                            + " where a.subscription_id = delivery.subscription_id and a.delivery_number = delivery.number"
                            + " and a.number = delivery.attempts and a.next_state = delivery.state)"))
                    .isEmpty();
            assertThat(
                            ids(
                                    "state = 'HELD' and not exists (select 1 from delivery_change c where c.delivery_id = delivery.id)"))
                    .isEmpty();
        }

        /** A process that sends. */
        private final class Node implements WebhookSender {

            private final String name;
            private final DeliveryRunner runner;
            private final Map<Delivery, CompletableFuture<Exchange>> underWay = new HashMap<>();

            Node(String name) {
                this.name = name;
                this.runner = new DeliveryRunner(
                        name,
                        store,
                        this,
                        () -> now,
                        () -> 0.5,
                        new DeliveryRunner.Limits(8, 3, Duration.ZERO),
                        () -> {});
            }

            @Override
            public CompletableFuture<Exchange> send(Delivery delivery, Instant at) {
                assertThat(ids("id = '" + delivery.id() + "' and state in ('DELIVERED', 'ABANDONED')"))
                        .isEmpty();
                assertThat(ids("dyad = (select dyad from delivery d where d.id = '" + delivery.id() + "') and number < "
                                + delivery.number()))
                        .describedAs("earlier of the same pair")
                        .isEmpty();
                CompletableFuture<Exchange> exchange = new CompletableFuture<>();
                underWay.put(delivery, exchange);
                return exchange;
            }

            @Override
            public Duration deadline() {
                return Duration.ofSeconds(15);
            }

            void answer(Outcome outcome) {
                if (underWay.isEmpty()) {
                    return;
                }
                Delivery delivery = underWay.keySet().stream()
                        .sorted(Comparator.comparing(Delivery::id))
                        .skip(random.nextInt(underWay.size()))
                        .findFirst()
                        .orElseThrow();
                underWay.remove(delivery).complete(Exchange.of(outcome));
            }
        }
    }

    private static Subscription subscription(String id, boolean ordered) {
        Terms terms = new Terms(
                Terms.STANDARD.form(),
                Terms.STANDARD.updates(),
                Terms.STANDARD.timing(),
                new Pace(0, ordered, Pace.STANDARD_PAUSES),
                List.of());
        return new Subscription(
                id,
                "",
                URI.create("https://desk.example/" + id),
                Topic.EVENTS,
                Filter.EVERYTHING,
                terms,
                SigningSecrets.of(Secret.of(new byte[24])),
                Credentials.NONE,
                null,
                START);
    }

    private final class Subscriptions implements SubscriptionStore {

        @Override
        public void add(Subscription subscription) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean change(Subscription subscription) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Subscription> all() {
            return List.of(plain, ordered);
        }

        @Override
        public Optional<Subscription> find(String id) {
            return all().stream()
                    .filter(subscription -> subscription.id().equals(id))
                    .findFirst();
        }

        @Override
        public boolean remove(String id) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoPayloads implements PayloadWriter {

        @Override
        public Payload event(Subscription subscription, Update update, String occasion, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Payload digest(Subscription subscription, List<String> bodies, Instant now) {
            return Payload.json(bodies.toString());
        }

        @Override
        public Payload operation(Subscription subscription, EndpointChange change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Payload example(Subscription subscription, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
