package io.demarche.api.event;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.demarche.api.Databases;
import io.demarche.api.DemarcheApplication;
import io.demarche.core.rulebook.Rulebook;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the queries take that are asked most, over HTTP, of ten million events in PostgreSQL and of one million in the embedded
 * database; and how much heap it takes to export a million of them, which DuckDB then opens.
 *
 * <p>Asks both databases, or the one that is named (H2, POSTGRESQL); with {@code -Dfilled=jdbc:…} one that was filled before. {@code -Dasked=REGEX} picks
 * queries by their names, {@code -Devents=N} fills in so many events.
 */
public final class QueryBenchmark {

    private static final int ROUNDS = 60;
    private static final int WARM_UP_ROUNDS = 60;
    private static final int EXPORTED = 1_000_000;
    /** In bytes: what one event takes at least. */
    private static final int SHORTEST_ANSWER = 100;
    private static final List<String> MOST_FREQUENT = List.of(
            "RUS", "USA", "CHN", "IRN", "UKR", "ISR", "EU", "GBR", "PRK", "TUR", "FRA", "DEU", "IND", "PAK", "POL", "VEN", "SYR",
            "BLR");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(2);
    private final String base;
    private final List<String> parties;

    private QueryBenchmark(String base, List<String> parties) {
        this.base = base;
        this.parties = parties;
    }

    /** Prints a line for each query, and one for each export. */
    public static void main(String... arguments) throws Exception {
        String filled = System.getProperty("filled");
        if (filled != null) {
            run("filled", List.of("--spring.datasource.url=" + filled, "--demarche.data=" + Files.createTempDirectory("demarche")), 0);
        } else {
            for (Databases database : arguments.length == 0
                    ? Databases.values()
                    : new Databases[] {Databases.valueOf(arguments[0])}) {
                Path data = Files.createTempDirectory("demarche-queries");
                try {
                    run(
                            database.name(),
                            Stream.of(database.fresh(data))
                                    .map(property -> "--" + property)
                                    .toList(),
                            Integer.getInteger("events", database == Databases.H2 ? 1_000_000 : 10_000_000));
                } finally {
                    FileSystemUtils.deleteRecursively(data);
                }
            }
        }
        System.exit(0);
    }

    private static void run(String name, List<String> properties, int events) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--demarche.security.open=true"));
        arguments.addAll(properties);
        try (ConfigurableApplicationContext server =
                SpringApplication.run(DemarcheApplication.class, arguments.toArray(String[]::new))) {
            List<String> parties = parties(server.getBean(Rulebook.class));
            if (events > 0) {
                Path made = Files.createTempDirectory("demarche-made");
                try {
                    new MadeEvents(parties, events, made).fill(server.getBean(DataSource.class));
                } finally {
                    FileSystemUtils.deleteRecursively(made);
                }
            }
            List<String> asked = new ArrayList<>(parties);
            asked.removeAll(server.getBean(Rulebook.class).current().lists().codes().keySet());
            QueryBenchmark benchmark = new QueryBenchmark(
                    "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/api/v1", asked);
            benchmark.awaitTexts();
            benchmark.queries(name);
            for (String form : List.of("csv", "parquet")) {
                benchmark.export(name, form);
            }
        }
    }

    private static List<String> parties(Rulebook rulebook) {
        List<String> others = new ArrayList<>(rulebook.current().parties());
        others.removeAll(MOST_FREQUENT);
        Collections.sort(others);
        Collections.shuffle(others, new Random(5));
        return Stream.concat(MOST_FREQUENT.stream(), others.stream()).toList();
    }

    /** One of the forty parties that are in most events and whose code is no list's, each as often. */
    private String party() {
        return parties.get(random.nextInt(40));
    }

    private String dyad() {
        String one = party();
        String other = party();
        return one.equals(other) ? dyad() : one + "," + other;
    }

    private String month() {
        int year = 2017 + random.nextInt(9);
        int month = 1 + random.nextInt(11);
        return "from=%d-%02d-01&to=%d-%02d-01".formatted(year, month, year, month + 1);
    }

    private String week() {
        int year = 2017 + random.nextInt(9);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(20);
        return "from=%d-%02d-%02d&to=%d-%02d-%02d".formatted(year, month, day, year, month, day + 7);
    }

    private String kind() {
        return any("sanctions", "expulsion", "summons", "mission") + "-" + any("impose", "lift") + "-"
                + any("adopted", "proposed", "rejected");
    }

    /** One that is in an article out of five to one out of a thousand. */
    private String word() {
        return "word" + (20 + random.nextInt(5_000));
    }

    private String any(String... of) {
        return of[random.nextInt(of.length)];
    }

    private Map<String, Supplier<String>> asked() {
        Map<String, Supplier<String>> asked = new LinkedHashMap<>();
        asked.put("the latest", () -> "/events");
        asked.put("of a kind", () -> "/events?kind=" + kind());
        asked.put("by a party", () -> "/events?actor=" + party());
        asked.put("with a party on either side", () -> "/events?party=" + party());
        asked.put("of a month", () -> "/events?" + month());
        asked.put("of kinds by a shape", () -> "/events?kind=" + any("*-lift-proposed", "visas-*", "*sanctions*"));
        asked.put(
                "of a measure, a move and a status",
                () -> "/events?measure=" + any("SANCTIONS", "VISAS", "RELATIONS") + "&move=LIFT&status="
                        + any("PROPOSED", "REJECTED"));
        asked.put("with a party of a list", () -> "/events?party=" + any("EU27", "G7", "P5"));
        asked.put("between two parties", () -> "/events?dyad=" + dyad());
        asked.put("by one party to another", () -> "/events?actor=" + dyad().replace(",", "&target="));
        asked.put("of a kind, with a party", () -> "/events?kind=" + kind() + "&party=" + party());
        asked.put("critical, with a party", () -> "/events?minSeverity=CRITICAL&party=" + party());
        asked.put("with a party, of a month", () -> "/events?party=" + party() + "&" + month());
        asked.put("told by an outlet", () -> "/events?outlet=outlet%20" + random.nextInt(100));
        asked.put("told by six articles or more", () -> "/events?minReports=6");
        asked.put("the thousandth and after, with a party", () -> "/events?party=" + party() + "&cursor=");
        asked.put("one, with its reports", () -> "/events/");
        asked.put("timeline of 30 days by kind", () -> "/events/timeline?by=kind&from=2026-10-01&to=2026-10-31");
        asked.put("matrix of 30 days", () -> "/events/matrix?from=2026-10-01&to=2026-10-31");
        asked.put("timeline of a pair by month", () -> "/events/timeline?interval=month&dyad=" + dyad());
        asked.put("dossier of a pair", () -> "/dyads/" + dyad().replace(',', '/'));
        asked.put("most told", () -> "/events?sort=-reportCount");
        asked.put("most told with a party", () -> "/events?sort=-reportCount&party=" + party());
        asked.put("most told of a week", () -> "/events?sort=-reportCount&" + week());
        asked.put("most told of a month", () -> "/events?sort=-reportCount&" + month());
        asked.put("with a word", () -> "/events?q=" + word());
        asked.put("with a word, but not another, and a party", () -> "/events?q=" + word() + "%20-" + word() + "&party=" + party());
        asked.put("with either of two words", () -> "/events?q=" + word() + "%20or%20" + word());
        asked.put("with a phrase", () -> "/events?q=%22word" + random.nextInt(5) + "%20word" + random.nextInt(100) + "%22");
        return asked;
    }

    /** Waits until the embedded database's index of texts has caught up. */
    private void awaitTexts() throws IOException, InterruptedException {
        while (get("/events?q=word0&limit=1").statusCode() != 200) {
            Thread.sleep(1_000);
        }
    }

    private void queries(String database) throws IOException, InterruptedException {
        Map<String, Supplier<String>> asked = asked();
        asked.keySet().removeIf(name -> !name.matches(System.getProperty("asked", ".*")));
        for (Map.Entry<String, Supplier<String>> query : asked.entrySet()) {
            double[] took = new double[ROUNDS];
            int answered = 0;
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                String path = completed(query.getValue().get());
                long start = System.nanoTime();
                HttpResponse<String> answer = get(path);
                double milliseconds = (System.nanoTime() - start) / 1e6;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " is answered with " + answer.body());
                }
                if (round >= 0) {
                    took[round] = milliseconds;
                    answered += answer.body().length();
                }
            }
            if (answered < ROUNDS * SHORTEST_ANSWER) {
                throw new IllegalStateException("nothing is found " + query.getKey());
            }
            Arrays.sort(took);
            System.out.printf(
                    "%s | %s | half within %.0f ms | 95 %% within %.0f ms | %,d bytes each%n",
                    database, query.getKey(), took[ROUNDS / 2], took[ROUNDS * 95 / 100], answered / ROUNDS);
        }
    }

    /** Gives a query that goes on elsewhere the place or the id at which it does. */
    private String completed(String path) throws IOException, InterruptedException {
        if (path.endsWith("cursor=")) {
            String first = path.replace("&cursor=", "");
            String cursor = "";
            for (int page = 0; page < 5; page++) {
                cursor = new JsonMapper().readTree(get(first + "&limit=200" + cursor).body()).path("next").asString("");
                if (cursor.isEmpty()) {
                    return first;
                }
                cursor = "&cursor=" + cursor;
            }
            return first + cursor;
        }
        return path.endsWith("/")
                ? path + new JsonMapper().readTree(get("/events?limit=1&" + month()).body()).get("items").get(0).get("id").asString()
                : path;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }

    private void export(String database, String form) throws IOException, InterruptedException, SQLException {
        Path file = Files.createTempFile("demarche-export", "." + form);
        long start = System.nanoTime();
        List<Long> heaps = new ArrayList<>();
        for (int limit : new int[] {EXPORTED / 10, EXPORTED}) {
            resetPeak();
            start = System.nanoTime();
            http.send(
                    HttpRequest.newBuilder(URI.create(base + "/events." + form + "?limit=" + limit)).build(),
                    BodyHandlers.ofFile(file));
            heaps.add(peakAfterCollection());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s | %s of %,d events | %.0f s, %,d MB | heap left by collections at most %d MB, %d MB for a tenth of them | DuckDB counts %s%n",
                database, form, EXPORTED, seconds, Files.size(file) >> 20, heaps.get(1), heaps.get(0), counted(file));
        Files.delete(file);
    }

    /** What DuckDB finds in the file: rows, different ids, and reports in sum. */
    private static String counted(Path file) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), count(distinct id), sum(\"reportCount\") from '" + file + "'")) {
            row.next();
            return "%,d rows, %,d ids, %,d reports".formatted(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getCollectionUsage() != null)
                .toList();
    }

    private static volatile long peak;

    /** Begins to watch what collections leave on the heap. */
    private static void resetPeak() {
        System.gc();
        peak = 0;
        if (WATCH.getState() == Thread.State.NEW) {
            WATCH.setDaemon(true);
            WATCH.start();
        }
    }

    private static final Thread WATCH = new Thread(() -> {
        while (true) {
            long left = pools().stream()
                    .map(MemoryPoolMXBean::getCollectionUsage)
                    .filter(Objects::nonNull)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            peak = Math.max(peak, left);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    });

    private static long peakAfterCollection() {
        return peak >> 20;
    }
}
