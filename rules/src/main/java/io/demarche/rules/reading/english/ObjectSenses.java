package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Set;

import io.demarche.rules.reading.PhraseIndex.Match;

/** Tells what the objects of a sentence are by what stands beside them: caps on people, bans that keep people out, diplomats' families. */
final class ObjectSenses {

    private static final WordSet BEFORE_PARTIES = WordSet.of("against", "between");
    /** Non-emergency US employees: whom a state may send home from its own mission. */
    private static final WordSet DISPENSABLE =
            WordSet.of("non-emergency", "non-essential", "nonessential", "nonemergency");

    private static final WordSet OF_OR_AT = WordSet.of("of", "at");
    private static final WordSet HEADS = WordSet.of("head", "chief", "member", "members");

    private static final WordSet ENTERING = WordSet.of("entering", "visiting", "travelling", "traveling");
    private static final Set<String> BANNED_GOODS = Set.of("goods", "vehicles", "trade", "flights");
    private static final int FARTHEST_ENTERING = 12;
    private static final int FARTHEST_CAPPED = 6;
    private static final WordSet RELATIVES =
            WordSet.of("families", "family", "relatives", "spouses", "wives", "children", "dependants", "dependents");

    private ObjectSenses() {}

    /** Gives the objects of that sentence the classes that they have in it. */
    static void specify(MarkedSentence sentence) {
        sentence.objects.replaceAll(object -> withoutPreposition(sentence, object));
        addHeadsOfMissions(sentence);
        specifyPeople(sentence);
        specifyBans(sentence);
        specifyCaps(sentence);
    }

    /** Measures against Russia, flights between the two: what tells them from others belongs to whom they bear on. */
    private static Match<String> withoutPreposition(MarkedSentence sentence, Match<String> object) {
        return sentence.isAnyOf(object.to() - 1, BEFORE_PARTIES)
                ? new Match<>(object.from(), object.to() - 1, object.value())
                : object;
    }

    /** The deputy head of the US embassy, a member of its mission, Iran's number two at the embassy: a diplomat. */
    private static void addHeadsOfMissions(MarkedSentence sentence) {
        for (Match<String> mission : List.copyOf(sentence.objects)) {
            if (mission.value().equals("missions")) {
                int of = beforeOwner(sentence, mission);
                boolean deputy = sentence.word(of - 1).equals("two")
                        && sentence.word(of - 2).equals("number");
                if (sentence.isAnyOf(of, OF_OR_AT) && (deputy || sentence.isAnyOf(of - 1, HEADS))) {
                    sentence.objects.add(new Match<>(of - 1, of, "people"));
                }
            }
        }
    }

    /** The word before an object, its owner and their article: "of", in the head of the US embassy. */
    private static int beforeOwner(MarkedSentence sentence, Match<String> object) {
        int owner = sentence.word(object.from() - 1).equals("'s") ? object.from() - 2 : object.from() - 1;
        int first = sentence.mentionAt(owner).map(Mention::from).orElse(object.from());
        return sentence.beforeArticle(first - 1);
    }

    /** The number of Polish diplomats: how large the mission is; non-emergency employees: one's own staff. */
    private static void specifyPeople(MarkedSentence sentence) {
        sentence.objects.replaceAll(people -> withRelatives(sentence, people));
        for (Match<String> people : List.copyOf(sentence.objects)) {
            if (people.value().equals("people") && isNumbered(sentence, people.from())) {
                sentence.objects.add(new Match<>(people.from(), people.to(), "missions"));
            }
            if (people.value().equals("people") && sentence.hasBetween(people.from() - 3, people.from(), DISPENSABLE)) {
                sentence.objects.remove(people);
                sentence.objects.add(new Match<>(people.from(), people.to(), "own-staff"));
            }
        }
    }

    /** Diplomats' families, the families of Russian diplomats: whom one lets in or keeps out, but does not accredit. */
    private static Match<String> withRelatives(MarkedSentence sentence, Match<String> people) {
        if (!people.value().equals("people")) {
            return people;
        }
        int of = beforeOwner(sentence, people);
        if (sentence.word(people.to()).startsWith("'") && sentence.isAnyOf(people.to() + 1, RELATIVES)) {
            return new Match<>(people.from(), people.to() + 2, "officials");
        }
        return sentence.word(of).equals("of") && sentence.isAnyOf(of - 1, RELATIVES)
                ? new Match<>(people.from(), people.to(), "officials")
                : people;
    }

    /** The cap on their consular staff: of people, else no object. */
    private static void specifyCaps(MarkedSentence sentence) {
        for (Match<String> cap : List.copyOf(sentence.objects)) {
            if (cap.value().equals("caps")) {
                sentence.objects.remove(cap);
                boolean ofPeople = sentence.word(cap.to()).equals("on")
                        && sentence.objects.stream()
                                .anyMatch(people -> people.value().equals("people")
                                        && people.from() > cap.to()
                                        && people.from() <= cap.to() + FARTHEST_CAPPED);
                if (ofPeople) {
                    sentence.objects.add(new Match<>(cap.from(), cap.to(), "restrictions"));
                }
            }
        }
    }

    /** A ban on a deputy from entering the country: it keeps people out. */
    private static void specifyBans(MarkedSentence sentence) {
        sentence.objects.replaceAll(ban -> ban.value().equals("restrictions") && keepsOut(sentence, ban)
                ? new Match<>(ban.from(), ban.to(), "entry-bans")
                : ban);
    }

    private static boolean keepsOut(MarkedSentence sentence, Match<String> ban) {
        if (!sentence.word(ban.to()).equals("on") || !sentence.isAnyOf(ban.to() - 1, MeasureFinder.BANS)) {
            return false;
        }
        for (int at = ban.to() + 2; at < ban.to() + FARTHEST_ENTERING && !sentence.isAnyOf(at, Words.SIGNS); at++) {
            if (sentence.isAnyOf(at, ENTERING)) {
                return !isOnGoods(sentence, ban.to(), at);
            }
        }
        return false;
    }

    /** Ships and goods are kept out too, but by no visa. */
    private static boolean isOnGoods(MarkedSentence sentence, int from, int to) {
        return sentence.objects.stream()
                .anyMatch(banned -> banned.from() > from && banned.to() <= to && BANNED_GOODS.contains(banned.value()));
    }

    private static boolean isNumbered(MarkedSentence sentence, int at) {
        int of = sentence.mentionAt(at - 1).map(Mention::from).orElse(at) - 1;
        return sentence.word(of).equals("of") && sentence.word(of - 1).equals("number");
    }
}
