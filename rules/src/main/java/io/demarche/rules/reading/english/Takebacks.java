package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds what was told last, taken back: reversed its decision; wants it scrapped. */
final class Takebacks {

    private static final int FARTHEST_ASKED = 10;
    /** With what it begins where it is the decision that is undone. */
    private static final WordSet DECIDED = WordSet.of("the", "this", "that", "it", "its", "their");

    private static final WordSet REVIEWING = WordSet.of("review", "revisit");

    private Takebacks() {}

    /** Asked Washington to reverse its decision: the opposite of what was told last. */
    static Optional<Action> find(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (!sentence.hasPhraseAt(at)) {
            return Optional.empty();
        }
        return sentence.takebacks().stream()
                .filter(words -> words.from() == at && EchoFinder.endsClause(sentence, words.to()))
                .filter(words -> !isPassive(sentence, words) || isWanted(sentence, at))
                .filter(words -> !sentence.isAnyOf(at, REVIEWING) || isAskedTo(sentence, at))
                .filter(words -> !sentence.word(words.to() - 1).equals("it") || undoesDecision(sentence, at, before))
                .filter(words -> !sentence.hasCueAt(at, Reversals.WORDS)
                        && !sentence.word(words.to()).equals("that"))
                .findFirst()
                .flatMap(words -> undone(sentence, at, discourse)
                        .map(Told::action)
                        .or(() -> before.isEmpty()
                                ? discourse
                                        .lastAnswerable()
                                        .filter(Told::mayBeUndone)
                                        .map(Told::action)
                                : EchoFinder.lastAnswerable(before, discourse))
                        .map(undone ->
                                EchoFinder.again(undone, words, undone.head().opposite(), Construction.TAKEBACK)));
    }

    /** Condemned its decision to bar them and urged it to withdraw it: the decision. */
    static boolean undoesDecision(MarkedSentence sentence, int at, List<Action> before) {
        return !before.isEmpty()
                && sentence.word(at + 1).equals("it")
                && Governor.isDecision(sentence, before.get(before.size() - 1))
                && sentence.takebacks().stream().anyMatch(words -> words.from() == at);
    }

    /** The decision be reversed; it scrapped; its reversal. */
    private static boolean isPassive(MarkedSentence sentence, Match<Form> takeback) {
        return sentence.isAnyOf(takeback.from(), DECIDED);
    }

    /** Urged it to review its decision: to take it back, where who reviews it himself leaves that open. */
    private static boolean isAskedTo(MarkedSentence sentence, int at) {
        return asking(sentence, at).anyMatch(cue -> !sentence.hasBetween(cue.to(), at, Words.BOUNDARIES));
    }

    /** The words shortly before that place with which somebody asks. */
    private static Stream<Match<Cue>> asking(MarkedSentence sentence, int at) {
        return sentence.cues().stream()
                .filter(cue ->
                        cue.value().status() == Status.URGED && cue.to() <= at && at - cue.to() <= FARTHEST_ASKED);
    }

    /** Demanded that it be undone, wanted it undone. */
    private static boolean isWanted(MarkedSentence sentence, int at) {
        int from = sentence.isAnyOf(at - 1, Words.THAT) ? at - 1 : at;
        return sentence.cues().stream()
                .anyMatch(cue -> cue.to() == from && cue.value().status() == Status.URGED);
    }

    /** Asks the Thai side to reconsider, Caracas reversed the decision: what these did last, where they are named and did something. */
    static Optional<Told> undone(MarkedSentence sentence, int at, Discourse discourse) {
        return asking(sentence, at)
                .reduce((earlier, later) -> later)
                .map(cue -> new Agents(sentence).named(cue.from(), at, true))
                .or(() ->
                        sentence.mentionAt(VerbChain.start(sentence, at) - 1).map(subject -> List.of(subject.party())))
                .flatMap(discourse::lastBy);
    }
}
