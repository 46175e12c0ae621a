package io.demarche.api.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Publishers change articles: what is read, flagged and found follows. */
class ArticleVersionsIT {

    private static final String REST =
            " The two men had tried to obtain papers about drones, according to the security service.\n\n"
                    + "It was the third such measure this year, and few visits take place between the neighbours.";
    private static final String FIRST = "Norway expelled two Russian diplomats on Monday, the government said." + REST;
    private static final String CORRECTED =
            "Sweden expelled two Russian diplomats on Monday, the government said." + REST;

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aCorrectedArticleIsReadAgain(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            JsonNode first = push(server, "Diplomats out", FIRST);
            assertThat(first.get("new").asBoolean()).isTrue();
            String id = first.get("id").asString();

            JsonNode corrected = push(server, "Diplomats out", CORRECTED);
            assertThat(corrected.get("id").asString()).isEqualTo(id);
            assertThat(corrected.get("revised").asBoolean()).isTrue();

            assertThat(server.json("/api/v1/events?actor=NOR").get("items")).isEmpty();
            assertThat(server.json("/api/v1/events?actor=SWE").get("items")).hasSize(1);
            JsonNode article = server.json("/api/v1/articles/" + id);
            assertThat(article.get("version").asInt()).isEqualTo(2);
            assertThat(article.get("text").asString()).startsWith("Sweden");
            assertThat(article.get("statements").get(0).get("actor").get(0).asString())
                    .isEqualTo("SWE");

            JsonNode versions = server.json("/api/v1/articles/" + id + "/versions");
            assertThat(versions).hasSize(2);
            assertThat(versions.get(0).get("text").asString()).isEqualTo(FIRST);
            JsonNode changes = versions.get(1).get("changes");
            assertThat(changes.get("title").asBoolean()).isFalse();
            assertThat(changes.get("added")).singleElement().asString().contains("Sweden expelled");
            assertThat(changes.get("removed")).singleElement().asString().contains("Norway expelled");
            assertThat(changes.get("told")).hasSize(1);
            assertThat(changes.get("untold")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoNewsOfAnArticleChangesNothing(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String id = push(server, "Diplomats out", FIRST).get("id").asString();
            push(server, "Diplomats out", CORRECTED);

            assertThat(push(server, "Diplomats out", FIRST).get("revised").asBoolean())
                    .as("what it said before")
                    .isFalse();
            assertThat(push(server, "Diplomats out", CORRECTED.replace(". ", ".\n\n"))
                            .get("revised")
                            .asBoolean())
                    .as("another layout")
                    .isFalse();
            assertThat(push(server, "Diplomats out", CORRECTED.substring(0, 69))
                            .get("revised")
                            .asBoolean())
                    .as("a teaser")
                    .isFalse();
            assertThat(server.json("/api/v1/articles/" + id).get("version").asInt())
                    .isEqualTo(2);
        }
    }

    /** The text that it had is that of the copy now. */
    @ParameterizedTest
    @EnumSource
    void aCopyOfWhatWasCorrectedIsReadByItself(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, "Diplomats out", FIRST);
            push(server, "Diplomats out", CORRECTED);
            JsonNode copy = server.post(
                    "/api/v1/articles", Map.of("title", "Elsewhere", "text", FIRST, "url", "https://other.example/1"));
            JsonNode article = server.json("/api/v1/articles/" + copy.get("id").asString());
            assertThat(article.has("copyOf")).isFalse();
            assertThat(article.get("statements").get(0).get("actor").get(0).asString())
                    .isEqualTo("NOR");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoTextsThatComeTogetherTheLaterHolds(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String lines = """
                    {"url": "https://news.example/story", "text": "Norway expelled two Russian diplomats."}
                    {"url": "https://news.example/story", "text": "Sweden expelled two Russian diplomats."}
                    """;
            assertThat(server.post("/api/v1/articles", "application/x-ndjson", lines)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.json("/api/v1/events?actor=NOR").get("items")).isEmpty();
            assertThat(server.json("/api/v1/events?actor=SWE").get("items")).hasSize(1);
        }
    }

    /** Its flags stay; the words that give them are those of the text as it is. */
    @ParameterizedTest
    @EnumSource
    void evidenceLiesInTheTextAsItIs(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            JsonNode event = push(server, "Diplomats out", FIRST).get("events").get(0);
            String longer =
                    "Officials in Oslo had long been silent about the matter and the service behind it. " + FIRST;
            push(server, "Diplomats out", longer);
            JsonNode evidence = server.json("/api/v1/events/" + event.get("id").asString())
                    .get("reports")
                    .get(0)
                    .get("statement");
            int start = evidence.get("start").asInt();
            assertThat(longer.substring(start, evidence.get("end").asInt()))
                    .isEqualTo(evidence.get("quote").asString())
                    .startsWith("Norway");
        }
    }

    private static JsonNode push(TestServer server, String title, String text) throws Exception {
        return server.post(
                "/api/v1/articles",
                Map.of("title", title, "text", text, "url", "https://news.example/story", "outlet", "News"));
    }
}
