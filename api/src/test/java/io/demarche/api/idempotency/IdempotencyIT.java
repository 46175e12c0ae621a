package io.demarche.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that are sent again under their key. */
class IdempotencyIT {

    private static final String RIGHT = "{\"verdict\":\"RIGHT\"}";
    private static final String SUBSCRIPTION = "{\"url\":\"http://127.0.0.1:9/hook\"}";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void aRequestIsCarriedOutOnceUnderItsKey(Databases database) throws Exception {
        try (TestServer server = server(database)) {
            String marks = "/api/v1/events/" + event(server) + "/marks";

            HttpResponse<String> first = server.postOnce("k-1", marks, RIGHT);
            HttpResponse<String> again = server.postOnce("k-1", marks, RIGHT);
            HttpResponse<String> another = server.postOnce("k-1", marks, "{\"verdict\":\"RIGHT\",\"note\":\"sure\"}");
            HttpResponse<String> underAnother = server.postOnce("k-2", marks, RIGHT);

            assertThat(first.statusCode()).describedAs(first.body()).isEqualTo(201);
            assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Content-Type"))
                    .isEqualTo(first.headers().firstValue("Content-Type"));
            assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
            assertThat(another.statusCode()).isEqualTo(422);
            assertThat(another.body()).contains("/problems/idempotency-key-of-another-request");
            assertThat(underAnother.statusCode()).isEqualTo(201);
            assertThat(underAnother.body()).isNotEqualTo(first.body());
            assertThat(count(server, "mark")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtTheSameTimeOneIsCarriedOut(Databases database) throws Exception {
        try (TestServer server = server(database)) {
            String marks = "/api/v1/events/" + event(server) + "/marks";
            ExecutorService senders = Executors.newFixedThreadPool(8);
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                requests.add(() -> server.postOnce("k-1", marks, RIGHT).statusCode());
            }

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : senders.invokeAll(requests)) {
                statuses.add(status.get());
            }
            senders.shutdown();

            assertThat(statuses).contains(201).isSubsetOf(201, 409);
            assertThat(count(server, "mark")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileARequestIsUnderWayItIsNotBegunAgain(Databases database) throws Exception {
        try (TestServer server = server(database)) {
            String marks = "/api/v1/events/" + event(server) + "/marks";
            server.postOnce("k-1", marks, RIGHT);
            server.part("jdbcClient", JdbcClient.class)
                    .sql("update kept_answer set status = null, content_type = null, body = null")
                    .update();

            HttpResponse<String> meanwhile = server.postOnce("k-1", marks, RIGHT);

            assertThat(meanwhile.statusCode()).isEqualTo(409);
            assertThat(meanwhile.body()).contains("/problems/idempotency-key-in-use");
            assertThat(count(server, "mark")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSecretIsKeptAndNothingIsMadeTwice(Databases database) throws Exception {
        try (TestServer server = server(database)) {
            HttpResponse<String> first = server.postOnce("k-1", "/api/v1/subscriptions", SUBSCRIPTION);
            HttpResponse<String> again = server.postOnce("k-1", "/api/v1/subscriptions", SUBSCRIPTION);

            assertThat(first.statusCode()).describedAs(first.body()).isEqualTo(201);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body())
                    .contains(
                            "/problems/answer-not-kept",
                            first.headers().firstValue("Location").orElseThrow());
            assertThat(count(server, "subscription")).isEqualTo(1);
            assertThat(count(server, "kept_answer where body is not null")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRefusedMayBeSentAgainAndABadKeyIsNamed(Databases database) throws Exception {
        try (TestServer server = server(database)) {
            String marks = "/api/v1/events/" + event(server) + "/marks";

            assertThat(server.postOnce("k-1", marks, "{\"verdict\":\"MAYBE\"}").statusCode())
                    .isEqualTo(400);
            assertThat(server.postOnce("k-1", marks, RIGHT).statusCode()).isEqualTo(201);
            HttpResponse<String> spaced = server.postOnce("two words", marks, RIGHT);
            assertThat(spaced.statusCode()).isEqualTo(400);
            assertThat(spaced.body()).contains("Idempotency-Key", "1 to 255 printable characters");
            assertThat(server.postOnce("k".repeat(256), marks, RIGHT).statusCode())
                    .isEqualTo(400);
        }
    }

    private TestServer server(Databases database) throws Exception {
        return new TestServer(database.fresh(data));
    }

    private static String event(TestServer server) throws Exception {
        server.post(
                "/api/v1/articles",
                Map.of("title", "Norway acts", "text", "Norway expelled two Russian diplomats on Monday."));
        return server.json("/api/v1/events").get("items").get(0).get("id").asString();
    }

    private static int count(TestServer server, String rows) {
        return server.part("jdbcClient", JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }
}
