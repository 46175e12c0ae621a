package io.demarche.rules.reading;

/**
 * Tells of most words, by their first letter and their length alone, that they are none of a few. What it lets through may still be
 * none of them.
 */
public final class WordFilter {

    private static final int LETTERS = 128;
    private static final int LONGEST = 63;

    private final long[] lengths = new long[LETTERS];

    /** Makes it let that word through. */
    public void add(String word) {
        lengths[letter(word)] |= length(word);
    }

    /** Whether that word may be one of those added. */
    public boolean mayHold(String word) {
        return (lengths[letter(word)] & length(word)) != 0;
    }

    private static int letter(String word) {
        return word.isEmpty() ? 0 : word.charAt(0) & (LETTERS - 1);
    }

    private static long length(String word) {
        return 1L << Math.min(word.length(), LONGEST);
    }
}
