package io.demarche.api.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.Validator;

import io.demarche.api.json.JsonMistakes;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.core.article.Article;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Processed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Articles pushed by the hundred: one JSON object a line (NDJSON). */
@RestController
@Tag(name = "Articles")
@RequestMapping("/api/v1")
class BulkController {

    private static final String LINES = "application/x-ndjson";
    private static final int PART = 200;
    private static final int MOST_PROBLEMS = 100;

    private final ArticlePipeline pipeline;
    private final Validator validator;
    private final JsonMapper json;
    private final InstantSource clock;

    BulkController(ArticlePipeline pipeline, Validator validator, JsonMapper json, InstantSource clock) {
        this.pipeline = pipeline;
        this.validator = validator;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came of the lines.
     *
     * @param articles lines that hold an article
     * @param fresh how many of those were not known before
     * @param refused lines that do not
     * @param problems what is wrong with the first hundred of these
     */
    record Pushed(
            int articles,

            @com.fasterxml.jackson.annotation.JsonProperty("new")
            int fresh,

            int statements,
            int refused,
            List<Problem> problems) {

        /** What is wrong with a line, the first being 1. */
        record Problem(int line, String message) {}
    }

    /** Takes articles in, one JSON object a line; a line that holds none does not keep the others out. */
    @Operation(
            summary = "Takes articles in, one JSON object a line; a line that holds none does not keep the others out")
    @PostMapping(path = "/articles", consumes = LINES)
    Pushed push(InputStream body) throws IOException {
        Intake intake = new Intake();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    intake.take(number, line);
                }
            }
        }
        return intake.end();
    }

    private Article article(String line) {
        ArticleRequest request = json.readValue(line, ArticleRequest.class);
        String violations = validator.validate(request).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new InvalidRequestException("line", violations);
        }
        return request.toArticle(clock.instant());
    }

    /** The lines of one request, on their way in by parts. */
    private final class Intake {

        private final List<Article> part = new ArrayList<>();
        private final List<Pushed.Problem> problems = new ArrayList<>();
        private int articles;
        private int fresh;
        private int statements;
        private int refused;

        void take(int number, String line) {
            try {
                part.add(article(line));
                articles++;
            } catch (JacksonException e) {
                refuse(number, JsonMistakes.plain(e));
            } catch (InvalidRequestException e) {
                refuse(number, String.valueOf(e.getMessage()));
            }
            if (part.size() == PART) {
                process();
            }
        }

        private void refuse(int number, String message) {
            refused++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Pushed.Problem(number, message));
            }
        }

        private void process() {
            Processed processed = pipeline.process(part);
            fresh += processed.newArticles();
            statements += processed.statements();
            part.clear();
        }

        Pushed end() {
            process();
            return new Pushed(articles, fresh, statements, refused, problems);
        }
    }
}
