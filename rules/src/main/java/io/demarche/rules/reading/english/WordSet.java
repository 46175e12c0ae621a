package io.demarche.rules.reading.english;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A closed class of words. The grammar asks for them all the time, and nearly always for a word that is none of them; so a
 * bit of its hash tells most words apart, and its table is sparse.
 */
final class WordSet {

    private static final int SLOTS_PER_WORD = 8;
    private static final int HALF = 16;
    /** As many bits of a hash choose one of those of a long. */
    static final int SIX = 6;

    private final List<String> words;
    private final @Nullable String[] slots;
    /** A bit for the hash of each word: most words are none of them by that alone. */
    private final long bits;
    /** The same for another part of the hash. */
    private final long others;

    private WordSet(Stream<String> words) {
        this.words = words.distinct().toList();
        this.slots = new String[Integer.highestOneBit(Math.max(1, this.words.size()) * SLOTS_PER_WORD)];
        long all = 0;
        long more = 0;
        for (String word : this.words) {
            int hash = hash(word);
            all |= 1L << hash;
            more |= 1L << (hash >>> SIX);
            int slot = hash & (slots.length - 1);
            while (slots[slot] != null) {
                slot = next(slot);
            }
            slots[slot] = word;
        }
        this.bits = all;
        this.others = more;
    }

    static WordSet of(String... words) {
        return new WordSet(Stream.of(words));
    }

    /** The words of all of them. */
    static WordSet union(WordSet... sets) {
        return new WordSet(Stream.of(sets).flatMap(WordSet::stream));
    }

    /** These words and more. */
    WordSet with(String... more) {
        return new WordSet(Stream.concat(stream(), Stream.of(more)));
    }

    /** These words but that one. */
    WordSet without(String word) {
        return new WordSet(stream().filter(each -> !each.equals(word)));
    }

    /** What becomes of each of these words. */
    WordSet each(UnaryOperator<String> change) {
        return new WordSet(stream().map(change));
    }

    boolean contains(String word) {
        return contains(word, hash(word));
    }

    /** The same for a word whose hash is known. */
    boolean contains(String word, int hash) {
        if ((bits >>> hash & others >>> (hash >>> SIX) & 1) == 0) {
            return false;
        }
        int slot = hash & (slots.length - 1);
        for (String found = slots[slot]; found != null; found = slots[slot]) {
            if (found.equals(word)) {
                return true;
            }
            slot = next(slot);
        }
        return false;
    }

    Stream<String> stream() {
        return words.stream();
    }

    /** The hash of a word by which sets find it. */
    static int hash(String word) {
        int hash = word.hashCode();
        return hash ^ (hash >>> HALF);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
