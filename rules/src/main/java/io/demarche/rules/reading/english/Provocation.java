package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;

/** What a step answers: in response to Washington's expulsion of ten, in retaliation for the decision to shut the consulate. */
final class Provocation {

    private static final WordSet ANSWERS = Words.ANSWERS.with(
            "reaction",
            "revenge",
            "respond",
            "responds",
            "responded",
            "responding",
            "retaliate",
            "retaliates",
            "retaliated",
            "retaliating",
            "reacts",
            "reacted",
            "reacting",
            "replied",
            "answered");
    private static final WordSet TO = WordSet.of("to", "for", "against", "over");
    private static final WordSet FOLLOWS = WordSet.of("follows", "followed");
    private static final WordSet DECISIONS = WordSet.of("decision", "move", "order", "step");
    private static final int FARTHEST = 8;

    /** The reason. It begins no tale: what answers it is the news. */
    static final String ANSWERED = "what something else answers";

    private Provocation() {}

    /** Whether that is what something else answers: it was done before. */
    static boolean isAnswered(MarkedSentence sentence, Action action, Standing standing) {
        if (standing.status() != Status.ADOPTED || action.passive()) {
            return false;
        }
        boolean noun = action.how() == Construction.NOMINAL || action.how() == Construction.GOVERNED;
        int decision = decision(sentence, action.at());
        return (noun && isBehindAnswer(sentence, action.at())) || (decision > 0 && isBehindAnswer(sentence, decision));
    }

    /** The decision to expel them, to force it to cut its staff: where that is decided; else -1. */
    private static int decision(MarkedSentence sentence, int verb) {
        for (int to = verb - 1; to > 0 && to >= verb - FARTHEST && !sentence.isAnyOf(to, Words.COMMA); to--) {
            if (sentence.isAnyOf(to, Words.TO) && sentence.isAnyOf(to - 1, DECISIONS)) {
                return to - 1;
            }
        }
        return -1;
    }

    /** To Washington's recent expulsion: nothing but whose it is and of what kind stands between. */
    static boolean isBehindAnswer(MarkedSentence sentence, int noun) {
        for (int at = noun - 1; at > 0 && at >= noun - FARTHEST; at--) {
            if (sentence.isAnyOf(at, FOLLOWS) || (sentence.isAnyOf(at, TO) && sentence.isAnyOf(at - 1, ANSWERS))) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.COMMA)
                    || sentence.isAnyOf(at, Words.BOUNDARIES)
                    || sentence.isAnyOf(at, Words.PREPOSITIONS)
                    || sentence.isInCue(at)
                    || sentence.verbs.contains(at)) {
                return false;
            }
        }
        return false;
    }
}
