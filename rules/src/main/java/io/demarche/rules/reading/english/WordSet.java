package io.demarche.rules.reading.english;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A closed class of words. The grammar asks for them all the time, and nearly always for a word that is none of them; so its
 * table is sparse, and most words meet an empty slot.
 */
final class WordSet extends AbstractSet<String> {

    private static final int SLOTS_PER_WORD = 8;
    private static final int HALF = 16;

    private final List<String> words;
    private final @Nullable String[] slots;

    private WordSet(Collection<String> words) {
        this.words = words.stream().distinct().toList();
        this.slots = new String[Integer.highestOneBit(Math.max(1, this.words.size()) * SLOTS_PER_WORD)];
        for (String word : this.words) {
            int slot = slot(word);
            while (slots[slot] != null) {
                slot = next(slot);
            }
            slots[slot] = word;
        }
    }

    static Set<String> of(String... words) {
        return new WordSet(List.of(words));
    }

    static Set<String> copyOf(Collection<String> words) {
        return new WordSet(words);
    }

    @Override
    public boolean contains(Object word) {
        int slot = slot((String) word);
        for (String found = slots[slot]; found != null; found = slots[slot]) {
            if (found.equals(word)) {
                return true;
            }
            slot = next(slot);
        }
        return false;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    @Override
    public int size() {
        return words.size();
    }

    private int slot(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> HALF)) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
