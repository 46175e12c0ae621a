package io.demarche.core.statement;

import java.util.regex.Pattern;

/**
 * Who acts or is acted on.
 *
 * @param code ISO 3166-1 alpha-3 for a state ({@code RUS}, {@code XKX} for Kosovo), or a body such as {@code EU}, {@code UN} or
 *     {@code ARAB_LEAGUE}
 */
public record Party(String code) implements Comparable<Party> {

    /** The shape of a code, as a regular expression. */
    public static final String SHAPE = "[A-Z][A-Z0-9_]{1,23}";

    private static final Pattern CODE = Pattern.compile(SHAPE);

    public Party {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a party's code is 2 to 24 capital letters, digits or underscores, found '" + code + "'");
        }
    }

    @Override
    public int compareTo(Party other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
