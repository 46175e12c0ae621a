package io.demarche.core.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import io.demarche.core.statement.ReadArticle;
import io.demarche.core.statement.ReadingStore;

/** Some of the stored articles. They are gone through a part at a time, so that there may be any number of them. */
public sealed interface Choice {

    /** How many are held in memory at once. */
    int AT_ONCE = 1_000;

    /** Those told since then that have statements. */
    record Since(Instant since) implements Choice {

        @Override
        public int count(ReadingStore readings) {
            return readings.countSince(since);
        }

        @Override
        public void forEach(ReadingStore readings, boolean texts, Consumer<ReadArticle> work, IntConsumer done) {
            String last = "";
            int gone = 0;
            List<ReadArticle> part;
            do {
                part = readings.since(since, last, texts, AT_ONCE);
                part.forEach(work);
                gone += part.size();
                done.accept(gone);
                last = part.isEmpty()
                        ? last
                        : part.get(part.size() - 1).article().id();
            } while (part.size() == AT_ONCE);
        }
    }

    /** Those of these ids that have statements. */
    record Of(List<String> articleIds) implements Choice {

        public Of {
            articleIds = List.copyOf(articleIds);
        }

        @Override
        public int count(ReadingStore readings) {
            return articleIds.size();
        }

        @Override
        public void forEach(ReadingStore readings, boolean texts, Consumer<ReadArticle> work, IntConsumer done) {
            for (int from = 0; from < articleIds.size(); from += AT_ONCE) {
                int to = Math.min(articleIds.size(), from + AT_ONCE);
                readings.of(articleIds.subList(from, to), texts).forEach(work);
                done.accept(to);
            }
        }
    }

    /** How many there are at most. */
    int count(ReadingStore readings);

    /**
     * Hands each to {@code work}, and after each part tells how many are done.
     *
     * @param texts whether their texts are wanted
     */
    void forEach(ReadingStore readings, boolean texts, Consumer<ReadArticle> work, IntConsumer done);
}
