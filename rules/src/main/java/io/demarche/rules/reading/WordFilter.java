package io.demarche.rules.reading;

import java.util.BitSet;

/** Tells of most words, by their hash alone, that they are none of a few. What it lets through may still be none of them. */
public final class WordFilter {

    /** Sixteen bits of a hash: enough for some thousand words to fill a hundredth of them. */
    private static final int HALF = 16;

    private final BitSet hashes = new BitSet(1 << HALF);

    /** Makes it let that word through. */
    public void add(String word) {
        hashes.set(half(word));
    }

    /** Whether that word may be one of those added. */
    public boolean mayHold(String word) {
        return hashes.get(half(word));
    }

    private static int half(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> HALF)) & ((1 << HALF) - 1);
    }
}
