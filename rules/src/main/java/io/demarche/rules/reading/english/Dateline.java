package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Party;
import io.demarche.rules.reading.Sentence;
import io.demarche.rules.reading.Token;

/**
 * Where, when and by which agency a sentence was written, or the bullet of a list: what stands before it and is no part of its grammar.
 * LIMA, 3 March (TASS) - Peru has expelled.
 *
 * @param parties who is named in it, and in it no party to anything
 * @param bullet whether there is the bullet of a list
 * @param behind the sentence without it
 */
record Dateline(List<Party> parties, boolean bullet, Sentence behind) {

    private static final int LONGEST = 14;
    private static final int DAY_DIGITS = 2;
    /** Longer than what is spelt in capitals anyway: US, UAE, IAEA. */
    private static final int SHORTEST_IN_CAPITALS = 5;

    /** The signs with which a sentence may begin, where all others are bullets: emoji, arrows, flags, dashes, squares. */
    private static final String OPENING_SIGNS = "\"“”„'«»‹›()[]{}.,;:!?…¿¡€£$%&@";

    private static final WordSet MONTHS =
            Words.MONTHS.with("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    static Dateline of(Sentence sentence, Lexicon lexicon) {
        List<Token> tokens = sentence.tokens();
        int start = behindBullets(tokens, 0);
        int end = start + length(sentence.part(), tokens.subList(start, tokens.size()), lexicon);
        int behind = Math.min(behindBullets(tokens, end), tokens.size() - 1);
        List<Party> parties = lexicon.names(tokens.subList(start, end)).stream()
                .flatMap(name -> name.value().parties().stream())
                .toList();
        return new Dateline(
                parties, start > 0, behind == 0 ? sentence : sentence.of(tokens.subList(behind, tokens.size())));
    }

    private static int behindBullets(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && isBullet(tokens.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBullet(Token token) {
        int sign = token.text().codePointAt(0);
        return !Character.isLetterOrDigit(sign) && OPENING_SIGNS.indexOf(sign) < 0;
    }

    /** How many tokens it has, none of which begins in small letters; 0 if there is none. */
    private static int length(Evidence.Part part, List<Token> tokens, Lexicon lexicon) {
        for (int at = 1; at < Math.min(tokens.size(), LONGEST); at++) {
            if (isLower(tokens.get(at))) {
                return 0;
            }
            if (isEnd(part, tokens, at, lexicon)) {
                boolean inserted = at + 1 < tokens.size() && isLower(tokens.get(at + 1));
                return inserted || hasVerb(tokens.subList(0, at), lexicon) ? 0 : at + 1;
            }
        }
        return 0;
    }

    private static boolean isEnd(Evidence.Part part, List<Token> tokens, int at, Lexicon lexicon) {
        Token token = tokens.get(at);
        Token first = tokens.get(0);
        if (isAny(token, Words.DASHES)) {
            boolean agency = tokens.get(at - 1).is(")") && (first.is("(") || isInCapitals(first));
            return agency || beginsWithPlace(tokens, lexicon);
        }
        boolean dated = tokens.subList(0, at).stream().anyMatch(month -> isAny(month, MONTHS));
        if (at + 1 == tokens.size()) {
            // LIMA, March 3. /TASS/. Peru has expelled; but a month of a year is no day of a wire.
            boolean day = token.is(".") && tokens.get(at - 1).text().length() <= DAY_DIGITS;
            return day && dated && beginsWithPlace(tokens, lexicon);
        }
        // LIMA: Peru has expelled, where a headline has a speaker before its colon.
        boolean colon = token.is(":") && part == Evidence.Part.TEXT && isInCapitals(first);
        // Lima, Mar 3 (PTI) Peru has expelled.
        boolean agency = token.is(")") && dated;
        return (colon || agency)
                && tokens.subList(at, tokens.size()).stream().anyMatch(Dateline::hasSmallLetters)
                && beginsWithPlace(tokens, lexicon);
    }

    private static boolean beginsWithPlace(List<Token> tokens, Lexicon lexicon) {
        return lexicon.names(tokens.subList(0, Math.min(tokens.size(), LONGEST))).stream()
                .anyMatch(name -> name.from() == 0 && name.value().kind() == Mention.Kind.NAME);
    }

    /** EU Lifts Sanctions On Kenya - Ministry: what has a verb is no dateline. */
    private static boolean hasVerb(List<Token> tokens, Lexicon lexicon) {
        return tokens.stream()
                .filter(token -> !isAny(token, MONTHS))
                .flatMap(token -> lexicon.senses(token.lower()).heads().stream())
                .anyMatch(head -> head.form() != Form.NOUN);
    }

    private static boolean isInCapitals(Token token) {
        return token.text().length() >= SHORTEST_IN_CAPITALS && !hasSmallLetters(token);
    }

    private static boolean hasSmallLetters(Token token) {
        return token.text().chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isLower(Token token) {
        return Character.isLowerCase(token.text().charAt(0));
    }

    private static boolean isAny(Token token, WordSet words) {
        return words.contains(token.lower(), WordSet.hash(token.lower()));
    }
}
