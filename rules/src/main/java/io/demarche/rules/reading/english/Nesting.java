package io.demarche.rules.reading.english;

import java.util.List;
import java.util.stream.IntStream;

import io.demarche.core.statement.Move;

/** Tells which actions of a sentence are no more than a part of another one: who calls off a summons tells of no summons. */
final class Nesting {

    static final WordSet ENDING = WordSet.of("end", "ends", "ended", "ending", "lift", "lifts", "lifted", "lifting")
            .with("rescind", "rescinds", "rescinded", "rescinding", "reverse", "reverses", "reversed", "reversing")
            .with("overturn", "overturns", "overturned", "overturning", "halt", "halts", "halted", "halting");
    private static final WordSet IMPOSED = WordSet.of("imposed", "reimposed", "introduced", "levied");
    private static final WordSet STOPPING =
            WordSet.of("stop", "stops", "stopped", "stopping", "cease", "ceases", "ceased", "quit");
    private static final int FARTHEST_ENDED = 5;

    /** Classes of objects whose end is a measure, not its lifting. */
    private static final WordSet GIVEN = WordSet.of(
            "visas", "relief", "relations", "accreditations", "contacts", "membership", "trade", "goods", "missions");

    /** Signed an order lifting sanctions: what is decided is what the later word says. */
    static final WordSet DECIDING = WordSet.of(
            "agree",
            "agrees",
            "agreed",
            "agreeing",
            "sign",
            "signs",
            "signed",
            "signing",
            "order",
            "orders",
            "ordered",
            "ordering",
            "announce",
            "announces",
            "announced",
            "announcing",
            "announcement");

    /** What there may be to do something, and what becomes of it. */
    private static final WordSet STEPS =
            Words.DRAFTS.with("decision", "move", "step", "agreement", "offer", "threat", "intention", "order");

    private static final WordSet THE_OR_OF = WordSet.of("the", "of");
    private static final WordSet AS_PARTS = WordSet.of("including", "namely");

    private Nesting() {}

    /** Whether the first is no more than a part of one of the others. */
    static boolean isWithinAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        return actions.stream().anyMatch(other -> other.at() != action.at() && isWithin(sentence, action, other));
    }

    private static boolean isWithin(MarkedSentence sentence, Action action, Action other) {
        if (isOfHead(sentence, action, other) || isOfObject(action, other)) {
            return true;
        }
        boolean sharesObject = action.objectFrom() == other.objectFrom();
        return sharesObject
                && (isOfLifting(action, other)
                        || isNounBetween(sentence, action, other)
                        || isPassiveOfNoun(sentence, action, other)
                        || isGerundBeside(action, other)
                        || isOfIssuing(sentence, action, other)
                        || (action.at() < other.at()
                                && other.at() < action.objectFrom()
                                && isAcross(sentence, action, other)));
    }

    /** Calls off a summons, gives them an order to leave: a word of the other head. */
    private static boolean isOfHead(MarkedSentence sentence, Action action, Action other) {
        int from = other.head().gapped() ? HeadWords.restFrom(sentence, other.at(), other.head()) : other.at() + 1;
        return from <= action.at()
                && action.at() < HeadWords.end(sentence, from, other.head().rest());
    }

    private static boolean isOfObject(Action action, Action other) {
        return other.objectFrom() <= action.at() && action.at() < other.objectTo();
    }

    /** Carried out the expulsion of them: a noun between a verb and what both are done to. */
    private static boolean isNounBetween(MarkedSentence sentence, Action action, Action other) {
        return action.head().form() == Form.NOUN
                && !isOfLifting(other, action)
                && !isEnded(sentence, action)
                && other.at() < action.at()
                && action.at() < other.objectFrom()
                && !DECIDING.contains(sentence.word(other.at()));
    }

    /**
     * The lifting of the sanctions was approved; a motion, the decision to lift them was announced: what becomes of the noun; but the end of sanctions,
     * which were imposed in May, tells when they were.
     */
    private static boolean isPassiveOfNoun(MarkedSentence sentence, Action action, Action other) {
        boolean infinitive = other.head().form() == Form.BASE
                && sentence.word(other.at() - 1).equals("to")
                && sentence.isAnyOf(other.at() - 2, STEPS);
        boolean imposed = sentence.isAnyOf(action.at(), IMPOSED)
                && sentence.word(VerbChain.start(sentence, action.at()) - 1).equals("which");
        return action.how() == Construction.PASSIVE
                && !imposed
                && (infinitive
                        || other.head().form() == Form.NOUN
                        || other.head().form() == Form.GERUND)
                && other.at() < action.objectFrom();
    }

    /** Suspended issuing visas; announced lifting sanctions. */
    private static boolean isGerundBeside(Action action, Action other) {
        return other.at() + 1 == action.at()
                ? action.head().form() == Form.GERUND && endsWhatIsGiven(other)
                : action.at() + 1 == other.at() && other.head().form() == Form.GERUND && !endsWhatIsGiven(action);
    }

    /** Halted the issuing of visas, the suspension of issuing them. */
    private static boolean isOfIssuing(MarkedSentence sentence, Action action, Action other) {
        return other.at() + 2 == action.at()
                && sentence.isAnyOf(action.at() - 1, THE_OR_OF)
                && action.head().form() == Form.GERUND
                && endsWhatIsGiven(other);
    }

    /** A verb that has another one before what it would be done to. */
    private static boolean isAcross(MarkedSentence sentence, Action action, Action other) {
        Form form = other.head().form();
        boolean alike = other.at() - action.at() > 2
                && action.head().form() == form
                && action.head().measure() == other.head().measure();
        // Signed an order lifting sanctions.
        boolean decision = !form.isPastOrParticiple()
                && (DECIDING.contains(sentence.word(action.at()))
                        || sentence.hasBetween(action.at(), other.at(), Drafts.ACTS));
        // Announced that Norway had lifted sanctions.
        boolean clause = form.isPastOrParticiple() && Attributes.hasAuxiliary(sentence, other.at());
        // Barred firms from buying oil.
        boolean keptFrom = form == Form.GERUND && sentence.word(other.at() - 1).equals("from");
        return alike || decision || clause || keptFrom;
    }

    /** Approved the lifting of sanctions; renewed the suspension of the embargo: what is decided is that they are lifted. */
    private static boolean isOfLifting(Action deciding, Action lifting) {
        return deciding.head().move() == Move.IMPOSE
                && !GIVEN.contains(lifting.head().objectClass())
                && lifting.head().move() == Move.LIFT
                && lifting.head().form().isNominal()
                && deciding.at() < lifting.at()
                && lifting.at() < deciding.objectFrom()
                && deciding.objectFrom() == lifting.objectFrom();
    }

    /** Suspended issuing visas: what counts is the end of it; announced lifting sanctions: the lifting. */
    private static boolean endsWhatIsGiven(Action action) {
        return GIVEN.contains(action.head().objectClass()) == (action.head().move() == Move.IMPOSE);
    }

    /** Lifted the sanctions, including the suspension of trade: what is lifted, named by its parts. */
    static boolean isListedInLifted(MarkedSentence sentence, Action action, List<Action> actions) {
        return action.head().move() == Move.IMPOSE
                && action.head().form().isNominal()
                && actions.stream()
                        .anyMatch(lifted -> lifted.head().move() == Move.LIFT
                                && lifted.objectTo() <= action.at()
                                && sentence.hasBetween(lifted.objectTo(), action.at(), AS_PARTS)
                                && !sentence.hasBetween(lifted.objectTo(), action.at(), Words.BOUNDARIES));
    }

    /** Followed suit, severing relations, or by severing them: what is said to be the same is said anew. */
    static boolean isSpeltOut(MarkedSentence sentence, Action action, List<Action> actions) {
        return action.how() == Construction.ECHO
                && actions.stream()
                        .anyMatch(spelt -> spelt.at() > action.at()
                                && (isGerundBehind(sentence, spelt.at())
                                        || sentence.word(action.objectTo()).equals("by"))
                                && !sentence.hasBetween(action.objectTo(), spelt.at(), Words.BOUNDARIES));
    }

    private static boolean isGerundBehind(MarkedSentence sentence, int at) {
        return sentence.word(at).endsWith("ing") && sentence.isAnyOf(at - 1, Words.COMMA);
    }

    /** Ended its two-month suspension of ties: what was done is over. */
    static boolean isEnded(MarkedSentence sentence, Action action) {
        if (action.how() == Construction.POINTING_BACK && action.head().form() == Form.GERUND) {
            return sentence.isAnyOf(action.at() - 1, STOPPING);
        }
        if (action.how() != Construction.NOMINAL) {
            return false;
        }
        for (int at = action.at() - 1; at >= action.at() - FARTHEST_ENDED; at--) {
            if (sentence.isAnyOf(at, ENDING)) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.JOINING) || sentence.word(at).equals("or")) {
                return false;
            }
            if (!sentence.isAnyOf(at, Words.DETERMINERS) && !sentence.mayBeNoun(at) && !sentence.beginsWithDigit(at)) {
                return false;
            }
        }
        return false;
    }

    /** Joined Norway in imposing sanctions: what both impose, and nothing besides. */
    static boolean isJoinedIn(MarkedSentence sentence, Action action) {
        return sentence.isAnyOf(action.at(), Governor.JOINING)
                && IntStream.range(action.at() + 1, action.objectFrom())
                        .anyMatch(in -> sentence.word(in).equals("in")
                                && sentence.word(in + 1).endsWith("ing")
                                && sentence.mentionAt(in + 1).isEmpty());
    }
}
