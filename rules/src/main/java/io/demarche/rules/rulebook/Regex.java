package io.demarche.rules.rulebook;

import java.util.regex.Matcher;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that takes time in proportion to the text, whatever it says: RE2 syntax, without back-references and
 * look-around. Equal to another of the same text.
 */
final class Regex {

    private static final int LONGEST = 200;
    private static final int MOST_REPEATS = 1_000;
    private static final java.util.regex.Pattern REPEAT = java.util.regex.Pattern.compile("\\{(\\d*),?(\\d*)}");

    private final String text;
    private final Pattern pattern;

    private Regex(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static Regex of(String text, int offset) throws RuleTextException {
        if (text.length() > LONGEST) {
            throw new RuleTextException(
                    offset,
                    "a regular expression has at most %d characters, found %d".formatted(LONGEST, text.length()));
        }
        refuseRepeats(text, offset);
        try {
            return new Regex(text, Pattern.compile(text, Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new RuleTextException(
                    offset,
                    "not a regular expression of the bounded kind (RE2: no look-around, no back-references): "
                            + e.getDescription() + " '" + e.getPattern() + "'");
        }
    }

    /** A counted repetition is unrolled, one within another many times over, so that their product is bounded. */
    private static void refuseRepeats(String text, int offset) throws RuleTextException {
        double product = 1;
        Matcher repeat = REPEAT.matcher(text);
        while (repeat.find()) {
            String most = repeat.group(2).isEmpty() ? repeat.group(1) : repeat.group(2);
            product *= most.isEmpty() ? 1 : Math.max(1, Double.parseDouble(most));
        }
        if (product > MOST_REPEATS) {
            throw new RuleTextException(
                    offset, "the counts in braces of a regular expression multiply to at most " + MOST_REPEATS);
        }
    }

    boolean matches(String input) {
        return pattern.matcher(input).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && regex.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
