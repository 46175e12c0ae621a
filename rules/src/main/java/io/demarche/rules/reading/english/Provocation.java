package io.demarche.rules.reading.english;

import java.util.List;
import java.util.function.IntPredicate;

import io.demarche.core.statement.Status;

/** What a step answers: in response to Washington's expulsion of ten, in retaliation for the decision to shut the consulate. */
final class Provocation {

    private static final WordSet ANSWERS = Words.ANSWERS.with(
            "reaction",
            "revenge",
            "respond",
            "responds",
            "responded",
            "responding",
            "retaliate",
            "retaliates",
            "retaliated",
            "retaliating",
            "reacts",
            "reacted",
            "reacting",
            "replied",
            "answered");
    private static final WordSet WITH = WordSet.of("with");
    private static final WordSet PERFECT = WordSet.of("has", "have");
    private static final WordSet AFTER = WordSet.of("after");
    private static final WordSet TO = WordSet.of("to", "for", "against", "over");
    /** Recalled the ambassador over the expulsion, summoned another to protest against it. */
    private static final WordSet PROTESTING = WordSet.of("over", "against", "at");

    private static final WordSet FOLLOWS = WordSet.of("follows", "followed", "following");
    private static final WordSet DECISIONS =
            WordSet.of("decision", "move", "order", "step", "agreement", "deal", "accord");
    private static final WordSet WHEN =
            TimeFinder.WEEKDAYS.with("this", "last", "week", "month", "year", "on", "yesterday", "earlier", "today");
    private static final WordSet COMING = WordSet.of("comes", "came", "come");
    private static final int FARTHEST_COMING = 6;
    private static final int FARTHEST = 8;

    /** The reason. It begins no tale: what answers it is the news. */
    static final String ANSWERED = "what something else answers";

    private Provocation() {}

    /** Whether that is what something else answers: it was done before. */
    static boolean isAnswered(MarkedSentence sentence, Action action, Standing standing, List<Action> all) {
        if (standing.status() != Status.ADOPTED) {
            return false;
        }
        int decision = decision(sentence, action.at());
        boolean described = action.how() == Construction.DESCRIBING;
        int reason = decision > 0 ? decision : described ? action.objectFrom() : action.at();
        boolean nominal = action.how() == Construction.NOMINAL
                || action.how() == Construction.GOVERNED
                || action.head().form() == Form.GERUND;
        boolean doing = described || (!action.passive() && (decision > 0 || nominal));
        int after = after(sentence, action);
        return (doing && isBehindAnswer(sentence, reason))
                || (decision > 0 && isBehind(sentence, decision, at -> sentence.isAnyOf(at, Words.UNDER)))
                || (after > 0 && (comes(sentence, after) || isBehindStep(sentence, action, all)))
                || ((decision > 0 || nominal)
                        && isBehind(sentence, reason, at -> sentence.isAnyOf(at, PROTESTING))
                        && isBehindStep(sentence, action, all));
    }

    /** Expelled two after Berlin expelled two: where that word stands, or -1. */
    private static int after(MarkedSentence sentence, Action action) {
        if (sentence.hasBetween(VerbChain.start(sentence, action.at()), action.at(), PERFECT)) {
            return -1; // after the minister said that it has recalled them: news as well
        }
        for (int at = action.first() - 1; at > 0; at--) {
            if (sentence.isAnyOf(at, AFTER)) {
                return at;
            }
            if (sentence.isAnyOf(at, Words.COMMA)
                    || sentence.isAnyOf(at, WITH)
                    || sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return -1;
            }
        }
        return -1;
    }

    /** The move comes only days after: what came before something told in another sentence. */
    private static boolean comes(MarkedSentence sentence, int after) {
        for (int verb = after - 1; verb > Math.max(0, after - FARTHEST_COMING); verb--) {
            if (sentence.isAnyOf(verb, COMING)) {
                return true;
            }
            if (sentence.isAnyOf(verb, Words.BOUNDARIES) || sentence.isAnyOf(verb, Words.COMMA)) {
                return false;
            }
        }
        return false;
    }

    /** Whether another step is told as taken before that one, for which this is the reason. */
    private static boolean isBehindStep(MarkedSentence sentence, Action action, List<Action> all) {
        return all.stream()
                .anyMatch(step -> step.at() < action.first()
                        && !step.embedded()
                        && StandingFinder.of(sentence, step).status() == Status.ADOPTED);
    }

    /** The decision to expel them, to force it to cut its staff: where that is decided; else -1. */
    private static int decision(MarkedSentence sentence, int verb) {
        for (int to = verb - 1; to > 0 && to >= verb - FARTHEST && !sentence.isAnyOf(to, Words.COMMA); to--) {
            int noun = beforeInsertion(sentence, beforeTime(sentence, to - 1));
            if (sentence.isAnyOf(to, Words.TO) && sentence.isAnyOf(noun, DECISIONS)) {
                return noun;
            }
        }
        return -1;
    }

    /** Its move this month to expel them: the place before when it was made; else that place. */
    private static int beforeTime(MarkedSentence sentence, int end) {
        int time = end;
        while (sentence.isAnyOf(time, WHEN)) {
            time--;
        }
        return sentence.isAnyOf(time, DECISIONS) ? time : end;
    }

    /** The decision, made in March, to expel them: what stands before the words between commas that end there; else that place. */
    private static int beforeInsertion(MarkedSentence sentence, int end) {
        int comma = end - 1;
        while (comma > end - FARTHEST && !sentence.isAnyOf(comma, Words.COMMA)) {
            comma--;
        }
        return sentence.isAnyOf(end, Words.COMMA) && sentence.isAnyOf(comma, Words.COMMA) ? comma - 1 : end;
    }

    /** In response to, in retaliation for: where the last word of it stands. */
    static boolean isAnswer(MarkedSentence sentence, int at) {
        int answer = sentence.isAnyOf(at - 1, Words.QUOTES) ? at - 2 : at - 1;
        return sentence.isAnyOf(at, TO) && sentence.isAnyOf(answer, ANSWERS);
    }

    /** To Washington's recent expulsion. */
    static boolean isBehindAnswer(MarkedSentence sentence, int noun) {
        return isBehind(sentence, noun, at -> sentence.isAnyOf(at, FOLLOWS) || isAnswer(sentence, at));
    }

    /** Nothing but whose it is and of what kind stands between. */
    private static boolean isBehind(MarkedSentence sentence, int noun, IntPredicate answers) {
        for (int at = noun - 1; at >= Math.max(0, noun - FARTHEST); at--) {
            if (answers.test(at)) {
                return true;
            }
            if (sentence.isAnyOf(at, Words.COMMA)
                    || sentence.isAnyOf(at, Words.BOUNDARIES)
                    || sentence.isAnyOf(at, Words.PREPOSITIONS)
                    || sentence.isInCue(at)
                    || sentence.verbs.contains(at)) {
                return false;
            }
        }
        return false;
    }
}
