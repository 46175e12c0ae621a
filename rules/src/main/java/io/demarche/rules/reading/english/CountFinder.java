package io.demarche.rules.reading.english;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds how many people an action bears on: a number a few words before a noun for people. */
final class CountFinder {

    private static final WordSet PEOPLE = WordSet.of(
            "individuals",
            "staff",
            "personnel",
            "persons",
            "people",
            "officials",
            "judges",
            "captains",
            "settlers",
            "tycoons",
            "oligarchs",
            "executives",
            "scientists",
            "journalists",
            "activists",
            "soldiers",
            "figures",
            "leaders",
            "academics",
            "propagandists",
            "agents",
            "officers",
            "men",
            "nationals",
            "employees",
            "others",
            "businessmen",
            "lawmakers",
            "generals",
            "commanders",
            "companies",
            "politicians",
            "citizens",
            "members",
            "ministers",
            "bankers",
            "names",
            "senators",
            "deputies",
            "prosecutors",
            "representatives");
    private static final WordSet REASONS = WordSet.of("after", "because", "since");
    private static final WordSet COUNTED = WordSet.of("people", "nationals", Head.BODY_STAFF, Head.NUMBER);
    private static final int FARTHEST_NOUN = 5;
    private static final int TEN = 10;
    private static final int FEWEST_TENS = 20;
    private static final int HUNDRED = 100;
    private static final int LONGEST_NUMBER = 4;
    private static final int FIRST_YEAR = 1900;
    private static final int BEHIND_YEARS = 2100;

    private CountFinder() {}

    /** How many people the action bears on, or null if the sentence does not say; {@code all} are its actions. */
    static @Nullable Integer of(MarkedSentence sentence, Action action, List<Action> all) {
        int from = action.passive() || action.how() == Construction.DESCRIBING
                ? Math.max(0, action.objectFrom() - FARTHEST_NOUN)
                : action.at();
        int to = Math.min(action.last() + FARTHEST_NOUN, nextVerb(sentence, action, all));
        for (int at = from; at <= to; at++) {
            Integer number = sentence.number(at);
            boolean another = sentence.word(at + 1).equals("another");
            boolean clock = sentence.word(at + 1).equals(":")
                    || (sentence.word(at - 1).equals(":") && sentence.beginsWithDigit(at - 2));
            if (number != null
                    && number > 0
                    && !clock
                    && !sentence.word(at - 1).equals("number")
                    && !sentence.word(at + 1).equals("/")
                    && !isDay(sentence, at)
                    && !another
                    && isOfPeople(sentence, action, at)) {
                return number;
            }
        }
        return null;
    }

    /** March 3, 3 March, Mar. 3: whether a number there is the day of a month. */
    static boolean isDay(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at - 1, Words.MONTHS)
                || (sentence.beginsWithDigit(at) && sentence.isAnyOf(at + 1, Words.MONTHS))
                || (sentence.word(at - 1).equals(".") && Lexicon.ABBREVIATIONS.contains(sentence.word(at - 2)))
                || Lexicon.ABBREVIATIONS.contains(sentence.word(at - 1).replace(".", ""));
    }

    /** Whether what the action is done to are people who may be counted, or told of by their number alone. */
    static boolean isCounted(Action action) {
        return COUNTED.contains(action.head().objectClass()) || action.how() == Construction.GAPPED;
    }

    /** Imposes an embargo, bans two ministers: the place of the next verb, which counts for itself. */
    private static int nextVerb(MarkedSentence sentence, Action action, List<Action> all) {
        int next = sentence.size() - 1;
        boolean complete = !isCounted(action) || action.objectTo() <= action.at();
        for (int at = action.last() + 1; complete && at < next; at++) {
            // Imposed a ban after three officials were held: those of the reason.
            if (sentence.isAnyOf(at, REASONS)) {
                next = at;
            }
        }
        for (Action other : all) {
            if (other.at() > action.last()
                    && other.head().form() != Form.NOUN
                    && !other.passive()
                    && sentence.word(other.at() - 1).equals(",")) {
                next = Math.min(next, other.at());
            }
        }
        return next;
    }

    private static boolean isOfPeople(MarkedSentence sentence, Action action, int at) {
        boolean counted = isCounted(action) && at < action.objectTo() && action.objectTo() - at <= FARTHEST_NOUN + 1;
        return counted || sentence.hasBetween(at + 1, at + 1 + FARTHEST_NOUN, PEOPLE);
    }

    /** Forty-five. */
    private static @Nullable Integer sum(String tens, String ones) {
        Integer many = Words.NUMBERS.get(tens);
        Integer few = Words.NUMBERS.get(ones);
        return many != null && few != null && many >= FEWEST_TENS && few < TEN ? many + few : null;
    }

    /** The number that stands at each word, or null; all words of one hundred and one stand for 101. */
    static @Nullable Integer[] numbers(String[] words) {
        @Nullable Integer[] numbers = new Integer[words.length];
        for (int at = 0; at < words.length; at++) {
            numbers[at] = number(words[at]);
        }
        for (int at = 0; at < words.length; at++) {
            if (words[at].equals("hundred")) {
                addHundreds(words, numbers, at);
            }
        }
        return numbers;
    }

    private static void addHundreds(String[] words, @Nullable Integer[] numbers, int hundred) {
        Integer before = hundred > 0 ? numbers[hundred - 1] : null;
        int many = before != null && before < TEN ? before : 1;
        int from = before != null && before < TEN ? hundred - 1 : hundred;
        int behind = hundred + 1 < words.length && words[hundred + 1].equals("and") ? hundred + 2 : hundred + 1;
        Integer after = behind < words.length ? numbers[behind] : null;
        int more = after != null && after < HUNDRED ? after : 0;
        Arrays.fill(numbers, from, more > 0 ? behind + 1 : hundred + 1, HUNDRED * many + more);
    }

    /** The number that a word is, in figures or letters, or null if it is none; a year is none. */
    static @Nullable Integer number(String word) {
        if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
            int hyphen = word.indexOf('-');
            return hyphen < 0 ? Words.NUMBERS.get(word) : sum(word.substring(0, hyphen), word.substring(hyphen + 1));
        }
        String digits = word.replace(",", "");
        if (digits.length() > LONGEST_NUMBER || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return null;
        }
        int number = Integer.parseInt(digits);
        boolean year = number >= FIRST_YEAR && number < BEHIND_YEARS;
        return year ? null : number;
    }
}
