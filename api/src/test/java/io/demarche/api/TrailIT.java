package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log joins a fetch to an article, the article to an event, the event to a delivery and that to its attempts. */
@ExtendWith(OutputCaptureExtension.class)
class TrailIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void idsJoinEachStepToTheNext(CapturedOutput output) throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(
                        "demarche.data=" + folder.resolve("data"),
                        "demarche.source.folders=" + inbox,
                        "demarche.source.poll=50ms",
                        "logging.level.io.demarche.api.trail=info",
                        "logging.structured.format.console=ecs")) {
            server.post("/api/v1/subscriptions", Map.of("url", receiver.url().toString()));
            String source = server.post(
                            "/api/v1/sources",
                            Map.of(
                                    "url",
                                    inbox.toUri().toString(),
                                    "kind",
                                    "FOLDER",
                                    "floor",
                                    "PT1S",
                                    "ceiling",
                                    "PT1S"))
                    .get("id")
                    .asString();
            Files.writeString(inbox.resolve("a.txt"), "Title\nNorway expelled two Russian diplomats.");
            receiver.next();
            await().until(() -> lines(output, "outcome").size() == 1);

            JsonNode found = lines(output, "source").get(0);
            assertThat(found.get("source").asString()).isEqualTo(source);
            JsonNode told = lines(output, "event").get(0);
            assertThat(told.get("article")).isEqualTo(found.get("article"));
            JsonNode owed = lines(output, "subscription").get(0);
            assertThat(owed.get("event")).isEqualTo(told.get("event"));
            JsonNode tried = lines(output, "outcome").get(0);
            assertThat(tried.get("delivery")).isEqualTo(owed.get("delivery"));
            assertThat(tried.get("message").asString()).endsWith("was tried, attempt 1: ACCEPTED");

            assertThat(server.json("/api/v1/events?source=" + source).get("items"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.get("id")).isEqualTo(told.get("event")));
            assertThat(server.json("/api/v1/events?source=src_0").get("items")).isEmpty();
        }
    }

    /** The lines of the trail that have such a field. */
    private static List<JsonNode> lines(CapturedOutput output, String field) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .filter(line -> line.has("article") || line.has("delivery"))
                .filter(line -> line.has(field))
                .toList();
    }
}
