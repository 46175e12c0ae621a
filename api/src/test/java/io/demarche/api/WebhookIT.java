package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.demarche.api.Receiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions on their own terms, and what people may do about deliveries. */
@Timeout(120)
class WebhookIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void aFilterIsTriedOnWhatIsThere(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, "Norway expelled two Russian diplomats.");
            push(server, "Hungary summoned the Ukrainian ambassador.");
            assertThat(matches(server, Map.of("kinds", List.of("exp*")))).isEqualTo(1);
            assertThat(matches(server, Map.of("not", Map.of("kinds", List.of("exp*")))))
                    .isEqualTo(1);
            assertThat(matches(server, Map.of("party", List.of("EU27")))).isEqualTo(1);
            assertThat(matches(
                            server,
                            Map.of(
                                    "any",
                                    List.of(Map.of("text", List.of("ambassador")), Map.of("actor", List.of("NOR"))))))
                    .isEqualTo(2);
            assertThat(matches(server, Map.of("minOutlets", 2))).isZero();
        }
    }

    @Test
    void everyFormIsWellFormed() throws Exception {
        Map<String, String> holds = Map.of(
                "THIN", "link",
                "CLOUDEVENTS", "specversion",
                "CLOUDEVENTS_BINARY", "kinds",
                "SLACK", "blocks",
                "TEAMS", "AdaptiveCard",
                "DISCORD", "allowed_mentions",
                "PAGERDUTY", "dedup_key",
                "EMAIL", "subject");
        try (TestServer server = new TestServer(data)) {
            for (Map.Entry<String, String> form : holds.entrySet()) {
                JsonNode preview =
                        server.post(SUBSCRIPTIONS + "/preview", Map.of("payload", Map.of("form", form.getKey())));
                assertThat(preview.get("body").asString()).contains(form.getValue());
                assertThat(JSON.readTree(preview.get("body").asString()).isObject())
                        .isTrue();
            }
        }
    }

    @Test
    void aTemplateAsksNoObjectForAnything() throws Exception {
        try (TestServer server = new TestServer(data)) {
            Map<String, String> payload = Map.of(
                    "form",
                    "TEMPLATE",
                    "contentType",
                    "text/plain",
                    "template",
                    "{{severity}} [{{title.class.name}}{{kinds.size}}]");
            JsonNode preview = server.post(SUBSCRIPTIONS + "/preview", Map.of("payload", payload));
            assertThat(preview.get("body").asString()).isEqualTo("HIGH []");
        }
    }

    @ParameterizedTest
    @EnumSource
    void credentialsAreSentAndNeverShown(Databases database) throws Exception {
        HttpServer tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CompletableFuture<String> asked = new CompletableFuture<>();
        tokens.createContext("/token", exchange -> {
            asked.complete(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"access_token\": \"t0k3n\", \"expires_in\": 3600}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        tokens.start();
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            String tokenUrl = "http://127.0.0.1:" + tokens.getAddress().getPort() + "/token";
            JsonNode subscription = server.post(
                    SUBSCRIPTIONS,
                    Map.of(
                            "url",
                            receiver.url().toString(),
                            "ed25519",
                            true,
                            "credentials",
                            Map.of(
                                    "headers",
                                    Map.of("X-Team", "s3cr3t-team"),
                                    "bodyFields",
                                    Map.of("routing_key", "s3cr3t-key"),
                                    "oauth2",
                                    Map.of("tokenUrl", tokenUrl, "clientId", "me", "clientSecret", "s3cr3t-client"))));
            assertThat(subscription.get("publicKey").asString()).startsWith("whpk_");
            push(server, "Norway expelled two Russian diplomats.");
            Received received = receiver.next();
            assertThat(received.headers().firstValue("Authorization")).hasValue("Bearer t0k3n");
            assertThat(received.headers().firstValue("X-Team")).hasValue("s3cr3t-team");
            assertThat(received.headers().firstValue("webhook-signature").orElseThrow())
                    .contains("v1,", " v1a,");
            assertThat(received.body()).contains("\"routing_key\":\"s3cr3t-key\"");
            assertThat(asked.get()).startsWith("Basic ").contains("grant_type=client_credentials");

            String path = SUBSCRIPTIONS + "/" + subscription.get("id").asString();
            JsonNode delivery = ended(server, path);
            assertThat(server.get(path).body()).doesNotContain("s3cr3t");
            assertThat(server.get(path + "/deliveries/" + delivery.get("id").asString())
                            .body())
                    .doesNotContain("s3cr3t", "t0k3n");
            if (database == Databases.H2) {
                assertThat(Files.readString(data.resolve("demarche.mv.db"), StandardCharsets.ISO_8859_1))
                        .doesNotContain("s3cr3t");
            }
        } finally {
            tokens.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWentOverTheWireIsKept(Databases database) throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            String path = subscribe(
                    server, Map.of("url", receiver.url().toString(), "pace", Map.of("retryAfterSeconds", List.of(1))));
            receiver.answerNext(500);
            push(server, "Norway expelled two Russian diplomats.");
            receiver.next();
            receiver.next();
            JsonNode listed = ended(server, path);
            JsonNode delivery =
                    server.json(path + "/deliveries/" + listed.get("id").asString());
            assertThat(delivery.get("request").get("body").asString()).contains("event.flagged");
            JsonNode first = delivery.get("attempts").get(0);
            assertThat(first.get("outcome").asString()).isEqualTo("REFUSED");
            assertThat(first.get("status").asInt()).isEqualTo(500);
            assertThat(first.get("state").asString()).isEqualTo("DUE");
            assertThat(first.get("phases").has("connectMs")).isTrue();
            assertThat(first.get("phases").has("waitingMs")).isTrue();
            assertThat(first.get("request").get("webhook-id").asString())
                    .isEqualTo(delivery.get("id").asString());
            JsonNode second = delivery.get("attempts").get(1);
            assertThat(second.get("state").asString()).isEqualTo("DELIVERED");
            JsonNode statistics = server.json(path + "/statistics");
            assertThat(statistics.get("attempts").asInt()).isEqualTo(2);
            assertThat(statistics.get("successRate").asDouble()).isEqualTo(0.5);
            assertThat(statistics.get("tookMs").has("p99")).isTrue();
            assertThat(statistics.get("states").get("DELIVERED").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsSentWhenSomebodyAsks(Databases database) throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            String path = subscribe(
                    server,
                    Map.of(
                            "url",
                            receiver.url().toString(),
                            "silences",
                            List.of(Map.of(
                                    "filter", Map.of("actor", List.of("NOR")), "until", "2100-01-01T00:00:00Z"))));
            push(server, "Norway expelled two Russian diplomats.");
            JsonNode held = server.json(path + "/deliveries").get(0);
            assertThat(held.get("state").asString()).isEqualTo("HELD");
            assertThat(held.get("changes").get(0).get("reason").asString()).startsWith("silenced until");
            server.post(path + "/deliveries/" + held.get("id").asString() + "/retry", Map.of());
            assertThat(receiver.next().headers().firstValue("webhook-id"))
                    .hasValue(held.get("id").asString());
            ended(server, path);

            server.post(path + "/pause", Map.of());
            push(server, "Poland expelled two Russian diplomats.");
            assertThat(server.json(path).get("endpoint").get("mode").asString()).isEqualTo("PAUSED");
            server.post(
                    path + "/resume",
                    Map.of("since", Instant.now().plusSeconds(60).toString()));
            assertThat(server.json(path + "/deliveries?state=HELD")).hasSize(1);
            assertThat(server.post(path + "/recovery", Map.of("since", "2000-01-01T00:00:00Z"))
                            .get("deliveries")
                            .asInt())
                    .isEqualTo(1);
            String poland = receiver.next().headers().firstValue("webhook-id").orElseThrow();
            ended(server, path);
            assertThat(server.json(path + "/changes"))
                    .extracting(change -> change.get("kind").asString())
                    .containsExactly("RESUMED", "PAUSED");

            String replay = "{\"from\": \"2000-01-01T00:00:00Z\", \"filter\": {\"actor\": [\"POL\"]}";
            assertThat(server.post(path + "/replays", "application/json", replay + ", \"countOnly\": true}")
                            .body())
                    .isEqualTo("{\"events\":1}\n");
            assertThat(server.post(path + "/replays", "application/json", replay + "}")
                            .body())
                    .endsWith("{\"summary\":{\"events\":1,\"deliveries\":1}}\n");
            assertThat(receiver.next().headers().firstValue("webhook-id")).hasValue(poland);

            server.post(path + "/test", Map.of());
            assertThat(receiver.next().body()).contains("event.test");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thoseWhoCannotReceiveFetch(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String path = subscribe(server, Map.of("poll", true));
            push(server, "Norway expelled two Russian diplomats.");
            push(server, "Poland expelled two Russian diplomats.");
            JsonNode first = server.json(path + "/events?limit=1");
            assertThat(first.get("items")
                            .get(0)
                            .get("payload")
                            .get("data")
                            .get("actor")
                            .get(0)
                            .asString())
                    .isEqualTo("NOR");
            JsonNode second =
                    server.json(path + "/events?after=" + first.get("after").asLong());
            assertThat(second.get("items")).hasSize(1);
            JsonNode none =
                    server.json(path + "/events?after=" + second.get("after").asLong());
            assertThat(none.get("items")).isEmpty();
            assertThat(none.get("after").asLong()).isEqualTo(second.get("after").asLong());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotCriticalIsToldInADigest(Databases database) throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            String path = subscribe(
                    server, Map.of("url", receiver.url().toString(), "timing", Map.of("digestMinutes", 1440)));
            push(server, "Norway expelled two Russian diplomats.");
            JsonNode gathered = server.json(path + "/deliveries").get(0);
            assertThat(gathered.get("state").asString()).isEqualTo("GATHERED");
            assertThat(gathered.get("dueAt").asString()).endsWith("T00:00:00Z");
            push(server, "Russia proposed that the United States lift the sanctions on Russia.");
            assertThat(receiver.next().body()).contains("event.flagged", "CRITICAL");
        }
    }

    @Test
    void theKeyThatSealsSecretsIsChangedByARestart() throws Exception {
        String one = Base64.getEncoder().encodeToString(new byte[32]);
        String other =
                Base64.getEncoder().encodeToString("another key of thirty-two bytes.".getBytes(StandardCharsets.UTF_8));
        String folder = "demarche.data=" + data;
        try (Receiver receiver = new Receiver()) {
            Webhook verifier;
            try (TestServer server = new TestServer(folder, "demarche.secrets.keys=" + one)) {
                JsonNode subscription =
                        server.post(SUBSCRIPTIONS, Map.of("url", receiver.url().toString()));
                verifier = new Webhook(subscription.get("secret").asString());
            }
            new TestServer(folder, "demarche.secrets.keys=" + other + "," + one).close();
            try (TestServer server = new TestServer(folder, "demarche.secrets.keys=" + other)) {
                push(server, "Norway expelled two Russian diplomats.");
                Received received = receiver.next();
                verifier.verify(received.body(), received.headers().map());
            }
            assertThatThrownBy(() -> new TestServer(folder, "demarche.secrets.keys=" + one))
                    .rootCause()
                    .hasMessageContaining("add it to the setting demarche.secrets.keys");
        }
    }

    @Test
    void whoeverRunsReceiversHearsThatOneIsGone() throws Exception {
        try (Receiver desk = new Receiver();
                Receiver watch = new Receiver();
                TestServer server = new TestServer(data)) {
            String path = subscribe(server, Map.of("url", desk.url().toString()));
            subscribe(server, Map.of("url", watch.url().toString(), "topic", "OPERATIONS"));
            desk.answerNext(410);
            push(server, "Norway expelled two Russian diplomats.");
            JsonNode news = JSON.readTree(watch.next().body());
            assertThat(news.get("type").asString()).isEqualTo("endpoint.disabled");
            assertThat(path).endsWith(news.get("data").get("subscriptionId").asString());
            assertThat(server.json(path).get("endpoint").get("mode").asString()).isEqualTo("DISABLED");
        }
    }

    @Test
    void anEventIsToldAgainOnTheOccasionsAskedFor() throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(data)) {
            subscribe(
                    server,
                    Map.of(
                            "url",
                            receiver.url().toString(),
                            "updates",
                            Map.of("everyReport", false, "severityRises", false, "outlets", 2)));
            report(server, "https://one.example/a");
            assertThat(receiver.next().body()).contains("event.flagged");
            report(server, "https://two.example/b");
            assertThat(receiver.next().body()).contains("event.updated", "told by 2 outlets", "two.example");
        }
    }

    @Test
    void twoProcessesShareTheReceivers() throws Exception {
        String[] shared = Databases.POSTGRESQL.fresh(data);
        try (Receiver receiver = new Receiver();
                TestServer first = new TestServer(shared)) {
            try (TestServer second = new TestServer(shared)) {
                String path =
                        subscribe(first, Map.of("url", receiver.url().toString(), "pace", Map.of("ordered", true)));
                push(first, "Norway expelled two Russian diplomats.");
                push(second, "Poland expelled two Russian diplomats.");
                receiver.next();
                receiver.next();
                ended(second, path);
            }
            push(first, "Sweden expelled two Russian diplomats.");
            assertThat(receiver.next().body()).contains("SWE");
            assertThat(receiver.waiting()).isZero();
        }
    }

    private static void report(TestServer server, String url) throws Exception {
        server.post("/api/v1/articles", Map.of("text", "Norway expelled two Russian diplomats.", "url", url));
    }

    private static String subscribe(TestServer server, Map<String, Object> wish) throws Exception {
        JsonNode subscription = server.post(SUBSCRIPTIONS, wish);
        assertThat(subscription.has("id")).describedAs(subscription.toString()).isTrue();
        return SUBSCRIPTIONS + "/" + subscription.get("id").asString();
    }

    private static int matches(TestServer server, Map<String, Object> filter) throws Exception {
        JsonNode answer = server.post(SUBSCRIPTIONS + "/matches", Map.of("filter", filter));
        assertThat(answer.has("wanted")).describedAs(answer.toString()).isTrue();
        return answer.get("wanted").size();
    }

    private static void push(TestServer server, String text) throws Exception {
        server.post("/api/v1/articles", Map.of("text", text));
    }

    /** The last delivery, once its attempt is recorded. */
    private static JsonNode ended(TestServer server, String path) throws Exception {
        JsonNode last = server.json(path + "/deliveries").get(0);
        while (!last.get("state").asString().equals("DELIVERED")) {
            Thread.onSpinWait();
            last = server.json(path + "/deliveries").get(0);
        }
        return last;
    }
}
