package io.demarche.api.rulebook;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import io.demarche.api.rulebook.RulebookJson.ChangedJson;
import io.demarche.api.rulebook.RulebookJson.CheckJson;
import io.demarche.api.rulebook.RulebookJson.DraftJson;
import io.demarche.api.rulebook.RulebookJson.DraftWish;
import io.demarche.api.rulebook.RulebookJson.ExamplesJson;
import io.demarche.api.rulebook.RulebookJson.FileJson;
import io.demarche.api.rulebook.RulebookJson.PublishWish;
import io.demarche.api.rulebook.RulebookJson.RevisionJson;
import io.demarche.api.web.Caller;
import io.demarche.api.web.Change;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.RefusedException;
import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Draft;
import io.demarche.core.rulebook.DraftStore;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.RulebookCompiler;
import io.demarche.core.rulebook.RulebookFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Edits of the rulebook: begun, changed, checked, tried on examples, published. */
@RestController
@Tag(name = "Rulebook")
@RequestMapping("/api/v1/rulebook/drafts")
class DraftController {

    private final DraftStore drafts;
    private final RulebookCompiler compiler;
    private final Rulebook rulebook;
    private final Publishing publishing;
    private final InstantSource clock;

    DraftController(
            DraftStore drafts,
            RulebookCompiler compiler,
            Rulebook rulebook,
            Publishing publishing,
            InstantSource clock) {
        this.drafts = drafts;
        this.compiler = compiler;
        this.rulebook = rulebook;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Begins a draft. */
    @Operation(summary = "Begins a draft")
    @PostMapping
    ResponseEntity<DraftJson> create(@Valid @RequestBody DraftWish wish) {
        Revision base =
                publishing.revision(wish.base() == null ? rulebook.current().revision() : wish.base());
        Draft draft = new Draft(
                "dra_" + UUID.randomUUID().toString().replace("-", ""),
                base.number(),
                1,
                wish.files() == null ? base.files() : FileJson.toFiles(wish.files()),
                Caller.current().author(wish.author(), Caller.current().name()),
                clock.instant());
        drafts.add(draft);
        Change.tell(null, DraftJson.of(draft, null));
        return ResponseEntity.created(URI.create("/api/v1/rulebook/drafts/" + draft.id()))
                .eTag(Publishing.entityTag(draft.version()))
                .body(DraftJson.of(draft));
    }

    /** All drafts without their files, the one changed last first. */
    @Operation(summary = "All drafts without their files, the one changed last first")
    @GetMapping
    List<DraftJson> list() {
        return drafts.all().stream().map(draft -> DraftJson.of(draft, null)).toList();
    }

    /** One draft with its files. */
    @Operation(summary = "One draft with its files")
    @GetMapping("/{id}")
    ResponseEntity<DraftJson> get(@PathVariable String id) {
        Draft draft = draft(id);
        return ResponseEntity.ok().eTag(Publishing.entityTag(draft.version())).body(DraftJson.of(draft));
    }

    /** Gives a draft up. */
    @Operation(summary = "Gives a draft up")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        Draft draft = draft(id);
        drafts.remove(id);
        Change.tell(DraftJson.of(draft), null);
        return ResponseEntity.noContent().build();
    }

    /** Puts a file into a draft, in place of one of the same path, and checks the draft. */
    @Operation(summary = "Puts a file into a draft, in place of one of the same path, and checks the draft")
    @PutMapping(path = "/{id}/files/{*path}", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<ChangedJson> put(
            @PathVariable String id,
            @PathVariable String path,
            @RequestBody(required = false) @Nullable String text,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Draft draft = draft(id);
        RulebookFile file = file(path.substring(1), text == null ? "" : text);
        ResponseEntity<ChangedJson> changed = changed(draft.with(file, clock.instant()), ifMatch);
        Change.tell(named(draft, file.path()), file);
        return changed;
    }

    /** Takes a file out of a draft, and checks the draft. */
    @Operation(summary = "Takes a file out of a draft, and checks the draft")
    @DeleteMapping("/{id}/files/{*path}")
    ResponseEntity<ChangedJson> remove(
            @PathVariable String id,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Draft draft = draft(id);
        String name = path.substring(1);
        RulebookFile file = named(draft, name);
        if (file == null) {
            throw new NotFoundException("file of the draft", name);
        }
        ResponseEntity<ChangedJson> changed = changed(draft.without(name, clock.instant()), ifMatch);
        Change.tell(file, null);
        return changed;
    }

    private static @Nullable RulebookFile named(Draft draft, String path) {
        return draft.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    /** What the compiler says of a draft: all problems and warnings. */
    @Operation(summary = "What the compiler says of a draft: all problems and warnings")
    @PostMapping("/{id}/check")
    CheckJson check(@PathVariable String id) {
        return CheckJson.of(compile(draft(id)));
    }

    /** Runs the examples of a draft. */
    @Operation(summary = "Runs the examples of a draft")
    @PostMapping("/{id}/examples")
    ExamplesJson examples(@PathVariable String id) {
        CompiledRulebook compiled = compiled(draft(id));
        return ExamplesJson.of(compiled.examples().stream()
                .map(example -> example.run(compiled))
                .toList());
    }

    /** What a draft changes in the revision it began from. */
    @Operation(summary = "What a draft changes in the revision it began from")
    @GetMapping("/{id}/diff")
    List<TextDiff.FileDiff> diff(@PathVariable String id) {
        Draft draft = draft(id);
        return TextDiff.between(publishing.revision(draft.base()).files(), draft.files());
    }

    /** Brings a draft onto the revision in force: what only others changed is taken over; what both changed stays yours. */
    @Operation(
            summary = "Brings a draft onto the revision in force: what only others changed is taken over;"
                    + " what both changed stays yours and is listed")
    @PostMapping("/{id}/rebase")
    List<TextDiff.ThreeWay> rebase(@PathVariable String id) {
        Draft draft = draft(id);
        Revision base = publishing.revision(draft.base());
        Revision current = publishing.revision(rulebook.current().revision());
        List<TextDiff.ThreeWay> changes = TextDiff.threeWay(base.files(), current.files(), draft.files());
        Map<String, RulebookFile> yours =
                draft.files().stream().collect(Collectors.toMap(RulebookFile::path, file -> file));
        List<RulebookFile> files = new ArrayList<>(current.files());
        for (TextDiff.ThreeWay change : changes) {
            if (change.yours() != null) {
                files.removeIf(file -> file.path().equals(change.path()));
                if (yours.containsKey(change.path())) {
                    files.add(yours.get(change.path()));
                }
            }
        }
        save(draft.changed(current.number(), files, clock.instant()));
        return changes.stream().filter(TextDiff.ThreeWay::conflict).toList();
    }

    /** Publishes a draft as the next revision, if the revision in force is that of If-Match; the draft ends. */
    @Operation(
            summary =
                    "Publishes a draft as the next revision, if the revision in force is that of If-Match; the draft ends")
    @PostMapping("/{id}/publish")
    ResponseEntity<RevisionJson> publish(
            @PathVariable String id,
            @Valid @RequestBody PublishWish wish,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Draft draft = draft(id);
        String author = Caller.current().author(wish.author(), draft.author());
        Revision revision = publishing.publish(
                new Rulebook.Wish(draft.files(), author, wish.note(), wish.isOverridden()), draft.base(), ifMatch);
        drafts.remove(id);
        return RulebookController.published(revision);
    }

    /** The draft compiled, as it would be if it were published now. */
    CompiledRulebook compiled(Draft draft) {
        Compilation compilation = compile(draft);
        if (compilation instanceof Compilation.Broken broken) {
            throw Publishing.broken("draft", broken.problems());
        }
        return compilation.orThrow();
    }

    private Compilation compile(Draft draft) {
        return compiler.compile(rulebook.current().revision() + 1, draft.files());
    }

    Draft draft(String id) {
        return drafts.find(id).orElseThrow(() -> new NotFoundException("draft", id));
    }

    private ResponseEntity<ChangedJson> changed(Draft changed, @Nullable String ifMatch) {
        if (ifMatch != null && Publishing.number(ifMatch) != changed.version() - 1) {
            throw changedMeanwhile();
        }
        save(changed);
        return ResponseEntity.ok()
                .eTag(Publishing.entityTag(changed.version()))
                .body(new ChangedJson(DraftJson.of(changed, null), CheckJson.of(compile(changed))));
    }

    private void save(Draft changed) {
        if (!drafts.change(changed)) {
            throw changedMeanwhile();
        }
    }

    private static RefusedException changedMeanwhile() {
        return new RefusedException(
                HttpStatus.PRECONDITION_FAILED,
                "draft-changed",
                "the draft was changed or published meanwhile; get it again and repeat your change",
                Map.of());
    }

    private static RulebookFile file(String path, String text) {
        try {
            return new RulebookFile(path, text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("path", String.valueOf(e.getMessage()));
        }
    }
}
