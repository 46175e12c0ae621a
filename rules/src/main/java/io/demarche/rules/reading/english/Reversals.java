package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds where a decision to do something is undone, whatever is said of it: reversed its wrong decision to, abolish the order to. */
final class Reversals {

    /** What such a word of status is called. */
    private static final String WORD = "undo a decision to";

    static final WordSet WORDS = WordSet.of(WORD);

    /** How the verbs begin, whatever their ending. */
    private static final List<String> UNDOING = List.of(
            "revok",
            "revers",
            "rescind",
            "cancel",
            "overturn",
            "withdr",
            "abolish",
            "annul",
            "undo",
            "scrap",
            "backtrack");

    private static final WordSet DECISIONS = WordSet.of("decision", "order", "move", "measure");
    private static final int FARTHEST_DECISION = 8;

    private Reversals() {}

    static List<Match<Cue>> in(MarkedSentence sentence) {
        List<Match<Cue>> reversals = new ArrayList<>();
        if (!sentence.hasBetween(0, sentence.size(), DECISIONS)) {
            return reversals;
        }
        for (int at = 0; at < sentence.size(); at++) {
            if (Words.beginsWithAny(sentence.word(at), UNDOING)) {
                addReversal(sentence, at, reversals);
            }
        }
        return reversals;
    }

    /** A decision to close; a decision on the closure; not a decision on Tuesday. */
    private static boolean isBeforeAction(MarkedSentence sentence, int at) {
        return sentence.word(at).equals("to")
                || (sentence.word(at).equals("on") && sentence.isAnyOf(at + 1, Words.DETERMINERS));
    }

    private static void addReversal(MarkedSentence sentence, int verb, List<Match<Cue>> reversals) {
        for (int at = verb + 1; at <= verb + FARTHEST_DECISION; at++) {
            int behind = sentence.isAnyOf(at + 1, Words.QUOTES) ? at + 2 : at + 1;
            if (sentence.isAnyOf(at, DECISIONS) && isBeforeAction(sentence, behind)) {
                reversals.add(new Match<>(verb, behind + 1, new Cue(Status.REJECTED, WORD)));
                return;
            }
        }
    }
}
