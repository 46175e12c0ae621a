package io.demarche.api.rulebook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import io.demarche.api.json.FlagJson;
import io.demarche.api.web.InvalidRequestException;
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

    private static final int USUAL_DAYS = 30;

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
     * On which articles to rehearse.
     *
     * @param days those told in the last so many days; 30 if both are left out
     * @param articles these, by their ids
     */
    record RehearsalWish(
            @Nullable @Min(1) @Max(36_500) Integer days,
            @Nullable @Size(min = 1, max = 10_000) List<String> articles) {}

    /** How far it has come. */
    record Progress(int done, int total) {}

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
            long tookMs) {}

    /** Streams, a JSON object a line, progress, each flag that would come, go or change, and a summary. Hang up to cancel it. */
    @Operation(
            summary = "Streams, a JSON object a line, progress, each flag that would come, go or change, and a summary;"
                    + " hang up to cancel it")
    @PostMapping(path = "/{id}/rehearsal", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void rehearse(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable RehearsalWish wish,
            HttpServletResponse response) {
        if (wish != null && wish.days() != null && wish.articles() != null) {
            throw new InvalidRequestException("days", "and articles cannot both be given");
        }
        CompiledRulebook before = rulebook.current();
        CompiledRulebook after = drafts.compiled(drafts.draft(id));
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        Instant started = clock.instant();
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            Lines lines = new Lines(out);
            Rehearsal.Summary summary = wish != null && wish.articles() != null
                    ? rehearsal.on(wish.articles(), before, after, lines)
                    : rehearsal.since(started.minus(days(wish)), before, after, lines);
            lines.line(
                    "summary",
                    new SummaryJson(
                            summary.articles(),
                            summary.fates().getOrDefault(Rehearsal.Fate.COMES, 0),
                            summary.fates().getOrDefault(Rehearsal.Fate.GOES, 0),
                            summary.fates().getOrDefault(Rehearsal.Fate.CHANGES, 0),
                            summary.setAside(),
                            before.reader() != after.reader(),
                            Duration.between(started, clock.instant()).toMillis()));
        } catch (IOException | UncheckedIOException e) {
            // Whoever asked has hung up, which is how a rehearsal is cancelled.
        }
    }

    private static Duration days(@Nullable RehearsalWish wish) {
        return Duration.ofDays(wish == null || wish.days() == null ? USUAL_DAYS : wish.days());
    }

    private final class Lines implements Rehearsal.Listener {

        private final Writer out;

        Lines(Writer out) {
            this.out = out;
        }

        @Override
        public void progress(int done, int total) {
            line("progress", new Progress(done, total));
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void change(Rehearsal.Change change) {
            line("change", ChangeJson.of(change));
        }

        void line(String name, Object value) {
            try {
                out.write(json.writeValueAsString(Map.of(name, value)));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
