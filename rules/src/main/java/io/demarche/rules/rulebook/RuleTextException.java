package io.demarche.rules.rulebook;

import io.demarche.core.rulebook.Problem;

/** A mistake in rule text, at an offset of its file. Caught at the edge of each constraint, statement and rule. */
final class RuleTextException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String mistake;

    RuleTextException(int offset, String message) {
        super(message);
        this.offset = offset;
        this.mistake = message;
    }

    Problem in(SourceText source) {
        return source.problem(offset, mistake);
    }
}
