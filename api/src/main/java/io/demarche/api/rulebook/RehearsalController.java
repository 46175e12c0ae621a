package io.demarche.api.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import io.demarche.api.json.FlagJson;
import io.demarche.api.web.JsonLines;
import io.demarche.core.pipeline.Choice;
import io.demarche.core.pipeline.Rehearsal;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a draft would change in the flags of stored articles. */
@RestController
@Tag(name = "Rulebook")
@RequestMapping("/api/v1/rulebook/drafts")
class RehearsalController {

    private final DraftController drafts;
    private final Rulebook rulebook;
    private final Rehearsal rehearsal;
    private final JsonMapper json;
    private final InstantSource clock;

    RehearsalController(
            DraftController drafts, Rulebook rulebook, Rehearsal rehearsal, JsonMapper json, InstantSource clock) {
        this.drafts = drafts;
        this.rulebook = rulebook;
        this.rehearsal = rehearsal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A flag that the draft would change.
     *
     * @param quote the words that it is about
     */
    record ChangeJson(
            Rehearsal.Fate fate,
            String articleId,
            String title,
            @Nullable String url,
            @Nullable String outlet,
            Instant toldAt,
            @Nullable FlagJson before,
            @Nullable FlagJson after,
            String doing,
            String quote) {

        static ChangeJson of(Rehearsal.Change change) {
            Flag flag = change.flag();
            return new ChangeJson(
                    change.fate(),
                    change.article().id(),
                    change.article().title(),
                    change.article().imprint().url() == null
                            ? null
                            : String.valueOf(change.article().imprint().url()),
                    change.article().imprint().outlet(),
                    change.article().toldAt(),
                    change.before() == null ? null : FlagJson.of(change.before()),
                    change.after() == null ? null : FlagJson.of(change.after()),
                    flag.statement().doing().key(),
                    flag.statement().evidence().quote());
        }
    }

    /**
     * What was found.
     *
     * @param articles how many articles with statements were gone through
     * @param setAside rules that used up their budget on any of them
     * @param readersDiffer whether the draft changes the lexicon, of which a rehearsal shows nothing, since it reads nothing again
     */
    record SummaryJson(
            int articles,
            int comes,
            int goes,
            int changes,
            Collection<String> setAside,
            boolean readersDiffer,
            long tookMs) {

        static SummaryJson of(Rehearsal.Summary summary, boolean readersDiffer, Duration took) {
            return new SummaryJson(
                    summary.articles(),
                    summary.fates().getOrDefault(Rehearsal.Fate.COMES, 0),
                    summary.fates().getOrDefault(Rehearsal.Fate.GOES, 0),
                    summary.fates().getOrDefault(Rehearsal.Fate.CHANGES, 0),
                    summary.setAside(),
                    readersDiffer,
                    took.toMillis());
        }
    }

    /** Streams, a JSON object a line, progress, each flag that would come, go or change, and a summary. Hang up to cancel it. */
    @Operation(
            summary = "Streams, a JSON object a line, progress, each flag that would come, go or change, and a summary;"
                    + " hang up to cancel it")
    @PostMapping(path = "/{id}/rehearsal", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void rehearse(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable ArticlesWish wish,
            HttpServletResponse response) {
        Instant started = clock.instant();
        Choice choice = ArticlesWish.choice(wish, started);
        CompiledRulebook before = rulebook.current();
        CompiledRulebook after = drafts.compiled(drafts.draft(id));
        JsonLines.answer(response, json, lines -> {
            Rehearsal.Summary summary = rehearsal.run(choice, before, after, new Lines(lines));
            lines.line(
                    "summary",
                    SummaryJson.of(
                            summary, before.reader() != after.reader(), Duration.between(started, clock.instant())));
        });
    }

    private record Lines(JsonLines lines) implements Rehearsal.Listener {

        @Override
        public void progress(int done, int total) {
            lines.progress(done, total);
        }

        @Override
        public void change(Rehearsal.Change change) {
            lines.line("change", ChangeJson.of(change));
        }
    }
}
