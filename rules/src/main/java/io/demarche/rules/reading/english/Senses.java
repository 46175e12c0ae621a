package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

/** What a word may mean as a head, in the order of the lexicon: up to some hundred heads, which most sentences lack the other words of. */
final class Senses {

    static final Senses NONE = new Senses(List.of());

    private final List<Head> heads;
    private final List<List<String>> needed;
    private final List<Vocabulary.Bits> bits;

    Senses(List<Head> heads) {
        this.heads = List.copyOf(heads);
        this.needed = heads.stream().map(HeadWords::needed).toList();
        this.bits = needed.stream().map(Vocabulary.Bits::of).toList();
    }

    boolean isEmpty() {
        return heads.isEmpty();
    }

    /** All of them. */
    List<Head> heads() {
        return heads;
    }

    /** Those all of whose words stand anywhere among these. */
    List<Head> in(Vocabulary vocabulary) {
        if (heads.isEmpty()) {
            return heads;
        }
        List<Head> found = new ArrayList<>();
        for (int i = 0; i < bits.size(); i++) {
            if (vocabulary.mayHave(bits.get(i)) && vocabulary.hasAll(needed.get(i))) {
                found.add(heads.get(i));
            }
        }
        return found;
    }
}
