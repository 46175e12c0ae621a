package io.demarche.api.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Draft;
import io.demarche.core.rulebook.Example;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.Rule;
import io.demarche.core.rulebook.RulebookFile;
import org.jspecify.annotations.Nullable;

/** The rulebook as JSON. */
final class RulebookJson {

    private RulebookJson() {}

    /** A file of the rulebook. */
    record FileJson(
            @NotNull
            @Size(max = RulebookFile.MAX_PATH)
            @Pattern(
                    regexp = RulebookFile.PATH_SHAPE,
                    message = "must be names of letters, digits, '.', '_' and '-', joined by '/'")
            String path,

            @NotNull String text) {

        static List<FileJson> of(List<RulebookFile> files) {
            return files.stream()
                    .map(file -> new FileJson(file.path(), file.text()))
                    .toList();
        }

        static List<RulebookFile> toFiles(List<FileJson> files) {
            return files.stream()
                    .map(file -> new RulebookFile(file.path(), file.text()))
                    .toList();
        }
    }

    /**
     * A published revision.
     *
     * @param overridden whether its author published it although an example of it failed
     * @param changes what it changed in the revision before it; only in the history
     */
    record RevisionJson(
            int number,
            String author,
            String note,
            boolean overridden,
            Instant publishedAt,
            @Nullable List<FileJson> files,
            @Nullable List<TextDiff.FileDiff> changes) {

        static RevisionJson of(Revision revision) {
            return of(revision, FileJson.of(revision.files()), null);
        }

        /** As an entry of the history. */
        static RevisionJson of(Revision revision, @Nullable Revision before) {
            return of(revision, null, TextDiff.between(before == null ? List.of() : before.files(), revision.files()));
        }

        private static RevisionJson of(
                Revision revision, @Nullable List<FileJson> files, @Nullable List<TextDiff.FileDiff> changes) {
            return new RevisionJson(
                    revision.number(),
                    revision.author(),
                    revision.note(),
                    revision.overridden(),
                    revision.publishedAt(),
                    files,
                    changes);
        }
    }

    /**
     * What is in force on the node that answers.
     *
     * @param breaches on how many articles a rule used up its budget and was left out, by its name
     * @param suspended the names of rules that did so too often and take no part any more
     */
    record InForceJson(RevisionJson revision, List<Rule> rules, Map<String, Integer> breaches, List<String> suspended) {

        static InForceJson of(Revision revision, CompiledRulebook compiled) {
            return new InForceJson(
                    RevisionJson.of(revision), compiled.rules(), compiled.breaches(), compiled.suspended());
        }
    }

    /** A draft; without its files in the list of all. */
    record DraftJson(
            String id,
            int base,
            int version,
            String author,
            Instant changedAt,
            @Nullable List<FileJson> files) {

        static DraftJson of(Draft draft) {
            return of(draft, FileJson.of(draft.files()));
        }

        static DraftJson of(Draft draft, @Nullable List<FileJson> files) {
            return new DraftJson(draft.id(), draft.base(), draft.version(), draft.author(), draft.changedAt(), files);
        }
    }

    /**
     * A wish to begin a draft.
     *
     * @param author who edits; the name of the account that asks if left out
     * @param base the revision to begin from; the latest if left out
     * @param files its files; those of the base if left out
     */
    record DraftWish(
            @Nullable @Size(min = 1, max = 200) String author,
            @Nullable Integer base,
            @Nullable List<@NotNull @Valid FileJson> files) {}

    /**
     * A wish to publish.
     *
     * @param author the name of the account that asks if left out, without accounts the draft's author
     * @param note why
     * @param override whether failing examples shall not stop it
     */
    record PublishWish(
            @Nullable @Size(min = 1, max = 200) String author,
            @NotBlank @Size(max = 2000) String note,
            @Nullable Boolean override) {

        boolean isOverridden() {
            return Boolean.TRUE.equals(override);
        }
    }

    /** A wish to publish an old revision again. */
    record RollbackWish(
            int to,
            @Nullable @Size(min = 1, max = 200) String author,
            @NotBlank @Size(max = 2000) String note,
            @Nullable Boolean override) {

        boolean isOverridden() {
            return Boolean.TRUE.equals(override);
        }
    }

    /**
     * What the compiler says.
     *
     * @param ok whether there is no problem
     * @param rules how many rules there are; none as long as there are problems
     */
    record CheckJson(boolean ok, int rules, int examples, List<Problem> problems, List<Problem> warnings) {

        static CheckJson of(Compilation compilation) {
            if (compilation instanceof Compilation.Broken broken) {
                return new CheckJson(false, 0, 0, broken.problems(), List.of());
            }
            Compilation.Compiled compiled = (Compilation.Compiled) compilation;
            return new CheckJson(
                    true,
                    compiled.rulebook().rules().size(),
                    compiled.rulebook().examples().size(),
                    List.of(),
                    compiled.warnings());
        }
    }

    /** A draft after a change, with what the compiler says of it. */
    record ChangedJson(DraftJson draft, CheckJson check) {}

    /** What came of the examples; those that fail are listed. */
    record ExamplesJson(boolean ok, int examples, List<FailingJson> failing) {

        static ExamplesJson of(List<Example.Outcome> outcomes) {
            List<FailingJson> failing = outcomes.stream()
                    .filter(outcome -> !outcome.passes())
                    .map(FailingJson::of)
                    .toList();
            return new ExamplesJson(failing.isEmpty(), outcomes.size(), failing);
        }
    }

    /** An example that does not pass, and how what is raised differs from what it says. */
    record FailingJson(String file, int line, String example, List<String> mistakes) {

        static FailingJson of(Example.Outcome outcome) {
            Example example = outcome.example();
            return new FailingJson(example.file(), example.line(), example.name(), outcome.mistakes());
        }
    }
}
