package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Many outlets, one event: copies and rewordings of one doing from many threads, among articles about another. */
class ManyOutletsIT {

    private static final List<String> WORDINGS = List.of(
            "Poland expelled 45 Russian diplomats on Wednesday.",
            "Warsaw expels 45 Russian diplomats.",
            "45 Russian diplomats were expelled by Poland, the foreign ministry said.",
            "Poland's expulsion of 45 Russian diplomats drew a furious reply.",
            "Poland has kicked out 45 Russian diplomats.");
    private static final String OTHER = "Russia expelled 45 Polish diplomats.";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void oneDoingMakesOneEventHoweverManyTellIt(Databases database) throws Exception {
        List<Map<String, String>> pushes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Map<String, String> article = Map.of(
                    "text", WORDINGS.get(i % WORDINGS.size()),
                    "url", "https://outlet-" + i + ".example/story",
                    "publishedAt", "2026-03-0" + (2 + i % 3) + "T08:00:00Z");
            pushes.add(article);
            pushes.add(article);
        }
        for (int i = 0; i < 100; i++) {
            pushes.add(Map.of(
                    "text",
                    OTHER,
                    "url",
                    "https://outlet-" + i + ".example/other",
                    "publishedAt",
                    "2026-03-03T08:00:00Z"));
        }
        Collections.shuffle(pushes, new Random(1));
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, pushes);
            JsonNode items = server.json("/api/v1/events").get("items");
            assertThat(items).hasSize(2);
            assertThat(reportCount(server, "POL")).isEqualTo(500);
            assertThat(reportCount(server, "RUS")).isEqualTo(100);
        }
    }

    private static void push(TestServer server, List<Map<String, String>> articles) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (Map<String, String> article : articles) {
                answers.add(threads.submit(() -> server.post("/api/v1/articles", article)));
            }
            for (Future<JsonNode> answer : answers) {
                assertThat(answer.get().has("new")).as("%s", answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int reportCount(TestServer server, String actor) throws Exception {
        JsonNode items = server.json("/api/v1/events?actor=" + actor).get("items");
        assertThat(items).hasSize(1);
        String id = items.get(0).get("id").asString();
        JsonNode event = server.json("/api/v1/events/" + id + "?limit=1000");
        assertThat(event.get("reports")).hasSize(event.get("reportCount").asInt());
        return event.get("reportCount").asInt();
    }
}
