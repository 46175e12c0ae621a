package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds where what is said of an action tells the opposite of it: not renewed, refused to let in, asked to undo. */
final class Opposites {

    /** How verbs begin that, negated, tell of a ban: issues no visas, lets nobody in. */
    private static final WordSet TO_OR_FROM = WordSet.of("to", "from");

    private static final List<String> LETTING =
            List.of("issu", "grant", "giv", "let", "recogni", "admit", "accept", "allow", "permit");

    static final WordSet RENEWING =
            WordSet.of("renew", "renewing", "renewed", "extend", "extending", "extended", "prolong", "prolonged");

    static final WordSet REVIEWING = WordSet.of(
            "review",
            "reviewing",
            "reconsider",
            "reconsidering",
            "reconsidered",
            "revisit",
            "revisiting",
            "reassess",
            "reassessing",
            "rethink",
            "rethinking");

    private static final WordSet EXEMPTIONS =
            WordSet.of("exemption", "exemptions", "exception", "exceptions", "waiver", "waivers", "exempt", "exempted");

    private static final WordSet LOOKS =
            WordSet.of("take a fresh look at", "take another look at", "take a new look at");

    private static final WordSet REVERSED = WordSet.of("reversed", "undone", "revoked", "rescinded", "withdrawn");
    private static final int FARTHEST_REVERSED = 6;

    private static final WordSet UNDER_REVIEW = WordSet.of("under review");
    private static final WordSet FURTHER =
            WordSet.of("new", "fresh", "further", "additional", "more", "possible", "potential", "tougher");

    private static final WordSet DECIDED = WordSet.of("decided", "decides", "agreed", "agrees", "resolved", "voted");

    /** Reviews its sanctions: those that there are. */
    private static final WordSet OF_SOME = WordSet.of("its", "their", "the");

    private Opposites() {}

    /** Will no longer issue visas; decided not to renew the listings: what runs out unless it is done ends where it is not. */
    static Optional<Standing> turned(MarkedSentence sentence, Action action, Standing standing) {
        Optional<Standing> asked = askedToReverse(sentence, action, standing)
                .or(() -> askedNotTo(sentence, action, standing))
                .or(() -> restored(sentence, standing))
                .or(() -> exempted(sentence, action, standing))
                .or(() -> reversible(sentence, action, standing))
                .or(() -> reconsidered(sentence, action, standing));
        if (asked.isPresent()) {
            return asked;
        }
        if (isNoLonger(sentence, action, standing)) {
            return Optional.of(new Standing(Status.ADOPTED, -1, "what is imposed no longer is lifted"));
        }
        Measure measure = action.head().measure();
        boolean letIn = measure == Measure.VISAS || measure == Measure.RESTRICTIONS;
        boolean runsOut = letIn
                ? Words.beginsWithAny(sentence.word(action.at()), LETTING)
                : sentence.isAnyOf(action.at(), RENEWING) && measure == Measure.SANCTIONS;
        if (runsOut && isRefused(sentence, action, standing)) {
            Status status = sentence.isAnyOf(standing.cue() - 1, Words.POSSIBLE) ? Status.CONSIDERED : Status.ADOPTED;
            return Optional.of(new Standing(status, standing.cue(), "who refuses to let in keeps out"));
        }
        if (!runsOut
                || standing.isGoverned()
                || standing.status() != Status.REJECTED
                || !VerbChain.hasNegation(sentence, action.at())) {
            return Optional.empty();
        }
        int verb = VerbChain.start(sentence, action.at());
        boolean reported = sentence.cues().stream()
                .anyMatch(cue -> verb <= cue.from()
                        && cue.to() <= action.at()
                        && GovernedStanding.isReportedFuture(sentence, cue));
        return Optional.of(
                sentence.hasBetween(verb, action.at(), Words.POSSIBLE) && !reported
                        ? new Standing(Status.CONSIDERED, -1, "what runs out may not be done again")
                        : new Standing(Status.ADOPTED, -1, "what runs out is not done again"));
    }

    /** They will no longer need visas, it will no longer impose a ban. */
    private static boolean isNoLonger(MarkedSentence sentence, Action action, Standing standing) {
        return standing.status() == Status.REJECTED
                && !standing.isGoverned()
                && (action.measure() == Measure.VISAS
                        || action.measure() == Measure.SANCTIONS
                        || action.measure() == Measure.RESTRICTIONS)
                && action.head().move() == Move.IMPOSE
                && IntStream.range(VerbChain.start(sentence, action.at()), action.at())
                        .anyMatch(at -> sentence.word(at).equals("no")
                                && sentence.word(at + 1).equals("longer"));
    }

    /**
     * Urged the union to review its sanctions; called for a review of them; hopes that it reconsiders expelling him: what is thought
     * over is whether they are to end.
     */
    private static Optional<Standing> reconsidered(MarkedSentence sentence, Action action, Standing standing) {
        boolean further = sentence.hasBetween(action.objectFrom() - 2, action.objectFrom(), FURTHER);
        boolean reviewed = sentence.isAnyOf(standing.cue(), REVIEWING)
                || (standing.cue() > action.last()
                        && sentence.word(standing.cue()).equals("reviewed"))
                || sentence.hasCueAt(standing.cue(), LOOKS)
                || (sentence.hasCueAt(standing.cue(), UNDER_REVIEW) && !further);
        int verb = sentence.beforeArticle(action.at() - 1);
        boolean ofStep = action.head().move() == Move.IMPOSE
                && action.head().form().isNominal()
                && sentence.isAnyOf(verb, REVIEWING)
                && !sentence.word(verb).startsWith("review");
        if (ofStep && standing.status() != Status.REJECTED) {
            return GovernedStanding.requestTo(sentence, verb)
                    .map(cue -> Standing.by(sentence, Status.URGED, cue, "asks to think it over"))
                    .or(() -> Optional.of(new Standing(
                            standing.status() == Status.URGED ? Status.URGED : Status.CONSIDERED,
                            standing.cue(),
                            "what is thought over may be undone")));
        }
        boolean thoughtOver = (action.how() == Construction.GOVERNED || action.how() == Construction.DESCRIBING)
                && action.measure() == Measure.SANCTIONS
                && action.head().move() == Move.IMPOSE
                && (reviewed
                        || (standing.status() == Status.URGED
                                && sentence.hasBetween(standing.cue(), action.first(), REVIEWING)));
        if (!thoughtOver) {
            return Optional.empty();
        }
        boolean again = standing.status() == Status.URGED
                || standing.cue() > action.last()
                || !sentence.word(standing.cue()).startsWith("review")
                || sentence.hasBetween(standing.cue(), action.at(), OF_SOME)
                || sentence.mentionAt(action.objectFrom() - 1).isPresent();
        return GovernedStanding.requestTo(sentence, standing.cue())
                .map(cue -> Standing.by(sentence, Status.URGED, cue, "asks to think them over"))
                .or(() -> again ? Optional.of(standing) : Optional.empty());
    }

    /** Refused to issue visas, refused from issuing them: no refusal to lift a ban, but the ban. */
    private static boolean isRefused(MarkedSentence sentence, Action action, Standing standing) {
        return standing.status() == Status.REJECTED
                && (sentence.word(standing.cue()).startsWith("refus")
                        || sentence.word(standing.cue()).startsWith("reluctan"))
                && ((standing.cue() + 2 == action.at() && sentence.isAnyOf(action.at() - 1, TO_OR_FROM))
                        || (standing.cue() + 1 == action.at() && action.head().form() == Form.GERUND));
    }

    /** Reversed the decision to lift them: they are in force again; the decision to expel him: he may stay. */
    private static Optional<Standing> restored(MarkedSentence sentence, Standing standing) {
        if (!sentence.hasCueAt(standing.cue(), Reversals.WORDS)) {
            return Optional.empty();
        }
        int before = standing.cue() - 1;
        boolean refused = standing.status() == Status.CONSIDERED
                && sentence.cues().stream()
                        .anyMatch(cue -> cue.value().status() == Status.REJECTED
                                && (cue.to() == before || cue.to() == before + 1));
        if (refused) {
            return Optional.of(new Standing(Status.REJECTED, standing.cue(), "it is refused to undo the decision"));
        }
        boolean open = sentence.word(before).equals("to")
                ? !sentence.isAnyOf(before - 1, DECIDED)
                : sentence.isAnyOf(before, Words.POSSIBLE);
        return standing.status() == Status.REJECTED
                ? Optional.of(new Standing(
                        open ? Status.CONSIDERED : Status.ADOPTED, standing.cue(), "the decision to do it is undone"))
                : Optional.empty();
    }

    /** Seeks exemptions from the sanctions imposed on it: relief from them. */
    private static Optional<Standing> exempted(MarkedSentence sentence, Action action, Standing standing) {
        boolean exempted = action.head().move() == Move.IMPOSE
                && (action.how() == Construction.GOVERNED || action.how() == Construction.DESCRIBING)
                && standing.isGoverned()
                && standing.cue() < action.objectFrom()
                && sentence.hasBetween(standing.cue() + 1, action.objectFrom(), EXEMPTIONS);
        return exempted ? Optional.of(standing) : Optional.empty();
    }

    /** The lifting of sanctions can be reversed if: they may be imposed again. */
    private static Optional<Standing> reversible(MarkedSentence sentence, Action action, Standing standing) {
        int verb = action.last() + 1;
        while (verb < action.last() + FARTHEST_REVERSED && !sentence.isAnyOf(verb, REVERSED)) {
            verb++;
        }
        boolean may = action.head().form() == Form.NOUN
                && sentence.isAnyOf(verb, REVERSED)
                && sentence.word(verb - 1).equals("be")
                && sentence.isAnyOf(verb - 2, Words.POSSIBLE);
        return may
                ? Optional.of(new Standing(Status.CONSIDERED, standing.cue(), "what is done may be undone"))
                : Optional.empty();
    }

    /** Urged Berlin not to extend the sanctions: that it lets them end. */
    private static Optional<Standing> askedNotTo(MarkedSentence sentence, Action action, Standing standing) {
        boolean not = standing.status() == Status.URGED
                && standing.cue() < action.at()
                && sentence.word(action.at() - 1).equals("to")
                && sentence.word(action.at() - 2).equals("not");
        return not
                ? Optional.of(new Standing(Status.URGED, standing.cue(), "'not to' asks for the opposite"))
                : Optional.empty();
    }

    /**
     * Urged Brazil to reverse its decision to close the consulate: that it opens again is asked for. Asked Washington to hold off on
     * sanctions: for relief. But to reject an initiative to impose them: that there be none.
     */
    private static Optional<Standing> askedToReverse(MarkedSentence sentence, Action action, Standing standing) {
        int to = sentence.beforeAdverbs(standing.cue());
        boolean reversed = standing.status() == Status.REJECTED
                && sentence.word(to).equals("to")
                && !(sentence.word(standing.cue()).equals("reject")
                        && sentence.hasBetween(standing.cue(), action.at(), Drafts.PLANS))
                && ((action.head().move() == Move.IMPOSE
                                && sentence.mentionAt(to - 1).isPresent())
                        || sentence.cues().stream()
                                .anyMatch(cue -> cue.from() == standing.cue()
                                        && Reversals.WORDS.contains(cue.value().word())));
        return sentence.cues().stream()
                .filter(cue -> reversed
                        && cue.value().status() == Status.URGED
                        && cue.to() < standing.cue()
                        && standing.cue() - cue.to() <= StandingFinder.FARTHEST_CUE_AFTER)
                .reduce((earlier, later) -> later)
                .map(cue -> Standing.by(sentence, Status.URGED, cue, "asks for it to be undone"));
    }

    /** Declined a request to reopen it: who refuses a request that is told with it. */
    static Optional<Standing> refusedRequest(MarkedSentence sentence, Action action, Standing standing) {
        if (standing.status() != Status.URGED
                || !standing.isGoverned()
                || !sentence.isAnyOf(standing.cue(), Words.REQUESTS)) {
            return Optional.empty();
        }
        Optional<Match<Cue>> behind = refusalBehind(sentence, action);
        if (behind.isPresent()) {
            return behind.map(cue -> Standing.by(sentence, Status.REJECTED, cue, "refuses the request"));
        }
        return sentence.cues().stream()
                .filter(cue -> cue.value().status() == Status.REJECTED
                        && cue.to() <= standing.cue()
                        && standing.cue() - cue.to() <= StandingFinder.FARTHEST_CUE_AFTER
                        && !sentence.hasBetween(cue.to(), standing.cue(), Words.STRONG_BOUNDARIES))
                .reduce((earlier, later) -> later)
                .map(cue -> Standing.by(
                        sentence, GovernedStanding.combined(sentence, cue, false), cue, "refuses the request"));
    }

    /** The request that it be lifted was rejected by Washington. */
    private static Optional<Match<Cue>> refusalBehind(MarkedSentence sentence, Action action) {
        return sentence.cues().stream()
                .filter(cue -> cue.value().status() == Status.REJECTED
                        && cue.from() > action.last()
                        && cue.from() - action.last() <= StandingFinder.FARTHEST_CUE_AFTER
                        && ActionFinder.hasBe(sentence, cue.from())
                        && !VerbChain.hasNegation(sentence, cue.from())
                        && !sentence.hasBetween(action.last(), cue.from(), Words.BOUNDARIES)
                        && !sentence.hasBetween(action.last(), cue.from(), Words.COMMA))
                .findFirst();
    }
}
