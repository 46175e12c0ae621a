package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What analysts say of events, and what comes of it. */
class MarkIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String URL = "https://herald.example/story";
    private static final String TEXT =
            "Norway expelled two Russian diplomats on Monday. France summoned the Iranian ambassador.";
    private static final Path SCORE = Path.of("../../shared/gold/score.py");

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aCorrectionOutlivesAReReadingAndANewRevision(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, TEXT);
            String event = event(server, "expulsion");
            JsonNode mark = server.post(
                    "/api/v1/events/" + event + "/marks",
                    Map.of(
                            "verdict",
                            "WRONG",
                            "right",
                            Map.of("status", "PROPOSED", "count", 3),
                            "note",
                            "only a plan"));
            assertThat(mark.get("read").get("status").asString()).isEqualTo("ADOPTED");
            assertThat(mark.get("right").get("status").asString()).isEqualTo("PROPOSED");
            String labels = server.get("/api/v1/labels").body();
            assertThat(statuses(labels)).containsExactly("EXPULSION PROPOSED 3", "SUMMONS ADOPTED null");

            push(server, TEXT.replace("Monday", "Tuesday") + " The ministry gave no reason.");
            HttpResponse<String> revision = publish(server);
            assertThat(revision.statusCode()).describedAs(revision.body()).isEqualTo(201);
            server.post("/api/v1/rulebook/reevaluation", "application/json", "{}");

            JsonNode marks = server.json("/api/v1/events/" + event).get("marks");
            assertThat(marks).hasSize(1);
            assertThat(marks.get(0)).isEqualTo(mark);
            assertThat(server.get("/api/v1/labels").body()).isEqualTo(labels);
            assertThat(server.json("/api/v1/events?marked=WRONG").get("items")).hasSize(1);
            assertThat(server.json("/api/v1/events?marked=NONE").get("items")).hasSize(1);
        }
    }

    @Test
    void whatComesOutScoresAsLabelledArticles() throws Exception {
        assumeTrue(Files.isReadable(SCORE), "skipped: the script that scores labelled articles is not here");
        try (TestServer server = new TestServer(data)) {
            String article = push(server, TEXT);
            server.post("/api/v1/events/" + event(server, "expulsion") + "/marks", Map.of("verdict", "RIGHT"));
            server.post(
                    "/api/v1/events/" + event(server, "envoy-summoned") + "/marks",
                    Map.of("verdict", "WRONG", "right", Map.of("target", List.of("IRQ"))));
            server.post(
                    "/api/v1/articles/" + article + "/marks",
                    Map.of(
                            "measure",
                            "SANCTIONS",
                            "move",
                            "LIFT",
                            "status",
                            "URGED",
                            "actor",
                            List.of("NOR"),
                            "target",
                            List.of("RUS"),
                            "quote",
                            "on Monday"));
            Path labels = Files.writeString(
                    data.resolve("labels.jsonl"),
                    server.get("/api/v1/labels?complete=true").body());
            JsonNode read = server.post("/api/v1/read", Map.of("text", TEXT));
            Path reading = Files.writeString(
                    data.resolve("read.jsonl"),
                    JSON.writeValueAsString(Map.of("id", article, "statements", read.get("statements"))));

            Process process = new ProcessBuilder(
                            "python3", SCORE.toString(), labels.toString(), reading.toString(), "--json")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).describedAs(said).isZero();
            JsonNode score = JSON.readTree(said);
            assertThat(score.get("absent").asInt()).isZero();
            assertThat(score.get("labelled").asInt()).isEqualTo(3);
            assertThat(score.get("status").get("precision").asDouble()).isEqualTo(1.0);
            assertThat(score.get("status").get("recall").asDouble()).isCloseTo(2 / 3.0, within(0.001));
            assertThat(score.get("who").get("precision").asDouble()).isEqualTo(0.5);
        }
    }

    @Test
    void theLastWordHoldsAndWhatIsNotMeantIsNoLabel() throws Exception {
        try (TestServer server = new TestServer(data)) {
            push(server, TEXT);
            String marks = "/api/v1/events/" + event(server, "expulsion") + "/marks";
            server.post(marks, Map.of("verdict", "RIGHT"));
            assertThat(server.get("/api/v1/labels").body()).contains("\"reviewed\":1", "\"unreviewed\":1");
            assertThat(server.get("/api/v1/labels?complete=true").body()).isEmpty();
            server.post(marks, Map.of("verdict", "WRONG"));
            assertThat(statuses(server.get("/api/v1/labels").body())).containsExactly("SUMMONS ADOPTED null");
            assertThat(server.post(marks, Map.of("verdict", "MISSED")).toString())
                    .contains("must be RIGHT or WRONG");
            assertThat(server.post(marks, Map.of("verdict", "WRONG", "right", Map.of("actor", List.of("Norway"))))
                            .toString())
                    .contains("must be codes of parties in capitals");
            assertThat(server.post(marks, Map.of("verdict", "WRONG", "right", Map.of("quote", "nowhere")))
                            .toString())
                    .contains("word for word");
        }
    }

    @Test
    void anEventSaysWhyItWasFlagged() throws Exception {
        try (TestServer server = new TestServer(data)) {
            push(server, TEXT);
            JsonNode why = server.json("/api/v1/events/" + event(server, "expulsion") + "/why");
            assertThat(why.get("sentence").asString()).isEqualTo("Norway expelled two Russian diplomats on Monday.");
            assertThat(why.get("reasons").toString()).contains("\"field\":\"actor\"", "Norway");
            JsonNode flag = why.get("flags").get(0);
            assertThat(flag.get("file").asString()).isEqualTo("expulsions.drl");
            assertThat(flag.get("text").asString())
                    .startsWith("rule \"expulsion\"")
                    .contains("measure == Measure.EXPULSION")
                    .endsWith("end");
        }
    }

    private static String push(TestServer server, String text) throws Exception {
        return server.post("/api/v1/articles", Map.of("text", text, "url", URL, "publishedAt", "2026-03-02T08:00:00Z"))
                .get("id")
                .asString();
    }

    private static String event(TestServer server, String kind) throws Exception {
        return server.json("/api/v1/events?kind=" + kind)
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private static HttpResponse<String> publish(TestServer server) throws Exception {
        JsonNode draft = server.post("/api/v1/rulebook/drafts", Map.of("author", "ann"));
        String path = "/api/v1/rulebook/drafts/" + draft.get("id").asString();
        server.put(path + "/files/mine.drl", "text/plain", """
                rule "any" @severity(LOW) @title("Anything")
                when
                  $s : Statement( move == Move.IMPOSE )
                then
                  flag($s, "anything");
                end
                """);
        return server.onlyIf(
                "\"1\"", "POST", path + "/publish", "application/json", "{\"note\": \"more\", \"override\": true}");
    }

    private static List<String> statuses(String labels) {
        return labels.lines()
                .flatMap(line -> JSON.readTree(line).get("statements").valueStream())
                .map(label -> label.get("measure").asString() + " "
                        + label.get("status").asString() + " "
                        + label.get("count"))
                .toList();
    }
}
