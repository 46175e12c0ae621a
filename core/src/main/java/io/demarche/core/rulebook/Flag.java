package io.demarche.core.rulebook;

import java.util.regex.Pattern;

import io.demarche.core.statement.Statement;

/**
 * One rule fired on one statement.
 *
 * @param rule the name of the rule
 * @param revision the revision of the rulebook that held it
 * @param statement what it fired on
 * @param kind what the flag says, for example {@code proposal-to-lift}
 * @param severity how urgent it is
 * @param because what the rule is about, for a person to read: its title
 */
public record Flag(String rule, int revision, Statement statement, String kind, Severity severity, String because) {

    /** The shape of a kind, as a regular expression: lower-case words joined by hyphens. */
    public static final String KIND_SHAPE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** The longest kind, in characters. */
    public static final int MAX_KIND = 64;

    private static final Pattern KIND = Pattern.compile(KIND_SHAPE);

    public Flag {
        if (!isKind(kind)) {
            throw new IllegalArgumentException("a kind is lower-case words joined by hyphens, found '" + kind + "'");
        }
    }

    /** Whether the text may be a kind of flag. */
    public static boolean isKind(String text) {
        return text.length() <= MAX_KIND && KIND.matcher(text).matches();
    }
}
