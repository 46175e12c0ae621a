package io.demarche.core.rulebook;

import java.util.Comparator;

/**
 * What is wrong in a rule text, and where.
 *
 * @param file the path of the rule file
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 * @param message what was found and what was expected
 */
public record Problem(String file, int line, int column, String message) {

    /** By file, line and column. */
    public static final Comparator<Problem> IN_ORDER_OF_TEXT =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
