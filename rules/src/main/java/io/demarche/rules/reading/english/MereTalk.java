package io.demarche.rules.reading.english;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;

/** Sets aside what a sentence only speaks of, and nobody does: what one is able to do, does as a rule, or thinks of it. */
final class MereTalk {

    private static final WordSet CONDITIONS = WordSet.of("condition", "conditions", "demands", "criteria", "terms");
    private static final int FARTHEST_REJECTED = 4;
    private static final int FARTHEST_CONDITION = 9;
    private static final WordSet FAILING = WordSet.of("fail", "fails", "failed", "refuses", "refused");
    /** How words begin of what ends by itself. */
    private static final List<String> EXPIRING = List.of("expire", "lapse", "run");

    private static final WordSet POSITIONS = WordSet.of("position", "positions", "stance", "view", "views", "opinion");
    private static final WordSet ON_OR_OVER = WordSet.of("on", "over", "about");

    private static final WordSet WERE = WordSet.of("was", "were");
    private static final int FARTHEST_WERE = 3;
    private static final WordSet NOW = WordSet.of("now", "today", "altogether", "outright");
    private static final WordSet CAPABILITIES =
            WordSet.of("ability", "power", "powers", "authority", "capacity", "capability", "mandate", "means");
    private static final WordSet ENABLING = WordSet.of("allows", "enables", "empowers", "entitles");
    private static final int FARTHEST_ENABLED = 4;
    private static final WordSet USING = WordSet.of("use", "uses", "used", "using");
    private static final int FARTHEST_USE = 7;
    private static final WordSet REQUIRING = WordSet.of("require", "requires", "required", "requiring");
    private static final WordSet CONSENT =
            WordSet.of("approval", "permission", "consent", "authorisation", "authorization", "review", "oversight");
    private static final int FARTHEST_CONSENT = 8;
    private static final WordSet OBSTACLES = WordSet.of(
            "obstacle", "obstacles", "barrier", "barriers", "impediment", "impediments", "hurdle", "hurdles");
    private static final WordSet HARD = WordSet.of("hard", "harder", "difficult", "impossible");
    private static final int FARTHEST_HARD = 7;
    private static final WordSet TOPICS = WordSet.of("issue", "matter", "question", "topic", "subject");
    private static final WordSet BACKING = WordSet.of(
            "backing",
            "supporting",
            "demanding",
            "seeking",
            "advocating",
            "urging",
            "calling",
            "threatening",
            "blocking",
            "opposing",
            "vetoing",
            "resisting",
            "obstructing");
    private static final WordSet CALLING = WordSet.of("call", "calls", "called", "calling");
    private static final int FARTHEST_IDEA = 4;
    private static final WordSet HABITUALLY =
            WordSet.of("usually", "normally", "typically", "generally", "rarely", "seldom");
    private static final int FARTHEST_HABIT = 8;

    private static final List<BiPredicate<MarkedSentence, Action>> ALL = List.of(
            MereTalk::isForCall,
            MereTalk::isTopic,
            MereTalk::isOldExpiry,
            MereTalk::isOfPosition,
            MereTalk::isEndOfBacking,
            MereTalk::isIdeaCalled,
            MereTalk::isCapability,
            MereTalk::isEnabled,
            MereTalk::isSubjectToConsent,
            MereTalk::isHindered,
            MereTalk::isHabit,
            MereTalk::isShortOf,
            MereTalk::isFailedCondition,
            MereTalk::isWhileInForce,
            MereTalk::isOpinion,
            MereTalk::isProtested,
            MereTalk::isConditionRejected);

    private MereTalk() {}

    /** Whether the action is only spoken of. */
    static boolean isOne(MarkedSentence sentence, Action action) {
        for (BiPredicate<MarkedSentence, Action> one : ALL) {
            if (one.test(sentence, action)) {
                return true;
            }
        }
        return false;
    }

    /** Backed calls for sanctions: what is backed is but a call. */
    private static boolean isForCall(MarkedSentence sentence, Action action) {
        int call = action.at() + 1;
        return action.how() == Construction.ACTIVE
                && sentence.isAnyOf(call, Words.REQUESTS)
                && sentence.word(call + 1).equals("for")
                && call < action.objectFrom();
    }

    /** The sanctions were due to expire in May: until when they were to last, told of what has become of them. */
    private static boolean isOldExpiry(MarkedSentence sentence, Action action) {
        int chain = VerbChain.start(sentence, action.at());
        return Words.beginsWithAny(sentence.word(action.at()), EXPIRING)
                && sentence.word(action.at() - 1).equals("to")
                && sentence.hasBetween(chain - FARTHEST_WERE, action.at(), WERE);
    }

    /** The issue of the sanctions was raised: talked of, not taken off. */
    private static boolean isTopic(MarkedSentence sentence, Action action) {
        int of = sentence.beforeArticle(action.objectFrom() - 1);
        return action.passive()
                && sentence.word(action.at()).equals("raised")
                && sentence.word(of).equals("of")
                && sentence.isAnyOf(of - 1, TOPICS);
    }

    /** Asked for its position over lifting them: what somebody thinks of it. */
    private static boolean isOfPosition(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.GERUND
                && sentence.isAnyOf(action.at() - 1, ON_OR_OVER)
                && sentence.isAnyOf(action.at() - 2, POSITIONS);
    }

    /** Stopped backing sanctions, stops blocking them: who had asked for them, or was against them, and ends none. */
    private static boolean isEndOfBacking(MarkedSentence sentence, Action action) {
        return action.how() == Construction.ACTIVE
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.at() + 1, BACKING);
    }

    /** Called the idea of lifting them absurd: what somebody thinks of it. */
    private static boolean isIdeaCalled(MarkedSentence sentence, Action action) {
        return IntStream.range(action.first() - FARTHEST_IDEA, action.first())
                .anyMatch(at -> sentence.word(at).equals("idea")
                        && sentence.word(at + 1).equals("of")
                        && sentence.isAnyOf(sentence.beforeArticle(at - 1), CALLING));
    }

    /** The ability to designate: what somebody could do at any time. */
    private static boolean isCapability(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, CAPABILITIES)
                && !sentence.hasBetween(action.at() - FARTHEST_USE, action.at(), USING)
                && !sentence.isInCue(action.at() - 2);
    }

    /** An act which allows the government to freeze assets: what somebody may do by law at any time. */
    private static boolean isEnabled(MarkedSentence sentence, Action action) {
        int verb = VerbChain.start(sentence, action.at());
        return action.head().form() == Form.BASE
                && action.head().move() == Move.IMPOSE
                && sentence.hasBetween(verb, action.at(), Words.TO)
                && sentence.hasBetween(verb - FARTHEST_ENABLED, verb, ENABLING);
    }

    /** Requires the president to seek approval before lifting sanctions: who must agree if he ever does. */
    private static boolean isSubjectToConsent(MarkedSentence sentence, Action action) {
        if (action.head().move() != Move.LIFT) {
            return false;
        }
        int requiring = action.first() - 1;
        while (requiring >= 0 && !sentence.isAnyOf(requiring, REQUIRING)) {
            requiring--;
        }
        return requiring >= 0 && sentence.hasBetween(requiring, action.last() + FARTHEST_CONSENT, CONSENT);
    }

    /** The obstacles to normalising ties, harder for him to lift them: what stands in the way of something that nobody is said to do. */
    private static boolean isHindered(MarkedSentence sentence, Action action) {
        boolean infinitive = sentence.word(action.at() - 1).equals("to");
        if (infinitive && sentence.hasBetween(action.at() - FARTHEST_HARD, action.at(), HARD)) {
            return true;
        }
        int to = sentence.beforeArticle(action.at() - 1);
        boolean noun = action.head().form().isNominal();
        return noun && sentence.word(to).equals("to") && sentence.isAnyOf(to - 1, OBSTACLES);
    }

    /** A recall usually takes three days, states rarely expel ambassadors: what is done as a rule, by nobody now. */
    private static boolean isHabit(MarkedSentence sentence, Action action) {
        if (action.head().form() == Form.NOUN) {
            int end = action.last() + 1;
            while (end < action.last() + FARTHEST_HABIT && !sentence.isAnyOf(end, HABITUALLY)) {
                end++;
            }
            return sentence.isAnyOf(end, HABITUALLY)
                    && !sentence.hasBetween(action.last() + 1, end, Words.SIGNS)
                    && !sentence.hasBetween(action.last() + 1, end, Words.BOUNDARIES);
        }
        return sentence.isAnyOf(action.at() - 1, HABITUALLY)
                && (action.head().form().isPresent()
                        || (action.passive() && sentence.isAnyOf(action.at() - 2, Words.PRESENT_BE)));
    }

    /** The harshest step short of breaking off ties: what it is compared with; who stops short of it does not do it. */
    private static boolean isShortOf(MarkedSentence sentence, Action action) {
        int shortOf = action.first() - 2;
        return sentence.word(shortOf).equals("short")
                && sentence.word(shortOf + 1).equals("of")
                && !sentence.isInCue(shortOf);
    }

    /** If the union fails to do so: what else somebody would do. */
    private static boolean isFailedCondition(MarkedSentence sentence, Action action) {
        int from = action.at() - FARTHEST_CONDITION;
        return action.how() == Construction.ECHO
                && sentence.hasBetween(from, action.at(), Words.IF)
                && sentence.hasBetween(from, action.at(), FAILING);
    }

    /** As long as sanctions remain in place: a condition, told where they were told already. */
    private static boolean isWhileInForce(MarkedSentence sentence, Action action) {
        int clause = sentence.clauseStart(action.first());
        return action.head().intransitive()
                && sentence.word(clause - 1).equals("as")
                && sentence.word(clause - 2).equals("long");
    }

    /** Recalling an ambassador is a sovereign decision: what one thinks of such a step, whoever takes it. */
    private static boolean isOpinion(MarkedSentence sentence, Action action) {
        int behind = action.objectTo();
        boolean aStep = action.head().form() == Form.NOUN
                && sentence.isAnyOf(action.at() - 1, Words.INDEFINITE)
                && sentence.isAnyOf(behind, Words.BE)
                && sentence.isAnyOf(behind + 1, Words.INDEFINITE);
        boolean doing = action.head().form() == Form.GERUND
                && action.at() < action.objectFrom()
                && (action.at() == 0
                        || sentence.isAnyOf(action.at() - 1, Words.REPORTING)
                        || sentence.isAnyOf(action.at() - 1, Words.COMMA)
                        || sentence.isAnyOf(action.at() - 1, Words.QUOTES))
                && hasBeBehind(sentence, behind)
                && sentence.cues().stream().noneMatch(cue -> cue.from() > behind && cue.from() <= behind + 2);
        return aStep || doing;
    }

    /** Protested the opening of an office: whoever protests did not open it, and who did is not said. */
    private static boolean isProtested(MarkedSentence sentence, Action action) {
        int verb = sentence.beforeArticle(action.at() - 1);
        return action.measure() == Measure.MISSION
                && action.head().move() == Move.LIFT
                && TargetFinder.isCondemning(sentence.word(verb));
    }

    /** Normalising relations between the one and the other is: the token behind those two, or the same if none are named. */
    private static int behindPair(MarkedSentence sentence, int between) {
        if (!sentence.word(between).equals("between")) {
            return between;
        }
        int end = between;
        for (Mention mention : sentence.mentions) {
            boolean next = mention.from() == end + 1 && (end == between || sentence.isAnyOf(end, Words.JOINING));
            end = next ? mention.to() : end;
        }
        return end;
    }

    private static boolean hasBeBehind(MarkedSentence sentence, int behind) {
        int at = behindPair(sentence, sentence.isAnyOf(behind, NOW) ? behind + 1 : behind);
        return sentence.isAnyOf(at, Words.BE)
                || (sentence.isAnyOf(at, Words.POSSIBLE) && sentence.isAnyOf(at + 1, Words.BE));
    }

    /** Rejected the conditions for ending the blockade: not its end. */
    private static boolean isConditionRejected(MarkedSentence sentence, Action action) {
        int conditions = action.first() - 2;
        return sentence.word(conditions + 1).equals("for")
                && sentence.isAnyOf(conditions, CONDITIONS)
                && sentence.cues().stream()
                        .anyMatch(cue -> cue.value().status() == Status.REJECTED
                                && cue.to() <= conditions
                                && conditions - cue.to() <= FARTHEST_REJECTED);
    }
}
