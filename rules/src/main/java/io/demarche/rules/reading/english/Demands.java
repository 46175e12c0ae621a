package io.demarche.rules.reading.english;

import java.util.Optional;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds who else is said, in a clause that describes a measure, to ask for it: a ban on Russian gas, which Poland keeps demanding. */
final class Demands {

    private static final WordSet PARTICLES = WordSet.of("for", "on");
    private static final WordSet BETWEEN = WordSet.union(Words.HAVE, Words.JOINING, Words.ARTICLES)
            .with("been", "long", "keep", "keeps", "repeatedly", "also", "already", "now", "once", "both");
    private static final int FARTHEST_RELATIVE = 9;

    private Demands() {}

    /** How far along the clause behind it says that somebody else wants the action; empty if none does. */
    static Optional<Standing> behind(MarkedSentence sentence, Action action, Standing standing) {
        if (standing.status() == Status.URGED || action.embedded()) {
            return Optional.empty();
        }
        int relative = relative(sentence, action);
        if (relative < 0) {
            return Optional.empty();
        }
        return sentence.cues().stream()
                .filter(cue -> cue.from() > relative)
                .findFirst()
                .filter(cue -> cue.value().status() == Status.URGED
                        && endsClause(sentence, cue)
                        && isSubject(sentence, relative + 1, cue.from()))
                .map(cue -> Standing.by(sentence, Status.URGED, cue, "says who wants what it describes"));
    }

    /** Where the clause begins that describes the action's object; -1 if there is none. */
    private static int relative(MarkedSentence sentence, Action action) {
        int end = action.last() + FARTHEST_RELATIVE;
        for (int at = action.last() + 1; at < end && !sentence.isAnyOf(at, Words.STRONG_BOUNDARIES); at++) {
            if (sentence.isAnyOf(at, TimeFinder.OF_THINGS)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsClause(MarkedSentence sentence, Match<Cue> cue) {
        int end = sentence.isAnyOf(cue.to(), PARTICLES) ? cue.to() + 1 : cue.to();
        return end >= sentence.size() || sentence.isAnyOf(end, Words.SIGNS) || sentence.isAnyOf(end, Words.COMMA);
    }

    /** Whether just names stand there, and what belongs to the verb behind them. */
    private static boolean isSubject(MarkedSentence sentence, int from, int to) {
        boolean named = false;
        for (int at = from; at < to; at++) {
            boolean name = sentence.mentionAt(at).isPresent();
            if (!name && !sentence.isAnyOf(at, BETWEEN)) {
                return false;
            }
            named |= name;
        }
        return named;
    }
}
