package io.demarche.rules.reading.english;

/** The auxiliaries, adverbs and negations right before a verb: has not yet been, should be able to. */
final class VerbChain {

    static final WordSet NOT = WordSet.of("not", "n't", "never");
    private static final WordSet ABLE = WordSet.of("able", "allowed", "permitted", "entitled", "free");
    private static final WordSet AUXILIARIES =
            WordSet.union(Words.BE, Words.HAVE, Words.NEGATION, Words.MODALS, Words.DUTY, Words.QUOTES, Words.DO);

    private static final WordSet ASPECTS = WordSet.of(
            "resume",
            "resumes",
            "resumed",
            "restart",
            "restarts",
            "restarted",
            "start",
            "starts",
            "started",
            "begin",
            "begins",
            "began",
            "begun");

    private static final WordSet MANNER = WordSet.of("lightly");

    private static final int FARTHEST_NEGATED = 7;
    private static final int FARTHEST_MANNER = 7;
    private static final int LONGEST_INSERTION = 10;

    private VerbChain() {}

    /** Where the auxiliaries and adverbs before a head begin. */
    static int start(MarkedSentence sentence, int at) {
        int start = at;
        while (start > 0 && (isAuxiliary(sentence, start - 1) || isBetweenAdverbs(sentence, start - 1))) {
            start--;
        }
        int insertion = start == at ? insertionStart(sentence, at - 1) : -1;
        return insertion > 0 ? start(sentence, insertion) : start;
    }

    /** Will, in accordance with its law, expel: where the insertion that ends with that comma begins; -1 if none does. */
    private static int insertionStart(MarkedSentence sentence, int comma) {
        if (!sentence.isAnyOf(comma, Words.COMMA)) {
            return -1;
        }
        for (int at = comma - 1; at > Math.max(1, comma - LONGEST_INSERTION); at--) {
            if (sentence.isAnyOf(at, Words.COMMA)) {
                return sentence.isAnyOf(at - 1, Words.MODALS) || sentence.isAnyOf(at - 1, Words.HAVE) ? at : -1;
            }
        }
        return -1;
    }

    /** Swiftly and irreversibly. */
    private static boolean isBetweenAdverbs(MarkedSentence sentence, int and) {
        return sentence.word(and).equals("and") && sentence.isAdverb(and - 1) && sentence.isAdverb(and + 1);
    }

    /** Whether a negation stands in the chain before that verb; what was not done lightly was done. */
    static boolean hasNegation(MarkedSentence sentence, int at) {
        return sentence.hasBetween(start(sentence, at), at, Words.NEGATION)
                && !sentence.hasBetween(at + 1, at + FARTHEST_MANNER, MANNER);
    }

    /** Will not countenance a ban: an auxiliary with a negation shortly before, whatever verb it is. */
    static boolean isNegated(MarkedSentence sentence, int at) {
        for (int place = at - 1; place > Math.max(0, at - FARTHEST_NEGATED); place--) {
            if (sentence.isAnyOf(place, Words.BOUNDARIES)
                    || sentence.word(place).equals(",")) {
                return false;
            }
            if (!sentence.isInCue(place) && sentence.isAnyOf(place, NOT) && isAuxiliary(sentence, place - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAuxiliary(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at, AUXILIARIES)
                || sentence.isAdverb(at)
                || isAbility(sentence, at)
                || isAspect(sentence, at);
    }

    /** Will not resume issuing, has begun expelling: a verb that says no more of a gerund than when it is done. */
    private static boolean isAspect(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at, ASPECTS)
                && sentence.word(at + 1).endsWith("ing")
                && sentence.mentionAt(at + 1).isEmpty();
    }

    /** Should be able to; must be allowed to: the verb that says what ought to be stands before. */
    private static boolean isAbility(MarkedSentence sentence, int at) {
        int able = sentence.word(at).equals("to") ? at - 1 : at;
        return sentence.isAnyOf(able, ABLE)
                && sentence.word(able + 1).equals("to")
                && sentence.word(able - 1).equals("be");
    }
}
