package io.demarche.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.event.Reports;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.rulebook.TestRulebook;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.ReadArticle;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.ReadingStore;
import io.demarche.core.statement.Statement;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static final Choice ALL = new Choice.Since(NOW);

    private final Readings readings = new Readings(2_500);
    private final Rehearsal rehearsal =
            new Rehearsal(readings, (rules, article, reading) -> rules.evaluate(article, reading, List.of()));
    private final Heard heard = new Heard();

    @Test
    void everyArticleIsGoneThroughInPartsWithProgress() {
        Rehearsal.Summary summary =
                rehearsal.run(ALL, TestRulebook.silent(), TestRulebook.raising("a", "out", Severity.HIGH), heard);
        assertThat(heard.progress).containsExactly("0/2500", "1000/2500", "2000/2500", "2500/2500");
        assertThat(summary.articles()).isEqualTo(2_500);
        assertThat(summary.fates()).isEqualTo(Map.of(Rehearsal.Fate.COMES, 2_500));
        assertThat(heard.changes).extracting(change -> change.flag().kind()).containsOnly("out");
    }

    @Test
    void aFlagOfTheSameRuleOnTheSameStatementChanges() {
        rehearsal.run(
                new Choice.Of(List.of("art00001")),
                TestRulebook.raising("a", "out", Severity.HIGH),
                TestRulebook.raising("a", "out", Severity.LOW),
                heard);
        assertThat(heard.changes).singleElement().satisfies(change -> {
            assertThat(change.fate()).isEqualTo(Rehearsal.Fate.CHANGES);
            assertThat(change.before()).extracting(Flag::severity).isEqualTo(Severity.HIGH);
        });
    }

    @Test
    void whatBothRaiseAlikeIsNoChange() {
        TestRulebook same = TestRulebook.raising("a", "out", Severity.HIGH);
        assertThat(rehearsal.run(ALL, same, same, heard).fates()).isEmpty();
        assertThat(heard.changes).isEmpty();
    }

    @Test
    void whoThrowsEndsIt() {
        heard.patience = 2;
        assertThatThrownBy(() -> rehearsal.run(
                        ALL, TestRulebook.silent(), TestRulebook.raising("a", "out", Severity.HIGH), heard))
                .isInstanceOf(CancellationException.class);
        assertThat(readings.asked).isEqualTo(1);
    }

    private static final class Heard implements Rehearsal.Listener {

        private final List<String> progress = new ArrayList<>();
        private final List<Rehearsal.Change> changes = new ArrayList<>();
        private int patience = Integer.MAX_VALUE;

        @Override
        public void progress(int done, int total) {
            progress.add(done + "/" + total);
            if (progress.size() >= patience) {
                throw new CancellationException();
            }
        }

        @Override
        public void change(Rehearsal.Change change) {
            changes.add(change);
        }
    }

    private static final class Readings implements ReadingStore {

        @Override
        public List<Version> versions(String id) {
            throw new UnsupportedOperationException();
        }

        private final List<ReadArticle> all;
        private int asked;

        Readings(int count) {
            all = IntStream.range(0, count).mapToObj(Readings::read).toList();
        }

        private static ReadArticle read(int i) {
            String text = "Poland expels diplomats.";
            Article article = new Article("art%05d".formatted(i), "", text, Imprint.UNKNOWN, NOW);
            Evidence evidence = new Evidence(Evidence.Part.TEXT, 0, text.length(), text);
            Statement statement = new Statement(Reports.expulsion("POL", "RUS"), List.of(), false, null, 1, evidence);
            return new ReadArticle(article, new Reading(article.id(), "test", List.of(statement)));
        }

        @Override
        public int countSince(Instant since) {
            return all.size();
        }

        @Override
        public List<ReadArticle> since(Instant since, String after, boolean texts, int limit) {
            asked++;
            return all.stream()
                    .filter(read -> read.article().id().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<ReadArticle> of(Collection<String> articleIds, boolean texts) {
            return all.stream()
                    .filter(read -> articleIds.contains(read.article().id()))
                    .toList();
        }

        @Override
        public void save(List<Reading> saved) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Reading> find(String articleId) {
            throw new UnsupportedOperationException();
        }
    }
}
