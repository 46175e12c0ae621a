package io.demarche.core.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One assertion of an article that a party takes, or might take, a diplomatic measure against or towards another.
 *
 * @param doing the measure, move and status, and between whom
 * @param speaker who proposes, urges, threatens or rejects it, where that is not the actor
 * @param background whether the article tells it as history, not as its news
 * @param count how many people (expelled, listed, recalled), where stated; positive
 * @param confidence how sure the reader is, in [0, 1]
 * @param evidence the words that say so
 */
public record Statement(
        Doing doing,
        List<Party> speaker,
        boolean background,
        @Nullable Integer count,
        double confidence,
        Evidence evidence) {

    public Statement {
        speaker = Doing.sorted(speaker);
        if (count != null && count <= 0) {
            throw new IllegalArgumentException("a count of people is positive, found " + count);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence lies in [0, 1], found " + confidence);
        }
    }
}
