package io.demarche.rules.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.demarche.core.statement.Evidence;

/**
 * Cuts an article's part into sentences: at line breaks, and after a full stop, question or exclamation mark that something new
 * follows. A point after an initial or one of the given abbreviations ends nothing.
 */
public final class SentenceSplitter {

    /** A sentence longer than this many tokens is cut: what is longer is a list or a table. */
    public static final int LONGEST = 150;

    private final Set<String> abbreviations;

    /** A splitter that knows these abbreviations, in lower case, without their last point. */
    public SentenceSplitter(Set<String> abbreviations) {
        this.abbreviations = Set.copyOf(abbreviations);
    }

    /** The sentences of that text, in order. */
    public List<Sentence> sentences(Evidence.Part part, String text) {
        List<Sentence> sentences = new ArrayList<>();
        int lineStart = 0;
        while (lineStart < text.length()) {
            int lineEnd = text.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            addSentences(sentences, part, text, Tokenizer.tokens(text, lineStart, lineEnd));
            lineStart = lineEnd + 1;
        }
        return sentences;
    }

    private void addSentences(List<Sentence> sentences, Evidence.Part part, String text, List<Token> tokens) {
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i + 1 == tokens.size() || i - first + 1 >= LONGEST || endsSentence(tokens, i)) {
                sentences.add(new Sentence(part, text, tokens.subList(first, i + 1)));
                first = i + 1;
            }
        }
    }

    private boolean endsSentence(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.text().length() > 1) {
            return false;
        }
        Token next = tokens.get(i + 1);
        boolean closing = "\"”')]".contains(token.text()) && i > 0 && isEnd(tokens, i - 1);
        if (!closing && !isEnd(tokens, i)) {
            return false;
        }
        boolean gap = next.start() > token.end() || (!closing && isRunOn(tokens, i));
        return gap && !Character.isLowerCase(next.text().charAt(0)) && !"”)],;".contains(next.text());
    }

    /** Left the mission.The ministry said: a word in which a sentence ends, a point, and a capitalised word, with no blank between. */
    private static boolean isRunOn(List<Token> tokens, int i) {
        return i > 0 && tokens.get(i).is(".") && isWord(tokens.get(i - 1)) && isWord(tokens.get(i + 1));
    }

    private static boolean isWord(Token token) {
        String text = token.text();
        return text.length() > 2
                && Character.isLowerCase(text.charAt(text.length() - 1))
                && Character.isLetter(text.charAt(0));
    }

    private boolean isEnd(List<Token> tokens, int i) {
        String sign = tokens.get(i).text();
        if (sign.equals("?") || sign.equals("!") || sign.equals("…")) {
            return true;
        }
        if (!sign.equals(".") || i == 0) {
            return sign.equals(".");
        }
        Token before = tokens.get(i - 1);
        boolean initial = before.text().length() == 1 && before.isCapitalised();
        return !initial && !abbreviations.contains(before.lower());
    }
}
