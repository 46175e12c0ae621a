package io.demarche.api.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.demarche.api.web.InvalidRequestException;

/**
 * What is asked of a text, as people ask of search engines: all words must stand in it in any form, those in quotes beside each other; a
 * minus excludes; {@code or} stands between alternatives, and binds less than anything else.
 *
 * @param alternatives of which one must hold; each has a term that is not excluded
 */
public record TextQuery(List<List<Term>> alternatives) {

    /** The longest query, in UTF-16 units. */
    public static final int LONGEST = 500;

    private static final int MOST_TERMS = 30;
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\"]+))");

    /**
     * Words that stand beside each other, or one word.
     *
     * @param excluded whether they must not stand in the text
     */
    public record Term(String words, boolean excluded) {}

    /**
     * Reads what somebody wrote.
     *
     * @param where the parameter that says so
     * @throws InvalidRequestException if that says nothing to look for
     */
    public static TextQuery parse(String where, String text) {
        check(where, text.length() <= LONGEST, "must have at most " + LONGEST + " characters, found " + text.length());
        check(where, text.chars().noneMatch(Character::isISOControl), "must not hold control characters");
        check(where, text.chars().filter(c -> c == '"').count() % 2 == 0, "has a quotation mark that is not closed");
        List<List<Term>> alternatives = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        int count = 0;
        while (matcher.find()) {
            String words = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if ("or".equalsIgnoreCase(matcher.group(3)) && matcher.group(1).isEmpty()) {
                alternatives.add(terms);
                terms = new ArrayList<>();
            } else if (words.chars().anyMatch(Character::isLetterOrDigit)) {
                terms.add(new Term(words, !matcher.group(1).isEmpty()));
                count++;
            }
        }
        alternatives.add(terms);
        check(where, count <= MOST_TERMS, "must have at most " + MOST_TERMS + " words and phrases, found " + count);
        for (List<Term> alternative : alternatives) {
            check(
                    where,
                    alternative.stream().anyMatch(term -> !term.excluded()),
                    "must name a word without a minus, on either side of each 'or'");
        }
        return new TextQuery(alternatives.stream().map(List::copyOf).toList());
    }

    private static void check(String where, boolean holds, String message) {
        if (!holds) {
            throw new InvalidRequestException(where, message);
        }
    }
}
