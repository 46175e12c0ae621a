package io.demarche.rules.reading.english;

import java.util.List;
import java.util.stream.IntStream;

/** Finds the words of a head that follow its first: at once, behind a particle's object, or behind the whole object. */
final class HeadWords {

    /** Break with a party: what is broken with it (relations) is no object of this. */
    private static final List<String> WITH = List.of("with");

    private static final WordSet PARTICLES = WordSet.of("back", "out", "off", "up", "down", "away");

    private static final int FARTHEST_PARTICLE = 7;
    /** Accredited as diplomats: "as" begins no clause here. */
    private static final WordSet ANOTHER_CLAUSE = Words.CLAUSES.without("as");

    private static final WordSet DETERMINERS = WordSet.of("the", "a", "an", "its", "their", "his", "her", "our");

    private static final int FARTHEST_REST = 24;
    private static final int FARTHEST_PLACE = 14;

    private HeadWords() {}

    /** The token after the head's last word, or -1 if its other words are missing. */
    static int end(MarkedSentence sentence, int at, Head head) {
        List<String> rest = head.rest();
        if (head.gapped()) {
            return restFrom(sentence, at, head) < 0 ? -1 : at + 1;
        }
        int end = end(sentence, at + 1, rest);
        if (end >= 0) {
            return end;
        }
        int last = rest.size() - 1;
        if (last > 0 && rest.get(last).equals("with")) {
            int before = end(sentence, at + 1, rest.subList(0, last));
            return before < 0 ? -1 : with(sentence, before);
        }
        boolean with = head.objectClass().equals("party") && rest.equals(WITH);
        // Rolled back its sanctions over a row: a verb that has its particle takes no other.
        boolean mayPart = rest.size() == 1 && !head.intransitive() && !with && !sentence.isAnyOf(at + 1, PARTICLES);
        for (int particle = at + 2; mayPart && particle <= at + farthestParticle(sentence, at); particle++) {
            if (sentence.word(particle).equals(rest.get(0))
                    && !sentence.hasBetween(at, particle, Words.BOUNDARIES)
                    && !hasInfinitiveBetween(sentence, at, particle)) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Ordered Kenya's envoy, John Kamau, out: behind an insertion, a particle may stand farther off. */
    private static int farthestParticle(MarkedSentence sentence, int at) {
        return sentence.hasBetween(at, at + FARTHEST_PARTICLE, Words.COMMA) ? FARTHEST_PLACE : FARTHEST_PARTICLE;
    }

    /** Ordered the envoy to Oslo out, but not the envoy to go out. */
    private static boolean hasInfinitiveBetween(MarkedSentence sentence, int from, int to) {
        return IntStream.range(from, to).anyMatch(at -> isOtherInfinitive(sentence, at));
    }

    /** The words of the head that must stand in the sentence as they are: but its first, a party and "the". */
    static List<String> needed(Head head) {
        return head.rest().stream()
                .filter(word -> !word.equals(Head.PARTY) && !word.equals("the"))
                .toList();
    }

    /** Hit back at Brussels on Monday with: the token behind the "with" that follows from there, or -1. */
    private static int with(MarkedSentence sentence, int from) {
        for (int at = from; at < Math.min(from + FARTHEST_PLACE, sentence.size()); at++) {
            if (sentence.isAnyOf(at, Words.BOUNDARIES) || sentence.word(at).equals(",")) {
                return -1;
            }
            if (sentence.word(at).equals("with")) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Where the rest of a gapped head begins, or -1 if it does not follow. */
    static int restFrom(MarkedSentence sentence, int at, Head head) {
        int farthest = head.rest().size() > 1 ? FARTHEST_REST : FARTHEST_PLACE;
        for (int from = at + 1; from <= Math.min(at + farthest, sentence.size()); from++) {
            if (sentence.isAnyOf(from, Words.REPORTING)) {
                return -1;
            }
            if (end(sentence, from, head.rest()) >= 0) {
                return hasClauseBetween(sentence, at, from) ? -1 : from;
            }
            if (isOtherInfinitive(sentence, from)) {
                return -1;
            }
        }
        return -1;
    }

    /** Told the envoy to close the consulate, in answer to an order to leave: what he is told is something else. */
    static boolean isOtherInfinitive(MarkedSentence sentence, int to) {
        return sentence.word(to).equals("to")
                && !sentence.isAnyOf(to + 1, DETERMINERS)
                && sentence.mentionAt(to + 1).isEmpty();
    }

    /** Declared the envoys — among them the German one — unwelcome: what stands between two dashes, or between commas behind "who", is no further clause. */
    private static boolean hasClauseBetween(MarkedSentence sentence, int from, int to) {
        boolean inserted = false;
        for (int at = from; at < to; at++) {
            // Gave him until Saturday to leave: no clause, but a day.
            boolean until = sentence.isAnyOf(at, Words.UNTIL) && TimeFinder.isDay(sentence, at + 1);
            boolean relative =
                    sentence.isAnyOf(at, Words.COMMA) && (inserted || sentence.isAnyOf(at + 1, SubjectFinder.RELATIVE));
            if (sentence.isAnyOf(at, Words.DASHES) || relative) {
                inserted = !inserted;
            } else if (!inserted
                    && ((!until && sentence.isAnyOf(at, ANOTHER_CLAUSE)) || isNextVerb(sentence, from, at))) {
                return true;
            }
        }
        return inserted;
    }

    /** Closed its embassy and closed its airspace to them: another verb, with words of its own behind it. */
    private static boolean isNextVerb(MarkedSentence sentence, int verb, int at) {
        int joint = sentence.word(at - 1).equals("then") ? at - 2 : sentence.beforeAdverbs(at);
        boolean joined = sentence.isAnyOf(joint, Coordination.AND) || sentence.isAnyOf(joint, Words.COMMA);
        return joined
                && at > verb
                && sentence.heads(at).stream()
                        .anyMatch(next -> next.form() != Form.NOUN
                                && sentence.heads(verb).stream().anyMatch(head -> head.form() == next.form()));
    }

    /**
     * The token after these words, if they stand there, or -1. Quotation marks and "all" between them do not count; for the article may stand
     * whose it is, or, as in headlines, nothing.
     */
    static int end(MarkedSentence sentence, int from, List<String> words) {
        int at = from;
        for (int place = 0; place < words.size(); place++) {
            String word = words.get(place);
            boolean beforeParty =
                    place + 1 < words.size() && words.get(place + 1).equals(Head.PARTY);
            while (sentence.isAnyOf(at, Words.QUOTES) || (sentence.word(at).equals("all") && !word.equals("all"))) {
                at++;
            }
            at = sentence.word(at).equals(word) ? at : behindTime(sentence, at);
            if (word.equals(Head.PARTY) && sentence.mentionAt(at).isPresent()) {
                at = sentence.mentionAt(at).get().to();
            } else if (word.equals("the") && !beforeParty) {
                at = behindDeterminer(sentence, at);
            } else if (sentence.word(at).equals(word) && !isOfDay(sentence, at)) {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }

    /** Demanded on Tuesday the departure of, will be kept, indefinitely, at: the token behind a day of the week or an adverb. */
    static int behindTime(MarkedSentence sentence, int from) {
        if (sentence.isAdverb(from)) {
            return from + 1;
        }
        if (sentence.word(from).equals(",")
                && sentence.isAdverb(from + 1)
                && sentence.word(from + 2).equals(",")) {
            return from + 3;
        }
        int day = sentence.word(from).equals("on") ? from + 1 : from;
        return sentence.isAnyOf(day, TimeFinder.WEEKDAYS) ? day + 1 : from;
    }

    /** Agreed on Thursday to review it: when, not on what. */
    private static boolean isOfDay(MarkedSentence sentence, int on) {
        return sentence.word(on).equals("on") && sentence.isAnyOf(on + 1, TimeFinder.WEEKDAYS);
    }

    /** The; its own; China's; the long-standing US: the token behind what says whose it is. */
    private static int behindDeterminer(MarkedSentence sentence, int from) {
        int at = sentence.isAnyOf(from, DETERMINERS) ? from + 1 : from;
        if (sentence.word(at).equals("own")) {
            return at + 1;
        }
        boolean described = sentence.word(at).indexOf('-') > 0
                && sentence.mentionAt(at).isEmpty()
                && sentence.mentionAt(at + 1).isPresent();
        at = described ? at + 1 : at;
        int owned = sentence.mentionAt(at).map(Mention::to).orElse(at);
        return owned > at && sentence.word(owned).equals("'s") ? owned + 1 : owned;
    }
}
