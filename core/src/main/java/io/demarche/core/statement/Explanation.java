package io.demarche.core.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A reading, and why it says what it says.
 *
 * @param reading the reading, the same as without an explanation
 * @param reasons for each of its statements, in their order, why its fields are what they are
 * @param sentences how each sentence in which something was marked was read, in the order of the text
 */
public record Explanation(Reading reading, List<List<Reason>> reasons, List<SentenceView> sentences) {

    public Explanation {
        reasons = List.copyOf(reasons);
        sentences = List.copyOf(sentences);
    }

    /**
     * How one sentence was read.
     *
     * @param sentence where it stands
     * @param marks what the lexicon knows of its words
     * @param found what was found done in it, whether or not a statement came of it
     */
    public record SentenceView(Evidence sentence, List<Mark> marks, List<Found> found) {}

    /**
     * Words that the lexicon knows.
     *
     * @param words the words as they stand
     * @param as what they are: a party, an object, a head, a word that decides status, a time expression
     */
    public record Mark(String words, String as) {}

    /**
     * Something found done in a sentence.
     *
     * @param words the head and its object
     * @param statement the statement in words ({@code EXPULSION/IMPOSE/ADOPTED/POL>RUS}); null if it was set aside
     * @param setAside why it is no statement; null if it is one
     * @param reasons why its fields are what they are
     */
    public record Found(
            String words,
            @Nullable String statement,
            @Nullable String setAside,
            List<Reason> reasons) {}
}
