package io.demarche.rules.reading.english;

import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * Decides the status of an action: by the modal verb before its head, or by the nearest word that governs it (propose to, urge,
 * rule out), or by negation. What none of them touches is adopted.
 */
final class StandingFinder {

    static final int FARTHEST_CUE_AFTER = 9;
    private static final int FARTHEST_DUTY = 6;
    private static final WordSet LIKELY = WordSet.of("probably", "likely", "perhaps", "presumably");
    private static final WordSet OTHERWISE = WordSet.of("otherwise");
    private static final WordSet SAYING = Words.REPORTING.with("saying", "declaring", "announcing", "adding");
    private static final int FARTHEST_VERB = 5;
    private static final WordSet WARNINGS =
            WordSet.of("warn", "threaten", "hint", "signal", "threats", "threat", "hope");
    private static final int FARTHEST_WARNED = 7;
    static final WordSet WANTING =
            WordSet.of("want", "wants", "wanted", "see", "have", "has", "had", "get", "keep", "be");
    private static final int FARTHEST_WANTED = 4;
    private static final int FARTHEST_NONE = 3;
    private static final WordSet MAYBE = WordSet.of("may", "might", "could", "can");

    private static final WordSet RISKING = WordSet.of("risk", "risks", "risked", "risking");

    private static final WordSet DROPPING = WordSet.of(
            "lift",
            "lifts",
            "lifted",
            "lifting",
            "drop",
            "drops",
            "dropped",
            "dropping",
            "withdrew",
            "withdraws",
            "withdrawn",
            "withdrawing",
            "abandoned",
            "abandons",
            "abandoning");

    private static final WordSet REPORTS =
            WordSet.of("reports", "rumours", "rumors", "claims", "allegations", "suggestions", "speculation");

    private static final WordSet OPENINGS = WordSet.of("\"", "“", ":", "please");

    private static final WordSet ONE_OF = WordSet.of("one", "another", "other");
    static final WordSet AGAINST = WordSet.of("against");

    private static final WordSet NOR = WordSet.of("nor");
    private static final int FARTHEST_NOR = 4;
    private static final WordSet TOWARDS = WordSet.of("towards", "toward");
    private static final WordSet THEN = WordSet.of("in", "after", "when", "once", "upon");
    private static final WordSet ONLY = WordSet.of("only");
    private static final WordSet WHEN_DONE = WordSet.of("when", "once");
    private static final WordSet WHEN = WordSet.of("when", "once", "as", "whenever");
    private static final WordSet CIRCUMSTANCES = WordSet.of("conditions", "circumstances", "security");
    private static final WordSet NOTHING = WordSet.of("nothing", "none", "no");
    private static final WordSet DECIDED = WordSet.of("decided", "decides", "ruled");
    private static final WordSet ASKING = WordSet.of("ask", "request", "require");

    private static final WordSet WHETHER = WordSet.of("whether");
    private static final WordSet ASKED = WordSet.of("how", "when", "which");
    private static final int FARTHEST_QUESTION = 6;
    private static final WordSet CLOSING = WordSet.of(
            "close", "shut", "shutter", "vacate", "cut", "reduce", "scale", "downsize", "shrink", "halve", "limit");

    private static final WordSet POSSIBLE = WordSet.of("possible", "likely", "imminent");
    private static final WordSet UNWANTED = WordSet.of(
            "unnecessary", "needless", "premature", "pointless", "unwise", "mistaken", "inappropriate", "unthinkable");
    private static final WordSet TALK = REPORTS.with("talk", "rumour", "rumor");
    private static final int FARTHEST_TALK = 8;
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
    private static final WordSet NEEDING = WordSet.of("requires", "needs", "demands", "presupposes");
    private static final WordSet ABOUT = WordSet.of("of", "about", "on");
    private static final WordSet HOLDERS = WordSet.of(
            "one",
            "minister",
            "country",
            "state",
            "government",
            "member",
            "capital",
            "party",
            "official",
            "nation",
            "ally");
    private static final WordSet NO_ONE = WordSet.of("nobody", "none");
    private static final WordSet NOBODY = WordSet.of("nobody", "no", "none");
    private static final WordSet MUST = WordSet.of("must");
    private static final WordSet WITHIN = WordSet.of("within");
    private static final WordSet DISMISSING = WordSet.of("dismiss", "reject", "deny", "brush off", "shrug off");
    private static final String NOT_THE_TIME = "not the time ";
    private static final WordSet MIGHT = WordSet.of("may", "might", "could");
    static final WordSet THREATS = WordSet.of("threat", "threats");
    private static final int FARTHEST_OPINION = 12;
    private static final int FARTHEST_HOLDER = 4;

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

    private static final WordSet MOVES = WordSet.of("move", "step", "decision");

    private static final WordSet BESIDE_SIDES = WordSet.of("by", "on", "against", "both", "and", "the");

    private StandingFinder() {}

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
        Optional<Match<Cue>> denial = denial(sentence, action);
        if (denial.isPresent()) {
            return Standing.by(sentence, Status.REJECTED, denial.get(), "denies what is reported");
        }
        if (opinion(sentence, action).isPresent()) {
            return new Standing(Status.ADOPTED, -1, "it is only said what one thinks of it");
        }
        if (isPrevented(sentence, action)) {
            return new Standing(Status.REJECTED, -1, "somebody is kept from it");
        }
        int chain = VerbChain.start(sentence, action.at());
        boolean negated = sentence.hasBetween(chain, action.at(), Words.NEGATION)
                || sentence.hasBetween(chain - FARTHEST_NOR, chain, NOR)
                || isNotJoining(sentence, action)
                || isNotAnnounced(sentence, action)
                || isNotBegun(sentence, action)
                || isFurtherNegated(sentence, chain)
                || isOfNobody(sentence, action)
                || isGovernedByNegation(sentence, action);
        boolean duty = sentence.hasBetween(chain, action.at(), Words.DUTY);
        if (isElse(sentence, action, chain)) {
            return new Standing(Status.CONSIDERED, -1, "it is what comes if nothing else is done");
        }
        Optional<Match<Cue>> cue = Governor.governor(sentence, action, chain)
                .filter(governing -> !duty || governing.value().status() != Status.ADOPTED || governing.to() > chain);
        return Drafts.standing(sentence, cue, action)
                .or(() -> cue.map(governing -> governed(sentence, governing, action, negated)))
                .or(() -> Governor.verdict(sentence, action)
                        .map(after ->
                                Standing.by(sentence, combined(sentence, after, false), after, "says so behind it")))
                .or(() -> Drafts.fateOf(sentence, action))
                .orElseGet(() -> plain(sentence, action, chain, negated));
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

    private static Standing governed(MarkedSentence sentence, Match<Cue> cue, Action action, boolean negated) {
        if (isReportedFuture(sentence, cue) && !isTakenBack(sentence, cue, Status.CONSIDERED)) {
            return new Standing(
                    negated ? Status.REJECTED : Status.ADOPTED, -1, "'would' tells the future of something reported");
        }
        Optional<Match<Cue>> delay = cue.value().status() == Status.URGED
                ? Governor.verdict(sentence, action)
                        .filter(after -> after.value().status() == Status.REJECTED
                                && sentence.word(after.from() - 1).equals("be"))
                : Optional.empty();
        if (delay.isPresent()) {
            return Standing.by(sentence, Status.REJECTED, delay.get(), "is what is asked for");
        }
        if (cue.value().status() == Status.PROPOSED && Drafts.isPassed(sentence, cue.from(), cue.to())) {
            return Standing.by(sentence, Status.ADOPTED, cue, "governs it and was passed");
        }
        if (Reversals.WORDS.contains(cue.value().word())
                && sentence.isAnyOf(sentence.beforeAdverbs(cue.from()), Words.NEGATION)) {
            return Standing.by(sentence, Status.ADOPTED, cue, "stands, for it is not undone");
        }
        if (isAskedByHost(sentence, cue, action)) {
            return Standing.by(sentence, Status.ADOPTED, cue, "is how a host orders it");
        }
        if (isDeemedWrong(sentence, cue, action)) {
            return Standing.by(sentence, Status.REJECTED, cue, "says that it is not wanted");
        }
        if (isWarnedOff(sentence, cue, action)) {
            return Standing.by(sentence, Status.REJECTED, cue, "is against it");
        }
        if (Drafts.isStopped(sentence, cue, action)) {
            return Standing.by(sentence, Status.ADOPTED, cue, "would stop it, and came to nothing");
        }
        Optional<Match<Cue>> refusal = Drafts.refusalOf(sentence, cue);
        if (refusal.isPresent()) {
            return Standing.by(sentence, Status.REJECTED, refusal.get(), "refuses what would do it");
        }
        if (Drafts.isDefeated(sentence, cue, action)) {
            return Standing.by(sentence, Status.REJECTED, cue, "governs it and came to nothing");
        }
        Optional<Match<Cue>> request = requestTo(sentence, cue.from());
        if (request.isPresent()
                && cue.value().status() == Status.CONSIDERED
                && !sentence.isAnyOf(cue.from(), Opposites.REVIEWING)) {
            return Standing.by(sentence, Status.URGED, request.get(), "asks to think of it");
        }
        if (cue.value().status() == Status.CONSIDERED
                && action.how() != Construction.GOVERNED
                && sentence.hasBetween(VerbChain.start(sentence, cue.from()), cue.from(), Words.DUTY)) {
            return new Standing(negated ? Status.REJECTED : Status.URGED, -1, "it ought to be thought of");
        }
        Optional<Match<Cue>> proposal = Drafts.proposalOf(sentence, cue);
        if (proposal.isPresent()) {
            return Standing.by(sentence, Status.PROPOSED, proposal.get(), "puts the plan forward");
        }
        Status status = combined(sentence, cue, negated);
        return isTakenBack(sentence, cue, status)
                ? Standing.by(sentence, Status.REJECTED, cue, "governs it and is taken back")
                : Standing.by(sentence, status, cue, negated ? "governs it, and it is negated" : "governs it");
    }

    /** Dismissed the sanctions as unlawful: the word with which somebody says so of those there are, not of a threat of any. */
    static Optional<Match<Cue>> opinion(MarkedSentence sentence, Action action) {
        boolean as = action.how() == Construction.GOVERNED
                && IntStream.range(action.objectTo(), Math.min(sentence.size(), action.objectTo() + FARTHEST_OPINION))
                        .takeWhile(at -> !sentence.isAnyOf(at, Words.COMMA))
                        .anyMatch(at -> sentence.word(at).equals("as"));
        return as
                ? sentence.cues().stream()
                        .filter(cue -> DISMISSING.contains(cue.value().word())
                                && cue.to() <= action.at()
                                && action.at() - cue.to() <= FARTHEST_VERB
                                && !sentence.hasCueBetween(cue.to(), action.first()))
                        .findFirst()
                : Optional.empty();
    }

    /** Urged Washington to consider easing them: who asks somebody else to do what the verb at that place says. */
    static Optional<Match<Cue>> requestTo(MarkedSentence sentence, int verb) {
        int to = verb - 1;
        return sentence.word(to).equals("to")
                ? sentence.cues().stream()
                        .filter(cue -> cue.value().status() == Status.URGED
                                && (cue.to() < to || cue.to() == verb)
                                && to - cue.to() <= FARTHEST_CUE_AFTER
                                && !sentence.hasBetween(cue.to(), to, Words.BOUNDARIES)
                                && !VerbChain.hasNegation(sentence, cue.from()))
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    /** Reports that it would expel them are false: what says so of a report, behind what is reported. */
    private static Optional<Match<Cue>> denial(MarkedSentence sentence, Action action) {
        int that = sentence.that(action.first());
        int about = sentence.beforeArticle(action.at() - 1);
        boolean reported = (that > 0 && sentence.isAnyOf(that - 1, REPORTS))
                || (sentence.isAnyOf(about, ABOUT) && sentence.isAnyOf(about - 1, TALK));
        return reported
                ? sentence.cues().stream()
                        .filter(cue -> cue.from() > action.last()
                                && cue.value().status() == Status.REJECTED
                                && !sentence.hasBetween(action.last(), cue.from(), Words.CLAUSES))
                        .findFirst()
                : Optional.empty();
    }

    /** Considers a closure of the border unnecessary. */
    private static boolean isDeemedWrong(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int end = action.last() + 1;
        return cue.value().word().equals("consider")
                && !sentence.hasBetween(cue.to(), end, Words.BOUNDARIES)
                && IntStream.range(end, end + FARTHEST_CUE_AFTER)
                        .takeWhile(at -> !sentence.isAnyOf(at, Words.BOUNDARIES))
                        .anyMatch(at -> sentence.isAnyOf(at, UNWANTED));
    }

    /** Warned Poland against expelling its envoy. */
    private static boolean isWarnedOff(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return cue.value().word().equals("warn")
                && sentence.hasBetween(cue.to(), action.first(), AGAINST)
                && !sentence.hasBetween(cue.to(), action.first(), Words.BOUNDARIES);
    }

    /** Should start lifting, must take serious steps to lift: the duty of the verb to which the action belongs, or -1. */
    private static int dutyBefore(MarkedSentence sentence, Action action, int chain) {
        boolean infinitive = action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to");
        if (!infinitive && action.head().form() != Form.GERUND) {
            return -1;
        }
        for (int at = chain - 1; at >= Math.max(0, chain - FARTHEST_DUTY); at--) {
            if (sentence.isAnyOf(at, Words.DUTY)) {
                return at;
            }
            if (sentence.mentionAt(at).isPresent()
                    || sentence.isAnyOf(at, Words.BOUNDARIES)
                    || sentence.isAnyOf(at, Words.REPORTING)
                    || sentence.isAnyOf(at, Words.SIGNS)) {
                return -1;
            }
        }
        return -1;
    }

    /** Should answer, could retaliate by expelling them: as far along as the verb before "by", where that leaves it open. */
    private static Optional<Standing> byMeansOf(MarkedSentence sentence, Action action) {
        int by = sentence.beforeAdverbs(action.at());
        if (action.head().form() != Form.GERUND || !sentence.word(by).equals("by")) {
            return Optional.empty();
        }
        for (int at = by - 1; at >= sentence.clauseStart(by); at--) {
            if (sentence.isAnyOf(at, Words.DUTY)) {
                return Optional.of(new Standing(Status.URGED, -1, "it is how what ought to be done is done"));
            }
            if (sentence.isAnyOf(at, MIGHT)) {
                return Optional.of(new Standing(Status.CONSIDERED, -1, "it is how what may be done is done"));
            }
        }
        return Optional.empty();
    }

    /** What no word governs: the verb's own mood decides. */
    private static Standing plain(MarkedSentence sentence, Action action, int chain, boolean negated) {
        if (isImperative(sentence, action)) {
            return new Standing(Status.URGED, -1, "it is an imperative");
        }
        if (action.head().isSuffered() && sentence.isAnyOf(action.at(), RISKING)) {
            return new Standing(Status.CONSIDERED, -1, "it is what is risked");
        }
        if (isDecided(sentence, chain)) {
            return new Standing(negated ? Status.REJECTED : Status.ADOPTED, -1, "it was decided that it should be");
        }
        if (isDue(sentence, action, chain)) {
            return new Standing(
                    negated ? Status.REJECTED : Status.ADOPTED, -1, "it must be done in a time that is set");
        }
        if (sentence.hasBetween(chain, action.at(), Words.DUTY) || isFurtherDuty(sentence, action, chain)) {
            return new Standing(negated ? Status.REJECTED : Status.URGED, -1, "its verb says what ought to be");
        }
        int duty = dutyBefore(sentence, action, chain);
        if (duty >= 0) {
            return new Standing(
                    sentence.isAnyOf(duty + 1, VerbChain.NOT) ? Status.REJECTED : Status.URGED,
                    -1,
                    "it belongs to what ought to be");
        }
        Optional<Standing> means = byMeansOf(sentence, action);
        if (means.isPresent()) {
            return means.get();
        }
        if (action.head().form() == Form.NOUN && sentence.isAnyOf(action.last() + 1, Words.DUTY)) {
            return new Standing(negated ? Status.REJECTED : Status.URGED, -1, "its verb says how it ought to be");
        }
        if (action.how() == Construction.PASSIVE
                && sentence.word(chain).equals("be")
                && chain < action.at()
                && !sentence.word(chain - 1).equals("to")) {
            return new Standing(negated ? Status.REJECTED : Status.URGED, -1, "its subjunctive says what ought to be");
        }
        int clause = sentence.clauseStart(action.first());
        if (sentence.isAnyOf(clause - 1, Words.IF)
                || (sentence.hasBetween(clause, chain, WHETHER)
                        && sentence.hasBetween(chain, action.at(), Words.CERTAIN))
                || isUntil(sentence, clause)
                || isBeforeFuture(sentence, action, clause)
                || isNotBefore(sentence, clause)
                || isProvided(sentence, chain)) {
            return new Standing(Status.CONSIDERED, -1, "it is itself the condition");
        }
        if (negated) {
            return new Standing(Status.REJECTED, -1, "its verb or its object is negated");
        }
        if (isPurpose(sentence, action)) {
            return new Standing(Status.CONSIDERED, -1, "it is what something else is done for");
        }
        if (sentence.hasBetween(chain, action.at(), Words.POSSIBLE)
                || (isHypothetical(sentence, action) && !Governor.isReason(sentence, action))) {
            return new Standing(Status.CONSIDERED, -1, "its verb says what may be");
        }
        if (isTalkedAbout(sentence, action)) {
            return new Standing(Status.CONSIDERED, -1, "it is what is talked about");
        }
        if (action.head().form() == Form.GERUND && sentence.isAnyOf(chain - 1, TOWARDS)) {
            return new Standing(Status.CONSIDERED, -1, "'towards' leaves open whether it is reached");
        }
        boolean headline = action.head().form() == Form.GERUND || action.head().form() == Form.NOUN;
        if (action.head().form() == Form.GERUND
                && action.at() == 0
                && sentence.word(behindSides(sentence, action.last() + 1)).equals(":")) {
            return new Standing(Status.CONSIDERED, -1, "it is only what the headline is about");
        }
        if (headline && sentence.isAnyOf(sentence.size() - 1, POSSIBLE)) {
            return new Standing(Status.CONSIDERED, -1, "the headline ends by saying what may be");
        }
        if (action.head().form() == Form.GERUND
                && sentence.word(action.objectFrom() - 1).equals("any")) {
            return new Standing(Status.CONSIDERED, -1, "'any' leaves open whether it is done");
        }
        if (sentence.isAnyOf(0, OTHERWISE)
                || sentence.hasBetween(sentence.clauseStart(chain), action.at(), OTHERWISE)
                || sentence.hasBetween(chain, action.at(), LIKELY)) {
            return new Standing(Status.CONSIDERED, -1, "it is what would be otherwise, or is likely");
        }
        if (Drafts.isVotedByCommittee(sentence, action) || isOfOneOf(sentence, action)) {
            return new Standing(Status.PROPOSED, -1, "who must approve it has not yet");
        }
        boolean future = sentence.hasBetween(chain, action.at(), Words.CERTAIN)
                || sentence.word(action.at() - 1).equals("to");
        boolean conditional = future
                && (sentence.hasBetween(action.at(), sentence.size(), Words.IF)
                        || isWhenever(sentence, action)
                        || isOnlyThen(sentence, action.at())
                        || isOnce(sentence, action));
        return conditional
                ? new Standing(Status.CONSIDERED, -1, "it depends on a condition")
                : new Standing(Status.ADOPTED, -1, "nothing qualifies it");
    }

    /** Must leave within three days: an order of the host. */
    private static boolean isDue(MarkedSentence sentence, Action action, int chain) {
        int end = action.last() + 1;
        return action.measure() == Measure.EXPULSION
                && sentence.hasBetween(chain, action.at(), MUST)
                && sentence.hasBetween(end, end + FARTHEST_CUE_AFTER, WITHIN);
    }

    /** (In order) to end the sanctions, Russia must: with what a sentence begins that tells how to get there. */
    static boolean isPurpose(MarkedSentence sentence, Action action) {
        int to = action.at() - 1;
        return sentence.word(to).equals("to")
                && (to == 0 || (to == 2 && sentence.word(1).equals("order")))
                && sentence.hasBetween(action.last(), sentence.size(), Words.COMMA);
    }

    /** Comply or face sanctions; must pay or be expelled. */
    static boolean isElse(MarkedSentence sentence, Action action, int chain) {
        boolean bears = action.head().isSuffered()
                || (action.passive() && sentence.word(chain).equals("be"));
        int or = sentence.word(chain).equals("to") && sentence.word(chain - 1).equals("continue")
                ? chain - 2
                : chain - 1;
        return (bears && sentence.word(or).equals("or")) || isSeen(sentence, action);
    }

    /** Meet its commitments or see the sanctions snap back. */
    private static boolean isSeen(MarkedSentence sentence, Action action) {
        for (int see = action.objectFrom() - 1; see >= action.objectFrom() - FARTHEST_NONE; see--) {
            if (sentence.word(see).equals("see")) {
                return sentence.word(see - 1).equals("or");
            }
        }
        return false;
    }

    /** Two drafts, one to lift the embargo and another to renew it. */
    private static boolean isOfOneOf(MarkedSentence sentence, Action action) {
        return sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, ONE_OF)
                && sentence.hasBetween(0, action.at(), Words.DRAFTS);
    }

    /** We have decided that the envoy should leave. */
    private static boolean isDecided(MarkedSentence sentence, int chain) {
        int that = sentence.that(chain);
        return that > 0 && sentence.isAnyOf(that - 1, DECIDED) && !VerbChain.hasNegation(sentence, that - 1);
    }

    /** Will not go back until sanctions are lifted: what is waited for. Until now, until 2021: no such clause. */
    private static boolean isUntil(MarkedSentence sentence, int clause) {
        return sentence.isAnyOf(clause - 1, Words.UNTIL)
                && !sentence.word(clause).equals("now")
                && !sentence.beginsWithDigit(clause)
                && !TimeFinder.isDay(sentence, clause);
    }

    /** When they lift their ban we shall lift ours; talks are only possible once they lift it: what the other waits for. */
    private static boolean isBeforeFuture(MarkedSentence sentence, Action action, int clause) {
        boolean only = IntStream.range(Math.max(2, clause), action.first())
                .anyMatch(at -> sentence.isAnyOf(at, WHEN_DONE)
                        && sentence.isAnyOf(at - 1, POSSIBLE)
                        && sentence.isAnyOf(at - 2, ONLY));
        boolean future = sentence.isAnyOf(clause - 1, WHEN_DONE)
                && action.head().form().isPresent()
                && sentence.hasBetween(action.last(), sentence.size(), Words.CERTAIN);
        return only || future;
    }

    /** Will not return before it lifts the sanctions: what is waited for. */
    private static boolean isNotBefore(MarkedSentence sentence, int clause) {
        int main = sentence.clauseStart(clause - 1);
        boolean notBefore =
                sentence.hasBetween(main, clause, VerbChain.NOT) && sentence.hasBetween(main, clause, Words.CERTAIN);
        return sentence.word(clause - 1).equals("before") && (notBefore || sentence.hasBetween(0, clause, Words.DUTY));
    }

    /** Will be lifted once all sides comply: what is promised for then. */
    private static boolean isOnce(MarkedSentence sentence, Action action) {
        boolean when = action.measure() == Measure.SANCTIONS
                && sentence.word(action.last() + 1).equals("when");
        return action.head().move() == Move.LIFT
                && (when || sentence.word(action.last() + 1).equals("once"));
    }

    /** Will reopen it when conditions permit. */
    private static boolean isWhenever(MarkedSentence sentence, Action action) {
        return IntStream.range(action.last(), sentence.size() - 1)
                .anyMatch(at -> sentence.isAnyOf(at, WHEN) && sentence.hasBetween(at + 1, at + 3, CIRCUMSTANCES));
    }

    /** Will be lifted only in case of, only after. */
    private static boolean isOnlyThen(MarkedSentence sentence, int from) {
        for (int at = from + 1; at < sentence.size(); at++) {
            if (sentence.word(at).equals("only") && sentence.isAnyOf(at + 1, THEN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The expulsion would be a mistake; lifting the sanctions could help; the move to lift them could take place in May; their lifting
     * requires progress.
     */
    private static boolean isHypothetical(MarkedSentence sentence, Action action) {
        int end = behindSides(sentence, action.last() + 1);
        boolean move = sentence.word(action.at() - 1).equals("to") && sentence.isAnyOf(action.at() - 2, MOVES);
        boolean mayBeSubject = move
                || action.how() == Construction.NOMINAL
                || (action.how() == Construction.ACTIVE
                        && action.head().form() == Form.GERUND
                        && !sentence.isAnyOf(action.at() - 1, Words.PREPOSITIONS)
                        && !sentence.isAnyOf(action.at() - 1, Words.COMMA)
                        && !ActionFinder.hasBe(sentence, action.at()));
        for (int at = end; mayBeSubject && at < end + FARTHEST_VERB; at++) {
            if (sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return false;
            }
            boolean foretold = action.head().form() == Form.GERUND && sentence.isAnyOf(at, Words.CERTAIN);
            boolean conditional = at == end && sentence.isAnyOf(at, NEEDING);
            if (foretold || conditional || sentence.isAnyOf(at, Words.POSSIBLE)) {
                return true;
            }
        }
        return false;
    }

    /** On Sudan by both the EU and the US: the token behind on whom it bears and who does it, as far as that is said there. */
    private static int behindSides(MarkedSentence sentence, int behind) {
        int end = behind;
        while (sentence.isAnyOf(end, BESIDE_SIDES) || sentence.mentionAt(end).isPresent()) {
            end++;
        }
        return end;
    }

    /** Should free the envoys, lift the sanctions and return: a further verb of what ought to be done. */
    private static boolean isFurtherDuty(MarkedSentence sentence, Action action, int chain) {
        if (action.head().form() != Form.BASE || action.passive() || !sentence.isAnyOf(chain - 1, Words.JOINING)) {
            return false;
        }
        for (int at = chain - 2; at >= 0 && !sentence.isAnyOf(at, Words.STRONG_BOUNDARIES); at--) {
            if (sentence.isAnyOf(at, Words.DUTY)) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.MODALS)) {
                return false;
            }
        }
        return false;
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
                && (sentence.isAnyOf(verb, ActionSieve.DECIDING) || sentence.isAnyOf(verb, MEANING))
                && VerbChain.hasNegation(sentence, verb);
    }

    /** Discussions within the union about lifting them. */
    private static boolean isTalkedAbout(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.GERUND
                && sentence.isAnyOf(action.at() - 1, ABOUT)
                && sentence.hasBetween(action.at() - FARTHEST_TALK, action.at(), ActorFinder.TALKS)
                && !sentence.hasBetween(action.at() - FARTHEST_TALK, action.at(), Words.BOUNDARIES);
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

    /** It may, provided Russia reopened the consulate: a condition behind a comma. */
    private static boolean isProvided(MarkedSentence sentence, int chain) {
        for (int at = chain - 1; at > Math.max(0, chain - FARTHEST_CUE_AFTER); at--) {
            if (sentence.isAnyOf(at, Words.IF) && sentence.word(at - 1).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** Send him back! A bare verb where a sentence or a quotation begins. */
    private static boolean isImperative(MarkedSentence sentence, Action action) {
        boolean begins = action.at() == 0
                || (sentence.isAnyOf(action.at() - 1, OPENINGS)
                        && !sentence.isAnyOf(action.at() - 2, Words.MODALS)
                        && !sentence.word(action.at() - 2).equals("to"));
        return action.head().form() == Form.BASE && action.at() < action.objectFrom() && begins;
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
                                Math.max(action.at() + 1, action.objectFrom() - FARTHEST_NONE),
                                action.objectFrom(),
                                NOBODY));
    }

    /** No UN sanctions should be lifted. */
    private static boolean isOfNone(MarkedSentence sentence, int object) {
        for (int at = object - 1; at >= object - FARTHEST_NONE; at--) {
            if (sentence.isAnyOf(at, NOBODY)) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.PREPOSITIONS) || sentence.isAnyOf(at, Words.SIGNS)) {
                return false;
            }
        }
        return false;
    }

    /** The US asked China to close its consulate in Houston: of what stands on its own soil. */
    private static boolean isAskedByHost(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return ASKING.contains(cue.value().word())
                && action.measure() == Measure.MISSION
                && sentence.isAnyOf(action.at(), CLOSING)
                && cue.to() <= action.at()
                && sentence.hasBetween(action.at(), action.objectFrom(), Words.POSSESSIVES)
                && sentence.word(action.objectTo()).equals("in")
                && sentence.mentionAt(action.objectTo() + 1)
                        .filter(soil -> sentence.mentions.stream()
                                .anyMatch(host ->
                                        host.to() <= cue.from() && host.party().equals(soil.party())))
                        .isPresent();
    }

    /** It said it would recall: the future, told in the past; what depends on an if stays a possibility. */
    static boolean isReportedFuture(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("would")
                && !isWarned(sentence, cue)
                && !isQuestion(sentence, cue)
                && !sentence.isAnyOf(cue.to(), LIKELY)
                && sentence.hasBetween(0, sentence.size(), SAYING)
                && !hasCondition(sentence);
    }

    /** Only if; whether; should it fail: but no "should" that says what ought to be. */
    private static boolean hasCondition(MarkedSentence sentence) {
        return IntStream.range(0, sentence.size())
                .filter(at -> sentence.isAnyOf(at, Words.CONDITIONS))
                .anyMatch(at -> !sentence.word(at).equals("should")
                        || sentence.isAnyOf(at + 1, Words.SUBJECT_PRONOUNS)
                        || sentence.isAnyOf(at + 1, Words.DETERMINERS)
                        || sentence.mentionAt(at + 1).isPresent());
    }

    /** To decide how they would lift them: it is not decided yet. */
    private static boolean isQuestion(MarkedSentence sentence, Match<Cue> cue) {
        return IntStream.range(Math.max(0, cue.from() - FARTHEST_QUESTION), cue.from())
                .anyMatch(at -> sentence.isAnyOf(at, ASKED) && !sentence.hasBetween(at, cue.from(), Words.REPORTING));
    }

    /** Warned that it would respond, hoped that they would return: what somebody threatens with, or hopes for. */
    private static boolean isWarned(MarkedSentence sentence, Match<Cue> would) {
        return sentence.cues().stream()
                .anyMatch(cue -> WARNINGS.contains(cue.value().word())
                        && cue.to() <= would.from()
                        && would.from() - cue.to() <= FARTHEST_WARNED
                        && !sentence.hasBetween(cue.to(), would.from(), Words.STRONG_BOUNDARIES)
                        && !sentence.hasBetween(cue.to(), would.from(), Words.COMMA));
    }

    /** Denied that it was preparing to: an outer word that takes back the nearer one. */
    private static boolean isTakenBack(MarkedSentence sentence, Match<Cue> cue, Status status) {
        return status == Status.CONSIDERED
                && cue.value().status() != Status.REJECTED
                && sentence.cues().stream()
                        .anyMatch(other -> other.to() <= cue.from()
                                && cue.from() - other.to() <= FARTHEST_CUE_AFTER
                                && (other.value().word().startsWith(NOT_THE_TIME)
                                        || (Words.DENIALS.contains(other.value().word())
                                                && !VerbChain.hasNegation(sentence, other.from())))
                                && !isDismissedThreat(sentence, cue, other)
                                && !sentence.hasBetween(other.to(), cue.from(), Words.STRONG_BOUNDARIES));
    }

    /** Dismissed the threat, shrugged off threats of it: who says so is threatened, and the threat stands. */
    static boolean isDismissedThreat(MarkedSentence sentence, Match<Cue> threat, Match<Cue> other) {
        return sentence.isAnyOf(threat.from(), THREATS)
                && DISMISSING.contains(other.value().word())
                && !other.value().word().equals("deny");
    }

    /** Shrugged off the threat of sanctions: the word with which somebody says so of what he is threatened with. */
    static Optional<Match<Cue>> dismissal(MarkedSentence sentence, Action action) {
        return sentence.cues().stream()
                .filter(threat -> threat.to() <= action.first() && action.first() - threat.to() <= FARTHEST_CUE_AFTER)
                .flatMap(threat -> sentence.cues().stream()
                        .filter(other -> other.to() <= threat.from()
                                && threat.from() - other.to() <= FARTHEST_CUE_AFTER
                                && isDismissedThreat(sentence, threat, other)))
                .findFirst();
    }

    /** Refused to rule out; declines to consider: a word that another one refuses, with nothing but "to" between. */
    private static boolean isRefusedItself(MarkedSentence sentence, Match<Cue> cue) {
        boolean infinitive = sentence.word(cue.from() - 1).equals("to");
        boolean gerund = sentence.word(cue.from()).endsWith("ing");
        return sentence.cues().stream()
                .anyMatch(outer -> outer.value().status() == Status.REJECTED
                        && ((infinitive && outer.to() == cue.from() - 1)
                                || ((infinitive || gerund) && outer.to() == cue.from())));
    }

    /** Is not considering the possibility of: no more than it is considering it. */
    private static boolean isPossibilityNegated(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("possibility")
                && sentence.cues().stream()
                        .anyMatch(weighed -> weighed.value().status() == Status.CONSIDERED
                                && weighed.to() == sentence.beforeArticle(cue.from() - 1) + 1
                                && VerbChain.hasNegation(sentence, weighed.from()));
    }

    /** Lifted its veto on the package: a refusal that is given up. */
    private static boolean isDropped(MarkedSentence sentence, Match<Cue> cue) {
        int verb = sentence.isAnyOf(cue.from() - 1, Words.POSSESSIVES) ? cue.from() - 2 : cue.from() - 1;
        return cue.value().status() == Status.REJECTED && sentence.isAnyOf(verb, DROPPING);
    }

    /** Nobody in Brussels proposes to: a word whose subject is nobody. */
    private static boolean isOfNobody(MarkedSentence sentence, Match<Cue> cue) {
        int subject = sentence.clauseStart(cue.from());
        return subject < cue.from()
                && (sentence.isAnyOf(subject, NO_ONE)
                        || (sentence.word(subject).equals("no")
                                && sentence.hasBetween(subject + 1, subject + FARTHEST_HOLDER, HOLDERS)));
    }

    /** What a cue means when the action or the cue itself is negated. */
    static Status combined(MarkedSentence sentence, Match<Cue> cue, boolean actionNegated) {
        boolean negated = VerbChain.hasNegation(sentence, cue.from())
                || isOfNobody(sentence, cue)
                || isRefusedItself(sentence, cue)
                || isPossibilityNegated(sentence, cue)
                || isDropped(sentence, cue);
        Status status = cue.value().status();
        if (status == Status.REJECTED) {
            boolean doublyNegative = negated && !cue.value().word().equals("against");
            return doublyNegative ? Status.CONSIDERED : Status.REJECTED;
        }
        boolean mayBeOrdered = (status == Status.ADOPTED
                        || SpeakerFinder.NEEDING.contains(cue.value().word()))
                && sentence.hasBetween(VerbChain.start(sentence, cue.from()), cue.from(), MAYBE);
        if (mayBeOrdered) {
            return Status.CONSIDERED;
        }
        boolean undone = actionNegated
                && (status == Status.CONSIDERED
                        || status == Status.ADOPTED
                        || cue.value().word().equals("insist"));
        return negated || undone ? Status.REJECTED : status;
    }
}
