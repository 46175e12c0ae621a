package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * Finds heads with their objects. An active verb or a noun of doing has its object on its right, a passive one on its left; a
 * participle without an object on its right describes the noun on its left (restrictions imposed by both sides).
 */
final class ActionFinder {

    private static final int FARTHEST_RIGHT = 12;
    private static final int FARTHEST_LEFT = 14;
    private static final int FARTHEST_PARTICLE = 7;

    private final Lexicon lexicon;

    ActionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The actions of the sentence, in the order of their heads; one for each head. */
    List<Action> find(MarkedSentence sentence) {
        List<Action> actions = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            best(sentence, at).ifPresent(actions::add);
        }
        List<Action> marked = new ArrayList<>();
        for (Action action : actions) {
            boolean describes = action.passive() && isObjectOfAnother(sentence, action, actions);
            marked.add(describes ? embedded(action) : action);
        }
        return marked;
    }

    private static boolean isObjectOfAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        return !hasAuxiliary(sentence, action.at())
                && actions.stream()
                        .anyMatch(other -> other.at() != action.at()
                                && other.objectFrom() == action.objectFrom()
                                && other.at() < other.objectFrom());
    }

    private static Action embedded(Action action) {
        return new Action(
                action.head(),
                action.measure(),
                action.at(),
                action.objectFrom(),
                action.objectTo(),
                action.passive(),
                true);
    }

    private Optional<Action> best(MarkedSentence sentence, int at) {
        if (sentence.mentionAt(at).isPresent() || isNounInPlace(sentence, at)) {
            return Optional.empty();
        }
        return lexicon.heads(sentence.word(at)).stream()
                .flatMap(head -> action(sentence, at, head).stream())
                .min(Comparator.comparingInt(
                                (Action action) -> -action.head().rest().size())
                        .thenComparingInt(ActionFinder::distance));
    }

    /** Sanctions, limits and boycott may be verbs, but only right behind who does it, and not before a preposition. */
    private static boolean isNounInPlace(MarkedSentence sentence, int at) {
        boolean noun = sentence.objects.stream().anyMatch(object -> object.from() <= at && at < object.to());
        boolean verb = (sentence.mentionAt(at - 1).isPresent()
                        || sentence.isAnyOf(at - 1, Words.CERTAIN)
                        || sentence.word(at - 1).equals("to"))
                && !sentence.isAnyOf(at + 1, Words.PREPOSITIONS);
        return noun && !verb;
    }

    private static int distance(Action action) {
        return action.objectFrom() > action.at()
                ? action.objectFrom() - action.at()
                : action.at() - action.objectTo() + FARTHEST_RIGHT;
    }

    private Optional<Action> action(MarkedSentence sentence, int at, Head head) {
        int end = endOfHead(sentence, at, head);
        if (end < 0) {
            return Optional.empty();
        }
        boolean passive = head.form().isPastOrParticiple() && hasBe(sentence, at);
        Optional<Match<String>> right = passive ? Optional.empty() : rightObject(sentence, end, head);
        if (right.isPresent()) {
            return right.map(object -> action(sentence, at, head, object, false));
        }
        boolean mayDescribe = head.form().isPastOrParticiple() || isNounAfterItsObject(sentence, at, head);
        return mayDescribe
                ? leftObject(sentence, at, head).map(object -> action(sentence, at, head, object, true))
                : Optional.empty();
    }

    private static Action action(MarkedSentence sentence, int at, Head head, Match<String> object, boolean passive) {
        return new Action(head, measure(sentence, head, object), at, object.from(), object.to(), passive, false);
    }

    /** Embassy closure; the sanctions' lifting. */
    private static boolean isNounAfterItsObject(MarkedSentence sentence, int at, Head head) {
        return head.form() == Form.NOUN
                && sentence.objects.stream().anyMatch(object -> object.to() == at || object.to() == at - 1);
    }

    /** The token after the head's last word, or -1 if its other words are missing. */
    private static int endOfHead(MarkedSentence sentence, int at, Head head) {
        List<String> rest = head.rest();
        boolean follows = true;
        for (int i = 0; i < rest.size(); i++) {
            follows &= sentence.word(at + 1 + i).equals(rest.get(i));
        }
        if (follows) {
            return at + 1 + rest.size();
        }
        for (int particle = at + 2; rest.size() == 1 && particle <= at + FARTHEST_PARTICLE; particle++) {
            if (sentence.word(particle).equals(rest.get(0)) && !sentence.hasBetween(at, particle, Words.BOUNDARIES)) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Whether the verb there is in the passive: a form of be or get before it, with nothing but adverbs between. */
    private static boolean hasBe(MarkedSentence sentence, int at) {
        int before = at - 1;
        while (sentence.isAnyOf(before, Words.ADVERBS)
                || sentence.isAnyOf(before, Words.NEGATION)
                || sentence.word(before).endsWith("ly")) {
            before--;
        }
        return sentence.isAnyOf(before, Words.BE);
    }

    private static boolean hasAuxiliary(MarkedSentence sentence, int at) {
        return hasBe(sentence, at) || sentence.hasBetween(at - 3, at, Words.HAVE);
    }

    private static Optional<Match<String>> rightObject(MarkedSentence sentence, int end, Head head) {
        for (int place = end; place < Math.min(sentence.size(), end + FARTHEST_RIGHT); place++) {
            if (sentence.isAnyOf(place, Words.BOUNDARIES)
                    || (sentence.word(place).equals(",") && place > end + 1)) {
                return Optional.empty();
            }
            Optional<Match<String>> object = objectFrom(sentence, place, head.objectClass());
            if (object.isPresent()) {
                return object;
            }
        }
        return Optional.empty();
    }

    private static Optional<Match<String>> leftObject(MarkedSentence sentence, int at, Head head) {
        for (int place = at - 1; place >= Math.max(0, at - FARTHEST_LEFT); place--) {
            if (sentence.isAnyOf(place, Words.STRONG_BOUNDARIES) && at - place > 2) {
                return Optional.empty();
            }
            Optional<Match<String>> object = objectFrom(sentence, place, head.objectClass());
            if (object.isPresent()) {
                return object;
            }
        }
        return Optional.empty();
    }

    private static Optional<Match<String>> objectFrom(MarkedSentence sentence, int place, String objectClass) {
        if (objectClass.equals("party")) {
            return sentence.mentions.stream()
                    .filter(mention -> mention.from() == place)
                    .map(mention -> new Match<>(mention.from(), mention.to(), "party"))
                    .findFirst();
        }
        return sentence.objects.stream()
                .filter(object -> object.from() == place && object.value().equals(objectClass))
                .findFirst();
    }

    /** Restrictions are on something: on missions or their people, on visas, or on nothing more specific. */
    private static Measure measure(MarkedSentence sentence, Head head, Match<String> object) {
        if (head.measure() != Measure.RESTRICTIONS) {
            return head.measure();
        }
        int limit = Math.min(sentence.size(), object.to() + FARTHEST_RIGHT);
        for (Match<String> other : sentence.objects) {
            boolean near = other.from() >= object.to() && other.from() < limit;
            if (near && (other.value().equals("missions") || other.value().equals("people"))) {
                return Measure.MISSION;
            }
            if (near && (other.value().equals("visas") || other.value().equals("entry-bans"))) {
                return Measure.VISAS;
            }
        }
        return Measure.RESTRICTIONS;
    }
}
