package io.demarche.rules.reading.english;

import java.util.List;

/** The words of a sentence. */
final class Vocabulary {

    private final List<String> words;
    private final long bits;

    Vocabulary(List<String> words) {
        this.words = words;
        this.bits = bits(words);
    }

    /** One bit for each of these words, by its hash: a text whose bits lack one of them lacks the word. */
    static long bits(List<String> words) {
        long bits = 0;
        for (String word : words) {
            int hash = word.hashCode();
            bits |= 1L << (hash ^ (hash >>> Short.SIZE));
        }
        return bits;
    }

    /** Whether words with these bits may stand there; those that do not are nearly all told apart by them. */
    boolean mayHave(long wanted) {
        return (bits & wanted) == wanted;
    }

    boolean hasAll(List<String> wanted) {
        return words.containsAll(wanted);
    }
}
