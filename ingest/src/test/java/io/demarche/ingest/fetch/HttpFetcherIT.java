package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherIT {

    private static final FetchSettings SETTINGS = new FetchSettings(Duration.ofSeconds(20), 1_000, "Demarche test");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private HttpFetcher fetcher;

    /** Not all of 127.0.0.0/8, so that there is an address here that is refused. */
    private static final AddressGuard LOOPBACK_ALLOWED = new AddressGuard(List.of("127.0.0.1"));

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        fetcher = new HttpFetcher(SETTINGS, LOOPBACK_ALLOWED, InstantSource.system());
    }

    @AfterEach
    void stop() {
        released.countDown();
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        server.createContext("/feed", exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.getResponseHeaders().add("Content-Type", "text/plain;charset=utf-8");
            answer(exchange, same ? 304 : 200, "news");
        });
        Fetched first = fetcher.fetch(url("/feed"), Validators.NONE);
        assertThat(first).isInstanceOfSatisfying(Fetched.Document.class, document -> {
            assertThat(new String(document.body(), StandardCharsets.UTF_8)).isEqualTo("news");
            assertThat(document.contentType()).isEqualTo("text/plain;charset=utf-8");
            assertThat(fetcher.fetch(url("/feed"), document.validators())).isInstanceOf(Fetched.Unchanged.class);
        });
    }

    /** What the server closes after an answer is not there to swallow the next request. */
    @Test
    void eachRequestHasAConnectionOfItsOwn() {
        Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
        server.createContext("/feed", exchange -> {
            clients.add(exchange.getRemoteAddress());
            answer(exchange, 200, "news");
        });
        for (int round = 1; round <= 3; round++) {
            assertThat(fetcher.fetch(url("/feed"), Validators.NONE)).isInstanceOf(Fetched.Document.class);
            assertThat(clients).hasSize(round);
        }
    }

    @Test
    void redirectsAreFollowed() {
        server.createContext("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", "/new");
            answer(exchange, 301, "");
        });
        server.createContext("/new", exchange -> answer(exchange, 200, "here"));
        assertThat(fetcher.fetch(url("/old"), Validators.NONE)).isInstanceOf(Fetched.Document.class);
    }

    @Test
    void onlyAChainOfPermanentRedirectsIsRemembered() {
        server.createContext("/a", exchange -> redirect(exchange, 301, "/b"));
        server.createContext("/b", exchange -> redirect(exchange, 308, "/c"));
        server.createContext("/c", exchange -> answer(exchange, 200, "here"));
        server.createContext("/d", exchange -> redirect(exchange, 302, "/c"));
        assertThat(notice("/a").movedTo()).isEqualTo(url("/c"));
        assertThat(notice("/d").movedTo()).isNull();
        assertThat(notice("/c").movedTo()).isNull();
    }

    @Test
    void whatTheServerAsksForIsHeard() {
        server.createContext("/fresh", exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=600");
            answer(exchange, 200, "here");
        });
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            answer(exchange, 429, "");
        });
        assertThat(notice("/fresh").freshFor()).hasMinutes(10);
        assertThat(fetcher.fetch(url("/busy"), Validators.NONE))
                .isEqualTo(new Fetched.Failed(429, "the server answered 429", Duration.ofMinutes(2)));
    }

    @Test
    void cookiesAreNotSentBack() {
        server.createContext("/cookie", exchange -> {
            boolean sent = exchange.getRequestHeaders().containsKey("Cookie");
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            answer(exchange, sent ? 500 : 200, "here");
        });
        fetcher.fetch(url("/cookie"), Validators.NONE);
        assertThat(fetcher.fetch(url("/cookie"), Validators.NONE)).isInstanceOf(Fetched.Document.class);
    }

    private Fetched.Notice notice(String path) {
        return ((Fetched.Document) fetcher.fetch(url(path), Validators.NONE)).notice();
    }

    private static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        answer(exchange, status, "");
    }

    @Test
    void aRedirectToARefusedAddressIsNotFollowed() {
        server.createContext("/inside", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.2:" + server.getAddress().getPort() + "/");
            answer(exchange, 302, "");
        });
        assertThat(fetcher.fetch(url("/inside"), Validators.NONE))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("127.0.0.2 is a loopback address", "demarche.network.allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"})
    void aRefusedAddressIsNotDialledWhateverItsName(String host) {
        server.createContext("/", exchange -> answer(exchange, 200, "secret"));
        try (HttpFetcher careful = new HttpFetcher(SETTINGS, new AddressGuard(List.of()), InstantSource.system())) {
            URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
            assertThat(careful.fetch(url, Validators.NONE))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .containsAnyOf("is a loopback address", "is a name of the local network"));
        }
    }

    @Test
    void anErrorOfTheServerIsNamed() {
        server.createContext("/", exchange -> answer(exchange, 503, "busy"));
        assertThat(fetcher.fetch(url("/"), Validators.NONE))
                .isEqualTo(new Fetched.Failed(503, "the server answered 503", null));
    }

    @Test
    void whatIsTooLargeIsNotTaken() {
        server.createContext("/", exchange -> answer(exchange, 200, "x".repeat(5_000)));
        assertThat(fetcher.fetch(url("/"), Validators.NONE))
                .isEqualTo(new Fetched.Failed("the answer is larger than 1,000 bytes"));
    }

    @Test
    void aServerThatNeverAnswersIsLeft() {
        server.createContext("/", exchange -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (HttpFetcher hasty = new HttpFetcher(
                new FetchSettings(Duration.ofMillis(300), 1_000, "Demarche test"),
                LOOPBACK_ALLOWED,
                InstantSource.system())) {
            assertThat(hasty.fetch(url("/"), Validators.NONE))
                    .isEqualTo(new Fetched.Failed("no complete answer within 300 ms"));
        }
    }

    @Test
    void aNameThatNobodyHasIsNamed() {
        assertThat(fetcher.fetch(URI.create("http://nowhere.invalid/feed"), Validators.NONE))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("no server of that name is known: nowhere.invalid"));
    }

    @Test
    void whereNobodyListensIsSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(fetcher.fetch(URI.create("http://127.0.0.1:" + port + "/"), Validators.NONE))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).contains("refused"));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean empty = status == 304 || bytes.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
