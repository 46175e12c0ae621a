package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Twelve hundred events, or twenty for each of {@code -Darticles}, to a receiver that verifies with the libraries of Standard Webhooks and
 * fails one time in five in every way there is, while secrets are rotated twice and the sender is killed three times, or as often as
 * {@code -Dkills} says. Every event is taken at least once, what comes again comes under its old id, and nothing is invalid.
 */
@Tag("long")
class TrustIT {

    private static final int ARTICLES = Integer.getInteger("articles", 60);
    private static final int EVENTS_IN_ONE = 20;
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int ROTATIONS = 2;
    private static final List<String> NAMES = List.of(
            "Norway", "Sweden", "Finland", "Poland", "Germany", "France", "Spain", "Italy", "Austria", "Hungary",
            "Kenya", "Ghana", "Canada", "Mexico", "Brazil", "Peru", "Japan", "India", "Nepal", "Vietnam", "Egypt",
            "Morocco", "Tunisia", "Qatar");
    private static final List<String> DEMONYMS = List.of(
            "Russian",
            "Chinese",
            "Iranian",
            "Syrian",
            "Cuban",
            "Belarusian",
            "Serbian",
            "Turkish",
            "Iraqi",
            "Libyan",
            "Sudanese",
            "Malian",
            "Rwandan",
            "Ugandan",
            "Zambian",
            "Angolan",
            "Bolivian",
            "Haitian",
            "Fijian",
            "Samoan");

    @TempDir
    Path data;

    private final Ledger ledger = new Ledger();
    private ChildServer server;
    private int pushed;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyEventReachesAFaultyReceiverInJava() throws Exception {
        try (FaultyReceiver receiver = new FaultyReceiver(ledger::line)) {
            everyEventIsTaken(receiver.url(), receiver::trust);
        }
    }

    @Test
    void everyEventReachesAFaultyReceiverInNode() throws Exception {
        Path modules =
                Path.of("..", ".ci", "node", "node_modules").toAbsolutePath().normalize();
        assumeTrue(
                Files.isDirectory(modules.resolve("standardwebhooks")),
                "skipped: Node and its package standardwebhooks are not here; .ci/run installs them");
        ProcessBuilder node = new ProcessBuilder(
                "node",
                Path.of("src", "test", "resources", "faulty-receiver.cjs").toString());
        node.environment().put("NODE_PATH", modules.toString());
        Process process = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (PrintWriter in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String port = out.readLine().split(" ")[1];
            Semaphore trusts = new Semaphore(0);
            new Thread(() -> out.lines().forEach(line -> {
                        if (line.startsWith("TRUSTS")) {
                            trusts.release();
                        } else {
                            ledger.line(line);
                        }
                    }))
                    .start();
            everyEventIsTaken("http://127.0.0.1:" + port + "/", secret -> {
                in.println(secret);
                assertThat(trusts.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            });
        } finally {
            process.destroyForcibly();
        }
    }

    private interface Trust {
        void in(String secret) throws Exception;
    }

    private void everyEventIsTaken(String url, Trust trust) throws Exception {
        server = start();
        JsonNode subscription = server.post(
                "/api/v1/subscriptions",
                Map.of(
                        "url",
                        url,
                        "pace",
                        Map.of(
                                "retryAfterSeconds",
                                IntStream.range(0, 20).map(i -> 1).boxed().toList())));
        String path = "/api/v1/subscriptions/" + subscription.get("id").asString();
        trust.in(subscription.get("secret").asString());
        Set<String> events = new HashSet<>();
        int part = ARTICLES / (KILLS + 1);
        for (int kill = 1; kill <= KILLS; kill++) {
            events.addAll(push(part));
            ledger.awaitTaken(events.size() - part * EVENTS_IN_ONE / 2);
            server.kill();
            server = start();
            if (kill > KILLS - ROTATIONS) {
                trust.in(server.post(path + "/secret", Map.of()).get("secret").asString());
            }
        }
        events.addAll(push(ARTICLES - pushed));
        assertThat(events).hasSize(ARTICLES * EVENTS_IN_ONE);
        ledger.awaitTaken(events.size());
        assertThat(ledger.invalid).isEmpty();
        assertThat(ledger.idOfEvent.keySet()).isEqualTo(events);
        assertThat(ledger.lines).describedAs("tries that failed").isGreaterThan(events.size() * 11 / 10);
    }

    private ChildServer start() throws IOException {
        return ChildServer.start(data, "-Ddemarche.delivery.deadline=1s");
    }

    /** Pushes so many more articles; returns the events of which they tell. */
    private Set<String> push(int count) throws Exception {
        Set<String> events = new HashSet<>();
        for (int end = pushed + count; pushed < end; pushed++) {
            JsonNode answer = server.post("/api/v1/articles", article(pushed));
            answer.get("events").forEach(event -> events.add(event.get("id").asString()));
        }
        return events;
    }

    /** Twenty sentences of different pairs; the pairs begin anew a week later, so that every sentence tells of an event of its own. */
    private static Map<String, String> article(int number) {
        int perWeek = NAMES.size() * DEMONYMS.size() / EVENTS_IN_ONE;
        List<String> sentences = new ArrayList<>();
        for (int sentence = 0; sentence < EVENTS_IN_ONE; sentence++) {
            int pair = number % perWeek * EVENTS_IN_ONE + sentence;
            sentences.add("%s expelled two %s diplomats."
                    .formatted(NAMES.get(pair / DEMONYMS.size()), DEMONYMS.get(pair % DEMONYMS.size())));
        }
        Instant told = Instant.parse("2020-01-06T08:00:00Z").plus(Duration.ofDays(7L * (number / perWeek)));
        return Map.of(
                "title",
                "",
                "text",
                String.join("\n\n", sentences),
                "url",
                "https://wire.example/" + number,
                "publishedAt",
                told.toString());
    }

    /** What the receiver has told. */
    private static final class Ledger {

        private final Map<String, String> idOfEvent = new TreeMap<>();
        private final Set<String> taken = new HashSet<>();
        private final Queue<String> invalid = new ConcurrentLinkedQueue<>();
        private int lines;
        private int awaited = Integer.MAX_VALUE;
        private CountDownLatch enough = new CountDownLatch(1);

        synchronized void line(String line) {
            String[] words = line.split(" ", 3);
            lines++;
            if (words[0].equals("INVALID")) {
                invalid.add(line);
                return;
            }
            String known = idOfEvent.putIfAbsent(words[2], words[1]);
            if (known != null && !known.equals(words[1])) {
                invalid.add("event " + words[2] + " came as " + known + " and as " + words[1]);
            }
            if (words[0].equals("TAKEN")) {
                taken.add(words[2]);
            }
            if (taken.size() >= awaited) {
                enough.countDown();
            }
        }

        private synchronized CountDownLatch enough(int count) {
            awaited = count;
            enough = new CountDownLatch(taken.size() >= count ? 0 : 1);
            return enough;
        }

        void awaitTaken(int count) throws InterruptedException {
            assertThat(enough(count).await(10, TimeUnit.MINUTES))
                    .describedAs("%d events are taken", count)
                    .isTrue();
        }
    }
}
