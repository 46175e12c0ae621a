package io.demarche.rules.reading.english;

import java.util.List;

/** The words of a sentence. */
final class Vocabulary {

    private final List<String> words;
    private final Bits bits;

    /** One bit for each of some words by one part of its hash, and one by another: a text that lacks a bit lacks the word. */
    record Bits(long some, long others) {

        static Bits of(List<String> words) {
            long some = 0;
            long others = 0;
            for (String word : words) {
                int hash = WordSet.hash(word);
                some |= 1L << hash;
                others |= 1L << (hash >>> WordSet.SIX);
            }
            return new Bits(some, others);
        }
    }

    Vocabulary(List<String> words) {
        this.words = words;
        this.bits = Bits.of(words);
    }

    /** Whether words with these bits may stand there; those that do not are nearly all told apart by them. */
    boolean mayHave(Bits wanted) {
        return (bits.some & wanted.some) == wanted.some && (bits.others & wanted.others) == wanted.others;
    }

    boolean hasAll(List<String> wanted) {
        return words.containsAll(wanted);
    }
}
