package io.demarche.api.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feed and its hub, which asks back, announces and signs as WebSub has it, on this machine; and who only says that he is one. */
class HubIT {

    private static final String RSS =
            "<rss><channel><title>T</title><atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='BASE/hub'/>"
                    + "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='BASE/feed'/>ITEMS</channel></rss>";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService asking = Executors.newSingleThreadExecutor();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final AtomicInteger verified = new AtomicInteger();
    private volatile String items = item("One", "Norway expelled two Russian diplomats.");
    private HttpServer web;
    private String base;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://127.0.0.1:" + web.getAddress().getPort();
        web.createContext(
                "/feed",
                exchange -> answer(exchange, 200, RSS.replace("BASE", base).replace("ITEMS", items)));
        web.createContext("/hub", this::subscribe);
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
        asking.shutdownNow();
    }

    private static String item(String title, String text) {
        return "<item><title>" + title + "</title><guid isPermaLink='false'>" + title + "</guid><description>" + text
                + "</description></item>";
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the test waits for what comes of it
    private void subscribe(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String field : form.split("&", -1)) {
            String[] parts = field.split("=", 2);
            asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        answer(exchange, 202, "");
        asking.submit(this::verify);
    }

    private Void verify() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(asked.get("hub.callback")
                                + "?hub.mode=subscribe&hub.challenge=a-challenge&hub.lease_seconds=600&hub.topic="
                                + URLEncoder.encode(asked.get("hub.topic"), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().equals("a-challenge")) {
            verified.incrementAndGet();
        }
        return null;
    }

    private int announce(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] body = items.getBytes(StandardCharsets.UTF_8);
        return http.send(
                        HttpRequest.newBuilder(URI.create(asked.get("hub.callback")))
                                .header("Content-Type", "application/rss+xml")
                                .header(
                                        "X-Hub-Signature",
                                        "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @EnumSource
    void whatAHubAnnouncesIsLookedAtAtOnce(Databases database) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Stream<String> settings = Stream.of(
                "server.port=" + port,
                "demarche.source.callback=http://127.0.0.1:" + port + "/",
                "demarche.source.poll=50ms",
                "demarche.source.host-delay=0ms",
                "demarche.source.floor=1h");
        try (TestServer server = new TestServer(
                Stream.concat(settings, Stream.of(database.fresh(data))).toArray(String[]::new))) {
            String id = server.post("/api/v1/sources", Map.of("url", base + "/feed", "kind", "FEED"))
                    .get("id")
                    .asString();
            await().until(() -> verified.get() == 1);
            assertThat(asked).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", base + "/feed");

            items = item("Two", "Sweden expelled three Iranian diplomats.");
            assertThat(announce("forged")).isEqualTo(202);
            assertThat(announce(asked.get("hub.secret"))).isEqualTo(202);
            await().until(() ->
                    server.json("/api/v1/events?actor=SWE").get("items").size() == 1);
            await("the forged one is no reason to look").until(() -> looks(server, id) == 2);

            assertThat(server.get("/websub/guessed?hub.mode=subscribe&hub.challenge=x&hub.topic=" + base + "/feed")
                            .statusCode())
                    .isEqualTo(404);
            server.delete("/api/v1/sources/" + id);
            assertThat(announce(asked.get("hub.secret")))
                    .as("nobody asks for it")
                    .isEqualTo(410);
        }
    }

    private static int looks(TestServer server, String source) throws Exception {
        return server.json("/api/v1/sources/" + source)
                .get("days")
                .get(0)
                .get("looks")
                .asInt();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
