package io.demarche.api.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import io.demarche.api.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles pushed as lines. */
class BulkIT {

    @TempDir
    private Path data;

    @Test
    void goodLinesComeInAndBadOnesAreNamed() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int article = 0; article < 450; article++) {
            lines.append("{\"text\":\"Norway expelled two Russian diplomats.\",\"url\":\"https://outlet-")
                    .append(article)
                    .append(".example/a\"}\n");
        }
        lines.append(
                "\n{\"title\":\"no text\"}\nno JSON\n{\"text\":\"x\",\"url\":\"ftp://x\"}\n{\"text\":\"x\",\"language\":\"!\"}\n");
        try (TestServer server = new TestServer(data)) {
            JsonNode first = push(server, lines.toString());
            assertThat(first.get("articles").asInt()).isEqualTo(450);
            assertThat(first.get("new").asInt()).isEqualTo(450);
            assertThat(first.get("statements").asInt()).isEqualTo(450);
            assertThat(first.get("refused").asInt()).isEqualTo(4);
            assertThat(first.get("problems").get(0).get("line").asInt()).isEqualTo(452);
            assertThat(first.get("problems").toString())
                    .contains("text must not be blank", "absolute http or https address", "must be a language tag");
            assertThat(push(server, lines.toString()).get("new").asInt()).isZero();
            assertThat(server.json("/api/v1/events")
                            .get("items")
                            .get(0)
                            .get("reportCount")
                            .asInt())
                    .isEqualTo(450);
        }
    }

    private static JsonNode push(TestServer server, String lines) throws Exception {
        return new JsonMapper()
                .readTree(server.post("/api/v1/articles", "application/x-ndjson", lines)
                        .body());
    }
}
