package io.demarche.rules.reading.english;

import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Tells how far along an action is that a word governs: proposed, urged, threatened, refused, and what becomes of that word itself. */
final class GovernedStanding {

    static final WordSet LIKELY =
            WordSet.of("probably", "likely", "perhaps", "presumably", "possibly", "potentially", "maybe");
    private static final WordSet SAYING =
            Words.REPORTING.with("saying", "declaring", "announcing", "adding", "announce");
    static final int FARTHEST_VERB = 5;
    private static final WordSet WARNINGS =
            WordSet.of("warn", "threaten", "hint", "signal", "threats", "threat", "hope");
    private static final int FARTHEST_WARNED = 7;
    private static final WordSet MAYBE = WordSet.of("may", "might", "could", "can");
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
    static final WordSet AGAINST = WordSet.of("against");
    private static final WordSet ASKING = WordSet.of("ask", "request", "require");
    private static final WordSet ASKED = WordSet.of("how", "when", "which");
    private static final int FARTHEST_QUESTION = 6;
    private static final WordSet CLOSING = TargetFinder.CUTTING.with("close", "shut", "shutter", "vacate", "scale");
    private static final WordSet UNWANTED = WordSet.of(
            "unnecessary", "needless", "premature", "pointless", "unwise", "mistaken", "inappropriate", "unthinkable");
    static final WordSet CAUSING = WordSet.of("have", "get", "see");
    private static final WordSet HERE = WordSet.of("country", "capital");
    static final WordSet NEEDING = WordSet.of("requires", "needs", "demands", "presupposes");
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
    /** No specific review. */
    private static final WordSet SPECIFIC =
            WordSet.of("specific", "formal", "serious", "detailed", "concrete", "official", "real", "full-scale");

    private static final WordSet NO_ONE = WordSet.of("nobody", "none");
    private static final WordSet DISMISSING = WordSet.of("dismiss", "reject", "deny", "brush off", "shrug off");
    private static final String NOT_THE_TIME = "not the time ";
    static final WordSet THREATS = WordSet.of("threat", "threats");
    private static final int FARTHEST_OPINION = 12;
    private static final int FARTHEST_HOLDER = 4;

    private GovernedStanding() {}

    /** What that word says of the action, whose own verb may be negated. */
    static Standing of(MarkedSentence sentence, Match<Cue> cue, Action action, boolean negated) {
        if (isReportedFuture(sentence, cue)
                && !PlainStanding.isOnce(sentence, action)
                && !isTakenBack(sentence, cue, Status.CONSIDERED)) {
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
        if (isToldAnother(sentence, cue, action)) {
            return Standing.by(sentence, Status.URGED, cue, "asks it of another");
        }
        if (isSought(sentence, cue, action)) {
            return Standing.by(sentence, Status.URGED, cue, "wants another to do it");
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
        Optional<Match<Cue>> stopped = Drafts.stopped(sentence, cue, action);
        if (stopped.isPresent()) {
            return Standing.by(
                    sentence, Status.ADOPTED, stopped.get(), "leaves it, for what would stop it came to nothing");
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
                && isDuty(sentence, cue.from())) {
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

    /** Told Oslo to lift its ban: who tells another state asks it, as nobody bans for another. */
    private static boolean isToldAnother(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return cue.value().word().equals("tell")
                && MissingSides.PENALTIES.contains(action.measure())
                && sentence.mentionAt(sentence.behindArticle(cue.to()))
                        .filter(told -> told.kind() != Mention.Kind.ADJECTIVE
                                && sentence.word(told.to()).equals("to"))
                        .isPresent();
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
                                && to - cue.to() <= StandingFinder.FARTHEST_CUE_AFTER
                                && !sentence.hasBetween(cue.to(), to, Words.BOUNDARIES)
                                && !VerbChain.hasNegation(sentence, cue.from()))
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    /** Considers a closure of the border unnecessary. */
    private static boolean isDeemedWrong(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int end = action.last() + 1;
        return cue.value().word().equals("consider")
                && !sentence.hasBetween(cue.to(), end, Words.BOUNDARIES)
                && IntStream.range(end, end + StandingFinder.FARTHEST_CUE_AFTER)
                        .takeWhile(at -> !sentence.isAnyOf(at, Words.BOUNDARIES))
                        .anyMatch(at -> sentence.isAnyOf(at, UNWANTED));
    }

    /** Warned Poland against expelling its envoy. */
    private static boolean isWarnedOff(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return cue.value().word().equals("warn")
                && sentence.hasBetween(cue.to(), action.first(), AGAINST)
                && !sentence.hasBetween(cue.to(), action.first(), Words.BOUNDARIES);
    }

    /** Seeks to have sanctions lifted, is trying to get them lifted: what somebody wants, and another does. */
    private static boolean isSought(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return cue.value().status() == Status.CONSIDERED
                && sentence.word(cue.to() - 1).equals("to")
                && sentence.isAnyOf(cue.to(), CAUSING)
                && cue.to() < action.objectFrom()
                && action.objectTo() <= action.at();
    }

    /** The US asked China to close its consulate in Houston, India asked Canada to cut its staff: of what stands on its own soil. */
    private static boolean isAskedByHost(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return ASKING.contains(cue.value().word())
                && action.measure() == Measure.MISSION
                && sentence.isAnyOf(action.at(), CLOSING)
                && cue.to() <= action.at()
                && sentence.hasBetween(action.at(), action.objectFrom(), Words.POSSESSIVES)
                && isOnSoilOfAsker(sentence, cue, action);
    }

    /** Where it says on whose soil it is, who asks is the host; who is asked to cut a staff of its own is no guest. */
    private static boolean isOnSoilOfAsker(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int in = action.objectTo();
        if (!sentence.word(in).equals("in") || sentence.isAnyOf(in + 2, HERE)) {
            return sentence.isAnyOf(action.at(), TargetFinder.CUTTING)
                    && sentence.mentionAt(sentence.behindArticle(cue.to()))
                            .filter(guest -> !guest.party()
                                    .equals(sentence.mentions.get(0).party()))
                            .isPresent();
        }
        return sentence.mentionAt(in + 1)
                .filter(soil -> sentence.mentions.stream()
                        .anyMatch(
                                host -> host.to() <= cue.from() && host.party().equals(soil.party())))
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
                                && cue.from() - other.to() <= StandingFinder.FARTHEST_CUE_AFTER
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
                .filter(threat -> threat.to() <= action.first()
                        && action.first() - threat.to() <= StandingFinder.FARTHEST_CUE_AFTER)
                .flatMap(threat -> sentence.cues().stream()
                        .filter(other -> other.to() <= threat.from()
                                && threat.from() - other.to() <= StandingFinder.FARTHEST_CUE_AFTER
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

    /** Should consider it, should start considering it. */
    private static boolean isDuty(MarkedSentence sentence, int verb) {
        int beginning = sentence.word(verb - 1).equals("to") ? verb - 2 : verb - 1;
        int own = sentence.isAnyOf(beginning, Words.BEGINNING) ? beginning : verb;
        return sentence.hasBetween(VerbChain.start(sentence, own), own, Words.DUTY);
    }

    /** What a cue means when the action or the cue itself is negated. */
    static Status combined(MarkedSentence sentence, Match<Cue> cue, boolean actionNegated) {
        boolean negated = VerbChain.hasNegation(sentence, cue.from())
                || isOfNobody(sentence, cue)
                || (sentence.isAnyOf(cue.from() - 1, SPECIFIC)
                        && sentence.word(cue.from() - 2).equals("no"))
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
