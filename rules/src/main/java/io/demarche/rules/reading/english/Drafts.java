package io.demarche.rules.reading.english;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** What becomes of bills, motions, proposals and plans: put forward, passed, voted down, come to nothing. */
final class Drafts {

    static final WordSet PLANS = WordSet.of(
            "proposal",
            "bill",
            "motion",
            "draft",
            "resolution",
            "amendment",
            "plan",
            "plans",
            "offer",
            "proposition",
            "initiative",
            "push",
            "effort",
            "efforts",
            "attempt",
            "attempts",
            "bid",
            "threat",
            "threats",
            "talks",
            "negotiations");
    private static final WordSet BILLS = WordSet.of("bill", "draft", "proposal", "motion", "amendment");
    private static final WordSet PLANNED = WordSet.of("proposed", "planned");
    private static final WordSet VAIN = WordSet.of("failed", "unsuccessful", "futile", "vain", "abortive", "doomed");
    private static final WordSet COMING_TO_NOTHING = WordSet.of("failure", "collapse", "defeat", "rejection");
    private static final WordSet IN_OR_UNDER = WordSet.of("in", "under", "by");
    private static final WordSet WRITING = WordSet.of(
            "prepared",
            "prepares",
            "drafted",
            "drafts",
            "draft",
            "tabled",
            "tables",
            "submitted",
            "submits",
            "proposed",
            "circulated",
            "introduced");
    private static final int FARTHEST_WHICH = 14;
    private static final WordSet BACKED = WordSet.of("backed", "led", "supported", "sponsored", "by", "from");
    private static final WordSet AIMING = WordSet.of("seeking", "aiming", "seeks", "aims", "sought", "aimed");
    private static final WordSet FOR = WordSet.of("for", "favour", "favor");
    private static final WordSet ADOPTING = WordSet.of("adopted", "adopts");
    private static final WordSet ONE_KNOWN = WordSet.of("the", "this", "that");
    private static final int FARTHEST_PASSING = 9;
    private static final int FARTHEST_REFUSED = 5;
    private static final int FARTHEST_DEFEATED = 4;
    private static final int FARTHEST_FATE = 6;
    private static final WordSet VOTED = WordSet.of("voted", "votes");
    private static final int FARTHEST_VOTED = 4;
    private static final int FARTHEST_ARRANGED = 9;
    private static final WordSet AUTHORED = WordSet.of(
            "drafted",
            "tabled",
            "sponsored",
            "proposed",
            "submitted",
            "circulated",
            "introduced",
            "presented",
            "written");
    private static final WordSet IT_OR_WHICH = WordSet.of("it", "which", "that");
    /** What only a part of those approves who must. */
    private static final WordSet APPROVING =
            WordSet.of("approves", "approved", "advances", "advanced", "passes", "passed", "backs", "backed");

    static final WordSet ACTS = Words.DRAFTS.with("act");
    /** How far along a thing is said to be by who stands between a draft and that word. */
    private static final Set<Status> STATED = Set.of(Status.ADOPTED, Status.URGED);

    private static final WordSet COMMITTEES = WordSet.of("committee", "panel", "subcommittee");

    private Drafts() {}

    /** A bill that would close the embassy, that seeks to, or that obliges the ministry to: proposed, unless the bill itself was voted down. */
    static Optional<Standing> standing(MarkedSentence sentence, Optional<Match<Cue>> cue, Action action) {
        if (isArranged(sentence, action.at())
                || cue.filter(asked -> isArranged(sentence, asked.from())).isPresent()) {
            return Optional.of(new Standing(
                    Status.PROPOSED, cue.map(Match::from).orElse(-1), "a draft would have somebody do it"));
        }
        int from = cue.map(Match::from).orElse(action.at());
        boolean conditional = cue.isPresent()
                && (Words.DRAFT_CUES.contains(cue.get().value().word()) || sentence.isAnyOf(from, AIMING));
        if (!conditional || isCallOf(sentence, cue.get()) || isCallOn(sentence, cue.get())) {
            return cue.isEmpty() ? ofBill(sentence, action).or(() -> ofTextOf(sentence, action)) : Optional.empty();
        }
        for (int at = from - 1; at >= 0 && !sentence.isAnyOf(at, Words.STRONG_BOUNDARIES); at--) {
            if (sentence.isAnyOf(at, Words.REPORTING) && sentence.word(at - 1).equals("and")) {
                return Optional.empty();
            }
            if (sentence.isAnyOf(at, Words.COMMA)
                    && STATED.contains(cue.get().value().status())
                    && sentence.mentionAt(at + 1).isPresent()) {
                return Optional.empty();
            }
            if (sentence.isAnyOf(at, Words.DRAFTS) && !sentence.word(at - 1).equals("international")) {
                int draft = at;
                boolean requests = Words.REQUESTING.contains(cue.get().value().word());
                if (isPassed(sentence, draft, draft + 1) || (requests && isPassedByAny(sentence, draft, draft + 1))) {
                    return Optional.of(new Standing(
                            requests ? Status.URGED : Status.ADOPTED,
                            draft,
                            "'" + sentence.word(draft) + "' was passed"));
                }
                if (fate(sentence, draft + 1, draft + FARTHEST_DEFEATED).isPresent()
                        || isDefeatedBehind(sentence, action)) {
                    return Optional.of(
                            new Standing(Status.REJECTED, draft, "'" + sentence.word(draft) + "' was defeated"));
                }
                if (VerbChain.isNegated(sentence, action.at())) {
                    return Optional.of(
                            new Standing(Status.REJECTED, draft, "'" + sentence.word(draft) + "' would not do it"));
                }
                Optional<Match<Cue>> refusal = sentence.cues().stream()
                        .filter(other -> other.to() <= draft && other.value().status() == Status.REJECTED)
                        .findFirst();
                return Optional.of(refusal.map(no -> Standing.by(sentence, Status.REJECTED, no, "refuses the draft"))
                        .orElseGet(() -> new Standing(
                                Status.PROPOSED, draft, "'" + sentence.word(draft) + "' is what would do it")));
            }
        }
        return Optional.empty();
    }

    /** Vetoed a resolution, drafted by France, that would lift them: who proposed what is refused. */
    static Optional<Standing> authored(MarkedSentence sentence, Action action, Standing standing) {
        if (standing.status() != Status.REJECTED) {
            return Optional.empty();
        }
        for (int at = action.first() - 1; at > 0; at--) {
            if (sentence.isAnyOf(at, Words.DRAFTS)) {
                int by = sentence.isAnyOf(at + 1, Words.COMMA) ? at + 3 : at + 2;
                boolean authored = sentence.word(by).equals("by") && sentence.isAnyOf(by - 1, AUTHORED);
                return authored
                                && sentence.mentionAt(sentence.behindArticle(by + 1))
                                        .isPresent()
                        ? Optional.of(new Standing(
                                Status.PROPOSED, at, "'" + sentence.word(at) + "' is what somebody put forward"))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A paper would have the assembly impose it, the plan would have each side lift it: what a draft or a plan lets somebody do. */
    private static boolean isArranged(MarkedSentence sentence, int verb) {
        if (sentence.word(verb - 1).equals("to")) {
            return false;
        }
        for (int have = verb - 2; have > Math.max(1, verb - FARTHEST_ARRANGED); have--) {
            if (sentence.isAnyOf(have, Words.BOUNDARIES)) {
                return false;
            }
            if (sentence.word(have).equals("have") && sentence.word(have - 1).equals("would")) {
                boolean somebody = sentence.isAnyOf(have + 1, Words.DETERMINERS)
                        || sentence.isAnyOf(have + 1, Words.ARTICLES)
                        || sentence.mentionAt(have + 1).isPresent();
                int clause = sentence.clauseStart(have);
                boolean byPlan = sentence.hasBetween(clause, have, ACTS)
                        || sentence.hasBetween(clause, have, PLANS)
                        || sentence.isAnyOf(have - 2, IT_OR_WHICH);
                return somebody && byPlan;
            }
        }
        return false;
    }

    /** This bill repeals them, a bill lifting them: what a bill does is proposed, as long as it is one. */
    private static Optional<Standing> ofBill(MarkedSentence sentence, Action action) {
        int bill = VerbChain.start(sentence, action.at()) - 1;
        boolean does =
                (action.head().form() == Form.THIRD_PERSON || action.head().form() == Form.GERUND)
                        && sentence.isAnyOf(bill, BILLS)
                        && !isPassed(sentence, bill, bill + 1);
        return does
                ? Optional.of(new Standing(Status.PROPOSED, bill, "'" + sentence.word(bill) + "' is what would do it"))
                : Optional.empty();
    }

    /** Prepared a resolution, in which the envoy is declared unwelcome: what stands in a text that nobody passed. */
    private static Optional<Standing> ofTextOf(MarkedSentence sentence, Action action) {
        for (int which = action.at() - 1; which > 2 && which > action.at() - FARTHEST_WHICH; which--) {
            if (sentence.word(which).equals("which") && sentence.isAnyOf(which - 1, IN_OR_UNDER)) {
                int draft = sentence.isAnyOf(which - 2, Words.COMMA) ? which - 3 : which - 2;
                return sentence.isAnyOf(draft, Words.DRAFTS)
                                && sentence.hasBetween(sentence.clauseStart(draft), draft, WRITING)
                        ? Optional.of(
                                new Standing(Status.PROPOSED, draft, "'" + sentence.word(draft) + "' is what says so"))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The resolution calls on them to: what it asks is asked already, by whose it is. */
    private static boolean isCallOf(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().status() == Status.URGED
                && sentence.word(cue.from()).endsWith("s")
                && sentence.isAnyOf(ObjectFinder.beforeInsertion(sentence, cue.from()) - 1, Words.DRAFTS);
    }

    /** A draft resolution calling on Serbia to impose them: what it asks of somebody else. */
    private static boolean isCallOn(MarkedSentence sentence, Match<Cue> cue) {
        return Words.REQUESTING.contains(cue.value().word())
                && sentence.mentionAt(sentence.behindArticle(cue.to()))
                        .filter(asked -> sentence.word(asked.to()).equals("to"))
                        .isPresent();
    }

    /** The senate passed a bill; a motion adopted on Tuesday: a draft between these places that is one no longer. */
    static boolean isPassed(MarkedSentence sentence, int from, int to) {
        return isPassedByAny(sentence, from, to) && !sentence.hasBetween(sentence.clauseStart(from), from, COMMITTEES);
    }

    /** The same, even by a committee, which binds nobody but can ask. */
    private static boolean isPassedByAny(MarkedSentence sentence, int from, int to) {
        boolean draft = sentence.hasBetween(from, to, Words.DRAFTS);
        int start = Math.max(sentence.clauseStart(from), from - FARTHEST_PASSING);
        // Who adopts a proposal makes it; who adopts the proposal follows it.
        boolean made = sentence.word(from).equals("proposal")
                && sentence.hasBetween(start, from, ADOPTING)
                && !sentence.hasBetween(from - 3, from, ONE_KNOWN);
        return draft
                && !made
                && !sentence.hasBetween(start - 1, from, Words.IF)
                && (sentence.hasBetween(start, from, Words.PASSING)
                        || sentence.hasBetween(to, to + 3, Words.PASSING)
                        || (sentence.hasBetween(start, from, VOTED)
                                && sentence.hasBetween(start, from, FOR)
                                && !Votes.isOfSome(sentence, from)))
                && !sentence.hasBetween(start, from, Words.NEGATION);
    }

    /** Voted down a proposal to; rejected plans to; but who dismisses a threat does not refuse to do what others threaten. */
    static Optional<Match<Cue>> refusalOf(MarkedSentence sentence, Match<Cue> plan) {
        return cuesOfPlan(sentence, plan, Status.REJECTED)
                .filter(cue -> !GovernedStanding.isDismissedThreat(sentence, plan, cue))
                .reduce((earlier, later) -> later)
                .or(() -> Optional.of(plan).filter(vain -> isVain(sentence, vain)));
    }

    /** A failed Norwegian bid to, the collapse of a plan to: what came to nothing before it is named. */
    private static boolean isVain(MarkedSentence sentence, Match<Cue> plan) {
        if (!sentence.hasBetween(plan.from(), plan.to(), PLANS)) {
            return false;
        }
        int before = plan.from() - 1;
        while (sentence.mentionAt(before).isPresent()
                || sentence.word(before).indexOf('-') > 0
                || sentence.word(before).equals("and")
                || sentence.isAnyOf(before, Words.ARTICLES)) {
            before--;
        }
        return sentence.isAnyOf(before, VAIN)
                || (sentence.word(before).equals("of") && sentence.isAnyOf(before - 1, COMING_TO_NOTHING));
    }

    /** Put forward a plan to. */
    static Optional<Match<Cue>> proposalOf(MarkedSentence sentence, Match<Cue> plan) {
        return cuesOfPlan(sentence, plan, Status.PROPOSED)
                .filter(cue -> !VerbChain.hasNegation(sentence, cue.from()))
                .reduce((earlier, later) -> later);
    }

    /**
     * Voted down a motion to delay it, their bid to block it failed: what would stop it came to nothing, and it goes on. The word that
     * refuses the plan, or else the one that would stop it.
     */
    static Optional<Match<Cue>> stopped(MarkedSentence sentence, Match<Cue> stopping, Action action) {
        boolean purpose = stopping.value().status() == Status.REJECTED
                && sentence.word(stopping.from() - 1).equals("to");
        return purpose
                ? plans(sentence)
                        .filter(plan -> plan.to() <= stopping.from()
                                && stopping.from() - plan.to() <= StandingFinder.FARTHEST_CUE_AFTER)
                        .flatMap(plan -> refusalOf(sentence, plan)
                                .or(() -> isDefeated(sentence, plan, action) ? Optional.of(stopping) : Optional.empty())
                                .stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The cues, and the words for plans that are none where somebody stands behind them: an effort backed by Russia to. */
    private static Stream<Match<Cue>> plans(MarkedSentence sentence) {
        return Stream.concat(
                sentence.cues().stream(),
                IntStream.range(0, sentence.size())
                        .filter(at -> sentence.isAnyOf(at, PLANS) && sentence.isAnyOf(at + 1, BACKED))
                        .mapToObj(at -> new Match<>(at, at + 1, new Cue(Status.PROPOSED, sentence.word(at)))));
    }

    /** A resolution to extend it was rejected; their efforts to extend it failed: a plan with a word behind it that says so. */
    static boolean isDefeated(MarkedSentence sentence, Match<Cue> plan, Action action) {
        return sentence.hasBetween(plan.from(), plan.to(), PLANS) && isDefeatedBehind(sentence, action);
    }

    private static boolean isDefeatedBehind(MarkedSentence sentence, Action action) {
        int end = action.last() + 1;
        return fate(sentence, end, end + StandingFinder.FARTHEST_CUE_AFTER)
                .filter(fate -> !sentence.hasBetween(end, fate.from(), Words.BOUNDARIES)
                        && sentence.mentionAt(sentence.behindArticle(fate.to())).isEmpty())
                .isPresent();
    }

    /** The ban found no majority: what is said in more than a word of what would be done. */
    static Optional<Standing> fateOf(MarkedSentence sentence, Action action) {
        boolean step = action.head().form().isNominal();
        return step
                ? fateBehind(sentence, action.last() + 1)
                        .map(fate -> new Standing(
                                Status.REJECTED,
                                -1,
                                "'" + sentence.text(fate.from(), fate.to()) + "' says so behind it"))
                : Optional.empty();
    }

    /** The same words, where what they are said of ends at that place. */
    static Optional<Match<Boolean>> fateBehind(MarkedSentence sentence, int end) {
        return fate(sentence, end, end + FARTHEST_FATE)
                .filter(fate ->
                        fate.to() > fate.from() + 1 && !sentence.hasBetween(end, fate.from(), Words.BOUNDARIES));
    }

    /** The first words between these places that say that something came to nothing. */
    private static Optional<Match<Boolean>> fate(MarkedSentence sentence, int from, int to) {
        return sentence.fates().stream()
                .filter(fate -> fate.from() >= from && fate.from() < to)
                .findFirst();
    }

    /** The words of that status shortly before a plan, in its clause. */
    private static Stream<Match<Cue>> cuesOfPlan(MarkedSentence sentence, Match<Cue> plan, Status status) {
        return sentence.hasBetween(plan.from(), plan.to(), PLANS) || sentence.isAnyOf(plan.from(), PLANNED)
                ? sentence.cues().stream()
                        .filter(cue -> cue.value().status() == status
                                && cue.to() <= plan.from()
                                && plan.from() - cue.to() <= FARTHEST_REFUSED
                                && !sentence.hasBetween(cue.to(), plan.from(), Words.BOUNDARIES))
                : Stream.empty();
    }

    /** A senate panel votes to lift the ban, approves an act which lifts it: what only a part of those approves who must. */
    static boolean isVotedByCommittee(MarkedSentence sentence, Action action) {
        for (int at = 1; at < action.first(); at++) {
            if (sentence.isAnyOf(at, APPROVING)
                    && sentence.isAnyOf(at - 1, COMMITTEES)
                    && sentence.hasBetween(at, action.first(), ACTS)) {
                return true;
            }
        }
        int from = action.at() - FARTHEST_VOTED;
        return sentence.word(action.at() - 1).equals("to")
                && sentence.hasBetween(from, action.at(), VOTED)
                && sentence.hasBetween(sentence.clauseStart(action.at()), action.at(), COMMITTEES);
    }
}
