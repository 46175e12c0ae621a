package io.demarche.rules.reading.english;

import java.util.List;

/** Tells to which action a time expression belongs, where a sentence has several, or a verb that is none. */
final class TimeOwner {

    static final WordSet RELATIVE = WordSet.of("which", "who", "whose", "whom");

    /** Behind these stands another doing, with a time of its own: imposed sanctions after it launched a satellite last month. */
    private static final WordSet REASONS = WordSet.of("after", "because", "when");

    private static final WordSet CONNECTING = WordSet.of("and", "but");

    private static final WordSet STATES = WordSet.of("remain", "remains", "remained", "stay", "stays");

    /** The embargo on Cuba put in place in 1962. */
    private static final WordSet BEGUN = WordSet.of("put", "set");

    private static final WordSet IN_OR_UP = WordSet.of("in", "up");
    private static final WordSet IRREGULAR = WordSet.of("made", "taken");
    private static final int SHORTEST_PARTICIPLE = 4;

    private static final int SHORTEST_CLAUSE = 3;

    /** Expelled them over an attack last month: the time is that of the reason. */
    private static final WordSet FOR = WordSet.of("after", "over", "for", "following", "despite", "amid", "to");

    static final WordSet UNIT = WordSet.of("year", "decade", "century", "month", "week");
    private static final WordSet SECOND_TIME = WordSet.of("time");
    private static final WordSet STEP = WordSet.of("move", "step", "decision", "measure");

    /** It has suspended the freeze, that was in March. */
    private static final WordSet WHEN = WordSet.of("in", "back");

    private static final WordSet DID = WordSet.of("did", "had", "has");
    private static final WordSet EARLIER = WordSet.of("earlier", "before");
    private static final int LONGEST_TIME = 3;
    private static final int FARTHEST_NOUN = 4;

    private TimeOwner() {}

    /** Whether the time expression there belongs to the action, or to one coordinated with it in the same clause. */
    static boolean dates(MarkedSentence sentence, List<Action> all, int at, Action action) {
        if (VerbChain.start(sentence, action.at()) <= at && at < action.at()) {
            return true;
        }
        if (isOfNoun(sentence, action, at)
                || isOfAnotherVerb(sentence, action, at)
                || isParenthesis(sentence, action, at)
                || isOfParticiple(sentence, action, at)) {
            return false;
        }
        Action owner = owner(sentence, all, at);
        if (owner.equals(action) && owner.at() < at && isOfNextVerb(sentence, all, at)) {
            return false;
        }
        boolean sameClause = action.at() < owner.at()
                && !owner.embedded()
                && !sentence.hasBetween(action.at(), owner.at(), Words.BOUNDARIES);
        boolean inRelative =
                sentence.isAnyOf(at - 1, RELATIVE) && sentence.hasBetween(owner.last(), action.at(), Words.COMMA);
        boolean before = at < owner.at()
                && owner.at() < action.at()
                && !inRelative
                && !sentence.hasBetween(owner.at(), action.at(), Words.BOUNDARIES);
        boolean after = owner.at() < action.at()
                && !owner.embedded()
                && at < action.at()
                && sentence.hasBetween(at, action.at(), TimeFinder.AND)
                && !sentence.hasBetween(at, action.at(), Words.BOUNDARIES)
                && action.head().form() != Form.BASE
                && !sentence.hasBetween(at, sentence.size(), TimeFinder.NEWS);
        return owner.equals(action)
                || sameClause
                || before
                || after
                || isConsequence(sentence, owner, at, action)
                || isAnswered(sentence, owner, at, action);
    }

    /** Imposed sanctions in 2006, banning its imports: the time of the verb that the participle goes on from. */
    private static boolean isConsequence(MarkedSentence sentence, Action owner, int at, Action action) {
        return action.head().form() == Form.GERUND
                && owner.head().form().isPastOrParticiple()
                && owner.measure() == action.measure()
                && owner.at() < at
                && at < action.at()
                && sentence.word(action.at() - 1).equals(",");
    }

    /** After the Netherlands last month told them to leave: between a name and the verb of a further action. */
    private static boolean isOfNextVerb(MarkedSentence sentence, List<Action> all, int at) {
        return sentence.mentionEndingAt(at).isPresent()
                && all.stream().anyMatch(next -> next.at() > at && next.at() <= at + LONGEST_TIME);
    }

    /** In response to last week's attack: the time of the attack. */
    private static boolean isOfNoun(MarkedSentence sentence, Action action, int at) {
        int owner = at;
        while (owner < at + LONGEST_TIME && !sentence.word(owner).equals("'s")) {
            owner++;
        }
        return owner < at + LONGEST_TIME && !(owner < action.at() && action.at() <= owner + FARTHEST_NOUN);
    }

    /** A year ago Warsaw closed it; Moscow shut one in return. */
    private static boolean isAnswered(MarkedSentence sentence, Action owner, int at, Action action) {
        return owner.at() < action.at()
                && at < action.at()
                && sentence.hasBetween(owner.at(), action.at(), Words.SEMICOLON)
                && !sentence.hasBetween(at, action.at(), Words.REPORTING)
                && !sentence.hasBetween(at, action.at(), Words.MODALS)
                && sentence.hasBetween(action.at(), sentence.size(), TimeFinder.GOING_ON)
                && !sentence.hasBetween(at, sentence.size(), TimeFinder.NEWS);
    }

    /** In protest at the previously announced march: an adverb inside a noun phrase. */
    private static boolean isOfParticiple(MarkedSentence sentence, Action action, int at) {
        return sentence.isAnyOf(at - 1, Words.ARTICLES)
                && sentence.word(at + 1).endsWith("ed")
                && action.at() != at + 1;
    }

    /** The relations, interrupted in 2004; the curbs it imposed in 2019: the year is that of the other verb. */
    private static boolean isOfAnotherVerb(MarkedSentence sentence, Action action, int to) {
        for (int at = action.last() + 1; at < to; at++) {
            boolean regular = sentence.word(at).endsWith("ed")
                    && sentence.word(at).length() > SHORTEST_PARTICIPLE
                    && sentence.mentionAt(at).isEmpty();
            boolean begun = sentence.isAnyOf(at, BEGUN)
                    && sentence.isAnyOf(at + 1, IN_OR_UP)
                    && sentence.mentionAt(at - 1).isPresent();
            boolean participle =
                    regular || begun || (sentence.isAnyOf(at, IRREGULAR) && sentence.isAnyOf(at - 1, STEP));
            boolean apposition = sentence.word(at - 1).equals(",")
                    && sentence.isAnyOf(at, Words.INDEFINITE)
                    && sentence.isAnyOf(at + 1, STEP);
            boolean ofReason = sentence.isAnyOf(at, FOR)
                    && sentence.isAnyOf(at + 1, Words.INDEFINITE)
                    && !sentence.isAnyOf(at + 2, UNIT)
                    && !sentence.hasBetween(at, to, SECOND_TIME)
                    && !sentence.hasBetween(at, to, Words.COMMA);
            boolean ofThat = sentence.word(at).equals("that")
                    && !sentence.isAnyOf(at - 1, Words.REPORTING)
                    && !sentence.isAnyOf(at + 1, Words.HAVE)
                    && !(sentence.isAnyOf(at + 1, Words.BE) && sentence.isAnyOf(at + 2, WHEN));
            // Recalled him on Friday to protest a march last month: what has its day already.
            boolean dated = sentence.isAnyOf(at, TimeFinder.WEEKDAYS)
                    && !sentence.word(at - 1).equals("last")
                    && sentence.hasBetween(at + 1, to, Words.TO);
            // Imposed them ahead of a summit in June: the time of what is still to come.
            boolean ahead =
                    sentence.word(at).equals("ahead") && sentence.word(at + 1).equals("of");
            // Imposed them, as Peru did in May: the time of what another did.
            boolean asDid = sentence.word(at).equals("as") && sentence.hasBetween(at + 1, at + FARTHEST_NOUN, DID);
            boolean another = apposition
                    || asDid
                    || ahead
                    || dated
                    || ofThat
                    || ofReason
                    || sentence.isAnyOf(at, RELATIVE)
                    || (sentence.isAnyOf(at, REASONS)
                            && to - at > SHORTEST_CLAUSE
                            && (!sentence.word(at + 1).endsWith("ing")
                                    || sentence.word(at + 1).equals("being")));
            // Reopened after shutting down two days earlier: a time that is counted from there.
            boolean counted = sentence.isAnyOf(at, REASONS) && sentence.hasBetween(at + 1, to + LONGEST_TIME, EARLIER);
            boolean answered = Provocation.isAnswer(sentence, at) && to - at > SHORTEST_CLAUSE;
            boolean perfect = participle && sentence.isAnyOf(at - 1, Words.HAVE);
            if (another
                    || answered
                    || counted
                    || perfect
                    || (participle
                            && (begun
                                    || sentence.word(at - 1).equals(",")
                                    || sentence.isAnyOf(at - 1, ActionFinder.AGREEMENTS)
                                    || sentence.isObject(at - 1)
                                    || !action.head().form().isPastOrParticiple()))) {
                return true;
            }
        }
        return false;
    }

    /** The envoy, absent since 2022, could go back: a time between commas, or in a clause of its own before. */
    private static boolean isParenthesis(MarkedSentence sentence, Action action, int at) {
        boolean enclosed = action.objectTo() <= at
                && at < action.at()
                && sentence.hasBetween(action.objectTo(), at, Words.COMMA)
                && sentence.hasBetween(at, action.at(), Words.COMMA);
        int relative = sentence.clauseStart(at) - 1;
        boolean inserted = at < action.first()
                && (sentence.isAnyOf(relative, RELATIVE)
                        || (sentence.word(relative).equals("that")
                                && sentence.isAnyOf(relative + 1, Words.HAVE)
                                && !sentence.isAnyOf(relative - 1, Words.REPORTING)))
                && sentence.hasBetween(at, action.first(), Words.COMMA);
        boolean clauseBefore = false;
        for (int place = at; place < action.first(); place++) {
            clauseBefore |= sentence.word(place).equals(",") && sentence.isAnyOf(place + 1, CONNECTING);
        }
        return enclosed || inserted || (clauseBefore && sentence.isAnyOf(at, STATES));
    }

    /**
     * The action to which a time expression belongs: the last before it, or the first of the sentence if none is; what a time right
     * behind a semicolon or "which" begins, though, is another one.
     */
    private static Action owner(MarkedSentence sentence, List<Action> all, int at) {
        Action owner = all.get(0);
        for (Action action : all) {
            boolean next = action.at() > at
                    && owner.at() < at
                    && (sentence.isAnyOf(at - 1, RELATIVE) || sentence.hasBetween(owner.at(), at, Words.SEMICOLON));
            if (next) {
                return action;
            }
            if (action.at() < at) {
                owner = action;
            }
        }
        return owner;
    }
}
