package io.demarche.rules.reading.english;

import java.util.Optional;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * Decides the status of an action: by the modal verb before its head, or by the nearest word that governs it (propose to, urge,
 * rule out), or by negation. What none of them touches is adopted.
 */
final class StandingFinder {

    static final int FARTHEST_CUE_AFTER = 9;
    static final WordSet WANTING =
            WordSet.of("want", "wants", "wanted", "see", "have", "has", "had", "get", "keep", "be");
    private static final int FARTHEST_WANTED = 4;
    private static final WordSet REPORTS =
            WordSet.of("reports", "rumours", "rumors", "claims", "allegations", "suggestions", "speculation");
    private static final WordSet NOR = WordSet.of("nor");
    private static final int FARTHEST_NOR = 4;
    private static final WordSet NOTHING = WordSet.of("nothing", "none", "no");
    private static final WordSet TALK = REPORTS.with("talk", "rumour", "rumor");
    private static final WordSet BEGINNING = WordSet.of(
            "move",
            "moved",
            "decide",
            "decided",
            "choose",
            "chosen",
            "opted",
            "begun",
            "begin",
            "started",
            "start",
            "promised",
            "committed",
            "hurried",
            "rushed",
            "managed",
            "undertaken",
            "dared",
            "bothered");
    private static final WordSet MEANING = WordSet.of("constitute", "mean", "imply", "entail", "amount");
    private static final WordSet NOBODY = WordSet.of("nobody", "no", "none");
    private static final WordSet PREVENTING = WordSet.of(
            "prevent",
            "prevents",
            "prevented",
            "preventing",
            "stop",
            "stops",
            "stopped",
            "stopping",
            "bar",
            "bars",
            "barred",
            "barring",
            "block",
            "blocks",
            "blocked",
            "blocking",
            "prohibit",
            "prohibits",
            "prohibited",
            "prohibiting",
            "restrict",
            "restricts",
            "restricted",
            "restricting",
            "ban",
            "bans",
            "banned",
            "banning",
            "keep",
            "keeps",
            "kept",
            "keeping");
    private static final int FARTHEST_PREVENTED = 7;
    private static final WordSet PROMISING =
            WordSet.of("promise", "promises", "promised", "promising", "pledged", "pledges", "swore", "vowed", "vows");

    /** Should never have been severed. */
    static final String REGRETTED = "it should not have been done, but was";

    private StandingFinder() {}

    /** How far along an action is, and what says so. */
    static Standing of(MarkedSentence sentence, Action action) {
        if (action.embedded()) {
            return new Standing(Status.ADOPTED, -1, "it only describes the object of another verb");
        }
        if (action.how() == Construction.DESCRIBING
                && sentence.word(action.last() + 1).equals("by")
                && !isWanted(sentence, action)) {
            return new Standing(Status.ADOPTED, -1, "a participle with its agent says what was done");
        }
        if (action.how() == Construction.REFUSAL) {
            return new Standing(Status.REJECTED, -1, "it refuses what was told of last");
        }
        if (action.how() == Construction.ELLIPSIS) {
            return elliptic(sentence, action);
        }
        if (isPromisedAnswer(sentence, action)) {
            return new Standing(Status.CONSIDERED, -1, "an answer that is only promised");
        }
        Optional<Standing> opening = Openings.standing(sentence, action);
        if (opening.isPresent()) {
            return opening.get();
        }
        Optional<Match<Cue>> denial = denial(sentence, action);
        if (denial.isPresent()) {
            return Standing.by(sentence, Status.REJECTED, denial.get(), "denies what is reported");
        }
        if (GovernedStanding.opinion(sentence, action).isPresent()) {
            return new Standing(Status.ADOPTED, -1, "it is only said what one thinks of it");
        }
        if (isPrevented(sentence, action)) {
            return new Standing(Status.REJECTED, -1, "somebody is kept from it");
        }
        int chain = VerbChain.start(sentence, action.at());
        boolean negated = VerbChain.hasNegation(sentence, action.at())
                || sentence.hasBetween(chain - FARTHEST_NOR, chain, NOR)
                || isNotJoining(sentence, action)
                || isNotAnnounced(sentence, action)
                || isNotBegun(sentence, action)
                || isFurtherNegated(sentence, chain)
                || isOfNobody(sentence, action)
                || isGovernedByNegation(sentence, action);
        boolean duty = sentence.hasBetween(chain, action.at(), Words.DUTY);
        if (duty && negated && sentence.hasBetween(chain, action.at(), Words.HAVE)) {
            return new Standing(Status.ADOPTED, -1, REGRETTED);
        }
        if (PlainStanding.isElse(sentence, action, chain)) {
            return new Standing(Status.CONSIDERED, -1, "it is what comes if nothing else is done");
        }
        Optional<Match<Cue>> cue = Governor.governor(sentence, action, chain)
                .filter(governing -> !duty || governing.value().status() != Status.ADOPTED || governing.to() > chain);
        return Drafts.standing(sentence, cue, action)
                .or(() -> cue.map(governing -> GovernedStanding.of(sentence, governing, action, negated)))
                .or(() -> Governor.verdict(sentence, action)
                        .map(after -> Standing.by(
                                sentence,
                                GovernedStanding.combined(sentence, after, false),
                                after,
                                "says so behind it")))
                .or(() -> Drafts.fateOf(sentence, action))
                .orElseGet(() -> PlainStanding.of(sentence, action, chain, negated));
    }

    /** A bill that would prevent the president from lifting sanctions. */
    private static boolean isPrevented(MarkedSentence sentence, Action action) {
        int from = action.at() - 1;
        if (action.head().form() != Form.GERUND || !sentence.word(from).equals("from")) {
            return false;
        }
        int prevented = ObjectFinder.beforeInsertion(sentence, from);
        for (int at = prevented - 1; at >= prevented - FARTHEST_PREVENTED; at--) {
            if (sentence.isAnyOf(at, PREVENTING)) {
                return !VerbChain.hasNegation(sentence, at);
            }
        }
        return false;
    }

    /** Promised to reply in kind; promised a reply in kind: a threat. */
    private static boolean isPromisedAnswer(MarkedSentence sentence, Action action) {
        int before = action.at() - 1;
        return action.how() == Construction.ECHO
                && Repetitions.isAnswering(sentence, action.at())
                && (sentence.word(before).equals("to") || sentence.isAnyOf(before, Words.ARTICLES))
                && sentence.isAnyOf(before - 1, PROMISING);
    }

    /** Want it lifted by Friday: what is wanted is not done. */
    private static boolean isWanted(MarkedSentence sentence, Action action) {
        return sentence.hasBetween(action.objectFrom() - FARTHEST_WANTED, action.objectFrom(), WANTING)
                || sentence.isAnyOf(action.at() - 1, ActionFinder.WANT);
    }

    /** They would not; it may: what an auxiliary says without its verb. */
    private static Standing elliptic(MarkedSentence sentence, Action action) {
        if (sentence.hasBetween(action.at(), action.objectTo(), Words.NEGATION)) {
            return new Standing(Status.REJECTED, -1, "its auxiliary is negated");
        }
        if (sentence.isAnyOf(action.at(), Words.DUTY)) {
            return new Standing(Status.URGED, -1, "its auxiliary says what ought to be");
        }
        boolean possible = sentence.isAnyOf(action.at(), Words.POSSIBLE)
                && !sentence.word(action.at()).equals("would");
        return possible
                ? new Standing(Status.CONSIDERED, -1, "its auxiliary says what may be")
                : new Standing(Status.ADOPTED, -1, "its auxiliary says that it is done");
    }

    /** Reports that it would expel them are false: what says so of a report, behind what is reported. */
    private static Optional<Match<Cue>> denial(MarkedSentence sentence, Action action) {
        int that = sentence.that(action.first());
        int about = sentence.beforeArticle(action.at() - 1);
        boolean reported = (that > 0 && sentence.isAnyOf(that - 1, REPORTS))
                || (sentence.isAnyOf(about, PlainStanding.ABOUT) && sentence.isAnyOf(about - 1, TALK));
        return reported
                ? sentence.cues().stream()
                        .filter(cue -> cue.from() > action.last()
                                && cue.value().status() == Status.REJECTED
                                && !sentence.hasBetween(action.last(), cue.from(), Words.CLAUSES))
                        .findFirst()
                : Optional.empty();
    }

    /** Would not expel the envoy or break off relations; no government would: a further verb of what is negated. */
    private static boolean isFurtherNegated(MarkedSentence sentence, int chain) {
        int clause = sentence.clauseStart(chain - 1);
        return sentence.word(chain - 1).equals("or")
                && (sentence.hasBetween(clause, chain - 1, VerbChain.NOT)
                        || sentence.word(clause).equals("no"));
    }

    /** Has not yet announced the return, does not constitute a rupture: a noun of what is not said to be done. */
    private static boolean isNotAnnounced(MarkedSentence sentence, Action action) {
        int verb = sentence.beforeArticle(action.at() - 1);
        return action.head().form() == Form.NOUN
                && (sentence.isAnyOf(verb, Nesting.DECIDING) || sentence.isAnyOf(verb, MEANING))
                && VerbChain.hasNegation(sentence, verb);
    }

    /** Has not moved to lift it, did not decide to: what is not even begun. */
    private static boolean isNotBegun(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, BEGINNING)
                && VerbChain.hasNegation(sentence, action.at() - 2);
    }

    /** Will not follow Prague in barring them. */
    private static boolean isNotJoining(MarkedSentence sentence, Action action) {
        int verb = Governor.joining(sentence, action);
        return verb >= 0 && VerbChain.hasNegation(sentence, verb);
    }

    /** Would not retaliate with visa bans: behind a word that governs a noun, what negates the verb between them. */
    private static boolean isGovernedByNegation(MarkedSentence sentence, Action action) {
        return action.how() == Construction.GOVERNED
                && (VerbChain.isNegated(sentence, action.at())
                        || sentence.cues().stream()
                                .anyMatch(cue -> cue.to() <= action.at()
                                        && action.at() - cue.to() <= FARTHEST_CUE_AFTER
                                        && sentence.isAnyOf(cue.to(), Words.NEGATION)
                                        && !sentence.isInCue(cue.to())));
    }

    /** Expelled nobody; imposed no sanctions. */
    private static boolean isOfNobody(MarkedSentence sentence, Action action) {
        boolean nothing = action.how() == Construction.ECHO
                && sentence.hasBetween(action.objectFrom(), action.objectTo(), NOTHING);
        return nothing
                || sentence.isAnyOf(action.objectFrom(), NOBODY)
                || (action.how() == Construction.PASSIVE && isOfNone(sentence, action.objectFrom()))
                || (action.head().form() == Form.NOUN
                        && sentence.word(action.at() - 1).equals("no"))
                || (action.objectFrom() > action.at()
                        && sentence.hasBetween(
                                Math.max(action.at() + 1, action.objectFrom() - PlainStanding.FARTHEST_NONE),
                                action.objectFrom(),
                                NOBODY));
    }

    /** No UN sanctions should be lifted. */
    private static boolean isOfNone(MarkedSentence sentence, int object) {
        for (int at = object - 1; at >= object - PlainStanding.FARTHEST_NONE; at--) {
            if (sentence.isAnyOf(at, NOBODY)) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.PREPOSITIONS) || sentence.isAnyOf(at, Words.SIGNS)) {
                return false;
            }
        }
        return false;
    }
}
