package io.demarche.api.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.demarche.api.json.ReadingJson;
import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.statement.Reading;
import io.demarche.ingest.source.SavedFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads articles and prints their readings. */
final class ReadingLines {

    private final CompiledRulebook rulebook;
    private final boolean explain;
    private final OrderedLines lines;
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** {@code explain} prints, in place of JSON, what gave each field. */
    ReadingLines(CompiledRulebook rulebook, boolean explain, OrderedLines lines) {
        this.rulebook = rulebook;
        this.explain = explain;
        this.lines = lines;
    }

    /** A line of input. Fields that are not asked for are passed over. */
    private record Line(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String date) {}

    void readLines(String file, BufferedReader reader) throws IOException, InterruptedException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                String given = line;
                String place = (file.equals("-") ? "standard input" : file) + ", line " + number;
                lines.submit(place, () -> read(given));
            }
        }
    }

    void readSaved(Path file) throws InterruptedException {
        lines.submit(file.toString(), () -> {
            List<Article> articles = new SavedFiles(InstantSource.system()).readAll(file);
            String name = file.getFileName().toString();
            List<String> answers = new ArrayList<>();
            for (Article article : articles) {
                answers.add(answer(articles.size() == 1 ? name : name + "#" + (answers.size() + 1), article));
            }
            return String.join(System.lineSeparator(), answers);
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
}
