package io.demarche.rules.reading.english;

/** Tells whether an action is done by those who have no code: Western sanctions, four countries, we. */
final class UnnamedActors extends SideFinder {

    private static final WordSet BOTH = WordSet.of("the", "both", "two");

    /** Who is asked, but has no code. */
    static final WordSet OTHERS = WordSet.of(
            "allies",
            "partners",
            "countries",
            "governments",
            "others",
            "nations",
            "capitals",
            "neighbours",
            "neighbors");

    private static final WordSet POWERS = WordSet.of("leaders", "powers");
    private static final WordSet OF_THE_WORLD = WordSet.of("world", "global", "major", "western");
    private static final WordSet WEST = WordSet.of("western", "west");
    private static final int FARTHEST_WEST = 4;

    UnnamedActors(Setting setting) {
        super(setting);
    }

    /** Whether somebody does it who has no code: four countries have cut ties; Western sanctions. */
    boolean isByOthers() {
        return isByUs() || isByOthers(sentence, action);
    }

    /** We summoned the ambassador: who speaks, of whom the sentence does not say who it is. */
    boolean isByUs() {
        int chain = VerbChain.start(sentence, action.at());
        return isActive(action)
                && (sentence.isAnyOf(chain - 1, SubjectFinder.FIRST_PERSON)
                        || (sentence.isAnyOf(chain - 1, TimeFinder.NEWS)
                                && sentence.isAnyOf(chain - 2, SubjectFinder.FIRST_PERSON)));
    }

    private static boolean isActive(Action action) {
        return !action.passive() && action.head().form() != Form.NOUN;
    }

    /** The same, but for who speaks of himself, of whom the article may tell who it is. */
    static boolean isByOthers(MarkedSentence sentence, Action action) {
        if (isByWest(sentence, action)) {
            return true;
        }
        int chain = ObjectFinder.beforeInsertion(sentence, VerbChain.start(sentence, action.at()));
        return isActive(action)
                && (isByPowers(sentence, chain)
                        || (sentence.isAnyOf(chain - 1, OTHERS) && !sentence.isAnyOf(chain - 2, BOTH)));
    }

    private static boolean isByPowers(MarkedSentence sentence, int chain) {
        return sentence.isAnyOf(chain - 1, POWERS) && sentence.isAnyOf(chain - 2, OF_THE_WORLD);
    }

    /** Bolivia cut ties, others or world leaders recall envoys: whether the subject of the verb is some who are not named. */
    boolean isByUnnamed() {
        int chain = VerbChain.start(sentence, action.at());
        boolean others = sentence.word(chain - 1).equals("others")
                && !sentence.word(chain - 2).equals("and");
        boolean west = sentence.word(chain - 1).equals("west");
        return isActive(action) && (others || west || isByPowers(sentence, chain));
    }

    /** Western sanctions; imposed by the West. */
    boolean isByWest() {
        return isByWest(sentence, action);
    }

    private static boolean isByWest(MarkedSentence sentence, Action action) {
        return sentence.hasBetween(action.first() - 2, action.last() + FARTHEST_WEST, WEST);
    }
}
