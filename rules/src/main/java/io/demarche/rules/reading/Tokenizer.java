package io.demarche.rules.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into tokens: words with inner hyphens and apostrophes, abbreviations with points, numbers, and single signs. */
public final class Tokenizer {

    /** What is cut off the end of a word as a token of its own. */
    private static final Set<String> CLITICS = Set.of("'s", "n't", "'re", "'ve", "'ll", "'d", "'m");

    /** Months cut short, which keep their point before a day or a year: Dec. 29. */
    private static final Set<String> MONTHS = Set.of("Jan.", "Feb.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.");

    /** What is typed for an apostrophe: right and left quotation mark, modifier letter, acute accent; the grave one is ASCII. */
    private static final String APOSTROPHES = "’‘ʼ´";

    private static final int LONGEST_MONTH = 5;
    private static final int LONGEST_CLITIC = 3;
    private static final int FIRST_BEYOND_ASCII = 128;
    private static final char ZERO_WIDTH_SPACE = '\u200b';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;
    private final int end;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** The tokens of {@code text} from {@code start} to {@code end}. Possessive 's and n't are tokens of their own. */
    public static List<Token> tokens(String text, int start, int end) {
        Tokenizer tokenizer = new Tokenizer(text, end);
        int at = start;
        while (at < end) {
            at = tokenizer.next(at);
        }
        return tokenizer.tokens;
    }

    /** Adds the token that begins there, unless it is white space, and gives the place behind it. */
    private int next(int at) {
        int character = at(at);
        if (isSpace(character)) {
            return at + 1;
        }
        int behind = Math.max(endOfAbbreviation(at), endOfMonth(at));
        if (behind < 0 && isDigit(character)) {
            behind = endOfNumber(at);
        } else if (behind < 0 && isWord(character)) {
            behind = endOfWord(at);
            addWord(at, behind);
            return behind;
        } else if (behind < 0) {
            behind = at + Character.charCount(character);
        }
        tokens.add(new Token(plain(at, behind), at, behind));
        return behind;
    }

    /** U.S., U.N.: two capitals or more, each with its point; -1 if there is none. */
    private int endOfAbbreviation(int start) {
        int at = start;
        int letters = 0;
        while (at < end && Character.isUpperCase(at(at))) {
            int point = at + Character.charCount(at(at));
            if (point >= end || text.charAt(point) != '.') {
                break;
            }
            at = point + 1;
            letters++;
        }
        return letters >= 2 ? at : -1;
    }

    /** Dec. before a number; -1 if there is none. */
    private int endOfMonth(int start) {
        if (!Character.isUpperCase(at(start))) {
            return -1;
        }
        int point = start + 1;
        while (point < Math.min(end, start + LONGEST_MONTH) && text.charAt(point) != '.') {
            point++;
        }
        boolean dated = point + 2 < end && text.charAt(point + 1) == ' ' && isDigit(text.charAt(point + 2));
        return dated && MONTHS.contains(text.substring(start, point + 1)) ? point + 1 : -1;
    }

    /** 1,000 and 2.5: digits, with points and commas between. */
    private int endOfNumber(int start) {
        int behind = start + 1;
        for (int at = start + 1; at < end && (isDigit(text.charAt(at)) || isPoint(text.charAt(at))); at++) {
            if (isDigit(text.charAt(at))) {
                behind = at + 1;
            }
        }
        return behind;
    }

    private int endOfWord(int start) {
        int at = start;
        while (at < end) {
            int character = at(at);
            boolean joined = isJoint(character) && at + 1 < end && isWord(at(at + 1));
            if (!isWord(character) && !joined) {
                break;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private void addWord(int start, int behind) {
        for (int length = LONGEST_CLITIC; length > 1; length--) {
            int cut = behind - length;
            if (cut > start
                    && hasApostrophe(cut)
                    && CLITICS.contains(plain(cut, behind).toLowerCase(Locale.ROOT))) {
                tokens.add(new Token(plain(start, cut), start, cut));
                tokens.add(new Token(plain(cut, behind), cut, behind));
                return;
            }
        }
        tokens.add(new Token(plain(start, behind), start, behind));
    }

    /** Whether a clitic may begin there: each has an apostrophe as its first or second sign. */
    private boolean hasApostrophe(int cut) {
        return isApostrophe(text.charAt(cut)) || isApostrophe(text.charAt(cut + 1));
    }

    private static boolean isApostrophe(int character) {
        return character == '\'' || isTypedApostrophe(character);
    }

    private static boolean isTypedApostrophe(int character) {
        return character == '`' || (character >= FIRST_BEYOND_ASCII && APOSTROPHES.indexOf(character) >= 0);
    }

    private String plain(int start, int behind) {
        String plain = text.substring(start, behind);
        for (int at = 0; at < plain.length(); at++) {
            if (isTypedApostrophe(plain.charAt(at))) {
                plain = plain.replace(plain.charAt(at), '\'');
            }
        }
        return plain;
    }

    private int at(int place) {
        char unit = text.charAt(place);
        if (unit < FIRST_BEYOND_ASCII) {
            return unit;
        }
        int character = text.codePointAt(place);
        return place + Character.charCount(character) > end ? text.charAt(place) : character;
    }

    private static boolean isJoint(int character) {
        return character == '-' || isApostrophe(character);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isPoint(char character) {
        return character == '.' || character == ',';
    }

    /** White space, that which breaks no line and that which has no width among it. */
    private static boolean isSpace(int character) {
        return character == ' '
                || (character >= '\t' && character <= '\r')
                || (character >= FIRST_BEYOND_ASCII
                        && (Character.isSpaceChar(character)
                                || character == ZERO_WIDTH_SPACE
                                || character == BYTE_ORDER_MARK));
    }

    /** Letters, marks and numbers. */
    private static boolean isWord(int character) {
        if (character < FIRST_BEYOND_ASCII) {
            return Character.isLetterOrDigit(character);
        }
        if (isTypedApostrophe(character)) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
