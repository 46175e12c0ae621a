package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analysts merge and split events, and what comes in later keeps to it. */
class RegroupingIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void mergedEventsAreOneWhateverIsToldOfEitherLater(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, "Herald", "Norway expelled two Russian diplomats on Monday.");
            push(server, "Tribune", "Norway expelled two Belarusian diplomats on Monday.");
            String right = event(server, "?target=RUS");
            String misread = event(server, "?target=BLR");

            HttpResponse<String> merged = server.post(
                    "/api/v1/events/" + right + "/merges",
                    "application/json",
                    JSON.writeValueAsString(Map.of("event", misread, "note", "the Tribune mixed them up")));
            push(server, "Gazette", "Norway has expelled two Belarusian diplomats, Oslo said.");
            push(server, "Courier", "Oslo expelled two Russian diplomats.");

            assertThat(merged.statusCode()).describedAs(merged.body()).isEqualTo(201);
            assertThat(merged.headers().firstValue("Location")).contains("/api/v1/events/" + right);
            JsonNode event = server.json("/api/v1/events/" + misread);
            assertThat(event.get("id").asString()).isEqualTo(right);
            assertThat(outlets(event)).containsExactlyInAnyOrder("Herald", "Tribune", "Gazette", "Courier");
            assertThat(event.get("regroupings").get(0)).isEqualTo(JSON.readTree(merged.body()));
            assertThat(event.get("regroupings").get(0).get("note").asString()).isEqualTo("the Tribune mixed them up");
            assertThat(server.json("/api/v1/events?target=BLR").get("items"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.get("id").asString()).isEqualTo(right));
            assertThat(server.json("/api/v1/events").get("items")).hasSize(1);
            assertThat(server.json("/api/v1/events?q=belarusian")
                            .get("items")
                            .get(0)
                            .get("id")
                            .asString())
                    .isEqualTo(right);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSplitStaysApartThroughAReEvaluation(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, "Herald", "Norway expelled two Russian diplomats on Monday.");
            String other = push(
                    server,
                    "Tribune",
                    "Norway expelled two Russian diplomats. They were consuls.",
                    "2026-03-04T08:00:00Z");
            String whole = event(server, "");

            JsonNode split = server.post("/api/v1/events/" + whole + "/splits", Map.of("articles", List.of(other)));
            server.post("/api/v1/rulebook/reevaluation", "application/json", "{}");
            push(server, "Gazette", "Norway has expelled two Russian diplomats, Oslo said.");

            String made = split.get("other").asString();
            assertThat(outlets(server.json("/api/v1/events/" + made))).containsExactly("Tribune");
            assertThat(server.json("/api/v1/events?q=consul").get("items"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.get("id").asString()).isEqualTo(made));
            assertThat(outlets(server.json("/api/v1/events/" + whole))).containsExactlyInAnyOrder("Herald", "Gazette");

            server.post("/api/v1/events/" + whole + "/merges", Map.of("event", made));
            JsonNode again = server.json("/api/v1/events/" + made);
            assertThat(outlets(again)).containsExactlyInAnyOrder("Herald", "Tribune", "Gazette");
            assertThat(StreamSupport.stream(again.get("regroupings").spliterator(), false)
                            .map(done -> done.get("what").asString()))
                    .containsExactly("MERGED", "SPLIT");
        }
    }

    @Test
    void aRegroupingThatMakesNoSenseIsRefused() throws Exception {
        try (TestServer server = new TestServer(data)) {
            String article = push(server, "Herald", "Norway expelled two Russian diplomats on Monday.");
            String event = event(server, "");
            assertThat(refused(server, event + "/merges", Map.of("event", event)))
                    .contains("another event");
            assertThat(refused(server, event + "/merges", Map.of("event", "evt_none")))
                    .contains("evt_none");
            assertThat(refused(server, event + "/splits", Map.of("articles", List.of())))
                    .contains("articles");
            assertThat(refused(server, event + "/splits", Map.of("articles", List.of("art_none"))))
                    .contains("art_none");
            assertThat(refused(server, event + "/splits", Map.of("articles", List.of(article))))
                    .contains("at least one report");
            assertThat(server.json("/api/v1/events/" + event).get("regroupings"))
                    .isEmpty();
        }
    }

    private static String refused(TestServer server, String path, Map<String, ?> wish) throws Exception {
        HttpResponse<String> answer =
                server.post("/api/v1/events/" + path, "application/json", JSON.writeValueAsString(wish));
        assertThat(answer.statusCode()).describedAs(answer.body()).isIn(400, 404);
        return answer.body();
    }

    private static String push(TestServer server, String outlet, String text) throws Exception {
        return push(server, outlet, text, "2026-03-02T08:00:00Z");
    }

    private static String push(TestServer server, String outlet, String text, String at) throws Exception {
        return server.post(
                        "/api/v1/articles",
                        Map.of("outlet", outlet, "title", outlet + " reports", "text", text, "publishedAt", at))
                .get("id")
                .asString();
    }

    private static String event(TestServer server, String query) throws Exception {
        return server.json("/api/v1/events" + query)
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private static List<String> outlets(JsonNode event) {
        return StreamSupport.stream(event.get("reports").spliterator(), false)
                .map(report -> report.get("outlet").asString())
                .toList();
    }
}
