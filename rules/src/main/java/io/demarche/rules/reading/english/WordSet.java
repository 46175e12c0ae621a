package io.demarche.rules.reading.english;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A closed class of words. The grammar asks for them all the time, and nearly always for a word that is none of them; so its
 * table is sparse, and most words meet an empty slot.
 */
final class WordSet {

    private static final int SLOTS_PER_WORD = 8;
    private static final int HALF = 16;

    private final List<String> words;
    private final @Nullable String[] slots;

    private WordSet(Stream<String> words) {
        this.words = words.distinct().toList();
        this.slots = new String[Integer.highestOneBit(Math.max(1, this.words.size()) * SLOTS_PER_WORD)];
        for (String word : this.words) {
            int slot = slot(word);
            while (slots[slot] != null) {
                slot = next(slot);
            }
            slots[slot] = word;
        }
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
        int slot = slot(word);
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

    private int slot(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> HALF)) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
