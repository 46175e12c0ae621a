package io.demarche.api.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Sources over HTTP, watched by the running server on real sites of this machine. */
class SourceIT {

    private static final String FEED =
            "<rss><channel><title>T</title><item><title>One</title><guid isPermaLink='false'>1</guid><description>Norway expelled two Russian diplomats.</description></item></channel></rss>";
    private static final String JSON = "application/json";

    private final Map<String, String> site = new ConcurrentHashMap<>();
    private final Map<String, Integer> status = new ConcurrentHashMap<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private HttpServer web;
    private String base;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", this::serve);
        web.start();
        base = "http://127.0.0.1:" + web.getAddress().getPort();
        site.put("/feed", FEED);
        site.put(
                "/",
                "<html><head><link rel=alternate type='application/rss+xml' href=/feed></head><body>News</body></html>");
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String text = site.get(path);
        String tag = "\"" + (text == null ? 0 : text.hashCode()) + "\"";
        int code = status.getOrDefault(path, text == null ? 404 : 200);
        if (code == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            code = 304;
        }
        byte[] body = code == 200 && text != null ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSourceIsWatchedAndItsHealthIsTold(Databases database) throws Exception {
        try (TestServer server = server(database.fresh(data))) {
            JsonNode source = server.post("/api/v1/sources", Map.of("url", base + "/"));
            assertThat(source.get("url").asString())
                    .as("the feed that the site offers")
                    .isEqualTo(base + "/feed");
            assertThat(source.get("kind").asString()).isEqualTo("FEED");
            String place = "/api/v1/sources/" + source.get("id").asString();
            await().until(() -> server.json("/api/v1/events").get("items").size() == 1);
            await().until(() -> server.json(place).get("days").size() == 1);
            JsonNode healthy = server.json(place);
            assertThat(healthy.get("result").asString()).isEqualTo("GOOD");
            assertThat(healthy.get("articlesPerDay").asDouble()).isEqualTo(0.1);
            assertThat(healthy.get("days").get(0).get("articles").asInt()).isEqualTo(1);
            assertThat(healthy.has("problem")).isFalse();

            server.post(place + "/fetch", JSON, "");
            await().until(() -> unchanged.get() == 1);

            status.put("/feed", 500);
            server.post(place + "/fetch", JSON, "");
            await().until(() -> server.json(place).get("result").asString().equals("FAILED"));
            assertThat(server.json(place).get("problem").asString()).isEqualTo(base + "/feed: the server answered 500");

            status.put("/feed", 410);
            server.post(place + "/fetch", JSON, "");
            await().until(() -> server.json(place).get("result").asString().equals("ENDED"));
            assertThat(server.json(place).get("problem").asString()).contains("gone for good");
            assertThat(server.json(place).has("nextFetchAt")).isFalse();

            status.remove("/feed");
            server.post(place + "/fetch", JSON, "");
            await().until(() -> server.json(place).get("result").asString().equals("GOOD"));
        }
    }

    @Test
    void aPageThatListsArticlesIsASource() throws Exception {
        site.put("/press", "<a href=/press/1>One</a><a href=/about>About</a>");
        site.put("/press/1", "<title>One</title><p>Poland recalled its ambassador from Minsk on Friday.</p>");
        try (TestServer server = server("demarche.data=" + data)) {
            assertThat(server.post(
                                    "/api/v1/sources",
                                    JSON,
                                    "{\"url\": \"" + base + "/press\", \"kind\": \"LIST\", \"links\": \"[\"}")
                            .body())
                    .contains("is no regular expression");
            assertThat(server.post(
                                    "/api/v1/sources",
                                    JSON,
                                    "{\"url\": \"" + base + "/press\", \"kind\": \"LIST\", \"links\": \"/none/\"}")
                            .body())
                    .contains("no link on the page matches");
            JsonNode source = server.post(
                    "/api/v1/sources", Map.of("url", base + "/press", "kind", "LIST", "links", "/press/[0-9]+"));
            assertThat(source.get("links").asString()).isEqualTo("/press/[0-9]+");
            await().until(() -> server.json("/api/v1/events").get("items").size() == 1);
        }
    }

    @Test
    void foldersAreWatchedWhereThatIsAllowed(@TempDir Path inbox) throws Exception {
        try (TestServer server = server("demarche.data=" + data, "demarche.source.folders=" + inbox)) {
            assertThat(server.post("/api/v1/sources", JSON, "{\"url\": \"" + data.toUri() + "\", \"kind\": \"FOLDER\"}")
                            .body())
                    .contains("demarche.source.folders");
            assertThat(server.post(
                                    "/api/v1/sources",
                                    JSON,
                                    "{\"url\": \"" + inbox.toUri() + "../\", \"kind\": \"FOLDER\"}")
                            .body())
                    .contains("demarche.source.folders");
            server.post(
                    "/api/v1/sources",
                    Map.of("url", inbox.toUri().toString(), "kind", "FOLDER", "floor", "PT1S", "ceiling", "PT1S"));
            Files.writeString(inbox.resolve("a.txt"), "Title\nNorway expelled two Russian diplomats.");
            await().until(() -> server.json("/api/v1/events").get("items").size() == 1);
        }
    }

    @Test
    void listsOfFeedsGoInAndOut() throws Exception {
        String opml = "<opml version='1.0'><body><outline text='World'><outline type='rss' xmlUrl='" + base + "/feed'/>"
                + "<outline xmlurl='https://mfa.example/feed'/><outline xmlUrl='https://mfa.example/feed'/><outline xmlUrl='http://10.0.0.1/'/></outline></body></opml>";
        try (TestServer server = server("demarche.data=" + data)) {
            String answer =
                    server.post("/api/v1/sources/opml", "text/x-opml", opml).body();
            assertThat(answer).contains("\"added\":2", "\"known\":0", "10.0.0.1 is a private address");
            assertThat(server.post("/api/v1/sources/opml", "text/x-opml", opml).body())
                    .contains("\"added\":0", "\"known\":2");
            assertThat(server.get("/api/v1/sources/opml").body())
                    .contains(
                            "<outline type=\"rss\" text=\"https://mfa.example/feed\" xmlUrl=\"https://mfa.example/feed\"");
            assertThat(server.post("/api/v1/sources/opml", "text/x-opml", "<opml/>")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void sourcesToStartWithAreWatchedByGroup() throws Exception {
        try (TestServer server = server("demarche.data=" + data, "demarche.source.enabled=false")) {
            JsonNode starter = server.json("/api/v1/sources/starter");
            assertThat(starter.size()).isGreaterThanOrEqualTo(150);
            assertThat(server.json("/api/v1/sources"))
                    .as("none is watched unasked")
                    .isEmpty();
            assertThat(server.post("/api/v1/sources/starter", JSON, "{\"groups\": [\"none\"]}")
                            .body())
                    .contains("there is no group 'none'", "sanctions-authorities");
            List<String> groups = starter.valueStream()
                    .map(entry -> entry.get("group").asString())
                    .distinct()
                    .toList();
            JsonNode answer = server.post("/api/v1/sources/starter", Map.of("groups", groups));
            assertThat(answer.get("refused")).isEmpty();
            assertThat(answer.get("added").asInt()).isEqualTo(starter.size());
            assertThat(server.post("/api/v1/sources/starter", Map.of("groups", groups))
                            .get("known")
                            .asInt())
                    .isEqualTo(starter.size());
        }
    }

    private static TestServer server(String... properties) {
        return new TestServer(Stream.concat(
                        Arrays.stream(properties),
                        List.of("demarche.source.poll=50ms", "demarche.source.host-delay=0ms").stream())
                .toArray(String[]::new));
    }
}
