package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Measure;

/** Tells participles that only say what a noun is like, the shuttered embassy, from verbs that tell what is done to it. */
final class Attributes {

    private static final WordSet AUXILIARY = WordSet.of("being", "having", "getting");

    private Attributes() {}

    /** Whether the action is no more than an attribute of what another one is done to, or of any noun. */
    static boolean isOne(MarkedSentence sentence, Action action, List<Action> actions) {
        boolean describes = action.passive() || isAttribute(action) || isAttributeOfParty(sentence, action);
        return (describes && isObjectOfAnother(sentence, action, actions)) || isAttribute(sentence, action);
    }

    /** The shuttered embassy, supporting designated groups, to use frozen assets: a participle that says what a noun is like. */
    private static boolean isAttribute(MarkedSentence sentence, Action action) {
        int before = action.at() - 1;
        boolean counted = sentence.number(before) != null && !CountFinder.isDay(sentence, before);
        boolean bare = action.head().form() == Form.PARTICIPLE
                && sentence.word(action.at()).endsWith("en")
                && !hasAuxiliary(sentence, action.at());
        return action.head().form().isPastOrParticiple()
                && action.how() == Construction.ACTIVE
                && action.head().rest().isEmpty()
                && (bare
                        || sentence.isAnyOf(before, Words.ARTICLES)
                        || counted
                        || isBehindGerund(sentence, before)
                        || isBehindPast(sentence, action, before)
                        || (sentence.isAnyOf(before, Words.PREPOSITIONS)
                                && !sentence.isAdverb(before)
                                && action.objectFrom() - action.at() <= 2));
    }

    /** Seized property: a participle right before what it is done to. */
    private static boolean isAttribute(Action action) {
        return action.head().form().isPastOrParticiple() && action.at() + 1 == action.objectFrom();
    }

    /** Funded designated groups: behind a verb in the past, of which they are the object. */
    private static boolean isBehindPast(MarkedSentence sentence, Action action, int before) {
        return action.measure() == Measure.SANCTIONS
                && action.objectFrom() - action.at() <= 2
                && sentence.word(before).endsWith("ed")
                && sentence.mentionAt(before).isEmpty();
    }

    private static boolean isBehindGerund(MarkedSentence sentence, int before) {
        return sentence.word(before).endsWith("ing")
                && !sentence.isAnyOf(before, AUXILIARY)
                && sentence.mentionAt(before).isEmpty();
    }

    /** Confiscate frozen Russian assets: a participle before whose they are. */
    private static boolean isAttributeOfParty(MarkedSentence sentence, Action action) {
        return action.head().form().isPastOrParticiple()
                && action.at() + 2 == action.objectFrom()
                && sentence.mentionAt(action.at() + 1).isPresent();
    }

    private static boolean isObjectOfAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        return !hasAuxiliary(sentence, action.at())
                && actions.stream().anyMatch(other -> isObjectOf(sentence, action, other));
    }

    static boolean isObjectOf(MarkedSentence sentence, Action action, Action other) {
        return other.at() != action.at()
                && other.objectFrom() == action.objectFrom()
                && (other.at() < other.objectFrom()
                        || (isDescribedWhere(action, other) && !isVerbBeforeRelative(sentence, action, other)));
    }

    /** The visas issued to them are cancelled: a participle that describes what a passive behind it is about. */
    private static boolean isDescribedWhere(Action action, Action other) {
        return (action.how() == Construction.DESCRIBING
                        || (isAttribute(action) && !other.head().intransitive()))
                && other.how() == Construction.PASSIVE
                && other.at() > action.at();
    }

    /** Norway restored ties, which had been suspended: not the restored ties. */
    private static boolean isVerbBeforeRelative(MarkedSentence sentence, Action action, Action other) {
        return sentence.hasBetween(other.objectTo(), other.at(), TimeFinder.OF_THINGS)
                && !sentence.isAnyOf(action.at() - 1, Words.DETERMINERS);
    }

    static boolean hasAuxiliary(MarkedSentence sentence, int at) {
        return ActionFinder.hasBe(sentence, at) || sentence.hasBetween(at - 3, at, Words.HAVE);
    }
}
