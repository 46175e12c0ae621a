package io.demarche.rules.reading.english;

import java.util.stream.IntStream;

/** Tells whether what is told goes on with what the article told as history before. */
final class Tale {

    private static final int FARTHEST_DEFINITE = 4;
    private static final WordSet SOON = WordSet.of("soon", "shortly", "immediately", "days", "weeks", "months");
    private static final WordSet AFTERWARDS = WordSet.of("afterward", "afterwards", "thereafter", "later");
    private static final WordSet AFTER_WHICH = WordSet.of("which", ",");
    private static final WordSet AFTER_WHAT = WordSet.of("after", "when");

    private Tale() {}

    /** Whether that action, news by its own words, is history by what was told before it; {@code year} is that of the article. */
    static boolean goesOn(
            MarkedSentence sentence, Discourse discourse, Action action, Standing standing, Sides sides, int year) {
        boolean aside = isBehindRelative(sentence, discourse, action);
        return (!aside && discourse.followsHistory() && isNext(sentence, action, standing))
                || (!aside && discourse.followsDatedHistory() && narrates(sentence, action))
                || (discourse.isHistory(action, standing, sides) && pointsBack(sentence, action))
                || (discourse.hasTold() && followsOld(sentence, action, year));
    }

    /** Norway, which last month cut its ties, closed its embassy: what was told aside, of whoever does it. */
    private static boolean isBehindRelative(MarkedSentence sentence, Discourse discourse, Action action) {
        return discourse
                .lastInSentence()
                .map(Told::action)
                .filter(told -> sentence.isAnyOf(sentence.clauseStart(told.first()) - 1, TimeOwner.RELATIVE)
                        && sentence.hasBetween(told.last(), action.at(), Words.COMMA))
                .isPresent();
    }

    /** India responded by; it also closed: told in the past, on the heels of something else, and without a day of the news. */
    private static boolean isNext(MarkedSentence sentence, Action action, Standing standing) {
        if (action.how().isOfLast()) {
            return action.head().form() == Form.PAST && !sentence.hasBetween(0, sentence.size(), TimeFinder.NEWS);
        }
        boolean soonAfter = isSoonAfter(sentence, action.at());
        boolean past = soonAfter
                || isPast(sentence, action, standing)
                || (action.head().form() == Form.GERUND
                        && sentence.word(action.at() - 1).equals("by"));
        return past
                && !sentence.hasBetween(action.at() - TimeFinder.PERFECT, action.at(), Words.HAVE)
                && (soonAfter || sentence.hasBetween(0, sentence.size(), TimeFinder.GOING_ON))
                && !sentence.hasBetween(0, sentence.size(), TimeFinder.NEWS)
                && (soonAfter || !sentence.hasBetween(0, action.at(), Words.REPORTING));
    }

    /** Soon afterwards, another announced; soon after which another announced. */
    private static boolean isSoonAfter(MarkedSentence sentence, int to) {
        return IntStream.range(1, to)
                .anyMatch(at -> sentence.isAnyOf(at - 1, SOON)
                        && (sentence.isAnyOf(at, AFTERWARDS)
                                || (sentence.word(at).equals("after") && sentence.isAnyOf(at + 1, AFTER_WHICH))));
    }

    /** It also reopened the embassy: told in the past in the same paragraph, without a day of the news. */
    private static boolean narrates(MarkedSentence sentence, Action action) {
        return isPastTense(sentence, action)
                && isNarrative(sentence, TimeFinder.behind(sentence, action.at(), Words.SEMICOLON), action.at())
                && isNarrative(sentence, action.at() + 1, sentence.size());
    }

    /** Withdrew its diplomats after the Taliban seized power in 2021: as old as what came right before it, where no day of the news is told. */
    private static boolean followsOld(MarkedSentence sentence, Action action, int year) {
        int clause = action.last() + 1;
        while (clause < sentence.size() && !sentence.isAnyOf(clause, AFTER_WHAT)) {
            clause++;
        }
        int after = clause;
        return TimeFinder.mayBePast(sentence, action)
                && !action.passive()
                && isNarrative(sentence, 0, action.at())
                && isNarrative(sentence, action.at() + 1, sentence.size())
                && IntStream.range(after, sentence.size()).anyMatch(at -> TimeFinder.isPastYear(sentence, at, year));
    }

    /** They burned papers in a barrel: nothing that tells of now or who told it, and no item of a list of its own. */
    static boolean isNarrative(MarkedSentence sentence) {
        return !sentence.listed && !sentence.isAnyOf(0, TimeFinder.ENTRY) && isNarrative(sentence, 0, sentence.size());
    }

    private static boolean isNarrative(MarkedSentence sentence, int from, int to) {
        return !sentence.hasBetween(from, to, TimeFinder.NEWS)
                && !sentence.hasBetween(from, to, Words.HAVE)
                && !sentence.hasBetween(from, to, Words.CERTAIN)
                && !sentence.hasBetween(from, to, Words.REPORTING);
    }

    /** The severing of ties, Algeria's decision to sever them: a definite noun of what is known. */
    private static boolean pointsBack(MarkedSentence sentence, Action action) {
        int noun = action.head().form() == Form.BASE
                        && sentence.word(action.at() - 1).equals("to")
                ? action.at() - 2
                : action.at();
        int before = noun - 1;
        while (sentence.mayBeNoun(before)
                && sentence.mentionAt(before).isEmpty()
                && noun - before < FARTHEST_DEFINITE) {
            before--;
        }
        boolean definite = sentence.isAnyOf(before, Words.DEFINITE)
                || sentence.word(before).equals("'s")
                || sentence.mentionAt(before).isPresent();
        return definite
                && !sentence.isAnyOf(sentence.beforeArticle(before), Nesting.DECIDING)
                && (noun < action.at()
                        ? Governor.isDecision(sentence, action)
                        : action.head().form() == Form.NOUN
                                || (action.head().form() == Form.GERUND
                                        && sentence.word(action.at() + 1).equals("of")));
    }

    /** Expelled him; proposed expelling him: the verb of the clause is in the past. */
    private static boolean isPast(MarkedSentence sentence, Action action, Standing standing) {
        boolean governing = standing.isGoverned()
                && standing.cue() < action.at()
                && sentence.word(standing.cue()).endsWith("ed")
                && !sentence.isAnyOf(sentence.beforeAdverbs(standing.cue()), Words.PRESENT_BE);
        return isPastTense(sentence, action) || governing;
    }

    /** Expelled, was expelled, but not to be expelled. */
    private static boolean isPastTense(MarkedSentence sentence, Action action) {
        boolean past = action.head().form() == Form.PAST
                && !sentence.word(action.at() - 1).equals("be");
        return past || TimeFinder.isUnchangedPast(sentence, action);
    }
}
