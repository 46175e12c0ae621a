package io.demarche.rules.reading;

import java.util.Locale;

/**
 * A word, a number or a sign.
 *
 * @param text as it stands, with typographic apostrophes made plain
 * @param lower the same in lower case
 * @param start its offset in the part of the article, in UTF-16 units
 * @param end the offset after it
 */
public record Token(String text, String lower, int start, int end) {

    Token(String text, int start, int end) {
        this(text, text.toLowerCase(Locale.ROOT), start, end);
    }

    /** Whether it is this word, in any case. */
    public boolean is(String word) {
        return lower.equals(word);
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }
}
