package io.demarche.rules.reading.english;

import java.util.BitSet;
import java.util.List;

import io.demarche.rules.reading.PhraseIndex.Match;

/** Where in a sentence some phrases stand. It is asked of every token, so that it answers without a search. */
final class Spans {

    private final BitSet starts = new BitSet();
    private final BitSet covered = new BitSet();

    @SafeVarargs
    Spans(List<? extends Match<?>>... phrases) {
        for (List<? extends Match<?>> list : phrases) {
            for (Match<?> phrase : list) {
                starts.set(phrase.from());
                covered.set(phrase.from(), phrase.to());
            }
        }
    }

    /** Whether one of them begins there. */
    boolean beginAt(int at) {
        return at >= 0 && starts.get(at);
    }

    /** Whether that token belongs to one of them. */
    boolean cover(int at) {
        return at >= 0 && covered.get(at);
    }
}
