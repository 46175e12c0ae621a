package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a constraint or of a {@code then} block.
 *
 * @param text the word, number, symbol, or, for a string, what stands between its quotes, with escapes resolved
 * @param offset where it begins in the file
 */
record Token(Kind kind, String text, int offset) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    private static final List<String> SYMBOLS =
            List.of("&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", ",", ".", ";", "-");

    boolean is(String wanted) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(wanted);
    }

    /** What a person would call it in a message. */
    String found() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }

    /** The tokens of a text that begins at that offset of its file, with an END after the last. */
    static List<Token> of(String text, int base) throws RuleTextException {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int start = at;
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (Character.isJavaIdentifierStart(c)) {
                at = end(text, at, Character::isJavaIdentifierPart);
                tokens.add(new Token(Kind.WORD, text.substring(start, at), base + start));
            } else if (Character.isDigit(c)) {
                at = end(text, at, digit -> Character.isDigit(digit) || digit == '.');
                tokens.add(new Token(Kind.NUMBER, text.substring(start, at), base + start));
            } else if (c == '"' || c == '\'') {
                at = endOfString(text, at, base);
                tokens.add(new Token(
                        Kind.STRING, unescaped(text.substring(start + 1, at - 1), base + start), base + start));
            } else {
                String symbol = symbolAt(text, at, base);
                at += symbol.length();
                tokens.add(new Token(Kind.SYMBOL, symbol, base + start));
            }
        }
        tokens.add(new Token(Kind.END, "", base + text.stripTrailing().length()));
        return tokens;
    }

    private static int end(String text, int start, java.util.function.IntPredicate part) {
        int at = start;
        while (at < text.length() && part.test(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfString(String text, int start, int base) throws RuleTextException {
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(start)) {
                return at + 1;
            }
        }
        throw new RuleTextException(base + start, "this string is not closed");
    }

    private static String unescaped(String inner, int offset) throws RuleTextException {
        try {
            return inner.translateEscapes();
        } catch (IllegalArgumentException e) {
            throw new RuleTextException(
                    offset, "in a string a backslash is written twice (\\\\); only \\n, \\t, \\\" and \\\\ are known");
        }
    }

    private static String symbolAt(String text, int at, int base) throws RuleTextException {
        return SYMBOLS.stream()
                .filter(symbol -> text.startsWith(symbol, at))
                .findFirst()
                .orElseThrow(() -> new RuleTextException(base + at, "'" + text.charAt(at) + "' is not expected here"));
    }
}
