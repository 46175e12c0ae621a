package io.demarche.rules.reading.english;

import java.util.Collections;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Status;

/** Tells what the news of an article answers: it begins with Bucharest's expulsion of one, and says later that Moscow expelled one. */
final class Riposte {

    /** What says that a step is the answer itself. */
    private static final WordSet ANSWERING = TimeFinder.GOING_ON.with(
            "reply",
            "answer",
            "reaction",
            "replied",
            "responding",
            "retaliating",
            "retaliatory",
            "reciprocal",
            "reciprocated",
            "reciprocating",
            "countered",
            "likewise",
            "too",
            "same",
            "kind",
            "exchange",
            "tit-for-tat",
            "part",
            "while");

    private Riposte() {}

    /** Whether the article began with an expulsion by the other side, and this one, told later as done, is not told as its answer. */
    static boolean isProvocation(
            MarkedSentence sentence, Discourse discourse, Action action, Standing standing, Sides sides) {
        return action.measure() == Measure.EXPULSION
                && standing.status() == Status.ADOPTED
                && TimeFinder.mayBePast(sentence, action)
                && !action.passive()
                && !sentence.hasBetween(0, sentence.size(), ANSWERING)
                && discourse
                        .lead()
                        .filter(lead -> lead.action().measure() == Measure.EXPULSION
                                && isBy(lead.sides().target(), sides.actor())
                                && isBy(lead.sides().actor(), sides.target()))
                        .isPresent();
    }

    private static boolean isBy(Side one, Side other) {
        return !Collections.disjoint(one.parties(), other.parties());
    }
}
