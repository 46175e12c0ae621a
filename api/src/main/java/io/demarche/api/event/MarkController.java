package io.demarche.api.event;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.demarche.api.event.Mark.Label;
import io.demarche.api.event.Mark.Verdict;
import io.demarche.api.json.ReportJson;
import io.demarche.api.json.StatementJson;
import io.demarche.api.web.Change;
import io.demarche.api.web.FreeText;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.JsonLines;
import io.demarche.api.web.NotFoundException;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.ReadingStore;
import io.demarche.core.statement.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Analysts say what was read rightly and wrongly, and what they said comes out as labelled articles. */
@RestController
@Tag(name = "Marks")
@RequestMapping("/api/v1")
class MarkController {

    private final EventReader events;
    private final MarkStore marks;
    private final ArticleStore articles;
    private final ReadingStore readings;
    private final Rulebook rulebook;
    private final JsonMapper json;

    MarkController(
            EventReader events,
            MarkStore marks,
            ArticleStore articles,
            ReadingStore readings,
            Rulebook rulebook,
            JsonMapper json) {
        this.events = events;
        this.marks = marks;
        this.articles = articles;
        this.readings = readings;
        this.rulebook = rulebook;
        this.json = json;
    }

    /**
     * What is said of an event.
     *
     * @param verdict RIGHT or WRONG
     * @param article by what it was read in; the first that told of it if left out
     * @param right for WRONG, the fields that should have been others; if left out, nothing should have been read
     */
    record EventMark(
            @NotNull Verdict verdict,
            @Nullable @Size(max = 40) String article,
            @Nullable @Valid Fields right,
            @Nullable @Size(max = 2000) String note) {}

    /**
     * Fields of a statement that should have been others.
     *
     * @param count 0 for none
     */
    record Fields(
            @Nullable Measure measure,
            @Nullable Move move,
            @Nullable Status status,
            @Nullable Boolean background,
            @Nullable List<@NotBlank String> actor,
            @Nullable List<@NotBlank String> target,
            @Nullable List<@NotBlank String> speaker,
            @Nullable Boolean mutual,
            @Nullable @Min(0) Integer count,
            @Nullable @Size(min = 1, max = 2000) String quote) {

        private Label in(Label read) {
            return new Label(
                    or(measure, read.measure()),
                    or(move, read.move()),
                    or(status, read.status()),
                    or(background, read.background()),
                    or(actor, read.actor()),
                    or(target, read.target()),
                    or(speaker, read.speaker()),
                    or(mutual, read.mutual()),
                    count == null ? read.count() : positive(count),
                    or(quote, read.quote()));
        }

        private static <T> T or(@Nullable T asked, T read) {
            return asked == null ? read : asked;
        }
    }

    /** A statement that was not read and should have been. */
    record Missed(
            @NotNull Measure measure,
            @NotNull Move move,
            @NotNull Status status,
            @Nullable Boolean background,
            @NotEmpty List<@NotBlank String> actor,
            @NotNull List<@NotBlank String> target,
            @Nullable List<@NotBlank String> speaker,
            @Nullable Boolean mutual,
            @Nullable @Min(0) Integer count,
            @NotBlank @Size(max = 2000) String quote,
            @Nullable @Size(max = 2000) String note) {

        private Label label() {
            return new Label(
                    measure,
                    move,
                    status,
                    Boolean.TRUE.equals(background),
                    actor,
                    target,
                    speaker == null ? List.of() : speaker,
                    Boolean.TRUE.equals(mutual),
                    count == null ? null : positive(count),
                    quote);
        }
    }

    private static @Nullable Integer positive(int count) {
        return count == 0 ? null : count;
    }

    /** Says that an event is right, or what of it is wrong. */
    @Operation(
            summary = "Says that an event is right, or what of it is wrong; what is said stays, whatever is read later")
    @PostMapping("/events/{id}/marks")
    ResponseEntity<Mark> mark(@PathVariable String id, @Valid @RequestBody EventMark wish) {
        String event = events.get(id).id();
        if (wish.verdict() == Verdict.MISSED) {
            throw new InvalidRequestException(
                    "verdict", "must be RIGHT or WRONG; what was missed is said of the article, by its marks");
        }
        if (wish.verdict() == Verdict.RIGHT && wish.right() != null) {
            throw new InvalidRequestException("right", "is for what is WRONG");
        }
        ReportJson told = events.report(event, wish.article())
                .orElseThrow(() -> new NotFoundException("report of this event", String.valueOf(wish.article())));
        String read = readings.find(told.articleId()).isPresent()
                ? told.articleId()
                : articles.originalOf(told.articleId()).orElse(told.articleId());
        ReadingStore.Version text = text(read);
        Label right = right(wish, told.statement());
        if (right != null) {
            check("right.", right, text);
        }
        return kept(
                read,
                text,
                new MarkStore.Saying(event, wish.verdict(), told.statement(), right, FreeText.kept(wish.note())));
    }

    private static @Nullable Label right(EventMark wish, StatementJson read) {
        if (wish.verdict() == Verdict.RIGHT) {
            return Label.of(read);
        }
        return wish.right() == null ? null : wish.right().in(Label.of(read));
    }

    /** Says that an article states what was not read in it. */
    @Operation(summary = "Says that an article states what was not read in it")
    @PostMapping("/articles/{id}/marks")
    ResponseEntity<Mark> missed(@PathVariable String id, @Valid @RequestBody Missed wish) {
        ReadingStore.Version text = text(id);
        check("", wish.label(), text);
        return kept(
                id, text, new MarkStore.Saying(null, Verdict.MISSED, null, wish.label(), FreeText.kept(wish.note())));
    }

    /** Every article of which something was marked, labelled, a line of JSON each. */
    @Operation(
            summary =
                    "Every article of which something was marked, labelled, a line of JSON each; with 'complete' only those of"
                            + " which every statement was marked")
    @GetMapping(path = "/labels", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void labels(@RequestParam(defaultValue = "false") boolean complete, HttpServletResponse response) {
        JsonLines.answer(
                response,
                json,
                lines -> marks.eachLabelled(article -> {
                    if (!complete || article.unreviewed() == 0) {
                        lines.item(article);
                    }
                }));
    }

    private ResponseEntity<Mark> kept(String article, ReadingStore.Version text, MarkStore.Saying saying) {
        Mark mark = marks.add(article, text, saying);
        Change.tell(null, mark);
        return ResponseEntity.created(URI.create("/api/v1/articles/" + article)).body(mark);
    }

    private ReadingStore.Version text(String article) {
        List<ReadingStore.Version> versions = readings.versions(article);
        if (versions.isEmpty()) {
            throw new NotFoundException("article", article);
        }
        return versions.get(versions.size() - 1);
    }

    private void check(String where, Label label, ReadingStore.Version text) {
        Set<String> known = rulebook.current().parties();
        check(where + "actor", label.actor(), known);
        check(where + "target", label.target(), known);
        check(where + "speaker", label.speaker(), known);
        if (!text.text().contains(label.quote()) && !text.title().contains(label.quote())) {
            throw new InvalidRequestException(
                    where + "quote", "must stand in the article's title or text, word for word");
        }
    }

    private static void check(String where, List<String> codes, Set<String> known) {
        Optional<String> unknown =
                codes.stream().filter(code -> !known.contains(code)).findFirst();
        if (unknown.isPresent()) {
            throw new InvalidRequestException(
                    where, "must be codes of parties in capitals, such as RUS or EU, found '" + unknown.get() + "'");
        }
    }
}
