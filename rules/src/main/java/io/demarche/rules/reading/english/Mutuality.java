package io.demarche.rules.reading.english;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Tells whether two do an action to each other, and who the two are. */
final class Mutuality extends SideFinder {

    private static final WordSet AMONG = Words.OF_OR_FROM.with("in", "across");
    private static final WordSet SIDE = WordSet.of("country", "side", "nation", "government", "capital", "state");
    private static final WordSet MUTUAL = WordSet.of("mutual", "mutually", "reciprocally");

    /** With which anything begins that says so: few words do. */
    private static final WordSet FIRST_WORDS =
            MUTUAL.with("both", "two", "respective", "reciprocal", "each", "one", "the", "tit-for-tat");

    /** Will act reciprocally: what one side does in return. */
    private static final WordSet ANSWERING =
            WordSet.of("act", "acts", "acted", "acting", "respond", "responded", "answer");

    private static final WordSet WHERE = WordSet.of("from", "to", "in");

    private static final WordSet BOTH = WordSet.of(
            "sides", "countries", "capitals", "governments", "states", "nations", "parties", "neighbours", "neighbors");

    /** The countries restored relations: two that were named before. */
    private static final WordSet SUBJECTS = WordSet.of("countries", "sides", "neighbours", "neighbors", "capitals");

    private static final WordSet AGREEMENTS = WordSet.of("agreement", "deal", "accord", "pact");
    private static final int FARTHEST_MUTUAL = 14;
    private static final int FARTHEST_BORNE = 10;
    private static final Set<Measure> SHARED = EnumSet.of(Measure.RESTRICTIONS, Measure.MISSION, Measure.VISAS);
    private static final WordSet DEALING = WordSet.of("agreed", "agree", "decided", "pledged", "promised", "vowed");

    private static final WordSet SUBORDINATING = WordSet.of(
            "unless", "if", "after", "since", "because", "while", "until", "before", "although", "when", "once");

    Mutuality(Setting setting) {
        super(setting);
    }

    boolean isMutual() {
        if (bearsOnThird() || isOfOne() || Governor.causing(sentence, action) >= 0) {
            return false;
        }
        int from = startOfClause();
        int to = Math.min(sentence.size(), action.last() + FARTHEST_MUTUAL);
        for (int at = from; at < to && !beginsAnother(at); at++) {
            if (saysMutual(at)) {
                return true;
            }
        }
        if (isAnnouncedByBoth() || bearsOnBoth() || isOfAgreement()) {
            return true;
        }
        boolean exchange =
                action.measure() == Measure.RECALL && sentence.word(action.at()).startsWith("exchang");
        return exchange
                || (action.measure() == Measure.MISSION
                        && standing.status() != Status.ADOPTED
                        && object.parties().size() == 2);
    }

    /** Both governments announced that the ambassadors would return: those of either. */
    private boolean isAnnouncedByBoth() {
        int that = sentence.that(action.first());
        boolean ofEither = action.measure() == Measure.RECALL
                && action.head().move() == Move.LIFT
                && object.parties().isEmpty()
                && sentence.word(action.objectTo() - 1).endsWith("s");
        return that > 1
                && ofEither
                && sentence.isAnyOf(that - 1, Words.REPORTING)
                && sentence.isAnyOf(that - 2, BOTH)
                && sentence.word(that - 3).equals("both");
    }

    /** The move followed an agreement to restore ties (between them, reached by Norway and Peru): of those who agreed. */
    private boolean isOfAgreement() {
        return action.measure() == Measure.RELATIONS
                && action.head().move() == Move.LIFT
                && sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, AGREEMENTS)
                && object.parties().isEmpty()
                && !sentence.word(action.last() + 1).equals("with")
                && sentence.mentions.stream().noneMatch(mention -> mention.to() <= action.first());
    }

    /** Moscow proposes to lift the restrictions on Russian and American diplomats: on who lifts them as well. */
    private boolean bearsOnBoth() {
        if (!SHARED.contains(action.measure())) {
            return false;
        }
        List<Mention> borne = sentence.mentions.stream()
                .filter(mention -> mention.from() >= action.objectTo()
                        && mention.from() <= action.objectTo() + FARTHEST_BORNE
                        && sentence.hasBetween(action.objectTo(), mention.from(), Words.BEARING)
                        && !sentence.hasBetween(action.objectTo(), mention.from(), Words.BOUNDARIES))
                .toList();
        return borne.size() == 2
                && sentence.word(borne.get(0).to()).equals("and")
                && borne.get(0).to() + 1 >= sentence.beforeArticle(borne.get(1).from() - 1)
                && sentence.mentions.stream()
                        .anyMatch(actor -> actor.to() <= action.first()
                                && borne.stream().anyMatch(one -> one.party().equals(actor.party())));
    }

    /** Both said that the ban that Oslo put on Fiji would be lifted: whose it is is said. */
    private boolean isOfOne() {
        int relative = action.objectTo();
        return sentence.isAnyOf(relative, TimeFinder.OF_THINGS)
                && sentence.mentionAt(sentence.behindArticle(relative + 1))
                        .filter(imposer -> imposer.to() < action.at())
                        .isPresent();
    }

    /** The two have had none in each other's capital since Ottawa expelled six: what the clause of the action begins with, if not with a comma. */
    private int startOfSubordinate() {
        int from = sentence.clauseStart(action.first());
        for (int at = action.first() - 1; at > from && !sentence.isAnyOf(at, Words.COMMA); at--) {
            if (sentence.isAnyOf(at, SUBORDINATING)) {
                return at;
            }
        }
        return from;
    }

    /** They visited each other, and Abiy reopened his embassy: behind "and", a clause with a subject of its own. */
    private int startOfClause() {
        int from = startOfSubordinate();
        for (int at = action.first() - 2; at > from; at--) {
            if (sentence.word(at).equals("and")
                    && sentence.isAnyOf(at - 1, Words.COMMA)
                    && sentence.tokens.get(at + 1).isCapitalised()) {
                return at;
            }
        }
        return from;
    }

    /** It lifted the embargo, and the two signed a treaty; after both agreed: behind the action, a clause with a subject of its own. */
    private boolean beginsAnother(int at) {
        return at > action.last()
                && (sentence.isAnyOf(at, SUBORDINATING)
                        || (sentence.word(at - 1).equals(",")
                                && sentence.word(at).equals("and")));
    }

    /** Senators from both parties, members in both parties: no states. */
    private boolean isOfBothParties(int both) {
        return sentence.word(both + 1).equals("parties") && sentence.isAnyOf(both - 1, AMONG);
    }

    /** Mutually; both sides; each other; tit-for-tat expulsions. */
    private boolean saysMutual(int at) {
        if (!sentence.isAnyOf(at, FIRST_WORDS)) {
            return false;
        }
        String word = sentence.word(at);
        boolean two = (word.equals("both") && !isOfBothParties(at))
                || (word.equals("two") && sentence.word(at - 1).equals("the"));
        boolean answers = word.equals("reciprocally") && sentence.isAnyOf(at - 1, ANSWERING);
        return (sentence.isAnyOf(at, MUTUAL) && !answers && !isOfSomethingElse(at))
                || (word.equals("respective")
                        && sentence.mentionAt(at + 1).isEmpty()
                        && (sentence.isObject(at + 1) || sentence.isObject(at + 2))
                        && !sentence.hasBetween(at, action.at(), Coordination.AND))
                || (word.equals("reciprocal") && sentence.word(at + 1).equals("basis"))
                || (word.equals("each") && sentence.hasBetween(at, sentence.size(), Words.OTHER))
                || (word.equals("each") && sentence.isAnyOf(at + 1, SIDE) && at < action.at())
                || (word.equals("one") && sentence.word(at + 1).equals("another"))
                || (two && isSubjectOfDeal(at))
                || (two
                        && sentence.isAnyOf(at + 1, BOTH)
                        && !isApposition(at)
                        && !sentence.isAnyOf(sentence.beforeArticle(at - 1), Words.BEARING)
                        && !isBetween(at))
                || (word.equals("the")
                        && at < action.at()
                        && action.at() - at <= SidesFinder.FARTHEST_SUBJECT
                        && sentence.isAnyOf(at + 1, SUBJECTS)
                        && !sentence.word(at - 1).equals("among"))
                || (word.equals("tit-for-tat")
                        && (at + 1 == action.at() || isOfTwo())
                        && object.parties().isEmpty());
    }

    /** The two agreed to restore them; both lifted theirs: who was named before, and no two persons. */
    private boolean isSubjectOfDeal(int two) {
        return action.head().move() == Move.LIFT
                && !action.passive()
                && two < action.at()
                && sentence.isAnyOf(two + 1, DEALING);
    }

    /** Mali, Benin expel envoys in a tit-for-tat row: two that do the same to nobody who is named. */
    private boolean isOfTwo() {
        return sentence.mentions.stream().map(Mention::party).distinct().count() == 2
                && sentence.mentionAt(action.at() - 1).isPresent()
                && sentence.isAnyOf(action.at() - 2, Words.JOINING)
                && sentence.mentionAt(action.at() - 3).isPresent();
    }

    /** They obstruct mutual prosperity: an adjective of a noun that is none of what is done. */
    private boolean isOfSomethingElse(int at) {
        return sentence.word(at).equals("mutual")
                && at > action.last()
                && action.measure() != Measure.RELATIONS
                && !sentence.isObject(at + 1)
                && !sentence.isObject(at + 2);
    }

    /** Sanctions on Serbia and Montenegro, the two states that: who was just named. */
    private boolean isApposition(int two) {
        return two > action.last()
                && sentence.isAnyOf(two - 2, Words.COMMA)
                && sentence.mentionAt(two - 3).isPresent();
    }

    /** Lifted its ban, as relations between the two nations improve; broke ties with it amid tensions between both: of something else. */
    private boolean isBetween(int two) {
        boolean another = action.measure() != Measure.RELATIONS
                || sentence.word(action.objectTo()).equals("with");
        int between = sentence.word(two).equals("both") ? two - 1 : two - 2;
        return sentence.word(between).equals("between") && another;
    }

    /** The two nations withdrew their respective diplomats from Qatar, sent them back to it. */
    private boolean bearsOnThird() {
        return action.measure() == Measure.RECALL
                && sentence.isAnyOf(action.objectTo(), WHERE)
                && sentence.mentionAt(action.objectTo() + 1).isPresent();
    }

    /** These if they are two, or the two of them that are states. */
    private static Optional<List<Party>> twoOf(List<Party> parties) {
        if (parties.size() == 2) {
            return Optional.of(parties);
        }
        List<Party> states = parties.stream()
                .filter(party -> !Words.BODIES.contains(party.code()))
                .toList();
        return states.size() == 2 ? Optional.of(states) : Optional.empty();
    }

    /** Norway and Peru restored ties with Fiji, cut after each other's envoys were expelled: the sides of what the sentence told so far, if these are one of them. */
    private Optional<Sides> oneSideOf(List<Party> pair) {
        return discourse.inSentence().stream()
                .map(Told::sides)
                .filter(sides -> pair.size() > 1
                        && sides.actor().parties().equals(pair)
                        && !sides.target().isEmpty())
                .findFirst();
    }

    Sides mutual(Side actor, Side target) {
        List<Party> pair = actor.parties().size() == 2 ? actor.parties() : actor.with(target);
        List<Party> inSentence = sentence.mentions.stream()
                .filter(mention -> mention.kind() != Mention.Kind.PLACE)
                .map(Mention::party)
                .distinct()
                .toList();
        if (pair.size() > 2) {
            Side all = Side.of(pair, "all that do it to one another");
            return new Sides(all, all, Side.NOBODY, true, 0);
        }
        Side other = discourse.targetOf(action.measure(), actor);
        if (action.how() == Construction.ACTIVE
                && actor.parties().size() == 1
                && target.isEmpty()
                && inSentence.size() < 2
                && !other.isEmpty()) {
            return new Sides(actor, other.because("on whom it bore before"), Side.NOBODY, false, 1);
        }
        if (pair.size() != 2) {
            pair = twoOf(inSentence).orElseGet(discourse::pair);
        }
        Optional<Sides> before = oneSideOf(pair);
        if (before.isPresent()) {
            return new Sides(before.get().actor(), before.get().target(), Side.NOBODY, true, 0);
        }
        if (pair.size() < 2) {
            return new Sides(actor, target, Side.NOBODY, false, 1);
        }
        int guessed = inSentence.containsAll(pair) ? 0 : 1;
        return new Sides(
                Side.of(pair.subList(0, 1), "the two that do it to each other"),
                Side.of(pair.subList(1, 2), "the two that do it to each other"),
                Side.NOBODY,
                true,
                guessed);
    }
}
