package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds votes whose result stands between the verb and what is voted on: voted 98-2 for, voted on Tuesday against. */
final class Votes {

    static final WordSet VOTING = WordSet.of("vote", "votes", "voted", "voting");
    private static final WordSet FAVOUR = WordSet.of("favour", "favor");
    private static final WordSet MEMBERS = WordSet.of("members", "countries", "states", "nations");
    private static final WordSet ALL = WordSet.of("all", "unanimously");
    private static final int FARTHEST_COUNT = 12;
    private static final int LONGEST_RESULT = 7;

    private Votes() {}

    static List<Match<Cue>> in(MarkedSentence sentence) {
        List<Match<Cue>> votes = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.isAnyOf(at, VOTING)) {
                addVote(sentence, at, votes);
            }
        }
        return votes;
    }

    private static void addVote(MarkedSentence sentence, int verb, List<Match<Cue>> votes) {
        for (int at = verb + 1; at <= verb + LONGEST_RESULT && !sentence.isAnyOf(at, Words.BOUNDARIES); at++) {
            if (sentence.word(at).equals("for")) {
                votes.add(new Match<>(verb, at + 1, inFavour(sentence, verb)));
                return;
            }
            if (sentence.isAnyOf(at, FAVOUR) && sentence.word(at - 1).equals("in")) {
                votes.add(new Match<>(verb, at + 2, inFavour(sentence, verb)));
                return;
            }
            if (sentence.word(at).equals("against")) {
                votes.add(new Match<>(verb, at + 1, new Cue(Status.REJECTED, "vote against")));
                return;
            }
            if (sentence.word(at).equals("to") && !isResult(sentence, at + 1)) {
                return;
            }
        }
    }

    private static Cue inFavour(MarkedSentence sentence, int verb) {
        return new Cue(isOfSome(sentence, verb) ? Status.PROPOSED : Status.ADOPTED, "vote for");
    }

    /** Thirteen of its members voted for it: a vote of which it does not say whether that is enough. */
    static boolean isOfSome(MarkedSentence sentence, int vote) {
        int start = Math.max(sentence.clauseStart(vote), vote - FARTHEST_COUNT);
        return IntStream.range(start, vote).anyMatch(at -> sentence.number(at) != null)
                && sentence.hasBetween(start, vote, MEMBERS)
                && !sentence.hasBetween(start, vote, ALL);
    }

    /** 98 to 2. */
    private static boolean isResult(MarkedSentence sentence, int at) {
        return sentence.number(at) != null;
    }
}
