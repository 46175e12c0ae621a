package io.demarche.core.pipeline;

import io.demarche.core.statement.ReadingStore;

/**
 * Brings stored articles in line with the rulebook in force: their events gain and lose flags, each by a recorded correction.
 * Subscribers hear only of what is new to them. It may be ended and done again at any time.
 */
public final class Reevaluation {

    private final ReadingStore readings;
    private final ArticlePipeline pipeline;

    /** Evaluates these readings again, each in a transaction of its own. */
    public Reevaluation(ReadingStore readings, ArticlePipeline pipeline) {
        this.readings = readings;
        this.pipeline = pipeline;
    }

    /** Who hears of it as it goes. What it throws ends it. */
    public interface Listener {

        /** So many articles are done. */
        void progress(int done, int total);
    }

    /**
     * What was done.
     *
     * @param articles how many articles with statements were evaluated again
     * @param corrected how many of them raise other flags now
     */
    public record Summary(int articles, int corrected) {}

    /** Goes through these articles. */
    public Summary run(Choice choice, Listener listener) {
        int total = choice.count(readings);
        int[] counts = new int[2];
        listener.progress(0, total);
        choice.forEach(
                readings,
                true,
                read -> {
                    counts[0]++;
                    counts[1] += pipeline.reevaluate(read) ? 1 : 0;
                },
                done -> listener.progress(done, total));
        return new Summary(counts[0], counts[1]);
    }
}
