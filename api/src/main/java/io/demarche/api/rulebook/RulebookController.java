package io.demarche.api.rulebook;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.demarche.api.rulebook.RulebookJson.InForceJson;
import io.demarche.api.rulebook.RulebookJson.RevisionJson;
import io.demarche.api.rulebook.RulebookJson.RollbackWish;
import io.demarche.api.web.Caller;
import io.demarche.api.web.Page;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rulebook in force and its revisions. */
@RestController
@Tag(name = "Rulebook")
@RequestMapping("/api/v1/rulebook")
class RulebookController {

    private final Rulebook rulebook;
    private final RevisionStore revisions;
    private final Publishing publishing;

    RulebookController(Rulebook rulebook, RevisionStore revisions, Publishing publishing) {
        this.rulebook = rulebook;
        this.revisions = revisions;
        this.publishing = publishing;
    }

    /** The revision in force, its files and its rules. */
    @Operation(summary = "The revision in force, its files and its rules")
    @GetMapping
    ResponseEntity<InForceJson> current() {
        CompiledRulebook compiled = rulebook.current();
        return ResponseEntity.ok()
                .eTag(Publishing.entityTag(compiled.revision()))
                .body(InForceJson.of(publishing.revision(compiled.revision()), compiled));
    }

    /** All revisions with what each changed, the latest first. */
    @Operation(summary = "All revisions with what each changed, the latest first")
    @GetMapping("/revisions")
    ResponseEntity<Page<RevisionJson>> history(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable @Min(1) Integer cursor) {
        List<Revision> rows = revisions.before(cursor == null ? Integer.MAX_VALUE : cursor, limit + 1);
        List<RevisionJson> items = IntStream.range(0, Math.min(limit, rows.size()))
                .mapToObj(i -> RevisionJson.of(rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null))
                .toList();
        boolean more = rows.size() > limit;
        return Page.answer(
                new Page<>(items, more ? String.valueOf(rows.get(limit - 1).number()) : null));
    }

    /** One revision with its files. */
    @Operation(summary = "One revision with its files")
    @GetMapping("/revisions/{number}")
    RevisionJson revision(@PathVariable int number) {
        return RevisionJson.of(publishing.revision(number));
    }

    /** What differs between a revision and another, by default the one before it. */
    @Operation(summary = "What differs between a revision and another, by default the one before it")
    @GetMapping("/revisions/{number}/diff")
    List<TextDiff.FileDiff> diff(@PathVariable int number, @RequestParam(required = false) @Nullable Integer against) {
        Revision revision = publishing.revision(number);
        int other = against == null ? number - 1 : against;
        return TextDiff.between(
                other == 0 ? List.of() : publishing.revision(other).files(), revision.files());
    }

    /** Publishes an old revision's text again, as a new revision. */
    @Operation(summary = "Publishes an old revision's text again, as a new revision")
    @PostMapping("/rollback")
    ResponseEntity<RevisionJson> rollback(
            @Valid @RequestBody RollbackWish wish,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Revision old = publishing.revision(wish.to());
        String author = Caller.current().author(wish.author(), Caller.current().name());
        return published(publishing.publish(
                new Rulebook.Wish(old.files(), author, wish.note(), wish.isOverridden()), wish.to(), ifMatch));
    }

    static ResponseEntity<RevisionJson> published(Revision revision) {
        return ResponseEntity.created(URI.create("/api/v1/rulebook/revisions/" + revision.number()))
                .eTag(Publishing.entityTag(revision.number()))
                .body(RevisionJson.of(revision));
    }
}
