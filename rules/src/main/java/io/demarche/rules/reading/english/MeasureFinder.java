package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Decides which measure a head means with this object: restrictions on diplomats, bans on goods, travel bans of a listing. */
final class MeasureFinder {

    /** What is barred from a country, but needs no visa. */
    private static final WordSet FIRMS = WordSet.of(
            "firms",
            "firm",
            "companies",
            "company",
            "banks",
            "bank",
            "airlines",
            "airline",
            "vessels",
            "vessel",
            "ships",
            "ship",
            "tankers",
            "tanker",
            "entities",
            "maker",
            "makers",
            "manufacturers",
            "exporters");

    static final WordSet CITIZENS =
            WordSet.of("citizens", "nationals", "visitors", "travellers", "travelers", "tourists");

    private static final WordSet PASSPORTS = WordSet.of("passports", "passport");
    static final WordSet BANS = WordSet.of("ban", "bans");
    /** Classes of objects that say themselves what is restricted. */
    private static final WordSet OF_SPACE = WordSet.of("flight-bans", "airspace", "borders", "border-closures");

    private static final WordSet AIRCRAFT =
            WordSet.of("aircraft", "plane", "planes", "airliner", "airliners", "jet", "jets", "trawler", "trawlers");
    private static final WordSet AIR_TRAFFIC = WordSet.of("flights", "airlines");
    private static final WordSet TRADED = WordSet.of("goods", "trade");
    private static final WordSet SHIPS = WordSet.of("vessels", "vessel", "ships", "ship", "tankers", "tanker");
    private static final WordSet CRAFT = WordSet.union(SHIPS, AIRCRAFT);
    private static final WordSet ANOTHER = WordSet.of("and", "but", ",", "while", "after", "if", "because");
    private static final WordSet EXPELLED = WordSet.of("expelled", "banished", "ousted");
    static final WordSet OWN = WordSet.of("its", "their", "his");
    private static final WordSet ORDERING =
            WordSet.of("order", "orders", "ordered", "directs", "directed", "instructed", "told");
    private static final WordSet SENT = WordSet.of("to", "in", "from");
    private static final int FARTHEST_RIGHT = 12;
    private static final int FARTHEST_GOODS = 5;
    private static final int FARTHEST_SUBJECT = 4;
    /** And other senior diplomats. */
    private static final int FARTHEST_STAFF = 3;

    private MeasureFinder() {}

    /** Travel bans and asset freezes, a travel ban under its sanctions regime: a ban on entry that is part of a listing. */
    private static boolean isListedWithSanctions(MarkedSentence sentence, Match<String> object) {
        return sentence.objects.stream()
                .filter(other -> other.value().equals("sanctions"))
                .anyMatch(other -> {
                    int from = Math.min(object.to(), other.to());
                    int to = Math.max(object.from(), other.from());
                    return (to - from <= 3 && sentence.hasBetween(from, to, Words.LISTING))
                            || sentence.hasBetween(other.from() - 3, other.from(), Words.UNDER);
                });
    }

    /** Travel restrictions on British diplomats: how far they may go. */
    private static boolean isOnDiplomats(MarkedSentence sentence, Match<String> object) {
        return sentence.objects.stream()
                .anyMatch(other -> other.value().equals("people")
                        && other.from() >= object.to()
                        && other.from() - object.to() <= FARTHEST_GOODS);
    }

    /** Measures against Iranian drone makers: firms are listed. */
    private static boolean isOnFirms(MarkedSentence sentence, Match<String> object) {
        return sentence.word(object.to()).equals("against")
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_GOODS, FIRMS);
    }

    /** Summoned its ambassador to Algiers, its ambassador and other diplomats in Algiers: the own one, who is sent there. */
    private static boolean isOwnEnvoy(MarkedSentence sentence, Match<String> object) {
        int end = sentence.objects.stream()
                .filter(other -> sentence.word(object.to()).equals("and")
                        && other.value().equals("people")
                        && other.from() > object.to()
                        && other.from() - object.to() <= FARTHEST_STAFF)
                .mapToInt(Match::to)
                .findFirst()
                .orElse(object.to());
        return sentence.isAnyOf(object.from() - 1, OWN)
                && sentence.isAnyOf(end, SENT)
                && sentence.mentionAt(end + 1).isPresent();
    }

    /** The US ordered its embassy staff, ordered US diplomats to leave Ukraine: of who is the only one named before. */
    private static boolean isOwnStaff(MarkedSentence sentence, int at, Match<String> object) {
        if (!sentence.isAnyOf(at, ORDERING)) {
            return false;
        }
        List<Party> named = sentence.mentions.stream()
                .filter(mention -> mention.to() <= at)
                .map(Mention::party)
                .distinct()
                .toList();
        boolean own = sentence.isAnyOf(object.from() - 1, OWN)
                || sentence.mentionAt(object.from() - 1)
                        .filter(whose -> named.contains(whose.party()))
                        .isPresent();
        return own
                && named.size() == 1
                && sentence.mentions.stream()
                        .anyMatch(place -> place.from() >= object.to() && place.from() <= object.to() + FARTHEST_GOODS);
    }

    /** Canada has removed 41 diplomats from India: out of another country than that of who does it. */
    private static boolean isTakenFromAnother(MarkedSentence sentence, int at, Match<String> object) {
        Optional<Mention> from =
                at < object.from() && sentence.word(object.to()).equals("from")
                        ? sentence.mentionAt(object.to() + 1)
                        : Optional.empty();
        return from.isPresent()
                && sentence.mentions.stream()
                        .anyMatch(subject -> subject.to() <= at
                                && at - subject.to() <= FARTHEST_SUBJECT
                                && !subject.party().equals(from.get().party()));
    }

    /** Restrictions are on something: on missions or their people, on visas, or on nothing more specific. */
    static Measure of(MarkedSentence sentence, int at, Head head, Match<String> object) {
        if (head.measure() == Measure.VISAS && sentence.isAnyOf(object.to() - 1, FIRMS)) {
            return Measure.SANCTIONS;
        }
        if (head.measure() == Measure.VISAS && sentence.isAnyOf(object.to() - 1, AIRCRAFT)) {
            return Measure.RESTRICTIONS;
        }
        if (object.value().equals("goods") && sentence.isAnyOf(object.to() - 1, AIR_TRAFFIC)) {
            return Measure.RESTRICTIONS;
        }
        if (object.value().equals("entry-bans")
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_GOODS, CRAFT)) {
            return Measure.RESTRICTIONS;
        }
        if (object.value().equals("sanctions")
                && sentence.isAnyOf(object.to(), Words.BEARING)
                && sentence.word(sentence.behindArticle(object.to() + 1)).equals("entry")) {
            return Measure.VISAS; // restrictive measures on the entry of its citizens
        }
        if (object.value().equals("travel") && isOnDiplomats(sentence, object)) {
            return Measure.MISSION;
        }
        if (object.value().equals("entry-bans") && isListedWithSanctions(sentence, object)) {
            return Measure.SANCTIONS;
        }
        if (head.objectClass().equals("relief")
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_GOODS, PASSPORTS)) {
            return Measure.VISAS;
        }
        if (head.measure() == Measure.RECALL
                && head.move() == Move.LIFT
                && sentence.isAnyOf(object.from() - 1, EXPELLED)) {
            return Measure.EXPULSION;
        }
        if (head.measure() == Measure.EXPULSION
                && head.move() == Move.IMPOSE
                && head.form() != Form.NOUN
                && sentence.word(object.from() - 1).equals("own")) {
            return Measure.RECALL;
        }
        if (head.measure() == Measure.EXPULSION
                && head.move() == Move.IMPOSE
                && at < object.from()
                && isOwnStaff(sentence, at, object)) {
            return Measure.RECALL;
        }
        if (head.measure() == Measure.EXPULSION
                && sentence.word(at).startsWith("remov")
                && (sentence.isAnyOf(object.from() - 1, OWN) || isTakenFromAnother(sentence, at, object))) {
            return Measure.RECALL;
        }
        if (head.measure() == Measure.SUMMONS && at < object.from() && isOwnEnvoy(sentence, object)) {
            return Measure.RECALL;
        }
        if (head.objectClass().equals("measures") && isOnFirms(sentence, object)) {
            return Measure.SANCTIONS;
        }
        if (head.measure() != Measure.RESTRICTIONS
                || OF_SPACE.contains(head.objectClass())
                || head.objectClass().equals("answers")) {
            return head.measure();
        }
        if (sentence.isAnyOf(object.to(), Words.BEARING)
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_GOODS, PASSPORTS)) {
            return Measure.VISAS;
        }
        int limit = Math.min(sentence.size(), object.to() + FARTHEST_RIGHT);
        for (Match<String> other : sentence.objects) {
            boolean near = other.from() >= object.to() && other.from() < limit;
            if (near && sentence.hasBetween(object.to(), other.from(), ANOTHER)) {
                break;
            }
            if (near && (other.value().equals("missions") || other.value().equals("people"))) {
                return Measure.MISSION;
            }
            if (near && (other.value().equals("visas") || other.value().equals("entry-bans"))) {
                return Measure.VISAS;
            }
            boolean citizens = sentence.isAnyOf(other.to() - 1, CITIZENS)
                    && sentence.isAnyOf(object.to() - 1, BANS)
                    && other.from() - object.to() <= FARTHEST_GOODS;
            if (near && citizens) {
                return Measure.VISAS;
            }
            boolean goods = (TRADED.contains(other.value()) || sentence.isAnyOf(other.to() - 1, SHIPS))
                    && head.objectClass().equals("restrictions");
            if (near && goods && other.from() - object.to() <= FARTHEST_GOODS) {
                return Measure.SANCTIONS;
            }
        }
        return Measure.RESTRICTIONS;
    }
}
