package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.demarche.api.Receiver.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Article in, verified signed webhook out. */
class StraightLineIT {

    private static final Map<String, String> ARTICLE = Map.of(
            "title", "Warsaw shows 45 the door",
            "text", "Poland expelled 45 Russian diplomats on Wednesday.",
            "url", "https://courier.example/warsaw?utm_source=feed",
            "publishedAt", "2026-03-02T08:00:00Z");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void articleInWebhookOut(Databases database) throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            JsonNode subscription = server.post(
                    "/api/v1/subscriptions",
                    Map.of(
                            "url",
                            receiver.url().toString(),
                            "filter",
                            Map.of("kinds", List.of("expulsion"), "target", List.of("RUS"))));

            JsonNode pushed = server.post("/api/v1/articles", ARTICLE);
            assertThat(pushed.get("new").asBoolean()).isTrue();

            JsonNode found = server.json(
                    "/api/v1/events?kind=expulsion&actor=POL&target=RUS&from=2026-03-01T00:00:00Z&to=2026-03-03T00:00:00Z");
            assertThat(found.get("items")).hasSize(1);
            String eventId = found.get("items").get(0).get("id").asString();

            JsonNode event = server.json("/api/v1/events/" + eventId);
            JsonNode report = event.get("reports").get(0);
            assertThat(report.get("url").asString()).isEqualTo("https://courier.example/warsaw");
            assertThat(report.get("statement").get("quote").asString())
                    .isEqualTo("Poland expelled 45 Russian diplomats");
            assertThat(report.get("statement").get("count").asInt()).isEqualTo(45);
            assertThat(report.get("flags").get(0).get("rule").asString()).isEqualTo("expulsion");
            assertThat(report.get("flags").get(0).get("revision").asInt()).isEqualTo(1);

            Received webhook = receiver.next();
            new Webhook(subscription.get("secret").asString())
                    .verify(webhook.body(), webhook.headers().map());
            JsonNode body = new JsonMapper().readTree(webhook.body());
            assertThat(body.get("type").asString()).isEqualTo("event.flagged");
            assertThat(body.get("data").get("id").asString()).isEqualTo(eventId);

            assertThat(server.json("/api/v1/articles/" + pushed.get("id").asString())
                            .get("statements"))
                    .hasSize(1);
        }
    }

    @Test
    void aRetryKeepsItsIdAndIsSignedAfresh() throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(data)) {
            JsonNode subscription = server.post(
                    "/api/v1/subscriptions", Map.of("url", receiver.url().toString()));
            receiver.answerNext(503);
            server.post("/api/v1/articles", ARTICLE);
            Received first = receiver.next();
            Received second = receiver.next();

            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("webhook-id"))
                    .isEqualTo(first.headers().firstValue("webhook-id"));
            assertThat(second.headers().firstValue("webhook-timestamp"))
                    .isNotEqualTo(first.headers().firstValue("webhook-timestamp"));
            Webhook verifier = new Webhook(subscription.get("secret").asString());
            verifier.verify(first.body(), first.headers().map());
            verifier.verify(second.body(), second.headers().map());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRotatedSecretSignsBesideTheOldOneForAWhile(Databases database) throws Exception {
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(database.fresh(data))) {
            JsonNode subscription = server.post(
                    "/api/v1/subscriptions", Map.of("url", receiver.url().toString()));
            String path = "/api/v1/subscriptions/" + subscription.get("id").asString();
            Webhook first = new Webhook(subscription.get("secret").asString());

            JsonNode rotated = server.post(path + "/secret", Map.of());
            Webhook second = new Webhook(rotated.get("secret").asString());
            assertThat(rotated.has("oldSecretUntil")).isTrue();
            server.post("/api/v1/articles", ARTICLE);
            Received both = receiver.next();
            first.verify(both.body(), both.headers().map());
            second.verify(both.body(), both.headers().map());

            JsonNode atOnce = server.post(path + "/secret", Map.of("overlapHours", 0));
            Webhook third = new Webhook(atOnce.get("secret").asString());
            server.post("/api/v1/articles", Map.of("text", "Norway expelled two Russian diplomats."));
            Received last = receiver.next();
            third.verify(last.body(), last.headers().map());
            assertThatThrownBy(() -> second.verify(last.body(), last.headers().map()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void aSubscriptionIsChangedAndKeepsItsSecret() throws Exception {
        try (Receiver old = new Receiver();
                Receiver receiver = new Receiver();
                TestServer server = new TestServer(data)) {
            JsonNode subscription = server.post(
                    "/api/v1/subscriptions",
                    Map.of("url", old.url().toString(), "filter", Map.of("kinds", List.of("visas-eased"))));
            String path = "/api/v1/subscriptions/" + subscription.get("id").asString();
            String change = new JsonMapper()
                    .writeValueAsString(
                            Map.of("url", receiver.url().toString(), "filter", Map.of("kinds", List.of("expulsion"))));
            assertThat(server.put(path, "application/json", change).body()).doesNotContain("whsec_");
            server.post("/api/v1/articles", ARTICLE);
            Received webhook = receiver.next();
            new Webhook(subscription.get("secret").asString())
                    .verify(webhook.body(), webhook.headers().map());
            assertThat(server.put(path, "application/json", "{\"url\": \"http://10.0.0.1/\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.put("/api/v1/subscriptions/sub_0", "application/json", change)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Timeout(60)
    void aReceiverThatIsNotAllowedAnyMoreIsNotDialled() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String deliveries;
            try (TestServer server = new TestServer(data)) {
                deliveries = "/api/v1/subscriptions/"
                        + server.post(
                                        "/api/v1/subscriptions",
                                        Map.of("url", receiver.url().toString()))
                                .get("id")
                                .asString()
                        + "/deliveries";
            }
            try (TestServer server = new TestServer("demarche.data=" + data, "demarche.network.allowed=10.9.9.9")) {
                server.post("/api/v1/articles", ARTICLE);
                JsonNode attempts = server.json(deliveries).get(0).get("attempts");
                while (attempts.isEmpty()) {
                    attempts = server.json(deliveries).get(0).get("attempts");
                }
                assertThat(attempts.get(0).toString()).contains("127.0.0.1 is a loopback address");
            }
        }
    }

    @Test
    void aCopyAddsNothingAndAnotherOutletAddsAReport() throws Exception {
        try (TestServer server = new TestServer(data)) {
            server.post("/api/v1/articles", ARTICLE);
            JsonNode copy = server.post("/api/v1/articles", ARTICLE);
            assertThat(copy.get("new").asBoolean()).isFalse();
            server.post(
                    "/api/v1/articles", "text/plain", "Out!\n\nForty-five Russian diplomats were expelled by Poland.");

            JsonNode items = server.json("/api/v1/events").get("items");
            assertThat(items).hasSize(2);
            server.post("/api/v1/articles", "text/html", "<title>Out</title><p>Poland expels 45 Russian diplomats</p>");
            assertThat(server.json("/api/v1/events").get("items"))
                    .hasSize(2)
                    .anySatisfy(event ->
                            assertThat(event.get("reportCount").asInt()).isEqualTo(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLateArticleMakesOneEventOfTwo(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String late = eventOf(server.post("/api/v1/articles", told("Late", "2026-03-07T08:00:00Z")));
            String early = eventOf(server.post("/api/v1/articles", told("Early", "2026-03-02T08:00:00Z")));
            assertThat(late).isNotEqualTo(early);

            assertThat(eventOf(server.post("/api/v1/articles", told("Between", "2026-03-04T12:00:00Z"))))
                    .isEqualTo(early);

            JsonNode event = server.json("/api/v1/events/" + late);
            assertThat(event.get("id").asString()).isEqualTo(early);
            assertThat(event.get("reportCount").asInt()).isEqualTo(3);
            assertThat(event.get("reports"))
                    .extracting(report -> report.get("title").asString())
                    .containsExactly("Early", "Between", "Late");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFlaggedBeforeMakesAnAnswerOutOfAnExpulsion(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            server.post("/api/v1/articles", told("First", "2026-03-02T08:00:00Z"));
            JsonNode answer = server.post(
                    "/api/v1/articles",
                    Map.of("text", "Russia expelled 45 Polish diplomats.", "publishedAt", "2026-03-07T20:00:00Z"));
            assertThat(answer.get("events").get(0).get("kinds").toString())
                    .isEqualTo("[\"expulsion\",\"tit-for-tat\"]");
            assertThat(server.json("/api/v1/events/" + eventOf(answer)).toString())
                    .contains("RUS answers POL in kind (EXPULSION) after 5.5 days");
        }
    }

    private static Map<String, String> told(String title, String at) {
        return Map.of("title", title, "text", "Poland expelled 45 Russian diplomats.", "publishedAt", at);
    }

    private static String eventOf(JsonNode pushed) {
        return pushed.get("events").get(0).get("id").asString();
    }

    @Test
    void whatIsReadOnTrialIsNotStored() throws Exception {
        try (TestServer server = new TestServer(data)) {
            JsonNode read = server.post("/api/v1/read", ARTICLE);
            assertThat(read.get("statements")).hasSize(1);
            assertThat(read.get("flags").get(0).get("kind").asString()).isEqualTo("expulsion");
            assertThat(read.has("why")).isFalse();
            JsonNode why = server.post("/api/v1/read?explain=true", ARTICLE).get("why");
            assertThat(why.get("statements").get(0).get(0).get("field").asString())
                    .isEqualTo("measure");
            assertThat(why.get("sentences").get(1).get("found")).hasSize(1);
            assertThat(server.json("/api/v1/events").get("items")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesFollowEachOtherWithoutGapOrDouble(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            List<String> targets = List.of("Russian", "Chinese", "Iranian", "Belarusian", "Syrian");
            for (String target : targets) {
                server.post("/api/v1/articles", Map.of("text", "Norway expelled two " + target + " diplomats."));
            }
            List<String> seen = new java.util.ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = server.json("/api/v1/events?limit=2" + cursor);
                page.get("items")
                        .forEach(event -> seen.add(event.get("target").get(0).asString()));
                cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
            } while (!cursor.isEmpty());
            assertThat(seen).containsExactly("SYR", "BLR", "IRN", "CHN", "RUS");
        }
    }

    @Test
    void theInterfaceDescribesItselfAndItsHealth() throws Exception {
        try (TestServer server = new TestServer(data)) {
            assertThat(server.json("/api/v1/openapi").get("paths").has("/api/v1/events/{id}"))
                    .isTrue();
            assertThat(server.json("/actuator/health").get("status").asString()).isEqualTo("UP");
            server.post("/api/v1/articles", ARTICLE);
            assertThat(server.get("/actuator/prometheus").body()).contains("demarche_statements_total 1.0");
        }
    }
}
