package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.rules.reading.Sentence;
import io.demarche.rules.reading.Token;

/** Quotation marks around one to five words of somebody else's sentence: proposed the "suspension" of relations. */
final class ScareQuotes {

    private static final int MOST_WORDS = 5;

    private ScareQuotes() {}

    /** The sentence without such marks, which are no part of its grammar. */
    static Sentence without(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        List<Token> kept = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size(); at++) {
            int closing = isInsertion(tokens, at) ? at + 2 : closing(tokens, at);
            if (closing > 0) {
                kept.addAll(tokens.subList(at + 1, closing));
                at = closing;
            } else {
                kept.add(tokens.get(at));
            }
        }
        return kept.size() == tokens.size() ? sentence : sentence.of(kept);
    }

    /** Its call (for) an end; to [reopen] the embassy: a word that an editor put there, without which nothing is grammatical. */
    private static boolean isInsertion(List<Token> tokens, int at) {
        if (at == 0 || at + 2 >= tokens.size() || isWord(tokens.get(at))) {
            return false;
        }
        Token word = tokens.get(at + 1);
        boolean round = tokens.get(at).is("(")
                && tokens.get(at + 2).is(")")
                && Character.isLowerCase(word.text().charAt(0));
        boolean square = tokens.get(at).is("[") && tokens.get(at + 2).is("]");
        return (round || square) && isWord(word);
    }

    /** The mark that closes at most five plain words opened there, or -1. */
    private static int closing(List<Token> tokens, int opening) {
        if (opening == 0 || !isQuote(tokens.get(opening)) || !isWord(tokens.get(opening - 1))) {
            return -1;
        }
        for (int at = opening + 1; at < Math.min(tokens.size(), opening + MOST_WORDS + 2); at++) {
            if (isQuote(tokens.get(at))) {
                return at > opening + 1 ? at : -1;
            }
            if (!isWord(tokens.get(at))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isQuote(Token token) {
        return Words.QUOTES.contains(token.lower());
    }

    private static boolean isWord(Token token) {
        return Character.isLetterOrDigit(token.text().charAt(0));
    }
}
