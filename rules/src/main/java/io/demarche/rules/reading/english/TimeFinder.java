package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Set;

import io.demarche.rules.reading.PhraseIndex.Match;

/** Decides whether an action is told as history: by a time expression that belongs to it, by the pluperfect, or by describing. */
final class TimeFinder {

    private static final Set<String> BEFORE_A_YEAR = Set.of(
            "in",
            "since",
            "until",
            "from",
            "of",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "spring",
            "autumn",
            "summer");

    private TimeFinder() {}

    /** {@code year} is that of the article. */
    static boolean isBackground(MarkedSentence sentence, Action action, List<Action> all, int year) {
        if (action.embedded()) {
            return true;
        }
        for (Match<Boolean> phrase : sentence.background) {
            if (dates(sentence, all, phrase.from(), action)) {
                return true;
            }
        }
        for (int at = 1; at < sentence.size(); at++) {
            if (isPastYear(sentence, at, year) && dates(sentence, all, at, action)) {
                return true;
            }
        }
        boolean pluperfect = sentence.hasBetween(action.at() - 4, action.at(), Set.of("had"))
                && action.head().form().isPastOrParticiple();
        return pluperfect && !sentence.hasBetween(0, action.at(), Words.REPORTING);
    }

    /** Whether the time expression there belongs to the action, or to one coordinated with it in the same clause. */
    private static boolean dates(MarkedSentence sentence, List<Action> all, int at, Action action) {
        Action owner = owner(all, at);
        boolean sameClause = action.at() < owner.at()
                && !owner.embedded()
                && !sentence.hasBetween(action.at(), owner.at(), Words.BOUNDARIES);
        return owner.equals(action) || sameClause;
    }

    /** The action to which a time expression belongs: the last before it, or the first of the sentence if none is. */
    private static Action owner(List<Action> all, int at) {
        Action owner = all.get(0);
        for (Action action : all) {
            if (action.at() < at) {
                owner = action;
            }
        }
        return owner;
    }

    private static boolean isPastYear(MarkedSentence sentence, int at, int year) {
        String word = sentence.word(at);
        return word.matches("(19|20)\\d\\d")
                && Integer.parseInt(word) < year
                && sentence.isAnyOf(at - 1, BEFORE_A_YEAR);
    }
}
