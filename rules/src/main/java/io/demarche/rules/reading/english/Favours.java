package io.demarche.rules.reading.english;

import java.util.List;
import java.util.stream.IntStream;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds what somebody is for, where no other word says so: Norway is for lifting them, is for the mutual lifting of them. */
final class Favours {

    private static final WordSet KINDS = WordSet.of("mutual", "full", "complete", "gradual", "immediate", "early");

    private Favours() {}

    static List<Match<Cue>> in(MarkedSentence sentence) {
        return IntStream.range(1, sentence.size())
                .filter(is -> sentence.isAnyOf(is, Words.PRESENT_BE)
                        && sentence.word(is + 1).equals("for")
                        && sentence.mentionAt(is - 1).isPresent()
                        && isStep(sentence, is + 2))
                .mapToObj(is -> new Match<>(is, is + 2, new Cue(Status.URGED, "in favour of")))
                .toList();
    }

    private static boolean isStep(MarkedSentence sentence, int from) {
        int at = sentence.behindArticle(from);
        while (sentence.isAnyOf(at, KINDS)) {
            at++;
        }
        return sentence.heads(at).stream().anyMatch(head -> head.form().isNominal());
    }
}
