package io.demarche.rules.reading.english;

import java.util.List;
import java.util.stream.IntStream;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds what somebody failed to do where it says between the two words when: failed on Wednesday to agree. */
final class Failures {

    private static final WordSet FAILING = WordSet.of("failed", "fails", "failing");
    private static final WordSet AGREEING = WordSet.of("agree", "approve", "adopt", "back", "reach");
    private static final WordSet ON = WordSet.of("on", "in", "again", "late", "early", "last", "yet");
    private static final int LONGEST_TIME = 4;

    private Failures() {}

    static List<Match<Cue>> in(MarkedSentence sentence) {
        return IntStream.range(0, sentence.size())
                .filter(at -> sentence.isAnyOf(at, FAILING) && sentence.isAnyOf(at + 1, ON))
                .mapToObj(at -> new Match<>(at, behindTo(sentence, at), new Cue(Status.REJECTED, "failed to")))
                .filter(failure -> failure.to() > failure.from())
                .toList();
    }

    /** The place behind "to", and behind "agree on" where that is what failed; -1 if there is no "to". */
    private static int behindTo(MarkedSentence sentence, int failed) {
        for (int at = failed + 2; at <= failed + LONGEST_TIME; at++) {
            if (sentence.word(at).equals("to")) {
                boolean agree = sentence.isAnyOf(at + 1, AGREEING);
                return agree ? (sentence.word(at + 2).equals("on") ? at + 3 : at + 2) : at + 1;
            }
        }
        return -1;
    }
}
