package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events followed and paged through while many come in at once: none is missed, none comes twice. */
@Tag("long")
class FollowIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WRITERS = 4;
    private static final int RECONNECTIONS = 5;
    private static final long CONNECTION_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final List<String> NAMES = List.of(
            "Norway",
            "Sweden",
            "Finland",
            "Denmark",
            "Estonia",
            "Latvia",
            "Lithuania",
            "Poland",
            "Germany",
            "France",
            "Spain",
            "Portugal",
            "Italy",
            "Austria",
            "Hungary",
            "Romania",
            "Bulgaria",
            "Greece",
            "Albania",
            "Serbia",
            "Kenya",
            "Uganda",
            "Rwanda",
            "Ghana",
            "Senegal",
            "Morocco",
            "Egypt",
            "Iran",
            "Iraq",
            "Qatar",
            "Kuwait",
            "Pakistan",
            "India",
            "Nepal",
            "Thailand",
            "Vietnam",
            "Japan",
            "Mongolia",
            "Canada",
            "Mexico",
            "Cuba",
            "Colombia",
            "Venezuela",
            "Ecuador",
            "Peru",
            "Bolivia",
            "Chile",
            "Argentina",
            "Uruguay",
            "Paraguay");

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource
    void whoFollowsMissesNothingAndHearsNothingTwice(Databases database) throws Exception {
        try (TestServer server = quick(database);
                Writers writers = new Writers(server)) {
            Following follower = new Following(server, "");
            for (int i = 0; i < RECONNECTIONS; i++) {
                follower.listen(CONNECTION_NANOS, Integer.MAX_VALUE);
            }
            writers.stop();
            int told = all(server, 200).size();
            follower.listen(TimeUnit.SECONDS.toNanos(60), told);

            assertThat(follower.numbers).isSorted().doesNotHaveDuplicates();
            assertThat(follower.ids).doesNotHaveDuplicates().hasSize(told);
            assertThat(new TreeSet<>(follower.ids)).isEqualTo(new TreeSet<>(all(server, 200)));
            Following late = new Following(server, "?after=0");
            late.listen(TimeUnit.SECONDS.toNanos(60), told);
            assertThat(late.ids).isEqualTo(follower.ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoPagesMeetsWhatWasThereOnceAndNothingTwice(Databases database) throws Exception {
        try (TestServer server = quick(database);
                Writers writers = new Writers(server)) {
            Random random = new Random(1);
            Set<String> before = new HashSet<>();
            while (writers.next.get() < 300) {
                List<String> met = all(server, 1 + random.nextInt(20));
                assertThat(met).doesNotHaveDuplicates().containsAll(before);
                before.addAll(met);
            }
            writers.stop();
            assertThat(all(server, 7)).hasSizeGreaterThan(250).containsExactlyElementsOf(all(server, 200));
        }
    }

    @Test
    void onlyWhatIsAskedForIsToldAndChangesIfTheyAreAskedFor() throws Exception {
        try (TestServer server = new TestServer(data)) {
            tell(server, "Norway expelled two Russian diplomats.");
            tell(server, "France summoned the Iranian ambassador.");
            tell(server, "Oslo: Norway has expelled two Russian diplomats, officials said.");

            Following asked = new Following(server, "?kind=expulsion&after=0");
            asked.listen(TimeUnit.SECONDS.toNanos(20), 1);
            assertThat(asked.names).containsExactly("flagged");
            Following changes = new Following(server, "?actor=NOR&changes=true&after=0");
            changes.listen(TimeUnit.SECONDS.toNanos(20), 2);
            assertThat(changes.names).containsExactly("flagged", "changed");
            assertThat(server.get("/api/v1/events/stream?after=99").body())
                    .contains("must be an id that this service gave out, or 0 for all there are; the last is 3");
            assertThat(server.get("/api/v1/events/stream?kind=Expulsion").statusCode())
                    .isEqualTo(400);
        }
    }

    /** The last change of an event tells all that those before it told, however often it is told. */
    @ParameterizedTest
    @EnumSource
    void ofAnEventTheLastChangeIsKept(Databases database) throws Exception {
        try (TestServer server = quick(database)) {
            for (String outlet : List.of("Oslo", "Bergen", "Tromso", "Bodo")) {
                tell(server, outlet + ": Norway has expelled two Russian diplomats, officials said.");
                Following all = new Following(server, "?changes=true&after=0");
                all.listen(TimeUnit.SECONDS.toNanos(20), outlet.equals("Oslo") ? 1 : 2);
            }
            Following late = new Following(server, "?changes=true&after=0");
            late.listen(TimeUnit.SECONDS.toNanos(20), 2);
            assertThat(late.names).containsExactly("flagged", "changed");
            assertThat(late.numbers).containsExactly(1L, 4L);
        }
    }

    @Test
    void tooManyFollowersAreRefused() throws Exception {
        try (TestServer server = new TestServer("demarche.data=" + data, "demarche.event.followers=0")) {
            assertThat(server.get("/api/v1/events/stream").statusCode()).isEqualTo(503);
        }
    }

    /** A server that asks so often for changes that it meets transactions under way. */
    private TestServer quick(Databases database) throws IOException, SQLException {
        return new TestServer(Stream.concat(Arrays.stream(database.fresh(data)), Stream.of("demarche.event.poll=10ms"))
                .toArray(String[]::new));
    }

    private static void tell(TestServer server, String text) throws IOException, InterruptedException {
        server.post("/api/v1/articles", Map.of("text", text, "publishedAt", "2026-03-02T08:00:00Z"));
    }

    private static List<String> all(TestServer server, int limit) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = server.json("/api/v1/events?limit=" + limit + cursor);
            page.get("items").forEach(event -> ids.add(event.get("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : null;
        }
        return ids;
    }

    /** Pushes articles, each of another doing, from several threads until it is stopped: some one by one, some many in a transaction. */
    private static final class Writers implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicInteger next = new AtomicInteger();
        private final List<Future<?>> work = new ArrayList<>();

        private Writers(TestServer server) {
            for (int i = 0; i < WRITERS; i++) {
                int atOnce = i % 2 == 0 ? 1 : 20;
                work.add(threads.submit(() -> {
                    while (!ended.get()) {
                        StringBuilder lines = new StringBuilder();
                        for (int line = 0; line < atOnce; line++) {
                            lines.append(JSON.writeValueAsString(Map.of("text", text(next.getAndIncrement()))))
                                    .append('\n');
                        }
                        server.post("/api/v1/articles", "application/x-ndjson", lines.toString());
                    }
                    return null;
                }));
            }
        }

        private static String text(int number) {
            String actor = NAMES.get(number % NAMES.size());
            String target = NAMES.get((number % NAMES.size() + 1 + number / NAMES.size()) % NAMES.size());
            return actor + " expelled two diplomats of " + target + ".";
        }

        private void stop() throws Exception {
            ended.set(true);
            for (Future<?> each : work) {
                each.get();
            }
            assertThat(next.get()).isBetween(20, NAMES.size() * (NAMES.size() - 1));
        }

        @Override
        public void close() {
            ended.set(true);
            threads.shutdownNow();
        }
    }

    /** One who follows, breaks off, and goes on after the last id that came. */
    private final class Following {

        private final List<Long> numbers = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final String url;
        private @Nullable String last;

        private Following(TestServer server, String query) {
            this.url = server.base() + "/api/v1/events/stream" + query;
            this.last = query.contains("after") ? null : "0";
        }

        /** Listens for so long, or until so many events have come in all. */
        private void listen(long nanos, int most) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            long end = System.nanoTime() + nanos;
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String name = "";
                String id = last;
                // An id counts once the whole message has come.
                while (ids.size() < most && System.nanoTime() < end) {
                    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                        if (line.startsWith("id:")) {
                            id = line.substring("id:".length());
                        } else if (line.startsWith("event:")) {
                            name = line.substring("event:".length());
                        } else if (line.startsWith("data:")) {
                            numbers.add(Long.valueOf(String.valueOf(id)));
                            names.add(name);
                            ids.add(JSON.readTree(line.substring("data:".length()))
                                    .get("id")
                                    .asString());
                        }
                    }
                    last = id;
                }
            }
        }
    }
}
