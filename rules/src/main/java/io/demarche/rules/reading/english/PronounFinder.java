package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds actions whose object was told of before, and is but a pronoun now: lift them; those on Malawi; its removal. */
final class PronounFinder {

    /** Verbs that mean too much with a pronoun: put it in writing. */
    private static final WordSet LIGHT = WordSet.of(
            "put",
            "puts",
            "putting",
            "keep",
            "keeps",
            "kept",
            "hit",
            "hits",
            "back",
            "allow",
            "allows",
            "including",
            "allowed",
            "permit",
            "permits",
            "permitted",
            "make",
            "take",
            "takes",
            "took",
            "reverse",
            "reverses",
            "reversed",
            "give",
            "gives",
            "gave",
            "given",
            "grant",
            "granted",
            "cancelled",
            "canceled",
            "announce",
            "announced",
            "place",
            "block",
            "blocks",
            "blocked",
            "blocking");

    /** Before a release: no assets are released. */
    private static final WordSet PRESS = WordSet.of("press", "news");

    private static final WordSet LISTED = WordSet.of("it", "us", "them");

    private static final WordSet PERSONAL_OBJECTS = WordSet.of("him", "her", "them");
    private static final WordSet PERSONAL = WordSet.of("him", "her", "he", "she", "who");

    private static final WordSet PERSONS = PERSONAL_OBJECTS.with("he", "she");
    private static final WordSet THINGS = WordSet.of("it", "they", "them");

    /** Classes of objects that are people, for whom one does not say it. */
    private static final WordSet PEOPLE = WordSet.of("people", "officials", "anybody", "nationals", "citizens");

    private static final WordSet OF_PEOPLE = WordSet.of("his", "her", "their");
    private static final WordSet OF_THINGS = WordSet.of("its", "their");
    private static final WordSet OBJECTS = WordSet.of("it", "them", "him", "her", "both");
    private static final WordSet SUBJECTS = WordSet.of("it", "they", "he", "she", "both");

    private static final WordSet THE_MEASURES = WordSet.of("measures", "penalties");

    private static final WordSet DECISIONS = WordSet.of("decision", "declaration", "position");

    private static final WordSet PERSONAL_POSSESSIVES = WordSet.of("his", "her");

    private static final WordSet THE_OTHERS = WordSet.of("rest", "others", "remainder", "lot");

    private static final WordSet SOME = WordSet.of("some", "all", "most", "many", "several", "none", "each");
    private static final WordSet THOSE = WordSet.of("those", "ones");

    private static final WordSet ON = WordSet.of("on", "against", "imposed");

    /** Of which a noun before them only says what they are about. */
    private static final WordSet UNDERTAKINGS = WordSet.of(
            "efforts", "effort", "process", "programme", "program", "measures", "plan", "plans", "drive", "campaign");

    private static final WordSet ONE = WordSet.of("one", "ones");
    private static final WordSet ENDS = WordSet.of(".", "and", "but", "too", "as");
    private static final WordSet GONE = WordSet.of("home", "packing", "back", "away", "out");

    private static final int FARTHEST_NOUN = 6;

    private PronounFinder() {}

    /** Lift them: a pronoun for an object that was told of before. */
    static Optional<Action> find(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (sentence.isAnyOf(at - 1, PERSONAL_POSSESSIVES) && sentence.isObject(at)) {
            return ofNamed(sentence, at).or(() -> ofMentioned(sentence, at, discourse));
        }
        if (sentence.isAnyOf(at - 1, OF_THINGS) && sentence.isObject(at)) {
            return ofMentioned(sentence, at, discourse);
        }
        if (sentence.mentionAt(at).isPresent()
                || (sentence.isAnyOf(at, LIGHT) && !isPhrase(sentence, at))
                || sentence.isAnyOf(at - 1, PRESS)
                || sentence.word(at).startsWith("trigger")
                || Takebacks.undoesDecision(sentence, at, before)
                || ActionFinder.isNounInPlace(sentence, at)) {
            return Optional.empty();
        }
        boolean nothingTold = before.isEmpty() && discourse.last().isEmpty() && !isOfThose(sentence, at);
        return (nothingTold ? Optional.<Action>empty() : ofTold(sentence, at, before, discourse))
                .or(() -> ofNamed(sentence, at))
                .or(() -> ofListed(sentence, at))
                .or(() -> ofMentioned(sentence, at, discourse))
                .or(() -> ofObject(sentence, at));
    }

    /** Take them off, give him a day to leave, allow them back: a verb that may mean anything, with words that say what. */
    private static boolean isPhrase(MarkedSentence sentence, int at) {
        return sentence.word(at + 2).equals("off")
                || sentence.heads(at).stream()
                        .anyMatch(head -> head.gapped()
                                && PEOPLE.contains(head.objectClass())
                                && HeadWords.restFrom(sentence, at, head) > 0);
    }

    /** Asked Washington to remove it from its list of sponsors of terrorism: whom it stands for is a party, which only a list has. */
    private static Optional<Action> ofListed(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at + 1, LISTED)
                ? sentence.heads(at).stream()
                        .filter(head -> head.objectClass().equals("party")
                                && head.measure() == Measure.SANCTIONS
                                && head.gapped()
                                && head.form() != Form.NOUN
                                && HeadWords.restFrom(sentence, at, head) == at + 2)
                        .findFirst()
                        .map(head -> pointingBack(head, at, at + 1, at + 2, false))
                : Optional.empty();
    }

    /** Two Peruvian diplomats were seen at the harbour. Kenya expelled them: of whom nothing was told. */
    private static Optional<Action> ofMentioned(MarkedSentence sentence, int at, Discourse discourse) {
        boolean effect =
                sentence.word(at).endsWith("ing") && sentence.word(at - 1).equals(",");
        return sentence.heads(at).stream()
                .filter(head -> !effect && HeadWords.end(sentence, at, head) >= 0)
                .sorted(Comparator.comparing(head -> -head.rest().size()))
                .flatMap(head -> (head.form() == Form.NOUN
                                ? ofMentionedOwner(sentence, at, head, discourse)
                                : ofMentioned(sentence, at, head, discourse))
                        .stream())
                .findFirst();
    }

    /** Demanded his recall, announced its closure. */
    private static Optional<Action> ofMentionedOwner(MarkedSentence sentence, int at, Head head, Discourse discourse) {
        boolean people = PEOPLE.contains(head.objectClass());
        boolean fits = sentence.isAnyOf(at - 1, people ? OF_PEOPLE : OF_THINGS)
                && head.rest().isEmpty()
                && !sentence.word(at + 1).equals("of");
        return fits
                ? discourse
                        .antecedent(head.objectClass(), sentence.word(at - 1), at)
                        .map(named -> pointingBack(head, at, at - 1, at, false))
                : Optional.empty();
    }

    private static Optional<Action> ofMentioned(MarkedSentence sentence, int at, Head head, Discourse discourse) {
        boolean passive =
                happens(sentence, at, head) || (head.form().isPastOrParticiple() && ActionFinder.hasBe(sentence, at));
        int place = passive ? VerbChain.start(sentence, at) - 1 : HeadWords.end(sentence, at, head);
        boolean counted = sentence.isAnyOf(passive ? place - 1 : place, Words.DEFINITE)
                && sentence.isAnyOf(passive ? place : place + 1, Antecedent.THE_TWO)
                && (passive || !sentence.mayBeNoun(place + 2));
        int pronoun = counted && !passive ? place + 1 : place;
        boolean people = PEOPLE.contains(head.objectClass());
        boolean fits = (counted && people)
                || (sentence.isAnyOf(pronoun, passive ? SUBJECTS : OBJECTS)
                        && (people ? !sentence.word(pronoun).equals("it") : !sentence.isAnyOf(pronoun, PERSONAL)));
        return fits
                ? discourse
                        .antecedent(head.objectClass(), sentence.word(pronoun), pronoun)
                        .map(named -> pointingBack(head, at, pronoun, pronoun + 1, passive))
                : Optional.empty();
    }

    /** US sanctions break the law, and Washington should end them: the sanctions of which nothing was told yet. */
    private static Optional<Action> ofObject(MarkedSentence sentence, int at) {
        if (!sentence.word(at + 1).equals("them")) {
            return Optional.empty();
        }
        return sentence.heads(at).stream()
                .filter(head -> head.objectClass().equals("sanctions")
                        && head.rest().isEmpty()
                        && head.move() == Move.LIFT
                        && head.form() != Form.NOUN)
                .flatMap(head -> sentence.objects.stream()
                        .filter(object -> object.value().equals("sanctions") && object.to() < at)
                        .map(object -> pointingBack(head, at, object.from(), object.to(), false)))
                .reduce((earlier, later) -> later);
    }

    /** The ambassador called it a call to expel him, for his expulsion: whoever of a state's people is named before, if nothing was told of them. */
    private static Optional<Action> ofNamed(MarkedSentence sentence, int at) {
        if (!sentence.objectClasses.contains("people")) {
            return Optional.empty();
        }
        return sentence.heads(at).stream()
                .filter(head -> head.objectClass().equals("people") && head.measure() == Measure.EXPULSION)
                .filter(head -> head.form() == Form.BASE || head.form().isNominal())
                .filter(head -> head.form() == Form.NOUN
                        ? sentence.isAnyOf(at - 1, PERSONAL_POSSESSIVES)
                        : sentence.isAnyOf(HeadWords.end(sentence, at, head), PERSONAL_OBJECTS))
                .flatMap(head -> sentence.objects.stream()
                        .filter(object ->
                                object.value().equals("people") && object.to() < at && isSomebodys(sentence, object))
                        .map(object -> pointingBack(head, at, object.from(), object.to(), false)))
                .reduce((earlier, later) -> later);
    }

    /** Iran's ambassador; the Iranian ambassador. */
    private static boolean isSomebodys(MarkedSentence sentence, Match<String> people) {
        return sentence.mentions.stream()
                .anyMatch(mention -> mention.to() == people.from()
                        || (mention.to() == people.from() - 1
                                && sentence.word(mention.to()).equals("'s")));
    }

    /** Lift them, where something was told before. */
    private static Optional<Action> ofTold(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        boolean ofThose = isOfThose(sentence, at);
        Optional<Action> last =
                before.isEmpty() ? discourse.last().map(Told::action) : Optional.of(before.get(before.size() - 1));
        List<Head> known = new ArrayList<>();
        for (Head head : sentence.heads(at)) {
            boolean effect = head.form() == Form.GERUND && sentence.word(at - 1).equals(",") && !before.isEmpty();
            boolean told =
                    (last.isPresent() && isOf(head, last.get())) || (ofThose && discourse.spokeOf(head.objectClass()));
            if (told && !effect && !sentence.elsewhere.contains(head.objectClass())) {
                known.add(head);
            }
        }
        for (Head head : byClass(known, last)) {
            int end = HeadWords.end(sentence, at, head);
            boolean same = last.filter(told -> told.head().objectClass().equals(head.objectClass()))
                    .isPresent();
            if (same && head.form() == Form.NOUN && head.rest().isEmpty() && isSpokenOf(sentence, at)) {
                return Optional.of(pointingBack(head, at, at, at + 1, false));
            }
            if (end >= 0 && head.form() != Form.NOUN) {
                boolean passive = happens(sentence, at, head)
                        || (head.form().isPastOrParticiple()
                                && (ActionFinder.hasBe(sentence, at) || isWanted(sentence, at)));
                int pronoun = passive ? subjectPronoun(sentence, at) : objectPronoun(sentence, end);
                pronoun = pronoun < 0 && Governor.isJoining(sentence.word(at)) ? decision(sentence, end) : pronoun;
                boolean fits = PEOPLE.contains(head.objectClass())
                        ? !sentence.word(pronoun).equals("it")
                        : !sentence.isAnyOf(pronoun, PERSONAL);
                if (pronoun >= 0 && fits) {
                    return Optional.of(pointingBack(head, at, pronoun, pronoun + 1, passive));
                }
            }
        }
        return Optional.empty();
    }

    /** It reopened, he has returned to Lima, they will lapse: what happens to what a pronoun stands for. */
    private static boolean happens(MarkedSentence sentence, int at, Head head) {
        int chain = VerbChain.start(sentence, at);
        boolean finite = head.form() == Form.PAST
                || sentence.hasBetween(chain, at, Words.HAVE)
                || sentence.hasBetween(chain, at, Words.MODALS);
        boolean relief = head.objectClass().equals("relief"); // it came days after
        return head.intransitive() && !relief && finite && sentence.isAnyOf(chain - 1, SUBJECTS);
    }

    /** First those that take just what was told of last, and of those the ones of most words. */
    private static List<Head> byClass(List<Head> heads, Optional<Action> last) {
        String objectClass = last.map(action -> action.head().objectClass()).orElse("");
        return heads.stream()
                .sorted(Comparator.comparing((Head head) -> !objectClass.equals(head.objectClass()))
                        .thenComparing(head -> -head.rest().size()))
                .toList();
    }

    private static boolean isOf(Head head, Action action) {
        return action.head().objectClass().equals(head.objectClass())
                || (action.head().measure() == head.measure()
                        && head.measure() != Measure.RESTRICTIONS
                        && !head.objectClass().equals("relief"));
    }

    /** Lifted those on Malawi: of which it says more than a pronoun. */
    private static boolean isOfThose(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at + 1, THOSE) && sentence.isAnyOf(at + 2, ON);
    }

    /** Proposed a phased lifting; its removal: a noun of doing that a word governs, or that says whose it is. */
    private static boolean isSpokenOf(MarkedSentence sentence, int at) {
        boolean governed = sentence.cues().stream()
                .anyMatch(cue -> cue.to() <= at
                        && at - cue.to() <= FARTHEST_NOUN
                        && !sentence.hasBetween(cue.to(), at, Words.BOUNDARIES));
        boolean verb = VerbChain.start(sentence, at) < at;
        boolean ofAnother = sentence.isAnyOf(at + 1, Words.OF_OR_FROM)
                || sentence.isAnyOf(at + 1, UNDERTAKINGS)
                || sentence.isAnyOf(at + 1, Words.POSSESSIVES);
        return !verb && !ofAnother && (governed || sentence.isAnyOf(at - 1, Words.POSSESSIVES));
    }

    private static int objectPronoun(MarkedSentence sentence, int at) {
        boolean own = sentence.word(at + 1).equals("own")
                && !isOfOther(sentence, at + 2)
                && sentence.objects.stream().noneMatch(object -> object.from() == at + 2);
        if (sentence.isAnyOf(at, Words.DETERMINERS)
                && (own || sentence.isAnyOf(at + 1, THE_MEASURES) || sentence.isAnyOf(at + 1, THE_OTHERS))) {
            return at + 1;
        }
        boolean some = sentence.isAnyOf(at, SOME) && sentence.word(at + 1).equals("of");
        if (some && sentence.isAnyOf(at + 2, Words.OBJECT_PRONOUNS)) {
            return at + 2;
        }
        return sentence.isAnyOf(at, Words.OBJECT_PRONOUNS) && !isOfNoun(sentence, at) && !isSubject(sentence, at)
                ? at
                : bareGenitive(sentence, at);
    }

    /** Withdrew its own nomination: something else that is its own; but lifted its own an hour later. */
    private static boolean isOfOther(MarkedSentence sentence, int at) {
        return sentence.mayBeNoun(at)
                && !sentence.isAnyOf(at, Words.ARTICLES)
                && !sentence.isAnyOf(at, ENDS)
                && !sentence.isAnyOf(at, GONE)
                && sentence.number(at) == null;
    }

    /** Maintained it would be premature: a pronoun of whose own verb follows. */
    private static boolean isSubject(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at + 1, Words.MODALS);
    }

    /** Bar these parties, ease those problems: something else, which is told of here. */
    private static boolean isOfNoun(MarkedSentence sentence, int at) {
        boolean demonstrative =
                sentence.word(at).equals("these") || sentence.word(at).equals("those");
        return demonstrative && sentence.mayBeNoun(at + 1) && !sentence.isAnyOf(at + 1, ENDS);
    }

    /** Align themselves with this Council Decision: the place of the word for what was decided, or -1. */
    private static int decision(MarkedSentence sentence, int at) {
        boolean definite =
                sentence.isAnyOf(at, Words.DEFINITE) || sentence.word(at).equals("this");
        int decision = sentence.word(at + 1).equals("council") ? at + 2 : at + 1;
        return definite && sentence.isAnyOf(decision, DECISIONS) ? decision : -1;
    }

    /** Sent Chad's home; shut Poland's in Irkutsk; expelled a British one: whose it is, without a word for what. */
    private static int bareGenitive(MarkedSentence sentence, int at) {
        int indefinite = sentence.behindArticle(at);
        Optional<Integer> one = sentence.mentionAt(indefinite)
                .filter(mention -> mention.kind() == Mention.Kind.ADJECTIVE)
                .map(Mention::to)
                .filter(place -> sentence.isAnyOf(place, ONE));
        if (one.isPresent()) {
            return one.get();
        }
        return sentence.mentionAt(at)
                .map(Mention::to)
                .filter(genitive -> sentence.word(genitive).equals("'s"))
                .filter(genitive -> genitive + 1 >= sentence.size()
                        || sentence.isAnyOf(genitive + 1, Words.BOUNDARIES)
                        || sentence.isAnyOf(genitive + 1, Words.COMMA)
                        || sentence.isAnyOf(genitive + 1, Words.PREPOSITIONS)
                        || sentence.isAnyOf(genitive + 1, ENDS)
                        || sentence.isAnyOf(genitive + 1, GONE))
                .orElse(-1);
    }

    /** Want him expelled. */
    private static boolean isWanted(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at - 1, Words.OBJECT_PRONOUNS) && sentence.isAnyOf(at - 2, ActionFinder.WANT);
    }

    /** They should be eased, calls for them to be, wants them eased: not what else is named before. */
    static boolean isDoneToPronoun(MarkedSentence sentence, int at, Head head) {
        boolean passive = head.form().isPastOrParticiple() && ActionFinder.hasBe(sentence, at);
        int pronoun = passive || isWanted(sentence, at) ? subjectPronoun(sentence, at) : -1;
        boolean with = sentence.word(pronoun).equals("it") && sentence.isAnyOf(pronoun - 1, Words.PREPOSITIONS);
        return !with
                && sentence.isAnyOf(
                        pronoun, PEOPLE.contains(head.objectClass()) || head.bearsOnParty() ? PERSONS : THINGS);
    }

    /** They should be eased, calls for them to be, wants them eased: the pronoun for what something is done to, or -1. */
    static int subjectPronoun(MarkedSentence sentence, int at) {
        int start = VerbChain.start(sentence, at);
        boolean toBe = sentence.word(start).equals("to") && sentence.isAnyOf(start + 1, Words.BE);
        boolean measures = sentence.isAnyOf(start - 1, THE_MEASURES) && sentence.isAnyOf(start - 2, Words.DEFINITE);
        return measures
                        || isWanted(sentence, at)
                        || sentence.isAnyOf(start - 1, Words.PASSIVE_PRONOUNS)
                        || (toBe && sentence.isAnyOf(start - 1, Words.OBJECT_PRONOUNS))
                ? start - 1
                : -1;
    }

    private static Action pointingBack(Head head, int at, int from, int to, boolean passive) {
        return new Action(head, head.measure(), at, from, to, passive, Construction.POINTING_BACK, false);
    }
}
