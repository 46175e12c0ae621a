package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.rules.reading.Sentence;
import io.demarche.rules.reading.Token;

/** Sentences that say in two clauses what one would: what Poland will do is expel him; all it asked was that Suva lift the ban. */
final class Clefts {

    private static final WordSet DO = WordSet.of("do", "done", "doing", "does");
    private static final WordSet IS = WordSet.of("is", "was", "'s", "be");
    private static final WordSet GOVERNED = WordSet.of("that", "for", "a", "an", "to", "the");

    private static final int SHORTEST = 6;
    private static final int LONGEST_CLAUSE = 14;

    private Clefts() {}

    /** The sentence without the words that part it in two. */
    static Sentence straight(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int at = 0; at + SHORTEST < tokens.size(); at++) {
            int subject = behindOpening(tokens, at);
            int is = subject < 0 ? -1 : is(tokens, subject);
            if (is > 0) {
                return sentence.of(without(tokens, at, subject, is));
            }
        }
        return sentence;
    }

    /** The subject behind what, all, the only thing: where a clause begins. */
    private static int behindOpening(List<Token> tokens, int at) {
        int subject =
                tokens.get(at).is("what") || tokens.get(at).is("all") ? at + 1 : isOnlyThing(tokens, at) ? at + 3 : -1;
        if (subject < 0) {
            return -1;
        }
        boolean begins = at == 0
                || !Character.isLetterOrDigit(tokens.get(at - 1).text().charAt(0))
                || isAny(tokens.get(at - 1), Words.CLAUSES);
        boolean told = tokens.get(subject).isCapitalised()
                || isAny(tokens.get(subject), Words.SUBJECT_PRONOUNS)
                || isAny(tokens.get(subject), Words.DEFINITE);
        return begins && told ? subject : -1;
    }

    private static boolean isOnlyThing(List<Token> tokens, int at) {
        return tokens.get(at).is("the")
                && tokens.get(at + 1).is("only")
                && tokens.get(at + 2).is("thing");
    }

    /** The verb that joins the two clauses, or -1. */
    private static int is(List<Token> tokens, int subject) {
        int end = Math.min(tokens.size() - 2, subject + LONGEST_CLAUSE);
        for (int at = subject + 2; at < end; at++) {
            Token before = tokens.get(at - 1);
            boolean joins = isAny(tokens.get(at), IS)
                    && (isAny(before, DO)
                            || before.is("did")
                            || isAny(before, Words.INSERTING)
                            || isAny(tokens.get(at + 1), GOVERNED))
                    && !isAny(before, Words.SUBJECT_PRONOUNS);
            if (joins) {
                return at;
            }
            if (isAny(tokens.get(at), Words.SIGNS) && !isAny(tokens.get(at), Words.INSERTING)) {
                return -1;
            }
        }
        return -1;
    }

    /** Will do is expel: of the verb only its auxiliary is kept, where it stands for what follows. */
    private static List<Token> without(List<Token> tokens, int opening, int subject, int is) {
        List<Token> kept = new ArrayList<>(tokens.subList(0, opening));
        boolean stands = isAny(tokens.get(is - 1), DO);
        kept.addAll(tokens.subList(subject, stands ? is - 1 : is));
        boolean infinitive = stands && tokens.get(is + 1).is("to");
        kept.addAll(tokens.subList(infinitive ? is + 2 : is + 1, tokens.size()));
        return kept;
    }

    private static boolean isAny(Token token, WordSet words) {
        return words.contains(token.lower());
    }
}
