package io.demarche.rules.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in one pass over tokens: a trie of words. Where several phrases begin at one token, the longest is found.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

    /** A phrase found from token {@code from} up to, not including, token {@code to}. */
    public record Match<T>(int from, int to, T value) {}

    /** What may follow some words, and what those words stand for. It never changes, so that many words may lead to one. */
    private record Node<T>(Map<String, Node<T>> next, List<T> values) {

        /** What either knows. */
        Node<T> with(Node<T> other) {
            Map<String, Node<T>> either = new HashMap<>(next);
            other.next.forEach((word, node) -> either.merge(word, node, Node::with));
            return new Node<>(
                    either,
                    Stream.concat(values.stream(), other.values.stream()).toList());
        }
    }

    private final Map<String, Node<T>> starts = new HashMap<>();
    private final WordFilter first;
    private final boolean byCase;

    private PhraseIndex(boolean byCase, int bits) {
        this.byCase = byCase;
        this.first = new WordFilter(bits);
    }

    /** An index of phrases that are the same in capitals. */
    public static <T> PhraseIndex<T> ofWords() {
        return new PhraseIndex<>(false, WordFilter.SMALL);
    }

    /** An index of phrases that are found only as they are written. */
    public static <T> PhraseIndex<T> ofNames() {
        return new PhraseIndex<>(true, WordFilter.LARGE);
    }

    /** Adds a phrase; it is cut into tokens as text is. */
    public void add(String phrase, T value) {
        add(List.of(List.of(phrase)), value);
    }

    /** Adds the phrases that have one of these choices at each of these places. */
    public void add(List<List<String>> places, T value) {
        Map<String, Node<T>> next = Map.of();
        Node<T> rest = new Node<>(next, List.of(value));
        for (int place = places.size() - 1; place >= 0; place--) {
            next = new HashMap<>();
            for (String choice : places.get(place)) {
                List<Token> tokens = Tokenizer.tokens(choice, 0, choice.length());
                Node<T> node = rest;
                for (int at = tokens.size() - 1; at > 0; at--) {
                    node = new Node<>(Map.of(key(tokens.get(at)), node), List.of());
                }
                next.merge(key(tokens.get(0)), node, Node::with);
            }
            rest = new Node<>(next, List.of());
        }
        next.forEach((word, node) -> {
            first.add(word);
            starts.merge(word, node, Node::with);
        });
    }

    /** All longest matches that do not overlap, from left to right; a phrase with several values gives several. */
    public List<Match<T>> find(List<Token> tokens) {
        List<Match<T>> matches = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int to = first.mayHold(key(tokens.get(at))) ? addLongest(tokens, at, matches) : at;
            at = Math.max(to, at + 1);
        }
        return matches;
    }

    private String key(Token token) {
        return byCase ? token.text() : token.lower();
    }

    private int addLongest(List<Token> tokens, int from, List<Match<T>> matches) {
        Map<String, Node<T>> next = starts;
        List<T> longest = List.of();
        int to = from;
        for (int at = from; at < tokens.size(); at++) {
            @Nullable Node<T> node = next.get(key(tokens.get(at)));
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                longest = node.values;
                to = at + 1;
            }
            next = node.next;
        }
        for (int i = 0; i < longest.size(); i++) {
            matches.add(new Match<>(from, to, longest.get(i)));
        }
        return to;
    }
}
