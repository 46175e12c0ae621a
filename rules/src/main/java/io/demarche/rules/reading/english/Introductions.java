package io.demarche.rules.reading.english;

import java.util.HashMap;
import java.util.Map;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Party;

/**
 * Finds who is introduced in a sentence, so that the surname alone stands for the party later: Polish minister Adam Nowak; Adam
 * Nowak, the Polish envoy; the Polish envoy to Chad, Adam Nowak.
 */
final class Introductions {

    private static final int FARTHEST_OFFICE = 7;
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_SURNAME = 3;

    /** Where a person's name begins with that of the family. */
    private static final WordSet FAMILY_NAME_FIRST = WordSet.of("CHN", "TWN", "KOR", "PRK", "KHM", "SGP");

    private Introductions() {}

    /**
     * Who bears a surname.
     *
     * @param party for whom he or she speaks
     * @param envoy whether that is somebody whom others expel, recall or summon
     */
    record Bearer(Party party, boolean envoy) {}

    /** Those who are introduced, by their surnames as they are written. */
    static Map<String, Bearer> of(MarkedSentence sentence) {
        Map<String, Bearer> people = new HashMap<>();
        if (sentence.sentence.part() == Evidence.Part.TITLE) {
            return people;
        }
        for (Mention mention : sentence.mentions) {
            if (mention.kind() == Mention.Kind.PERSON && mention.to() - mention.from() > 1) {
                addOfficeHolder(people, sentence, mention);
            }
            int office = lastOfOffice(sentence, mention.to());
            if (office < 0) {
                continue;
            }
            Bearer bearer = new Bearer(mention.party(), isEnvoy(sentence, office));
            int behind = behindHost(sentence, office + 1);
            int name = sentence.word(behind).equals(",") ? behind + 1 : behind;
            add(people, sentence, name, endOfName(sentence, name), bearer);
            int before = sentence.isAnyOf(mention.from() - 1, Words.ARTICLES) ? mention.from() - 1 : mention.from();
            if (sentence.word(before - 1).equals(",")) {
                add(people, sentence, startOfName(sentence, before - 1), before - 1, bearer);
            }
        }
        return people;
    }

    /** Former president Evo Morales: known by his whole name, and by the surname from then on. */
    private static void addOfficeHolder(Map<String, Bearer> people, MarkedSentence sentence, Mention mention) {
        boolean familyFirst = FAMILY_NAME_FIRST.contains(mention.party().code());
        String surname = sentence.tokens
                .get(familyFirst ? mention.from() : mention.to() - 1)
                .text();
        if (surname.length() >= SHORTEST_SURNAME) {
            people.put(surname, new Bearer(mention.party(), false));
        }
    }

    private static boolean isEnvoy(MarkedSentence sentence, int office) {
        return sentence.objects.stream()
                .anyMatch(object -> object.value().equals("people") && object.from() <= office && office < object.to());
    }

    /** The ambassador to Chad, Adam Nowak: the token behind to whom he is sent, if that is said there. */
    private static int behindHost(MarkedSentence sentence, int from) {
        return sentence.isAnyOf(from, Words.IN_OR_TO)
                ? sentence.mentionAt(sentence.behindArticle(from + 1))
                        .map(Mention::to)
                        .orElse(from)
                : from;
    }

    /** The last word of the office right behind a party, or -1 if none is named there: Poland's deputy foreign minister. */
    private static int lastOfOffice(MarkedSentence sentence, int from) {
        int last = -1;
        int start = sentence.word(from).equals("'s") ? from + 1 : from;
        for (int at = start; at < start + FARTHEST_OFFICE && isOfOffice(sentence, at); at++) {
            last = sentence.isAnyOf(at, Words.INSTITUTIONS) || sentence.isObject(at) ? at : last;
        }
        return last;
    }

    private static boolean isOfOffice(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at, Words.INSTITUTIONS)
                || sentence.isObject(at)
                || (!sentence.word(at).isEmpty()
                        && Character.isLowerCase(sentence.tokens.get(at).text().charAt(0)));
    }

    private static int endOfName(MarkedSentence sentence, int from) {
        int end = from;
        while (end < from + LONGEST_NAME && (isOfName(sentence, end) || (end > from && isArabic(sentence, end)))) {
            end++;
        }
        return end;
    }

    /** Omar al-Bashir: a name that begins with an article. */
    private static boolean isArabic(MarkedSentence sentence, int at) {
        return sentence.word(at).startsWith("al-") && sentence.mentionAt(at).isEmpty();
    }

    private static int startOfName(MarkedSentence sentence, int end) {
        int start = end;
        while (start > end - LONGEST_NAME && isOfName(sentence, start - 1)) {
            start--;
        }
        return start;
    }

    static boolean isOfName(MarkedSentence sentence, int at) {
        return at >= 0
                && at < sentence.size()
                && sentence.tokens.get(at).isCapitalised()
                && sentence.mentionAt(at).isEmpty()
                && !sentence.isAnyOf(at, Words.INSTITUTIONS)
                && !sentence.isAnyOf(at, Words.MONTHS);
    }

    private static void add(Map<String, Bearer> people, MarkedSentence sentence, int from, int to, Bearer bearer) {
        if (to - from < 2) {
            return;
        }
        int family = FAMILY_NAME_FIRST.contains(bearer.party().code()) ? from : to - 1;
        String surname = sentence.tokens.get(family).text();
        if (surname.length() >= SHORTEST_SURNAME && !sentence.isObject(family)) {
            people.put(surname, bearer);
        }
    }
}
