package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds what orders somebody without a word for it: by a deadline (gave China 72 hours to), by telling what must be (told Poland it must). */
final class Orders {

    /** Takes its subject for whom it orders: Britain has until Friday to. */
    static final String DEADLINE = "until";

    private static final WordSet GIVING = WordSet.of("give", "gives", "gave", "given", "giving", "grants", "granted");
    private static final WordSet UNITS =
            WordSet.of("hours", "days", "weeks", "months", "hour", "day", "week", "month", "notice");
    private static final WordSet INFORMING =
            WordSet.of("inform", "informs", "informed", "notify", "notifies", "notified", "advised");
    static final WordSet TELLING = INFORMING.with("tell", "tells", "told");
    /** Who was forced to close an embassy closed it. */
    private static final WordSet ORDERED =
            WordSet.of("ordered", "told", "instructed", "required", "given", "informed", "notified", "advised");

    private static final WordSet WHO_MUST = WordSet.of("it", "they");
    private static final WordSet MUST = WordSet.of("must");
    private static final int FARTHEST_DEADLINE = 9;
    private static final int LONGEST_DEADLINE = 7;
    private static final int LONGEST_SPAN = 4;

    private Orders() {}

    static List<Match<Cue>> in(MarkedSentence sentence) {
        List<Match<Cue>> orders = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.isAnyOf(at, GIVING) && isBeforeDeadline(sentence, at)) {
                orders.add(order(at, at + 1, "give"));
            } else if (sentence.isAnyOf(at, Words.HAVE) && isBeforeSpan(sentence, at)) {
                orders.add(order(at, at + 1, "have"));
            } else if (sentence.word(at).equals(DEADLINE)
                    && sentence.isAnyOf(at - 1, Words.HAVE)
                    && hasToBehind(sentence, at)) {
                orders.add(order(at, at + 1, DEADLINE));
            } else if (sentence.isAnyOf(at, TELLING)) {
                int must = duty(sentence, at);
                if (must < 0
                        && sentence.isAnyOf(at, INFORMING)
                        && isBeforeInfinitive(sentence, at)
                        && !isAdvice(sentence, at)) {
                    orders.add(order(at, at + 1, "tell"));
                } else if (must >= 0) {
                    orders.add(order(at, must + 1, "tell"));
                }
            }
        }
        return orders;
    }

    /** Was ordered to; was given a month to; has until Friday, or a week, to: whether the subject is who has to do it. */
    static boolean isPassive(MarkedSentence sentence, int cue) {
        return sentence.word(cue).equals(DEADLINE)
                || sentence.isAnyOf(cue, Words.HAVE)
                || isGivenInHeadline(sentence, cue)
                || (sentence.isAnyOf(cue, ORDERED) && ActionFinder.hasBe(sentence, cue));
    }

    /** London given a month to: the participle without its auxiliary, right behind who opens the line. */
    private static boolean isGivenInHeadline(MarkedSentence sentence, int cue) {
        return sentence.word(cue).equals("given")
                && sentence.mentionAt(cue - 1)
                        .filter(subject -> subject.from() == 0)
                        .isPresent();
    }

    /** Advised Norway to: a state, which nobody orders. */
    private static boolean isAdvice(MarkedSentence sentence, int advised) {
        return sentence.word(advised).equals("advised")
                && sentence.mentionAt(advised + 1)
                        .filter(state -> state.kind() == Mention.Kind.NAME
                                && sentence.word(state.to()).equals("to"))
                        .isPresent();
    }

    /** Told Poland that it must: what stands before "that" is addressed. */
    static boolean isTelling(MarkedSentence sentence, int cue) {
        return sentence.isAnyOf(cue, TELLING);
    }

    private static Match<Cue> order(int from, int to, String word) {
        return new Match<>(from, to, new Cue(Status.ADOPTED, word));
    }

    /** Gave Britain until Friday to; gives the embassy a month to. */
    private static boolean isBeforeDeadline(MarkedSentence sentence, int giving) {
        for (int at = giving + 1; at <= giving + FARTHEST_DEADLINE && !sentence.isAnyOf(at, Words.SIGNS); at++) {
            boolean span = sentence.isAnyOf(at, UNITS) && sentence.word(at + 1).equals("to");
            if (span || (sentence.word(at).equals(DEADLINE) && hasToBehind(sentence, at))) {
                return true;
            }
        }
        return false;
    }

    /** Would have around 30 days to. */
    private static boolean isBeforeSpan(MarkedSentence sentence, int have) {
        for (int at = have + 1; at <= have + LONGEST_SPAN; at++) {
            if (sentence.isAnyOf(at, UNITS)
                    && sentence.word(at + 1).equals("to")
                    && (sentence.number(at - 1) != null || sentence.isAnyOf(at - 1, Words.ARTICLES))) {
                return true;
            }
        }
        return false;
    }

    /** Until the end of the month to. */
    private static boolean hasToBehind(MarkedSentence sentence, int until) {
        for (int at = until + 2; at <= until + LONGEST_DEADLINE; at++) {
            if (sentence.word(at).equals("to")) {
                return true;
            }
        }
        return false;
    }

    /** Informed Poland to. */
    private static boolean isBeforeInfinitive(MarkedSentence sentence, int telling) {
        return sentence.mentionAt(sentence.behindArticle(telling + 1))
                .filter(told -> sentence.word(told.to()).equals("to"))
                .isPresent();
    }

    /** Told Poland that it must: where the duty stands; -1 if there is none. */
    private static int duty(MarkedSentence sentence, int telling) {
        for (int at = telling + 1; at <= telling + FARTHEST_DEADLINE && !sentence.isAnyOf(at, Words.SIGNS); at++) {
            if (sentence.isAnyOf(at, MUST) && sentence.isAnyOf(at - 1, WHO_MUST)) {
                return at;
            }
        }
        return -1;
    }
}
