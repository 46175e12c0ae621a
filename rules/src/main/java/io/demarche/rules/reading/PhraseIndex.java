package io.demarche.rules.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in one pass over tokens: a trie of words. Where several phrases begin at one token, the longest is found.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

    /** A phrase found from token {@code from} up to, not including, token {@code to}. */
    public record Match<T>(int from, int to, T value) {}

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final List<T> values = new ArrayList<>();
    }

    private final Node<T> root = new Node<>();
    private final WordFilter first = new WordFilter();
    private final Function<Token, String> key;

    /** An index of phrases whose words are compared by that key of a token. */
    public PhraseIndex(Function<Token, String> key) {
        this.key = key;
    }

    /** Adds a phrase; it is cut into tokens as text is. */
    public void add(String phrase, T value) {
        Node<T> node = root;
        List<Token> tokens = Tokenizer.tokens(phrase, 0, phrase.length());
        first.add(key.apply(tokens.get(0)));
        for (Token token : tokens) {
            node = node.next.computeIfAbsent(key.apply(token), word -> new Node<>());
        }
        node.values.add(value);
    }

    /** All longest matches that do not overlap, from left to right; a phrase with several values gives several. */
    public List<Match<T>> find(List<Token> tokens) {
        List<Match<T>> matches = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int to = first.mayHold(key.apply(tokens.get(at))) ? addLongest(tokens, at, matches) : at;
            at = Math.max(to, at + 1);
        }
        return matches;
    }

    private int addLongest(List<Token> tokens, int from, List<Match<T>> matches) {
        @Nullable Node<T> node = root;
        List<T> longest = List.of();
        int to = from;
        for (int at = from; at < tokens.size(); at++) {
            node = node.next.get(key.apply(tokens.get(at)));
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                longest = node.values;
                to = at + 1;
            }
        }
        for (T value : longest) {
            matches.add(new Match<>(from, to, value));
        }
        return to;
    }
}
