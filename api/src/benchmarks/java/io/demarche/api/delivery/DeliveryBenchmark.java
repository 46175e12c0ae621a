package io.demarche.api.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.demarche.api.Databases;
import io.demarche.api.DemarcheApplication;
import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.DeliveryStore;
import io.demarche.core.delivery.Payload;
import io.demarche.core.delivery.State;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.GuardedHttpClient;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many webhooks are sent in a second from the table, signed and logged, beside a bare loop of the same
 * HTTP client that posts the same bodies to the same sink; and how long after an event its webhook arrives at 50 healthy receivers
 * beside one that hangs and one that takes thirty seconds.
 */
public final class DeliveryBenchmark {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DELIVERIES = 10_000;
    private static final int RUNS = 8;
    private static final int WARM_UP_RUNS = 3;
    private static final int UNDER_WAY = 16;
    private static final int HEALTHY = 50;
    private static final int PER_SECOND = 200;
    private static final int IN_ONE_ARTICLE = 10;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 15;

    private static final List<String> NAMES = List.of(
            "Poland", "Norway", "Sweden", "Finland", "Estonia", "Latvia", "Lithuania", "Germany", "France", "Spain", "Portugal",
            "Italy", "Greece", "Turkey", "Romania", "Bulgaria", "Hungary", "Austria", "Ireland", "Denmark");
    private static final List<String> DEMONYMS = List.of(
            "Russian", "Chinese", "Iranian", "Indian", "Pakistani", "Japanese", "Brazilian", "Mexican", "Canadian", "Egyptian");

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    private DeliveryBenchmark(String base) {
        this.base = base;
    }

    /** Prints one line of figures for each run. */
    public static void main(String... arguments) throws Exception {
        for (Databases database : arguments.length > 0 ? new Databases[0] : Databases.values()) {
            throughput(database);
        }
        isolation();
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(Databases database) throws IOException, SQLException {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--demarche.security.open=true", "--demarche.network.allowed=127.0.0.1"));
        Path data = Files.createTempDirectory("demarche-delivery");
        arguments.add("--demarche.data=" + data);
        Stream.of(database.fresh(data)).map(property -> "--" + property).forEach(arguments::add);
        return SpringApplication.run(DemarcheApplication.class, arguments.toArray(String[]::new));
    }

    private static String base(ConfigurableApplicationContext server) {
        return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/api/v1";
    }

    private static void throughput(Databases database) throws Exception {
        AtomicInteger received = new AtomicInteger();
        HttpServer sink = sink(body -> received.incrementAndGet());
        String url = url(sink);
        try (ConfigurableApplicationContext server = start(database)) {
            DeliveryBenchmark benchmark = new DeliveryBenchmark(base(server));
            for (int run = 1; run <= RUNS; run++) {
                String id = benchmark.post("/subscriptions", Map.of("url", url)).get("id").asString();
                benchmark.post("/subscriptions/" + id + "/pause", Map.of());
                List<String> bodies = owe(server, id, run);
                double bare = seconds(() -> bareLoop(url, bodies, 1));
                double wide = seconds(() -> bareLoop(url, bodies, UNDER_WAY));
                received.set(0);
                double sent = seconds(() -> {
                    benchmark.post("/subscriptions/" + id + "/resume", Map.of());
                    while (received.get() < DELIVERIES || benchmark.isAnyDue(id)) {
                        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    }
                });
                System.out.printf(
                        "delivery on %s, run %d: %,.0f webhooks a second; the bare loop %,.0f, one after the other: %.2f of it;"
                                + " %,.0f, %d at once: %.2f of it%s%n",
                        database,
                        run,
                        DELIVERIES / sent,
                        DELIVERIES / bare,
                        bare / sent,
                        DELIVERIES / wide,
                        UNDER_WAY,
                        wide / sent,
                        run <= WARM_UP_RUNS ? " (warming up)" : "");
            }
        }
        sink.stop(0);
    }

    /** Owes events of the usual size; returns the bodies. */
    private static List<String> owe(ConfigurableApplicationContext server, String id, int run) {
        DeliveryStore deliveries = server.getBean(DeliveryStore.class);
        Subscription subscription =
                server.getBean(SubscriptionStore.class).find(id).orElseThrow();
        Payload example = server.getBean(Payloads.class).example(subscription, Instant.now());
        List<String> bodies = new ArrayList<>();
        server.getBean(Transactions.class).inOne(() -> {
            for (int number = 0; number < DELIVERIES; number++) {
                String event = "evt_%032d".formatted(run * DELIVERIES + number);
                Payload payload = Payload.json(example.body().replaceFirst("evt_[0-9a-f]{32}", event));
                bodies.add(payload.body());
                deliveries.owe(
                        new DeliveryStore.Debt(
                                Delivery.idOf(event, subscription, Delivery.FIRST), subscription, event, "", () -> payload),
                        new State.Due(Instant.now()),
                        Instant.now());
            }
            return true;
        });
        return bodies;
    }

    private boolean isAnyDue(String id) throws IOException, InterruptedException {
        return !get("/subscriptions/" + id + "/deliveries?state=DUE&limit=1").isEmpty();
    }

    private static void bareLoop(String url, List<String> bodies, int atOnce) throws InterruptedException {
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        Semaphore room = new Semaphore(atOnce);
        CountDownLatch left = new CountDownLatch(bodies.size());
        try (RawHttpClient client = GuardedHttpClient.of(
                configuration, new AddressGuard(List.of("127.0.0.1")), GuardedHttpClient.Tls.STANDARD, id -> {})) {
            for (String body : bodies) {
                room.acquire();
                Mono.from(GuardedHttpClient.exchange(
                                client,
                                io.micronaut.http.HttpRequest.POST(url, "").contentType("application/json"),
                                body.getBytes(StandardCharsets.UTF_8)))
                        .map(answer -> (ByteBodyHttpResponse<?>) answer)
                        .flatMap(answer -> Flux.from(answer.byteBody().toByteArrayPublisher())
                                .then()
                                .doFinally(end -> answer.close()))
                        .doFinally(end -> {
                            room.release();
                            left.countDown();
                        })
                        .subscribe();
            }
            left.await();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void isolation() throws Exception {
        Queue<Long> lags = new ConcurrentLinkedQueue<>();
        Instant[] measuredFrom = {Instant.MAX};
        HttpServer sink = sink(body -> {
            Instant owed = Instant.parse(JSON.readTree(body).get("timestamp").asString());
            if (owed.isAfter(measuredFrom[0])) {
                lags.add(Duration.between(owed, Instant.now()).toMillis());
            }
        });
        HttpServer hanging = slow(Duration.ofDays(1));
        HttpServer slow = slow(Duration.ofSeconds(30));
        try (ConfigurableApplicationContext server = start(Databases.H2)) {
            DeliveryBenchmark benchmark = new DeliveryBenchmark(base(server));
            benchmark.post("/subscriptions", Map.of("url", url(hanging)));
            benchmark.post("/subscriptions", Map.of("url", url(slow)));
            List<String> actors = List.of(
                    "POL", "NOR", "SWE", "FIN", "EST", "LVA", "LTU", "DEU", "FRA", "ESP", "PRT", "ITA", "GRC", "TUR", "ROU", "BGR",
                    "HUN", "AUT", "IRL", "DNK");
            List<String> targets = List.of("RUS", "CHN", "IRN", "IND", "PAK", "JPN", "BRA", "MEX", "CAN", "EGY");
            for (int receiver = 0; receiver < HEALTHY; receiver++) {
                List<Object> own = new ArrayList<>();
                for (int pair = receiver; pair < actors.size() * targets.size(); pair += HEALTHY) {
                    own.add(Map.of(
                            "actor", List.of(actors.get(pair / targets.size())),
                            "target", List.of(targets.get(pair % targets.size()))));
                }
                benchmark.post("/subscriptions", Map.of("url", url(sink), "filter", Map.of("any", own)));
            }
            benchmark.push(WARM_UP_SECONDS, 0);
            measuredFrom[0] = Instant.now();
            double took = seconds(() -> benchmark.push(SECONDS, WARM_UP_SECONDS * PER_SECOND));
            int expected = SECONDS * PER_SECOND;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (lags.size() < expected && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            List<Long> sorted = lags.stream().sorted().toList();
            System.out.printf(
                    "delivery beside a receiver that hangs and one that takes 30 s: %,d events in %.1f s, %.0f a second; %,d of %,d"
                            + " at %d healthy receivers, from event to receipt 50 %% in %d ms, 99 %% in %d ms, all in %d ms%n",
                    expected,
                    took,
                    expected / took,
                    sorted.size(),
                    expected,
                    HEALTHY,
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    sorted.get(sorted.size() - 1));
        }
    }

    /** Pushes articles that tell of so many events a second, each of its own. */
    private void push(int seconds, int first) throws InterruptedException {
        ExecutorService pushers = Executors.newFixedThreadPool(4);
        long start = System.nanoTime();
        for (int number = 0; number < seconds * PER_SECOND; number += IN_ONE_ARTICLE) {
            long at = start + number * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            LockSupport.parkNanos(at - System.nanoTime());
            int event = first + number;
            pushers.execute(() -> {
                try {
                    post("/articles", article(event));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        pushers.shutdown();
        pushers.awaitTermination(5, TimeUnit.MINUTES);
    }

    /** The pairs of parties in turn, and each pair again a week later, so that every sentence tells of an event of its own. */
    private static Map<String, String> article(int first) {
        int pairs = NAMES.size() * DEMONYMS.size();
        List<String> sentences = new ArrayList<>();
        for (int number = first; number < first + IN_ONE_ARTICLE; number++) {
            int pair = number % pairs;
            sentences.add("%s expelled two %s diplomats."
                    .formatted(NAMES.get(pair / DEMONYMS.size()), DEMONYMS.get(pair % DEMONYMS.size())));
        }
        Instant told = Instant.parse("2000-01-01T00:00:00Z").plus(Duration.ofDays(7L * (first / pairs)));
        return Map.of(
                "text", String.join("\n\n", sentences), "url", "https://wire.example/" + first, "publishedAt", told.toString());
    }

    private interface Taker {
        void take(byte[] body) throws IOException;
    }

    private static HttpServer sink(Taker taker) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(UNDER_WAY, DeliveryBenchmark::daemon));
        server.createContext("/", exchange -> {
            taker.take(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static HttpServer slow(Duration pause) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(DeliveryBenchmark::daemon));
        server.createContext("/", exchange -> {
            LockSupport.parkNanos(pause.toNanos());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(answer.isEmpty() ? "{}" : answer);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
                        .body());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
