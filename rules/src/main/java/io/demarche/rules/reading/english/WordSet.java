package io.demarche.rules.reading.english;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import io.demarche.rules.reading.WordFilter;

/** A closed class of words. The grammar asks for them all the time, and nearly always for a word that is none of them. */
final class WordSet extends AbstractSet<String> {

    private final Set<String> words;
    private final WordFilter filter = new WordFilter();

    private WordSet(Collection<String> words) {
        this.words = new HashSet<>(words);
        this.words.forEach(filter::add);
    }

    static Set<String> of(String... words) {
        return new WordSet(List.of(words));
    }

    static Set<String> copyOf(Collection<String> words) {
        return new WordSet(words);
    }

    @Override
    public boolean contains(Object word) {
        return filter.mayHold((String) word) && words.contains(word);
    }

    @Override
    public Iterator<String> iterator() {
        return List.copyOf(words).iterator();
    }

    @Override
    public int size() {
        return words.size();
    }
}
