package io.demarche.rules.reading;

/** Tells of most words, by their hash alone, that they are none of a few. What it lets through may still be none of them. */
public final class WordFilter {

    /** The bits for some thousand words, which fill a fiftieth of the filter. */
    public static final int LARGE = 18;

    /** The bits for some hundred words, in a kilobyte. */
    public static final int SMALL = 13;

    private static final int HALF = 16;
    /** Sixty-four bits to a long. */
    private static final int WORD = 6;

    private final long[] hashes;
    private final int last;

    /** A filter that tells words apart by that many bits of their hashes. */
    public WordFilter(int bits) {
        this.hashes = new long[(1 << bits) / Long.SIZE];
        this.last = (1 << bits) - 1;
    }

    /** Makes it let that word through. */
    public void add(String word) {
        add(word.hashCode());
    }

    /** Makes it let through the word of that hash. */
    public void add(int hash) {
        hashes[bit(hash) >>> WORD] |= 1L << bit(hash);
    }

    /** Whether that word may be one of those added. */
    public boolean mayHold(String word) {
        return mayHold(word.hashCode());
    }

    /** Whether the word of that hash may be one of those added. */
    public boolean mayHold(int hash) {
        return (hashes[bit(hash) >>> WORD] & 1L << bit(hash)) != 0;
    }

    private int bit(int hash) {
        return (hash ^ (hash >>> HALF)) & last;
    }
}
