package io.demarche.api.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.demarche.api.json.JsonMistakes;
import io.demarche.api.json.ReadingJson;
import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.statement.Reading;
import io.demarche.ingest.source.SavedFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads articles on all cores and prints their readings in the order of the input; a bounded number is under way at a time. */
final class ReadingLines implements AutoCloseable {

    private static final int UNDER_WAY = 512;
    private static final int PROGRESS = 10_000;

    private final CompiledRulebook rulebook;
    private final boolean explain;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ExecutorService cores =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private long articles;
    private long problems;

    /** {@code explain} prints, in place of JSON, what gave each field. */
    ReadingLines(CompiledRulebook rulebook, boolean explain, PrintWriter out, PrintWriter err) {
        this.rulebook = rulebook;
        this.explain = explain;
        this.out = out;
        this.err = err;
    }

    private record Pending(String place, Future<String> line) {}

    /** A line of input. Fields that are not asked for are passed over. */
    private record Line(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String date) {}

    void readLines(String file, BufferedReader lines) throws IOException, InterruptedException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String given = line;
                String place = (file.equals("-") ? "standard input" : file) + ", line " + number;
                submit(place, () -> read(given));
            }
        }
    }

    void readSaved(Path file) throws InterruptedException {
        submit(file.toString(), () -> {
            Article article = new SavedFiles(InstantSource.system()).read(file);
            return answer(file.getFileName().toString(), article);
        });
    }

    private String read(String text) {
        Line line = json.readValue(text, Line.class);
        if (line.text() == null || line.text().isBlank()) {
            throw new IllegalArgumentException("the field \"text\" is missing or empty");
        }
        Instant now = InstantSource.system().instant();
        Article article = Article.of(
                line.title() == null ? "" : line.title(),
                line.text(),
                new Imprint(null, null, null, line.date() == null ? null : instant(line.date())),
                now);
        return answer(line.id() == null ? article.id() : line.id(), article);
    }

    private static Instant instant(String date) {
        try {
            return date.length() <= 10
                    ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the field \"date\" is a day (2026-03-02) or a time with its zone (2026-03-02T08:00:00Z), found '"
                            + date + "'",
                    e);
        }
    }

    private String answer(String id, Article article) {
        if (explain) {
            return ExplanationText.of(id, rulebook.reader().explain(article));
        }
        Reading reading = rulebook.reader().read(article);
        return json.writeValueAsString(ReadingJson.of(id, reading, rulebook.evaluate(article, reading, List.of())));
    }

    private void submit(String place, Callable<String> work) throws InterruptedException {
        pending.add(new Pending(place, cores.submit(work)));
        if (pending.size() >= UNDER_WAY) {
            printNext();
        }
    }

    /** Prints what is still under way. */
    void drain() throws InterruptedException {
        while (!pending.isEmpty()) {
            printNext();
        }
    }

    private void printNext() throws InterruptedException {
        Pending next = pending.remove();
        try {
            out.println(next.line().get());
            if (++articles % PROGRESS == 0) {
                err.printf("%,d articles%n", articles);
                err.flush();
            }
        } catch (ExecutionException e) {
            problem(next.place(), reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof JacksonException broken) {
            return "no JSON object with the fields of an article: " + JsonMistakes.plain(broken);
        }
        return String.valueOf(cause.getMessage());
    }

    void problem(String place, String message) {
        problems++;
        err.println("demarche: " + place + ": " + message);
        err.flush();
    }

    long articles() {
        return articles;
    }

    long problems() {
        return problems;
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
