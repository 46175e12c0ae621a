package io.demarche.rules.reading.english;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds actions that point back to what was told: lift them; did the same; Congress declined. */
final class EchoFinder {

    /** Verbs that mean too much with a pronoun: put it in writing. */
    private static final Set<String> LIGHT = Set.of(
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
            "place");

    private static final Set<String> PERSONAL = Set.of("him", "her", "he", "she", "who");
    /** Classes of objects that are people, for whom one does not say it. */
    private static final Set<String> PEOPLE = Set.of("people", "officials", "anybody", "nationals", "citizens");

    private static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "her");
    private static final int FARTHEST_NOUN = 6;
    private static final Set<String> STEP = Set.of("step", "move");
    private static final Set<String> THE_SAME = Set.of("the", "that", "this", "such");
    private static final Set<String> FOLLOWING =
            Set.of("follow", "follows", "followed", "following", "copy", "emulate");
    private static final Set<String> EXAMPLE = Set.of("example", "lead", "footsteps");
    private static final int FARTHEST_EXAMPLE = 5;

    private static final Set<String> THE_OTHERS = Set.of("rest", "others", "remainder", "lot");
    private static final Set<String> THOSE = Set.of("those", "ones");
    private static final Set<String> ON = Set.of("on", "against", "imposed");

    private static final Set<String> THE_MEASURES = Set.of("measures", "penalties");

    /** What stands for a whole verb where nothing follows it. */
    private static final Set<String> AUXILIARIES =
            Set.of("will", "wo", "would", "may", "might", "could", "did", "has", "have", "had", "should", "must");

    private static final Set<String> DID = Set.of("did", "has", "have", "had", "will", "would");
    private static final Set<String> MAY = Set.of("may", "might");
    private static final Set<String> NOT = Set.of("not", "n't");
    private static final Set<String> ENDS = Set.of(".", ",", ";", "!", ")", "and", "but", "");

    /** What compares, asks or doubts does not tell it: as it did in Rome. */
    private static final Set<String> COMPARING =
            Set.of("as", "than", "if", "what", "whatever", "because", "until", "unless", "when", "where", "before");

    private final Lexicon lexicon;

    EchoFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The action whose words stand at that place and point back; {@code before} are those of the sentence before it. */
    Optional<Action> find(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        return pointingBack(sentence, at, before, discourse)
                .or(() -> echo(sentence, at, before, discourse))
                .or(() -> takeback(sentence, at, before, discourse))
                .or(() -> refusal(sentence, at, before, discourse))
                .or(() -> ellipsis(sentence, at, before, discourse))
                .or(() -> inverted(sentence, at, before));
    }

    /** Yemen cut ties, as did the Maldives: what the sentence just told, done by one more. */
    private static Optional<Action> inverted(MarkedSentence sentence, int at, List<Action> before) {
        int name = sentence.isAnyOf(at + 2, Words.ARTICLES) ? at + 3 : at + 2;
        boolean asDid = (sentence.word(at).equals("as") || sentence.word(at).equals("so"))
                && sentence.isAnyOf(at + 1, DID)
                && sentence.mentionAt(name).isPresent();
        return before.stream()
                .filter(told -> asDid)
                .reduce((earlier, later) -> later)
                .map(told -> again(told, new Match<>(at, name + 1, Form.PAST), Construction.INVERTED));
    }

    /** Lift them: a pronoun for an object that was told of before. */
    private Optional<Action> pointingBack(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (sentence.mentionAt(at).isPresent() || ActionFinder.isNounInPlace(sentence, at)) {
            return Optional.empty();
        }
        if (sentence.isAnyOf(at, LIGHT)) {
            return Optional.empty();
        }
        for (Head head : byClass(lexicon.heads(sentence.word(at)), before, discourse)) {
            boolean known = (before.isEmpty()
                            ? discourse
                                    .last()
                                    .filter(told -> isOf(head, told.action()))
                                    .isPresent()
                            : isOf(head, before.get(before.size() - 1)))
                    || (isOfThose(sentence, at) && discourse.spokeOf(head.objectClass()));
            known &= !sentence.elsewhere.contains(head.objectClass());
            int end = HeadWords.end(sentence, at, head);
            if (known && head.form() == Form.NOUN && head.rest().isEmpty() && isSpokenOf(sentence, at)) {
                return Optional.of(
                        new Action(head, head.measure(), at, at, at + 1, false, Construction.POINTING_BACK, false));
            }
            if (known && end >= 0 && head.form() != Form.NOUN) {
                boolean passive = head.form().isPastOrParticiple() && ActionFinder.hasBe(sentence, at);
                int pronoun = passive ? subjectPronoun(sentence, at) : objectPronoun(sentence, end);
                boolean fits = PEOPLE.contains(head.objectClass())
                        ? !sentence.word(pronoun).equals("it")
                        : !sentence.isAnyOf(pronoun, PERSONAL);
                if (pronoun >= 0 && fits) {
                    return Optional.of(new Action(
                            head,
                            head.measure(),
                            at,
                            pronoun,
                            pronoun + 1,
                            passive,
                            Construction.POINTING_BACK,
                            false));
                }
            }
        }
        return Optional.empty();
    }

    /** Proposed a phased lifting; its removal: a noun of doing that a word governs, or that says whose it is. */
    private static boolean isSpokenOf(MarkedSentence sentence, int at) {
        boolean governed = sentence.cues.stream()
                .anyMatch(cue -> cue.to() <= at
                        && at - cue.to() <= FARTHEST_NOUN
                        && !sentence.hasBetween(cue.to(), at, Words.BOUNDARIES));
        boolean verb = StandingFinder.startOfVerb(sentence, at) < at;
        return !verb && (governed || sentence.isAnyOf(at - 1, POSSESSIVES));
    }

    /** Lifted those on Malawi: of which it says more than a pronoun. */
    private static boolean isOfThose(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at + 1, THOSE) && sentence.isAnyOf(at + 2, ON);
    }

    /** First those that take just what was told of last. */
    private static List<Head> byClass(List<Head> heads, List<Action> before, Discourse discourse) {
        Optional<String> last = (before.isEmpty()
                        ? discourse.last().map(Told::action)
                        : Optional.of(before.get(before.size() - 1)))
                .map(action -> action.head().objectClass());
        return heads.stream()
                .sorted(Comparator.comparing(head -> !last.equals(Optional.of(head.objectClass()))))
                .toList();
    }

    private static boolean isOf(Head head, Action action) {
        return action.head().objectClass().equals(head.objectClass())
                || (action.head().measure() == head.measure() && head.measure() != Measure.RESTRICTIONS);
    }

    /** Did the same: what was told last, done again by somebody else. */
    private static Optional<Action> echo(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        Optional<Action> last = before.stream()
                .filter(action -> action.measure() != Measure.SUMMONS)
                .reduce((earlier, later) -> later)
                .or(() -> discourse.lastAnswerable().map(Told::action));
        int clause = sentence.clauseStart(at) - 1;
        return last.flatMap(again -> sentence.echoes.stream()
                .filter(echo -> echo.from() == at && !sentence.isAnyOf(clause, Words.CONDITIONS))
                .findFirst()
                .or(() -> followed(sentence, at))
                .or(() -> step(sentence, at))
                .map(echo -> again(again, echo, Construction.ECHO)));
    }

    /** Had threatened the step on Sunday: what was told last, named as such behind a word that governs it. */
    private static Optional<Match<Form>> step(MarkedSentence sentence, int at) {
        boolean named = sentence.isAnyOf(at, STEP) && sentence.isAnyOf(at - 1, THE_SAME);
        return sentence.cues.stream()
                .filter(cue -> named && cue.to() == at - 1 && cue.value().status() != Status.ADOPTED)
                .findFirst()
                .map(cue -> new Match<>(at, at + 1, Form.NOUN));
    }

    /** Follow Paris's example. */
    private static Optional<Match<Form>> followed(MarkedSentence sentence, int at) {
        for (int example = at + 2; sentence.isAnyOf(at, FOLLOWING) && example <= at + FARTHEST_EXAMPLE; example++) {
            if (sentence.isAnyOf(example, EXAMPLE)) {
                Form form = sentence.word(at).equals("followed") ? Form.PAST : Form.BASE;
                return Optional.of(new Match<>(at, example + 1, form));
            }
        }
        return Optional.empty();
    }

    /** Asked Washington to reverse its decision: the opposite of what was told last. */
    private static Optional<Action> takeback(
            MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        Optional<Action> last = before.stream()
                .reduce((earlier, later) -> later)
                .or(() -> discourse.lastAnswerable().map(Told::action));
        return last.flatMap(undone -> sentence.takebacks.stream()
                .filter(words -> words.from() == at && endsClause(sentence, words.to()))
                .findFirst()
                .map(words -> again(undone, words, opposite(undone.head().move()), Construction.TAKEBACK)));
    }

    private static Move opposite(Move move) {
        return move == Move.IMPOSE ? Move.LIFT : Move.IMPOSE;
    }

    /** Congress declined: what was asked, offered or threatened last, refused. */
    private static Optional<Action> refusal(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        Optional<Action> last = before.isEmpty()
                ? discourse.last().filter(Told::isRefusable).map(Told::action)
                : Optional.of(before.get(before.size() - 1));
        return last.flatMap(refused -> sentence.refusals.stream()
                .filter(refusal -> refusal.from() == at && endsClause(sentence, refusal.to()))
                .filter(refusal -> !sentence.isAnyOf(sentence.clauseStart(at) - 1, Words.CONDITIONS))
                .findFirst()
                .map(refusal -> again(refused, refusal, Construction.REFUSAL)));
    }

    /** Ottawa said it would not; Bern may: a verb left out, which what was told last stands for. */
    private static Optional<Action> ellipsis(
            MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        int end = sentence.isAnyOf(at + 1, NOT) ? at + 2 : sentence.isAnyOf(at, MAY) ? at + 1 : at;
        int subject = StandingFinder.startOfVerb(sentence, at) - 1;
        boolean said = sentence.isAnyOf(subject, Words.SUBJECT_PRONOUNS)
                || sentence.word(subject).equals("and")
                || sentence.mentionAt(subject)
                        .filter(mention -> mention.kind() != Mention.Kind.ADJECTIVE)
                        .isPresent();
        if (!sentence.isAnyOf(at, AUXILIARIES)
                || end == at
                || !sentence.isAnyOf(end, ENDS)
                || !said
                || sentence.isAnyOf(sentence.clauseStart(at) - 1, COMPARING)) {
            return Optional.empty();
        }
        return before.stream()
                .reduce((earlier, later) -> later)
                .or(() -> discourse.lastAnswerable().map(Told::action))
                .map(told -> again(told, new Match<>(at, end, Form.BASE), Construction.ELLIPSIS));
    }

    private static boolean endsClause(MarkedSentence sentence, int at) {
        return at >= sentence.size()
                || sentence.isAnyOf(at, Words.SIGNS)
                || sentence.isAnyOf(at, Words.BOUNDARIES)
                || sentence.isAnyOf(at, ObjectFinder.CLAUSE_ENDS);
    }

    /** What was told, done again or refused with these words. */
    private static Action again(Action told, Match<Form> words, Construction how) {
        return again(told, words, told.head().move(), how);
    }

    private static Action again(Action told, Match<Form> words, Move move, Construction how) {
        Head head = new Head(words.value(), List.of(), false, Head.Valency.DONE, told.measure(), move, Head.SAME);
        return new Action(head, told.measure(), words.from(), words.from(), words.to(), false, how, false);
    }

    private static int objectPronoun(MarkedSentence sentence, int at) {
        boolean own = sentence.word(at + 1).equals("own")
                && sentence.objects.stream().noneMatch(object -> object.from() == at + 2);
        if (sentence.isAnyOf(at, Words.DETERMINERS)
                && (own || sentence.isAnyOf(at + 1, THE_MEASURES) || sentence.isAnyOf(at + 1, THE_OTHERS))) {
            return at + 1;
        }
        return sentence.isAnyOf(at, Words.OBJECT_PRONOUNS) ? at : -1;
    }

    private static int subjectPronoun(MarkedSentence sentence, int at) {
        int start = StandingFinder.startOfVerb(sentence, at);
        boolean measures = sentence.isAnyOf(start - 1, THE_MEASURES) && sentence.isAnyOf(start - 2, Words.DEFINITE);
        return measures || sentence.isAnyOf(start - 1, Words.PASSIVE_PRONOUNS) ? start - 1 : -1;
    }
}
