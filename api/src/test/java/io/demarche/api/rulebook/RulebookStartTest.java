package io.demarche.api.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.rules.rulebook.DefaultRulebook;
import io.demarche.rules.rulebook.DrlCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulebookStartTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String RULE = "rule \"%s\" when $s : Statement() then flag($s, \"x\"); end\n";

    private final Revisions revisions = new Revisions();
    private final RulebookStart start = new RulebookStart(new DrlCompiler(), revisions);

    @TempDir
    Path folder;

    @Test
    void theBundledRulebookIsTheFirstRevisionAndOnlyOnce() {
        start.prepare(new RulebookSettings(null, Duration.ZERO), NOW);
        start.prepare(new RulebookSettings(null, Duration.ZERO), NOW);
        assertThat(revisions.all).singleElement().satisfies(revision -> {
            assertThat(revision.author()).isEqualTo(DefaultRulebook.AUTHOR);
            assertThat(revision.files()).hasSameSizeAs(DefaultRulebook.files());
        });
    }

    @Test
    void aNewerBundledRulebookReplacesAnOlderOneAndNothingElse() {
        revisions.add(revision(1, DefaultRulebook.AUTHOR, "old"));
        start.prepare(new RulebookSettings(null, Duration.ZERO), NOW);
        assertThat(revisions.latest()).isEqualTo(2);
        revisions.add(revision(3, "ann", "mine"));
        start.prepare(new RulebookSettings(null, Duration.ZERO), NOW);
        assertThat(revisions.latest()).isEqualTo(3);
    }

    @Test
    void aFolderIsPublishedWhenItHasChangedAndAnEditOutlivesARestart() throws IOException {
        RulebookSettings settings = new RulebookSettings(folder, Duration.ZERO);
        Files.writeString(folder.resolve("a.drl"), RULE.formatted("a"));
        start.prepare(settings, NOW);
        assertThat(revisions.latest()).isEqualTo(2);
        revisions.add(revision(3, "ann", "edited"));
        start.prepare(settings, NOW);
        assertThat(revisions.latest()).isEqualTo(3);
        Files.writeString(folder.resolve("a.drl"), RULE.formatted("b"));
        start.prepare(settings, NOW);
        assertThat(revisions.latest()).isEqualTo(4);
        assertThat(revisions.all.get(3).author()).isEqualTo("operator");
    }

    @Test
    void aBrokenFolderKeepsTheServerFromStartingAndNamesItsProblems() throws IOException {
        Files.writeString(folder.resolve("a.drl"), "rule");
        assertThatThrownBy(() -> start.prepare(new RulebookSettings(folder, Duration.ZERO), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.drl:1:");
        assertThat(revisions.latest()).isEqualTo(1);
    }

    private static Revision revision(int number, String author, String rule) {
        return new Revision(number, List.of(new RulebookFile("a.drl", RULE.formatted(rule))), author, "", false, NOW);
    }

    private static final class Revisions implements RevisionStore {

        private final List<Revision> all = new ArrayList<>();

        @Override
        public int latest() {
            return all.size();
        }

        @Override
        public Optional<Revision> find(int number) {
            return all.stream().filter(revision -> revision.number() == number).findFirst();
        }

        @Override
        public List<Revision> before(int number, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean add(Revision revision) {
            return all.add(revision);
        }
    }
}
