package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Party;

/** Quotations of more than one sentence, whose speaker is named behind the last. */
final class Quotes {

    private static final int MOST_SENTENCES = 4;

    private Quotes() {}

    /** "We close the mission. We had no choice," said the Danish minister: who says what that sentence begins to quote, or nobody. */
    static List<Party> voice(List<MarkedSentence> sentences, int at) {
        MarkedSentence first = sentences.get(at);
        if (!first.isAnyOf(0, Words.QUOTES) || !isOdd(first)) {
            return List.of();
        }
        return sentences.subList(at + 1, Math.min(sentences.size(), at + MOST_SENTENCES)).stream()
                .filter(Quotes::isOdd)
                .findFirst()
                .map(last -> new Agents(last).voice())
                .orElse(List.of());
    }

    /** Whether a quotation begins in it and ends in another, or the other way round. */
    private static boolean isOdd(MarkedSentence sentence) {
        boolean odd = false;
        for (int at = 0; at < sentence.size(); at++) {
            odd ^= sentence.isAnyOf(at, Words.QUOTES);
        }
        return odd;
    }
}
