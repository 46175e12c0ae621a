package io.demarche.api.article;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.validation.Valid;

import io.demarche.api.json.EventJson;
import io.demarche.api.json.ReadingJson;
import io.demarche.api.json.StatementJson;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Processed;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.ReadingStore;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.extract.SavedText;
import io.demarche.ingest.source.Articles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Articles: pushed, read without being stored, looked up. */
@RestController
@Tag(name = "Articles")
@RequestMapping("/api/v1")
class ArticleController {

    private static final URI NOWHERE = URI.create("about:blank");

    private final ArticlePipeline pipeline;
    private final Reads reads;
    private final InstantSource clock;

    ArticleController(ArticlePipeline pipeline, Reads reads, InstantSource clock) {
        this.pipeline = pipeline;
        this.reads = reads;
        this.clock = clock;
    }

    /** What reading needs. */
    record Reads(ArticleStore articles, ReadingStore readings, Rulebook rulebook) {}

    /**
     * What came of a pushed article.
     *
     * @param isNew whether it was not known before
     * @param revised whether it was known, but says something else by now; else a known one changes nothing
     * @param statements how many statements were read in it
     * @param events the events that it tells of; of a revised one, those that it did not tell of before
     */
    record Pushed(
            String id,

            @com.fasterxml.jackson.annotation.JsonProperty("new")
            boolean isNew,

            boolean revised,
            int statements,
            List<EventJson> events) {}

    /**
     * An article with what was read in it.
     *
     * @param version how many texts it has had, this one included
     * @param since when this one came in
     * @param copyOf the article that had the text first; what was read, with its places, is of that one unless this one says more
     */
    record ArticleJson(
            String id,
            String title,
            String text,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String language,
            @Nullable Instant publishedAt,
            Instant receivedAt,
            int version,
            Instant since,
            @Nullable String copyOf,
            @Nullable String readerVersion,
            List<StatementJson> statements) {

        static ArticleJson of(
                Article article, ReadingStore.Version version, @Nullable String copyOf, @Nullable Reading reading) {
            return new ArticleJson(
                    article.id(),
                    article.title(),
                    article.text(),
                    article.imprint().url() == null
                            ? null
                            : String.valueOf(article.imprint().url()),
                    article.imprint().outlet(),
                    article.imprint().language(),
                    article.imprint().publishedAt(),
                    article.receivedAt(),
                    version.number(),
                    version.since(),
                    copyOf,
                    reading == null ? null : reading.readerVersion(),
                    reading == null
                            ? List.of()
                            : reading.statements().stream()
                                    .map(StatementJson::of)
                                    .toList());
        }
    }

    /** Takes an article in. */
    @Operation(summary = "Takes an article in")
    @PostMapping(path = "/articles", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Pushed> push(@Valid @RequestBody ArticleRequest request) {
        return push(request.toArticle(clock.instant()));
    }

    /** Takes an article in as plain text; its first line is the title if others follow. */
    @Operation(summary = "Takes an article in as plain text; its first line is the title if others follow")
    @PostMapping(path = "/articles", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<Pushed> pushText(@RequestBody String text) {
        return push(article(SavedText.extract(text)));
    }

    /** Takes an article in as an HTML page. */
    @Operation(summary = "Takes an article in as an HTML page")
    @PostMapping(path = "/articles", consumes = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Pushed> pushPage(@RequestBody byte[] html, @RequestHeader("Content-Type") String contentType) {
        return push(article(PageExtractor.extract(html, contentType, NOWHERE)));
    }

    /** What would be read in an article and flagged, on request with what gave each field; nothing is stored. */
    @Operation(
            summary = "What would be read in an article and flagged, on request with what gave each field;"
                    + " nothing is stored")
    @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReadingJson read(
            @Valid @RequestBody ArticleRequest request, @RequestParam(defaultValue = "false") boolean explain) {
        return read(request.toArticle(clock.instant()), explain);
    }

    /** What would be read in a plain text. */
    @Operation(summary = "What would be read in a plain text")
    @PostMapping(path = "/read", consumes = MediaType.TEXT_PLAIN_VALUE)
    ReadingJson readText(@RequestBody String text, @RequestParam(defaultValue = "false") boolean explain) {
        return read(article(SavedText.extract(text)), explain);
    }

    /** What would be read in an HTML page. */
    @Operation(summary = "What would be read in an HTML page")
    @PostMapping(path = "/read", consumes = MediaType.TEXT_HTML_VALUE)
    ReadingJson readPage(
            @RequestBody byte[] html,
            @RequestHeader("Content-Type") String contentType,
            @RequestParam(defaultValue = "false") boolean explain) {
        return read(article(PageExtractor.extract(html, contentType, NOWHERE)), explain);
    }

    /** One article with the statements read in it. */
    @Operation(summary = "One article with the statements read in it")
    @GetMapping("/articles/{id}")
    ArticleJson get(@PathVariable String id) {
        Article article = reads.articles().find(id).orElseThrow(() -> new NotFoundException("article", id));
        List<ReadingStore.Version> versions = reads.readings().versions(id);
        return ArticleJson.of(
                article,
                versions.get(versions.size() - 1),
                reads.articles().originalOf(id).orElse(null),
                reads.readings().find(id).orElse(null));
    }

    /** The texts that an article has had, and what changed with each, the first first. */
    @Operation(summary = "The texts that an article has had, and what changed with each, the first first")
    @GetMapping("/articles/{id}/versions")
    List<VersionJson> versions(@PathVariable String id) {
        List<ReadingStore.Version> versions = reads.readings().versions(id);
        if (versions.isEmpty()) {
            throw new NotFoundException("article", id);
        }
        return IntStream.range(0, versions.size())
                .mapToObj(place -> VersionJson.of(versions.get(place), place == 0 ? null : versions.get(place - 1)))
                .toList();
    }

    private ResponseEntity<Pushed> push(Article article) {
        Processed processed = pipeline.process(List.of(article));
        boolean isNew = processed.newArticles() == 1;
        Pushed pushed = new Pushed(
                article.id(),
                isNew,
                processed.revisedArticles() == 1,
                processed.statements(),
                processed.events().stream()
                        .map(event -> EventJson.of(event, null))
                        .toList());
        URI location = URI.create("/api/v1/articles/" + article.id());
        return isNew
                ? ResponseEntity.created(location).body(pushed)
                : ResponseEntity.ok().location(location).body(pushed);
    }

    private ReadingJson read(Article article, boolean explain) {
        CompiledRulebook rules = reads.rulebook().current();
        if (explain) {
            Explanation explanation = rules.reader().explain(article);
            return ReadingJson.of(article.id(), explanation, pipeline.evaluate(rules, article, explanation.reading()));
        }
        Reading reading = rules.reader().read(article);
        return ReadingJson.of(article.id(), reading, pipeline.evaluate(rules, article, reading));
    }

    private Article article(Extract extract) {
        if (extract.text().isBlank()) {
            throw new InvalidRequestException("body", "holds no text");
        }
        if (extract.text().length() > Article.MAX_TEXT) {
            throw new InvalidRequestException("body", "holds more than %,d characters".formatted(Article.MAX_TEXT));
        }
        return Articles.of(extract, null, clock.instant());
    }
}
