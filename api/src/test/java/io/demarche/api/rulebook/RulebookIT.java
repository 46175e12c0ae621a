package io.demarche.api.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.demarche.api.Databases;
import io.demarche.api.Receiver;
import io.demarche.api.TestServer;
import io.demarche.core.rulebook.RulebookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of an edit, over HTTP. */
class RulebookIT {

    private static final String BOOK = "/api/v1/rulebook";
    private static final String JSON = "application/json";
    private static final String RULE = """
            rule "baltic-expulsion"
              @severity(CRITICAL) @title("A Baltic state expels")
            when
              $s : Statement( %s == Measure.EXPULSION, actor.in("BALTICS") )
            then
              flag($s, "baltic-expulsion");
            end
            """;
    private static final String EXAMPLE = """
            - example: Riga expels
              text: Latvia expelled two Russian diplomats.
              raises: [baltic-expulsion LVA>RUS]
            """;

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void anEditIsCheckedMendedTriedPublishedAndRolledBack(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String tag = server.get(BOOK).headers().firstValue("ETag").orElseThrow();
            assertThat(tag).isEqualTo("\"1\"");
            String draft = begin(server);

            JsonNode mistaken =
                    json(server.put(draft + "/files/mine/baltic.drl", "text/plain", RULE.formatted("mesure")));
            assertThat(mistaken.get("check").get("ok").asBoolean()).isFalse();
            JsonNode problem = mistaken.get("check").get("problems").get(0);
            assertThat(problem.get("file").asString()).isEqualTo("mine/baltic.drl");
            assertThat(problem.get("line").asInt()).isEqualTo(4);
            assertThat(problem.get("column").asInt()).isEqualTo(19);
            assertThat(problem.get("message").asString()).contains("did you mean 'measure'?");
            assertThat(publish(server, draft, tag).statusCode()).isEqualTo(422);

            JsonNode mended =
                    json(server.put(draft + "/files/mine/baltic.drl", "text/plain", RULE.formatted("measure")));
            assertThat(mended.get("check").get("ok").asBoolean()).isTrue();
            server.put(draft + "/files/examples/baltic.yaml", "text/plain", EXAMPLE);
            JsonNode examples = json(server.post(draft + "/examples", JSON, ""));
            assertThat(examples.get("ok").asBoolean()).as("%s", examples).isTrue();
            assertThat(server.json(draft + "/diff"))
                    .extracting(diff -> diff.get("path").asString())
                    .containsExactly("examples/baltic.yaml", "mine/baltic.drl");

            HttpResponse<String> published = publish(server, draft, tag);
            assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
            assertThat(published.headers().firstValue("ETag")).hasValue("\"2\"");
            assertThat(server.get(draft).statusCode()).isEqualTo(404);

            JsonNode flagged = push(server, "Latvia expelled three Russian diplomats.");
            assertThat(flagged.get("events").get(0).get("kinds").toString()).contains("baltic-expulsion");
            assertThat(revisionOf(server, flagged)).isEqualTo(2);

            JsonNode history = server.json(BOOK + "/revisions?limit=1");
            assertThat(history.get("items").get(0).get("note").asString()).isEqualTo("watch the Baltics");
            assertThat(history.get("items").get(0).get("changes")).hasSize(2);
            assertThat(server.json(BOOK + "/revisions?cursor="
                                    + history.get("next").asString())
                            .get("items"))
                    .hasSize(1);

            HttpResponse<String> back = server.onlyIf(
                    "\"2\"",
                    "POST",
                    BOOK + "/rollback",
                    JSON,
                    "{\"to\": 1, \"author\": \"ann\", \"note\": \"too noisy\"}");
            assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
            JsonNode after = push(server, "Estonia expelled three Russian diplomats.");
            assertThat(after.get("events").get(0).get("kinds").toString()).doesNotContain("baltic-expulsion");
            assertThat(revisionOf(server, after)).isEqualTo(3);
        }
    }

    @Test
    void theSecondOfTwoEditorsIsToldWhatChangedAndRebases() throws Exception {
        try (TestServer server = new TestServer(data)) {
            String mine = begin(server);
            String hers = begin(server);
            server.put(mine + "/files/mine.drl", "text/plain", RULE.formatted("measure"));
            server.put(mine + "/files/visas.drl", "text/plain", "// nothing of visas\n");
            server.put(
                    hers + "/files/hers.drl",
                    "text/plain",
                    RULE.formatted("measure").replace("baltic-", "her-"));
            server.put(hers + "/files/visas.drl", "text/plain", "// visas are another desk's\n");
            assertThat(override(server, hers, "\"1\"").statusCode()).isEqualTo(201);

            HttpResponse<String> refused = override(server, mine, "\"1\"");
            assertThat(refused.statusCode()).isEqualTo(412);
            JsonNode problem = json(refused);
            assertThat(problem.get("type").asString()).isEqualTo("/problems/overtaken");
            assertThat(problem.get("changes"))
                    .extracting(change -> change.get("path").asString() + " "
                            + change.get("conflict").asBoolean())
                    .containsExactly("hers.drl false", "mine.drl false", "visas.drl true");

            JsonNode conflicts = json(server.post(mine + "/rebase", JSON, ""));
            assertThat(conflicts).singleElement().satisfies(conflict -> {
                assertThat(conflict.get("theirs").asString()).contains("+// visas are another desk's");
                assertThat(conflict.get("yours").asString()).contains("+// nothing of visas");
            });
            assertThat(override(server, mine, "\"2\"").statusCode()).isEqualTo(201);
            assertThat(server.json(BOOK).get("revision").get("files"))
                    .extracting(file -> file.get("path").asString())
                    .contains("mine.drl", "hers.drl");
        }
    }

    @Test
    void aDraftThatFailsItsExamplesNeedsAnOverrideWhichIsRecorded() throws Exception {
        try (TestServer server = new TestServer(data)) {
            String draft = begin(server);
            server.put(draft + "/files/examples/baltic.yaml", "text/plain", EXAMPLE);
            HttpResponse<String> refused = publish(server, draft, "\"1\"");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("/problems/examples-failing", "Riga expels", "does not raise baltic-expulsion LVA>RUS");
            assertThat(override(server, draft, "\"1\"").statusCode()).isEqualTo(201);
            assertThat(server.json(BOOK).get("revision").get("overridden").asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRehearsalShowsWhichFlagsWouldComeGoAndChange(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String riga = push(server, "Latvia expelled three Russian diplomats.")
                    .get("id")
                    .asString();
            push(server, "Hungary summoned the Ukrainian ambassador.");
            push(server, "France imposed sanctions on Iran.");
            push(server, "It rained.");
            String draft = begin(server);
            server.put(draft + "/files/mine.drl", "text/plain", RULE.formatted("measure"));
            server.delete(draft + "/files/missions.drl");
            String sanctions = file(server, "sanctions.drl");
            server.put(
                    draft + "/files/sanctions.drl",
                    "text/plain",
                    sanctions.replace("@severity(HIGH)", "@severity(LOW)"));

            List<JsonNode> lines = lines(server.post(draft + "/rehearsal", JSON, "{\"days\": 2}"));
            assertThat(lines.get(0).toString()).isEqualTo("{\"progress\":{\"done\":0,\"total\":3}}");
            assertThat(lines.stream().filter(line -> line.has("change")).map(line -> line.get("change")))
                    .extracting(change -> change.get("fate").asString() + " "
                            + change.path("after").path("kind").asString("") + " "
                            + change.path("before").path("kind").asString("") + " "
                            + change.get("quote").asString())
                    .containsExactlyInAnyOrder(
                            "COMES baltic-expulsion  Latvia expelled three Russian diplomats",
                            "GOES  envoy-summoned Hungary summoned the Ukrainian ambassador",
                            "CHANGES sanctions-imposed sanctions-imposed France imposed sanctions on Iran");
            JsonNode summary = lines.get(lines.size() - 1).get("summary");
            assertThat(summary.get("articles").asInt()).isEqualTo(3);
            assertThat(summary.get("readersDiffer").asBoolean()).isFalse();

            List<JsonNode> chosen =
                    lines(server.post(draft + "/rehearsal", JSON, "{\"articles\": [\"" + riga + "\", \"art_0\"]}"));
            assertThat(chosen.get(chosen.size() - 1).get("summary").get("comes").asInt())
                    .isEqualTo(1);
            assertThat(server.post(draft + "/rehearsal", JSON, "{\"days\": 2, \"articles\": [\"a\"]}")
                            .statusCode())
                    .isEqualTo(400);
            server.put(draft + "/files/mine.drl", "text/plain", "rule");
            assertThat(server.post(draft + "/rehearsal", JSON, "{}").body()).contains("/problems/rulebook-broken");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReevaluationCorrectsEventsAndTellsSubscribersWhatIsNew(Databases database) throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            server.post(
                    "/api/v1/subscriptions",
                    Map.of("url", receiver.url().toString(), "filter", Map.of("kinds", List.of("baltic-expulsion"))));
            String riga = eventOf(push(server, "Latvia expelled three Russian diplomats."));
            String kyiv = eventOf(push(server, "Hungary summoned the Ukrainian ambassador."));
            String draft = begin(server);
            server.put(draft + "/files/mine.drl", "text/plain", RULE.formatted("measure"));
            server.delete(draft + "/files/missions.drl");
            assertThat(override(server, draft, "\"1\"").statusCode()).isEqualTo(201);

            assertThat(server.post(BOOK + "/reevaluation", JSON, "").body())
                    .endsWith("{\"summary\":{\"articles\":2,\"corrected\":2}}\n");
            assertThat(server.post(BOOK + "/reevaluation", JSON, "{\"days\": 1}")
                            .body())
                    .endsWith("{\"summary\":{\"articles\":2,\"corrected\":0}}\n");

            assertThat(receiver.next().body()).contains(riga, "baltic-expulsion");
            JsonNode gained = server.json("/api/v1/events/" + riga);
            assertThat(gained.get("severity").asString()).isEqualTo("CRITICAL");
            assertThat(gained.get("corrections").get(0).get("revision").asInt()).isEqualTo(2);
            assertThat(gained.get("corrections").get(0).get("after")).hasSize(2);
            JsonNode lost = server.json("/api/v1/events/" + kyiv);
            assertThat(lost.get("reportCount").asInt()).isZero();
            assertThat(lost.get("kinds")).isEmpty();
            assertThat(lost.get("corrections").get(0).get("after")).isEmpty();
            assertThat(server.json("/api/v1/events").get("items")).hasSize(1);

            String tallinn = eventOf(push(server, "Estonia expelled two Russian diplomats."));
            server.post("/api/v1/events/" + tallinn + "/merges", Map.of("event", riga));
            assertThat(server.json("/api/v1/events/" + tallinn).get("corrections"))
                    .isEqualTo(gained.get("corrections"));
        }
    }

    @Test
    void aFolderIsExportedPublishedAndRefusedWhenItIsBehind() throws Exception {
        try (TestServer server = new TestServer(data)) {
            RulebookClient client = new RulebookClient(URI.create(server.base()), null);
            List<RulebookFile> files = new ArrayList<>(client.files(null));
            files.add(new RulebookFile("mine.drl", RULE.formatted("mesure")));
            assertThatThrownBy(() -> client.publish(files, null, "ann", "mine", false))
                    .hasMessageContaining("mine.drl:4:19: unknown field 'mesure'");
            assertThat(server.json(BOOK + "/drafts")).isEmpty();
            files.set(files.size() - 1, new RulebookFile("mine.drl", RULE.formatted("measure")));
            assertThat(client.publish(files, null, "ann", "mine", false)).isEqualTo(2);
            assertThat(client.files(2)).hasSameElementsAs(files);
            assertThatThrownBy(() -> client.publish(files, 1, "ann", "mine", false))
                    .hasMessageContaining("revision 2 is in force, and your files began from 1");
        }
    }

    @Test
    void whatOneNodePublishesIsLiveOnAnotherWithinTwoSeconds() throws Exception {
        String[] shared = Databases.POSTGRESQL.fresh(data);
        try (TestServer one = new TestServer(shared);
                TestServer other = new TestServer(shared)) {
            String draft = begin(one);
            one.put(draft + "/files/mine.drl", "text/plain", RULE.formatted("measure"));
            assertThat(publish(one, draft, "\"1\"").statusCode()).isEqualTo(201);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(2));
            while (other.json(BOOK).get("revision").get("number").asInt() == 1) {
                assertThat(Instant.now()).isBefore(deadline);
            }
            assertThat(revisionOf(other, push(other, "Latvia expelled three Russian diplomats.")))
                    .isEqualTo(2);
        }
    }

    @Test
    void aFileOfADraftIsChangedOnlyIfItIsWhatWasSeen() throws Exception {
        try (TestServer server = new TestServer(data)) {
            assertThat(server.post(BOOK + "/rollback", JSON, "{\"to\": 1, \"author\": \"a\", \"note\": \"n\"}")
                            .body())
                    .contains("/problems/precondition-required", "send If-Match");
            String draft = begin(server);
            String file = draft + "/files/mine.drl";
            assertThat(server.onlyIf("\"1\"", "PUT", file, "text/plain", "// one")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.onlyIf("\"1\"", "PUT", file, "text/plain", "// two")
                            .body())
                    .contains("/problems/draft-changed");
            assertThat(server.onlyIf("1", "PUT", file, "text/plain", "// two").body())
                    .contains("must be an ETag");
            assertThat(server.put(draft + "/files/.hidden", "text/plain", "").statusCode())
                    .isEqualTo(400);
            assertThat(server.delete(draft + "/files/none.drl").statusCode()).isEqualTo(404);
            assertThat(server.delete(file).statusCode()).isEqualTo(200);
            assertThat(server.delete(draft).statusCode()).isEqualTo(204);
            assertThat(server.json(BOOK + "/drafts")).isEmpty();
        }
    }

    private static String begin(TestServer server) throws Exception {
        JsonNode draft = server.post(BOOK + "/drafts", Map.of("author", "ann"));
        return BOOK + "/drafts/" + draft.get("id").asString();
    }

    private static HttpResponse<String> publish(TestServer server, String draft, String ifMatch) throws Exception {
        return server.onlyIf(ifMatch, "POST", draft + "/publish", JSON, "{\"note\": \"watch the Baltics\"}");
    }

    private static HttpResponse<String> override(TestServer server, String draft, String ifMatch) throws Exception {
        return server.onlyIf(ifMatch, "POST", draft + "/publish", JSON, "{\"note\": \"urgent\", \"override\": true}");
    }

    private static JsonNode push(TestServer server, String text) throws Exception {
        return server.post("/api/v1/articles", Map.of("text", text));
    }

    private static String eventOf(JsonNode pushed) {
        return pushed.get("events").get(0).get("id").asString();
    }

    private static int revisionOf(TestServer server, JsonNode pushed) throws Exception {
        String event = pushed.get("events").get(0).get("id").asString();
        JsonNode flags =
                server.json("/api/v1/events/" + event).get("reports").get(0).get("flags");
        return flags.get(0).get("revision").asInt();
    }

    private static String file(TestServer server, String path) throws Exception {
        for (JsonNode file : server.json(BOOK).get("revision").get("files")) {
            if (file.get("path").asString().equals(path)) {
                return file.get("text").asString();
            }
        }
        throw new AssertionError("there is no file " + path);
    }

    private static List<JsonNode> lines(HttpResponse<String> response) {
        return response.body().lines().map(new JsonMapper()::readTree).toList();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
