package io.demarche.core.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.Rulebook.Wish;
import org.junit.jupiter.api.Test;

class RulebookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private final Rulebook rulebook = new Rulebook(RulebookTest::compile, store);

    @Test
    void whatIsPublishedIsInForceAndKept() {
        assertThat(rulebook.publish(wish("more rules"), 1, NOW)).isInstanceOf(Publication.Published.class);
        assertThat(rulebook.current().revision()).isEqualTo(2);
        assertThat(store.find(2).orElseThrow().author()).isEqualTo("ann");
    }

    @Test
    void whoIsOvertakenChangesNothing() {
        rulebook.publish(wish("first"), 1, NOW);
        assertThat(rulebook.publish(wish("second"), 1, NOW))
                .isInstanceOfSatisfying(
                        Publication.Overtaken.class,
                        overtaken -> assertThat(overtaken.current().number()).isEqualTo(2));
        assertThat(store.latest()).isEqualTo(2);
    }

    @Test
    void whoLosesTheRaceForTheNumberIsOvertaken() {
        store.beforeAdding = () -> store.revisions.add(new Revision(2, List.of(), "ben", "faster", false, NOW));
        assertThat(rulebook.publish(wish("slower"), 1, NOW)).isInstanceOf(Publication.Overtaken.class);
        assertThat(rulebook.current().revision()).isEqualTo(1);
        assertThat(rulebook.refresh()).isTrue();
        assertThat(rulebook.current().revision()).isEqualTo(2);
    }

    @Test
    void aBrokenTextNeverReplacesAGoodOne() {
        assertThat(rulebook.publish(wish("broken"), 1, NOW)).isInstanceOf(Publication.Broken.class);
        assertThat(rulebook.current().revision()).isEqualTo(1);
        assertThat(store.latest()).isEqualTo(1);
    }

    @Test
    void failingExamplesHoldItBackUnlessOverriddenWhichIsRecorded() {
        assertThat(rulebook.publish(wish("failing"), 1, NOW))
                .isInstanceOfSatisfying(
                        Publication.Failing.class,
                        failing -> assertThat(failing.outcomes())
                                .singleElement()
                                .satisfies(outcome ->
                                        assertThat(outcome.mistakes()).containsExactly("does not raise expulsion")));
        assertThat(rulebook.current().revision()).isEqualTo(1);
        Wish despite = new Wish(wish("failing").files(), "ann", "urgent", true);
        assertThat(rulebook.publish(despite, 1, NOW)).isInstanceOf(Publication.Published.class);
        assertThat(store.find(2).orElseThrow().overridden()).isTrue();
    }

    @Test
    void anOverrideThatWasNotNeededIsNotRecorded() {
        rulebook.publish(new Wish(wish("fine").files(), "ann", "", true), 1, NOW);
        assertThat(store.find(2).orElseThrow().overridden()).isFalse();
    }

    @Test
    void withoutNewsARefreshDoesNothing() {
        CompiledRulebook before = rulebook.current();
        assertThat(rulebook.refresh()).isFalse();
        assertThat(rulebook.current()).isSameAs(before);
    }

    private static Wish wish(String text) {
        return new Wish(List.of(new RulebookFile("a.drl", text)), "ann", "a note", false);
    }

    private static Compilation compile(int revision, List<RulebookFile> files) {
        String text = files.isEmpty() ? "" : files.get(0).text();
        if (text.equals("broken")) {
            return new Compilation.Broken(List.of(new Problem("a.drl", 1, 1, "no good")));
        }
        Article article = Article.of("", "Nothing happened.", Imprint.UNKNOWN, NOW);
        Example example = new Example(
                "a.yaml",
                1,
                "nothing",
                List.of(),
                article,
                text.equals("failing") ? List.of(Example.Expectation.parse("expulsion")) : List.of(),
                List.of(Example.Expectation.parse("*")));
        return new Compilation.Compiled(new TestRulebook(revision, List.of(example), Optional.empty()), List.of());
    }

    private static final class InMemoryRevisionStore implements RevisionStore {

        private final List<Revision> revisions =
                new ArrayList<>(List.of(new Revision(1, List.of(), "demarche", "", false, NOW)));
        private Runnable beforeAdding = () -> {};

        @Override
        public int latest() {
            return revisions.size();
        }

        @Override
        public Optional<Revision> find(int number) {
            return revisions.stream()
                    .filter(revision -> revision.number() == number)
                    .findFirst();
        }

        @Override
        public List<Revision> before(int number, int limit) {
            return List.of();
        }

        @Override
        public boolean add(Revision revision) {
            beforeAdding.run();
            return find(revision.number()).isEmpty() && revisions.add(revision);
        }
    }
}
