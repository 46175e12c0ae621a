package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server in a process of its own, killed without warning while four threads push articles and webhooks are on their way, six times
 * or as often as {@code -Dkills} says. Whatever was acknowledged is there afterwards, everything is there once, and every event reaches
 * the receiver.
 */
@Tag("long")
class CrashIT {

    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int PUSHERS = 4;
    private static final List<String> NAMES = List.of(
            "Norway", "Sweden", "Finland", "Poland", "Germany", "France", "Spain", "Italy", "Austria", "Hungary",
            "Kenya", "Ghana", "Canada", "Mexico", "Brazil", "Peru", "Japan", "India", "Nepal", "Vietnam", "Egypt",
            "Morocco", "Tunisia", "Qatar", "Oman");
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
            "Zambian");

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path data;

    private final ExecutorService threads = Executors.newFixedThreadPool(PUSHERS);
    private final Random random = new Random(20);
    private final Queue<String> articles = articles();
    private final int total = articles.size();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private ChildServer server;

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    @Test
    void nothingIsLostAndNothingDoubled() throws Exception {
        try (Receiver receiver = new Receiver()) {
            start();
            String hook = JSON.writeValueAsString(Map.of("url", receiver.url().toString()));
            assertThat(server.post("/api/v1/subscriptions", "application/json", hook)
                            .statusCode())
                    .isEqualTo(201);
            for (int kill = 0; kill < KILLS; kill++) {
                pushUntilKilled(1 + random.nextInt(24));
                start();
            }
            pushUntilKilled(Integer.MAX_VALUE);

            assertThat(acknowledged).hasSize(total);
            for (Map.Entry<String, String> article : acknowledged.entrySet()) {
                JsonNode found = server.get("/api/v1/articles/" + article.getValue());
                assertThat(found.path("statements"))
                        .as("statements of %s in %s", article.getKey(), found)
                        .hasSize(1);
            }
            Set<String> events = events();
            assertThat(events).hasSize(total);
            assertThat(delivered(receiver, events.size())).isEqualTo(events);
        }
    }

    /** Pushes what is left and kills the server at that many acknowledgements, if that many come. */
    private void pushUntilKilled(int after) throws Exception {
        AtomicInteger acknowledgements = new AtomicInteger();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        List<Future<?>> pushers = new ArrayList<>();
        for (int thread = 0; thread < PUSHERS; thread++) {
            pushers.add(threads.submit(() -> {
                for (String article = articles.poll(); article != null; article = articles.poll()) {
                    try {
                        acknowledged.put(article, push(article));
                    } catch (IOException e) {
                        unanswered.add(article);
                        return null;
                    }
                    if (acknowledgements.incrementAndGet() == after) {
                        server.close();
                    }
                }
                return null;
            }));
        }
        for (Future<?> pusher : pushers) {
            pusher.get();
        }
        articles.addAll(unanswered);
        if (after != Integer.MAX_VALUE) {
            server.kill();
        }
    }

    private String push(String article) throws IOException, InterruptedException {
        String answer = server.post("/api/v1/articles", "text/plain", article).body();
        return JSON.readTree(answer).get("id").asString();
    }

    private Set<String> events() throws Exception {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = server.get("/api/v1/events?limit=200" + cursor);
            for (JsonNode event : page.get("items")) {
                assertThat(event.get("reportCount").asInt()).isEqualTo(1);
                assertThat(ids.add(event.get("id").asString())).isTrue();
            }
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    /** The events of the webhooks that came; one that comes again comes under its old id. */
    private static Set<String> delivered(Receiver receiver, int expected) throws Exception {
        Map<String, String> webhookOfEvent = new HashMap<>();
        while (webhookOfEvent.size() < expected || receiver.waiting() > 0) {
            Receiver.Received received = receiver.next();
            String event = JSON.readTree(received.body()).get("data").get("id").asString();
            String id = received.headers().firstValue("webhook-id").orElseThrow();
            assertThat(webhookOfEvent.getOrDefault(event, id)).isEqualTo(id);
            webhookOfEvent.put(event, id);
        }
        return webhookOfEvent.keySet();
    }

    private void start() throws IOException {
        server = ChildServer.start(data);
    }

    private static Queue<String> articles() {
        return NAMES.stream()
                .flatMap(name -> DEMONYMS.stream().map(demonym -> name + " expelled two " + demonym + " diplomats."))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }
}
