package io.demarche.rules.reading;

/** Tells of most words, by their hash alone, that they are none of a few. What it lets through may still be none of them. */
public final class WordFilter {

    /** Sixteen bits of a hash: enough for some thousand words to fill a hundredth of them. */
    private static final int HALF = 16;

    private final long[] hashes = new long[(1 << HALF) / Long.SIZE];

    /** Makes it let that word through. */
    public void add(String word) {
        add(word.hashCode());
    }

    /** Makes it let through the word of that hash. */
    public void add(int hash) {
        hashes[half(hash) / Long.SIZE] |= 1L << half(hash);
    }

    /** Whether that word may be one of those added. */
    public boolean mayHold(String word) {
        return mayHold(word.hashCode());
    }

    /** Whether the word of that hash may be one of those added. */
    public boolean mayHold(int hash) {
        return (hashes[half(hash) / Long.SIZE] & 1L << half(hash)) != 0;
    }

    private static int half(int hash) {
        return (hash ^ (hash >>> HALF)) & ((1 << HALF) - 1);
    }
}
