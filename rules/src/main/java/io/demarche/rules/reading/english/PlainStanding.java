package io.demarche.rules.reading.english;

import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;

/** Tells how far along an action is that no word governs: what the mood of its verb, a condition or a duty leave open. */
final class PlainStanding {

    private static final WordSet PAST = WordSet.of("was", "were", "had");
    private static final WordSet REQUIREMENTS = WordSet.of(
            "part",
            "condition",
            "conditions",
            "precondition",
            "preconditions",
            "requirement",
            "prerequisite",
            "element");
    /** Would open the border: nothing but its verb leaves it open. */
    static final String MAY_BE = "its verb says what may be";

    private static final WordSet AGAIN = WordSet.of("again", "more");
    private static final int FARTHEST_ONCE = 8;
    private static final int FARTHEST_DUTY = 6;
    private static final int FARTHEST_SAID = 4;
    private static final WordSet OTHERWISE = WordSet.of("otherwise", "else");
    static final int FARTHEST_NONE = 3;
    private static final WordSet EXPECTING = WordSet.of(
            "expect",
            "expects",
            "expected",
            "expecting",
            "fear",
            "fears",
            "feared",
            "believe",
            "believes",
            "believed",
            "think",
            "thinks",
            "predict",
            "predicts",
            "predicted",
            "anticipate",
            "anticipates",
            "assume",
            "assumes",
            "hopeful",
            "confident",
            "optimistic",
            "certain",
            "convinced",
            "afraid",
            "worried",
            "concerned",
            "doubt",
            "doubts",
            "signs",
            "sign",
            "indications",
            "indication",
            "rumours",
            "rumors",
            "hints",
            "hopes",
            "speculation",
            "expectations");
    private static final WordSet INVERTED = WordSet.of("should", "were", "had");
    private static final WordSet RISKING = WordSet.of("risk", "risks", "risked", "risking");
    private static final WordSet OPENINGS = WordSet.of("\"", "“", ":", "please");
    private static final WordSet ONE_OF = WordSet.of("one", "another", "other");
    private static final WordSet TOWARDS = WordSet.of("towards", "toward");
    private static final WordSet THEN = WordSet.of("in", "after", "when", "once", "upon");
    /** Will remain in place unless it disarms: in force, whatever may come. */
    private static final WordSet LASTING = WordSet.of("remain", "stay", "continue", "keep");

    private static final WordSet FOR = WordSet.of("for");
    /** For the May 24 sanctions. */
    private static final int FARTHEST_FOR = 5;

    private static final WordSet CONDITIONS = WordSet.of("if", "provided");
    private static final WordSet ONLY = WordSet.of("only");
    private static final WordSet WHEN_DONE = WordSet.of("when", "once");
    private static final WordSet WHEN = WordSet.of("when", "once", "as", "whenever");
    private static final WordSet CIRCUMSTANCES = WordSet.of("conditions", "circumstances", "security");
    private static final WordSet DECIDED = WordSet.of("decided", "decides", "ruled");
    private static final WordSet WHETHER = WordSet.of("whether");
    private static final WordSet POSSIBLE = WordSet.of("possible", "likely", "imminent");
    private static final int FARTHEST_TALK = 8;
    private static final WordSet TALKING = ActorFinder.NEGOTIATING.with("talk");
    static final WordSet ABOUT = WordSet.of("of", "about", "on");
    private static final WordSet MUST = WordSet.of("must");
    private static final WordSet WITHIN = WordSet.of("within");
    private static final WordSet MIGHT = WordSet.of("may", "might", "could");
    private static final WordSet MOVES = WordSet.of("move", "step", "decision");
    private static final WordSet BESIDE_SIDES = WordSet.of("by", "on", "against", "both", "and", "the");

    private PlainStanding() {}

    /** What no word governs: the verb's own mood decides. */
    static Standing of(MarkedSentence sentence, Action action, int chain, boolean negated) {
        if (isImperative(sentence, action)) {
            return new Standing(Status.URGED, -1, "it is an imperative");
        }
        if (action.head().isSuffered() && sentence.isAnyOf(action.at(), RISKING)) {
            return new Standing(Status.CONSIDERED, -1, "it is what is risked");
        }
        if (action.head().move() == Move.LIFT && action.head().rest().contains("go")) {
            return new Standing(Status.URGED, -1, "it ought to go");
        }
        if (isDecided(sentence, chain)) {
            return new Standing(negated ? Status.REJECTED : Status.ADOPTED, -1, "it was decided that it should be");
        }
        if (isDue(sentence, action, chain)) {
            return new Standing(
                    negated ? Status.REJECTED : Status.ADOPTED, -1, "it must be done in a time that is set");
        }
        if (!negated && sentence.hasBetween(chain, action.at(), MUST) && isSaidByHost(sentence, action)) {
            return new Standing(Status.ADOPTED, -1, "its host says that it must be");
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
                || (isOnceDone(sentence, action, chain) && !TimeFinder.isOnceUponATime(sentence, action))
                || (sentence.hasBetween(clause, chain, WHETHER)
                        && sentence.hasBetween(chain, action.at(), Words.CERTAIN))
                || (isUntil(sentence, clause) && !sentence.hasBetween(clause, action.first(), Words.COMMA))
                || isBeforeFuture(sentence, action, clause)
                || isNotBefore(sentence, clause)
                || isOnlyWhen(sentence, action, clause)
                || isInverted(sentence, action, clause)
                || isForTo(sentence, action)
                || isProvided(sentence, chain)) {
            return new Standing(Status.CONSIDERED, -1, "it is itself the condition");
        }
        if (negated) {
            return new Standing(Status.REJECTED, -1, "its verb or its object is negated");
        }
        if (isRequirement(sentence, action)) {
            return new Standing(Status.CONSIDERED, -1, "it is what something else requires");
        }
        if (isPurpose(sentence, action)) {
            return new Standing(Status.CONSIDERED, -1, "it is what something else is done for");
        }
        if (sentence.hasBetween(chain, action.at(), Words.POSSIBLE)
                || isFurtherOfPossible(sentence, action)
                || (isHypothetical(sentence, action) && !Governor.isReason(sentence, action))) {
            return new Standing(Status.CONSIDERED, -1, MAY_BE);
        }
        boolean due = action.how() == Construction.GOVERNED && GovernedObjects.isDue(sentence, action.objectFrom());
        if (due || isToBeHad(sentence, action)) {
            return new Standing(Status.URGED, -1, "it is what somebody wants of another");
        }
        if (isTalkedAbout(sentence, action)) {
            return new Standing(Status.CONSIDERED, -1, "it is what is talked about");
        }
        int talk = talkedTo(sentence, action);
        if (talk >= 0) {
            return sentence.hasBetween(talk - FARTHEST_DUTY, talk, Words.DUTY)
                    ? new Standing(Status.URGED, -1, "it is what somebody ought to talk of")
                    : new Standing(Status.CONSIDERED, -1, "it is what somebody talks for");
        }
        if (action.head().form() == Form.GERUND && sentence.isAnyOf(chain - 1, TOWARDS)) {
            return new Standing(Status.CONSIDERED, -1, "'towards' leaves open whether it is reached");
        }
        boolean headline = action.head().form().isNominal();
        if (action.head().form() == Form.GERUND
                && action.at() == 0
                && sentence.word(behindSides(sentence, action.last() + 1)).equals(":")) {
            return new Standing(Status.CONSIDERED, -1, "it is only what the headline is about");
        }
        if (headline && sentence.isAnyOf(sentence.size() - 1, POSSIBLE)) {
            return new Standing(Status.CONSIDERED, -1, "the headline ends by saying what may be");
        }
        boolean ofMainVerb = sentence.isAnyOf(action.at() - 1, Words.JOINING);
        if (action.head().form() == Form.GERUND
                && !ofMainVerb
                && sentence.word(action.objectFrom() - 1).equals("any")) {
            return new Standing(Status.CONSIDERED, -1, "'any' leaves open whether it is done");
        }
        if (sentence.isAnyOf(0, OTHERWISE)
                || sentence.hasBetween(sentence.clauseStart(chain), action.at(), OTHERWISE)
                || sentence.hasBetween(sentence.beforeArticle(chain - 1), action.at(), GovernedStanding.LIKELY)) {
            return new Standing(Status.CONSIDERED, -1, "it is what would be otherwise, or is likely");
        }
        if (Drafts.isVotedByCommittee(sentence, action) || isOfOneOf(sentence, action)) {
            return new Standing(Status.PROPOSED, -1, "who must approve it has not yet");
        }
        if (isInvertedCondition(sentence, action, chain)) {
            return new Standing(Status.CONSIDERED, -1, "it depends on a condition");
        }
        if (isForecast(sentence, action, chain)) {
            return new Standing(Status.CONSIDERED, -1, "it is what somebody expects of another");
        }
        boolean future = sentence.hasBetween(chain, action.at(), Words.CERTAIN)
                || sentence.word(action.at() - 1).equals("to");
        boolean lasts = sentence.isAnyOf(action.at(), LASTING);
        boolean conditional = future
                && (sentence.hasBetween(action.at(), sentence.size(), lasts ? CONDITIONS : Words.IF)
                        || isWhenever(sentence, action)
                        || isOnlyThen(sentence, action.at())
                        || isOnce(sentence, action));
        return conditional
                ? new Standing(Status.CONSIDERED, -1, "it depends on a condition")
                : new Standing(Status.ADOPTED, -1, "nothing qualifies it");
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

    /** Can correct its past, lift sanctions and return: a further verb behind one modal. */
    private static boolean isFurtherOfPossible(MarkedSentence sentence, Action action) {
        if (action.head().form() != Form.BASE
                || sentence.isAnyOf(action.at(), MarkedSentence.UNCHANGED)
                || !sentence.isAnyOf(action.at() - 1, Words.COMMA)) {
            return false;
        }
        for (int at = action.at() - 2; at > Math.max(0, action.at() - FARTHEST_ONCE); at--) {
            if (sentence.isAnyOf(at, Words.POSSIBLE)) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.COMMA) || sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return false;
            }
        }
        return false;
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

    /** Must leave within three days: an order of the host. */
    private static boolean isDue(MarkedSentence sentence, Action action, int chain) {
        int end = action.last() + 1;
        return action.measure() == Measure.EXPULSION
                && sentence.hasBetween(chain, action.at(), MUST)
                && sentence.hasBetween(end, end + StandingFinder.FARTHEST_CUE_AFTER, WITHIN);
    }

    /** (In order) to end the sanctions, Russia must: with what a sentence begins that tells how to get there. */
    static boolean isPurpose(MarkedSentence sentence, Action action) {
        int to = action.at() - 1;
        return sentence.word(to).equals("to")
                && (to == 0 || (to == 2 && sentence.word(1).equals("order")))
                && sentence.hasBetween(action.last(), sentence.size(), Words.COMMA);
    }

    /** Uses its experience to get the US sanctions lifted. */
    private static boolean isToBeHad(MarkedSentence sentence, Action action) {
        for (int have = action.objectFrom() - 1; have > action.objectFrom() - FARTHEST_DUTY; have--) {
            if (sentence.isAnyOf(have, GovernedStanding.CAUSING)) {
                return sentence.word(have - 1).equals("to") && action.objectTo() <= action.at();
            }
        }
        return false;
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

    /** A part of the deal is the lifting of sanctions. */
    private static boolean isRequirement(MarkedSentence sentence, Action action) {
        int be = sentence.beforeArticle(action.at() - 1);
        return action.head().form() == Form.NOUN
                && sentence.isAnyOf(be, Words.PRESENT_BE)
                && sentence.hasBetween(sentence.clauseStart(be), be, REQUIREMENTS);
    }

    /** Will begin once sanctions are lifted: what something else waits for. */
    private static boolean isOnceDone(MarkedSentence sentence, Action action, int chain) {
        boolean past = sentence.hasBetween(chain, action.at(), PAST)
                || (action.head().form().isPastOrParticiple() && chain == action.at());
        for (int at = action.first() - 1; !past && at >= Math.max(0, action.first() - FARTHEST_ONCE); at--) {
            if (sentence.isAnyOf(at, Words.COMMA) || sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return false;
            }
            if (sentence.word(at).equals("once")) {
                return !sentence.isAnyOf(at + 1, AGAIN);
            }
        }
        return false;
    }

    /** Will be lifted once all sides comply: what is promised for then. */
    static boolean isOnce(MarkedSentence sentence, Action action) {
        int behind = sentence.isAnyOf(action.last() + 1, Words.QUOTES) ? action.last() + 2 : action.last() + 1;
        boolean when =
                action.measure() == Measure.SANCTIONS && sentence.word(behind).equals("when");
        return action.head().move() == Move.LIFT
                && (when || sentence.word(behind).equals("once"));
    }

    /** Will reopen it when conditions permit. */
    private static boolean isWhenever(MarkedSentence sentence, Action action) {
        return IntStream.range(action.last(), sentence.size() - 1)
                .anyMatch(at -> sentence.isAnyOf(at, WHEN) && sentence.hasBetween(at + 1, at + 3, CIRCUMSTANCES));
    }

    /** Were Kenya to lift them. */
    private static boolean isInverted(MarkedSentence sentence, Action action, int clause) {
        return sentence.word(action.at() - 1).equals("to")
                && IntStream.range(clause, action.first())
                        .anyMatch(at -> sentence.word(at).equals("were")
                                && (at == clause || sentence.isAnyOf(at - 1, Words.COMMA))
                                && sentence.mentionAt(sentence.behindArticle(at + 1))
                                        .isPresent());
    }

    /** There should be a step for the sanctions to be lifted. */
    private static boolean isForTo(MarkedSentence sentence, Action action) {
        return action.how() == Construction.PASSIVE
                && action.head().move() == Move.LIFT
                && sentence.word(action.at() - 1).equals("be")
                && sentence.hasBetween(action.objectTo(), action.at(), Words.TO)
                && sentence.hasBetween(action.objectFrom() - FARTHEST_FOR, action.objectFrom(), FOR);
    }

    /** Will talk only when they lift it; but came back only after they had lifted it. */
    private static boolean isOnlyWhen(MarkedSentence sentence, Action action, int clause) {
        return sentence.isAnyOf(clause - 1, THEN)
                && sentence.isAnyOf(clause - 2, ONLY)
                && !action.head().form().isPastOrParticiple();
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
        for (int at = end; mayBeSubject && at < end + GovernedStanding.FARTHEST_VERB; at++) {
            if (sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return false;
            }
            boolean foretold = action.head().form() == Form.GERUND && sentence.isAnyOf(at, Words.CERTAIN);
            boolean conditional = at == end && sentence.isAnyOf(at, GovernedStanding.NEEDING);
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

    /** Discussions within the union about lifting them. */
    private static boolean isTalkedAbout(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.GERUND
                && sentence.isAnyOf(action.at() - 1, ABOUT)
                && sentence.hasBetween(action.at() - FARTHEST_TALK, action.at(), ActorFinder.TALKS)
                && !sentence.hasBetween(action.at() - FARTHEST_TALK, action.at(), Words.BOUNDARIES);
    }

    /** Held talks with Russia to lift them, should seek common ground with it to lift them: where the talk is, or -1. */
    private static int talkedTo(MarkedSentence sentence, Action action) {
        boolean purpose = action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to");
        for (int at = action.at() - 2; purpose && at > action.at() - FARTHEST_TALK; at--) {
            if (sentence.isAnyOf(at, Words.BOUNDARIES) || sentence.isAnyOf(at, Words.COMMA)) {
                return -1;
            }
            if (sentence.word(at + 1).equals("with")
                    && (sentence.isAnyOf(at, TALKING)
                            || (sentence.word(at).equals("ground")
                                    && sentence.word(at - 1).equals("common")))) {
                return at;
            }
        }
        return -1;
    }

    /** Should Chad refuse, it will impose them; were it to, it would. */
    private static boolean isInvertedCondition(MarkedSentence sentence, Action action, int chain) {
        return sentence.isAnyOf(0, INVERTED)
                && sentence.mentionAt(sentence.behindArticle(1)).isPresent()
                && sentence.hasBetween(1, action.first(), Words.COMMA)
                && !sentence.word(sentence.size() - 1).equals("?")
                && sentence.hasBetween(chain, action.at(), Words.CERTAIN);
    }

    /** Australia is confident (that) China will lift them: said of what another has not done. */
    private static boolean isForecast(MarkedSentence sentence, Action action, int chain) {
        Optional<Mention> subject = sentence.mentionEndingAt(chain);
        if (subject.isEmpty() || !sentence.hasBetween(chain, action.at(), Words.CERTAIN)) {
            return false;
        }
        int that = sentence.beforeArticle(subject.get().from() - 1);
        int verb = sentence.isAnyOf(that, Words.THAT) ? that - 1 : that;
        return sentence.isAnyOf(verb, EXPECTING);
    }

    /** It may, provided Russia reopened the consulate: a condition behind a comma. */
    private static boolean isProvided(MarkedSentence sentence, int chain) {
        for (int at = chain - 1; at > Math.max(0, chain - StandingFinder.FARTHEST_CUE_AFTER); at--) {
            if (sentence.isAnyOf(at, Words.IF) && sentence.word(at - 1).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** Send him back! A bare verb where a sentence or a quotation begins. */
    private static boolean isImperative(MarkedSentence sentence, Action action) {
        boolean begins = (action.at() == 0 && !sentence.listed)
                || (sentence.isAnyOf(action.at() - 1, OPENINGS)
                        && !sentence.isAnyOf(action.at() - 2, Words.MODALS)
                        && !sentence.word(action.at() - 2).equals("to"));
        return action.head().form() == Form.BASE && action.at() < action.objectFrom() && begins;
    }

    /** Russia told Latvia that its consulate in Pskov must close: who has the say over the place where the mission stands. */
    private static boolean isSaidByHost(MarkedSentence sentence, Action action) {
        Optional<Mention> soil = action.measure() == Measure.MISSION
                        && action.head().move() == Move.IMPOSE
                ? sentence.mentionAt(sentence.behindArticle(action.objectTo() + 1))
                        .filter(place -> sentence.word(action.objectTo()).equals("in"))
                : Optional.empty();
        return soil.isPresent()
                && sentence.mentions.stream()
                        .filter(host -> host.party().equals(soil.get().party())
                                && (host.to() < action.first() || host.from() > action.last()))
                        .anyMatch(host -> sentence.hasBetween(host.to(), host.to() + FARTHEST_SAID, Words.REPORTING)
                                || sentence.hasBetween(host.to(), host.to() + FARTHEST_SAID, PassiveActors.INFORMING));
    }
}
