package io.demarche.api.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.demarche.api.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole life of an edit, forty times over or as often as {@code -Dedits} says, while articles stream in: a mistake, its mending, the
 * examples, a rehearsal, the publication, an article that raises the new flag, the roll-back, and one that does not any more.
 */
@Tag("long")
class EditsUnderLoadIT {

    private static final int EDITS = Integer.getInteger("edits", 40);
    private static final String BOOK = "/api/v1/rulebook";
    private static final String JSON = "application/json";
    private static final String RULE = """
            rule "marked" when $s : Statement( %s == Measure.EXPULSION, actor == "LVA" ) then flag($s, "marked"); end
            """;
    private static final String EXAMPLE = "- {text: Latvia expelled two Russian diplomats., raises: [marked]}\n";

    @TempDir
    Path data;

    @Test
    void noArticleIsLostOrReadTwiceAndEveryFlagNamesItsRevision() throws Exception {
        try (TestServer server = new TestServer(data)) {
            AtomicBoolean goOn = new AtomicBoolean(true);
            CompletableFuture<List<String>> stream = CompletableFuture.supplyAsync(() -> stream(server, goOn));
            List<String> pushed = new ArrayList<>();
            try {
                for (int edit = 0; edit < EDITS; edit++) {
                    pushed.addAll(edit(server, edit));
                }
            } finally {
                goOn.set(false);
            }
            pushed.addAll(stream.join());

            List<JsonNode> reports = reports(server);
            assertThat(reports)
                    .extracting(report -> report.get("articleId").asString())
                    .containsExactlyInAnyOrderElementsOf(pushed);
            assertThat(reports).allSatisfy(report -> {
                int revision = report.get("flags").get(0).get("revision").asInt();
                assertThat(report.get("flags"))
                        .allSatisfy(
                                flag -> assertThat(flag.get("revision").asInt()).isEqualTo(revision));
                // Revision 1 is the bundled one, every second one after it holds the rule, the others are rolled back.
                assertThat(report.get("flags").toString().contains("marked")).isEqualTo(revision % 2 == 0);
            });
            assertThat(server.get("/actuator/prometheus").body())
                    .contains("demarche_statements_total " + (double) pushed.size() + "\n");
        }
    }

    private static List<String> edit(TestServer server, int edit) throws Exception {
        int before = 1 + 2 * edit;
        String draft = BOOK + "/drafts/"
                + server.post(BOOK + "/drafts", Map.of("author", "ann"))
                        .get("id")
                        .asString();
        assertThat(server.put(draft + "/files/mine.drl", "text/plain", RULE.formatted("mesure"))
                        .body())
                .contains("\"line\":1", "\"column\":36", "did you mean 'measure'?");
        assertThat(server.put(draft + "/files/mine.drl", "text/plain", RULE.formatted("measure"))
                        .body())
                .contains("\"ok\":true");
        server.put(draft + "/files/examples/mine.yaml", "text/plain", EXAMPLE);
        assertThat(server.post(draft + "/examples", JSON, "").body()).contains("\"ok\":true");
        String rehearsed = push(server, "Rehearsed " + edit);
        assertThat(server.post(draft + "/rehearsal", JSON, "{\"articles\": [\"" + rehearsed + "\"]}")
                        .body())
                .contains("\"fate\":\"COMES\"", "\"comes\":1");
        HttpResponse<String> published =
                server.onlyIf("\"" + before + "\"", "POST", draft + "/publish", JSON, "{\"note\": \"mark\"}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        String marked = push(server, "Marked " + edit);
        HttpResponse<String> back = server.onlyIf(
                "\"" + (before + 1) + "\"",
                "POST",
                BOOK + "/rollback",
                JSON,
                "{\"to\": 1, \"author\": \"ann\", \"note\": \"back\"}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
        return List.of(rehearsed, marked, push(server, "Unmarked " + edit));
    }

    private static List<String> stream(TestServer server, AtomicBoolean goOn) {
        List<String> pushed = new ArrayList<>();
        while (goOn.get()) {
            try {
                pushed.add(push(server, "Streamed " + pushed.size()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return pushed;
    }

    private static String push(TestServer server, String title) throws Exception {
        return server.post(
                        "/api/v1/articles",
                        Map.of("title", title, "text", "Latvia expelled three Russian diplomats on Monday."))
                .get("id")
                .asString();
    }

    /** All of them tell the same doing, so that they are the reports of one event. */
    private static List<JsonNode> reports(TestServer server) throws Exception {
        String event =
                server.json("/api/v1/events").get("items").get(0).get("id").asString();
        List<JsonNode> reports = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = new JsonMapper()
                    .readTree(server.get("/api/v1/events/" + event + "?limit=1000" + cursor)
                            .body());
            page.get("reports").forEach(reports::add);
            cursor = page.has("nextReports")
                    ? "&cursor=" + page.get("nextReports").asString()
                    : "";
        } while (!cursor.isEmpty());
        return reports;
    }
}
