package io.demarche.rules.rulebook;

import java.util.List;

/** Reads tokens one after the other. */
final class TokenReader {

    private final List<Token> tokens;
    private int next;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token after the next one. */
    Token peekNext() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIf(String wanted) {
        if (peek().is(wanted)) {
            next++;
            return true;
        }
        return false;
    }

    Token expect(String wanted) throws RuleTextException {
        if (!peek().is(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
        return take();
    }

    Token expect(Token.Kind kind, String what) throws RuleTextException {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        return take();
    }

    RuleTextException unexpected(String expected) {
        return new RuleTextException(peek().offset(), expected + " is expected here, found " + peek().found());
    }
}
