package io.demarche.rules.reading;

import java.util.List;

import io.demarche.core.statement.Evidence;

/**
 * A sentence of an article.
 *
 * @param part where it stands
 * @param source the whole text of that part
 * @param tokens never empty
 */
public record Sentence(Evidence.Part part, String source, List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** The same sentence, with only these of its tokens. */
    public Sentence of(List<Token> kept) {
        return new Sentence(part, source, kept);
    }

    /** The evidence from one token to another, both included. */
    public Evidence evidence(int first, int last) {
        int start = tokens.get(first).start();
        int end = tokens.get(last).end();
        return new Evidence(part, start, end, source.substring(start, end));
    }
}
