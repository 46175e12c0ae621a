package io.demarche.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.article.Imprint;
import io.demarche.core.pipeline.Rehearsal;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.ReadArticle;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.ReadingStore;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a rehearsal of a thousand new rules over 100,000 stored articles takes over HTTP on the embedded database, beside a mere
 * pass over the stored statements. Its JVM has 512 MB of heap.
 */
public final class RehearsalBenchmark {

    private static final int ARTICLES = 100_000;
    private static final int IN_ONE_TRANSACTION = 2_000;
    private static final int RULES = 1_000;
    private static final int RUNS = 3;
    private static final List<String> PARTIES = List.of(
            "USA", "RUS", "CHN", "GBR", "FRA", "DEU", "POL", "CZE", "IRN", "IRQ", "SYR", "TUR", "IND", "PAK", "JPN", "KOR", "PRK",
            "AUS", "CAN", "NOR", "SWE", "FIN", "EST", "LVA", "LTU", "BLR", "UKR", "VEN", "CUB", "EU");

    private RehearsalBenchmark() {}

    /** Prints one line of figures for each run. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("demarche-rehearsal");
        try (ConfigurableApplicationContext server = SpringApplication.run(
                DemarcheApplication.class, "--server.port=0", "--demarche.security.open=true", "--demarche.data=" + data, "--demarche.web.max-body=5MB")) {
            fill(server);
            HttpClient http = HttpClient.newHttpClient();
            String drafts = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port")
                    + "/api/v1/rulebook/drafts";
            String draft = begin(http, drafts);
            for (int run = 1; run <= RUNS; run++) {
                double pass = seconds(() -> pass(server.getBean(ReadingStore.class)));
                JsonNode[] summary = new JsonNode[1];
                double rehearsal = seconds(() -> summary[0] = rehearse(http, draft));
                System.out.printf(
                        "rehearsal run %d: %,d articles, %,d rules: %.1f s, %.1f times a mere pass (%.1f s); %,d flags come; a heap of %,d MB%n",
                        run,
                        summary[0].get("articles").asInt(),
                        RULES,
                        rehearsal,
                        rehearsal / pass,
                        pass,
                        summary[0].get("comes").asInt(),
                        Runtime.getRuntime().maxMemory() >> 20);
            }
            System.out.printf(
                    "rehearsal cancelled after its first line: the server went on for %.2f s%n",
                    cancel(URI.create(draft)));
        }
    }

    private static void fill(ConfigurableApplicationContext server) {
        ArticleStore articles = server.getBean(ArticleStore.class);
        ReadingStore readings = server.getBean(ReadingStore.class);
        Transactions transactions = server.getBean(Transactions.class);
        Random random = new Random(1);
        Instant now = Instant.now();
        for (int from = 0; from < ARTICLES; from += IN_ONE_TRANSACTION) {
            int first = from;
            transactions.inOne(() -> {
                List<Article> part = new ArrayList<>();
                for (int i = first; i < first + IN_ONE_TRANSACTION; i++) {
                    Instant told = now.minus(Duration.ofMinutes(random.nextInt(40_000)));
                    Imprint imprint = new Imprint(URI.create("https://wire.example/" + i), null, "en", told);
                    part.add(Article.of("Article " + i, "Some words of news. ".repeat(150), imprint, now));
                }
                readings.save(articles.saveNew(part).stream()
                        .map(saved -> reading(saved.article(), random))
                        .toList());
                return true;
            });
        }
    }

    private static Reading reading(Article article, Random random) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Doing doing = new Doing(
                    any(Measure.values(), random),
                    any(Move.values(), random),
                    any(Status.values(), random),
                    List.of(new Party(PARTIES.get(random.nextInt(PARTIES.size())))),
                    List.of(new Party(PARTIES.get(random.nextInt(PARTIES.size())))),
                    false);
            String quote = "words that say so, number " + i;
            statements.add(new Statement(
                    doing,
                    List.of(),
                    random.nextInt(4) == 0,
                    null,
                    0.8,
                    new Evidence(Evidence.Part.TEXT, i * 100, i * 100 + quote.length(), quote)));
        }
        return new Reading(article.id(), "bench", statements);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static String begin(HttpClient http, String drafts) throws IOException, InterruptedException {
        StringBuilder rules = new StringBuilder();
        Random random = new Random(2);
        for (int i = 0; i < RULES; i++) {
            rules.append("""
                    rule "generated-%d" when
                      $s : Statement( background == false, status == Status.%s, move == Move.%s, measure == Measure.%s, actor == "%s",
                                      target == "%s" )
                    then flag($s, "generated"); end
                    """.formatted(
                            i,
                            any(Status.values(), random),
                            any(Move.values(), random),
                            any(Measure.values(), random),
                            PARTIES.get(random.nextInt(PARTIES.size())),
                            PARTIES.get(random.nextInt(PARTIES.size()))));
        }
        HttpRequest.Builder begin = HttpRequest.newBuilder(URI.create(drafts))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"author\": \"bench\"}"));
        String draft = drafts + "/"
                + new JsonMapper()
                        .readTree(http.send(begin.build(), BodyHandlers.ofString()).body())
                        .get("id")
                        .asString();
        HttpRequest.Builder put = HttpRequest.newBuilder(URI.create(draft + "/files/generated.drl"))
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(rules.toString()));
        http.send(put.build(), BodyHandlers.ofString());
        return draft;
    }

    private static JsonNode rehearse(HttpClient http, String draft) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(draft + "/rehearsal"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"days\": 60}"))
                .build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
            return new JsonMapper().readTree(last).get("summary");
        }
    }

    /** Hangs up after the first line, and waits until no thread rehearses any more; says for how many seconds. */
    private static double cancel(URI draft) throws IOException {
        try (Socket socket = new Socket(draft.getHost(), draft.getPort())) {
            String request = "POST %s/rehearsal HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(draft.getPath(), draft.getAuthority());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (!answer.readLine().contains("progress")) {
                Thread.onSpinWait();
            }
        }
        long hungUp = System.nanoTime();
        while (Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().startsWith(Rehearsal.class.getName()))) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - hungUp) / 1e9;
    }

    /** Goes through all stored statements and does nothing with them. */
    private static void pass(ReadingStore readings) {
        String last = "";
        List<ReadArticle> part;
        do {
            part = readings.since(Instant.EPOCH, last, false, 1_000);
            last = part.isEmpty() ? last : part.get(part.size() - 1).article().id();
        } while (!part.isEmpty());
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
