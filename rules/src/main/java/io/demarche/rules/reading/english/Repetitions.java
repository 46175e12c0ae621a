package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds what was told last, done again, or named as such: did the same; Estonia followed; such a step; threatens more; has wanted this. */
final class Repetitions {

    private static final WordSet FOLLOWING =
            WordSet.of("follow", "follows", "followed", "following", "copy", "emulate");
    private static final WordSet STEP = WordSet.of("step", "move");
    private static final WordSet MEANT = WordSet.of("this", "that");
    private static final WordSet MORE = WordSet.of("more");
    private static final WordSet MEASURES = WordSet.of("measures", "measure", "action", "steps", "moves");
    /** With what such words begin that are none of a list. */
    static final WordSet OPENINGS = WordSet.union(FOLLOWING, STEP, MEANT, MORE, MEASURES);

    private static final WordSet THE_SAME = WordSet.of("the", "that", "this", "such");
    private static final WordSet EXAMPLE = WordSet.of("example", "lead", "footsteps");
    private static final int FARTHEST_EXAMPLE = 5;
    private static final WordSet FOLLOW = WordSet.of("follow", "follows", "followed");
    private static final WordSet SIMILAR = WordSet.of("same", "similar", "identical");
    private static final WordSet WHEN = WordSet.of("in", "on", "last");
    private static final WordSet FIRST = WordSet.of("first", "second", "third", "only", "latest", "last");
    private static final int FARTHEST_FIRST = 6;
    private static final int FARTHEST_THREAT = 6;
    private static final WordSet BEHIND_MEANT = WordSet.of("for", "too", "since", "again", "before");
    private static final WordSet ANSWERING = WordSet.of(
            "respond",
            "responds",
            "responded",
            "responding",
            "reply",
            "replies",
            "replied",
            "answer",
            "answers",
            "answered",
            "retaliate",
            "retaliated",
            "reciprocate",
            "reciprocates",
            "reciprocated",
            "reciprocating",
            "act",
            "acted");
    private static final WordSet SUBORDINATING = WordSet.of("after", "because", "when", "before", "as", "since");

    private Repetitions() {}

    /** Did the same: what was told last, done again by somebody else. */
    static Optional<Action> find(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        int clause = sentence.clauseStart(at) - 1;
        Optional<Match<Form>> same = sentence.hasPhraseAt(at)
                ? sentence.echoes().stream()
                        .filter(echo -> echo.from() == at
                                && !sentence.isAnyOf(clause, Words.CONDITIONS)
                                && !sentence.word(echo.to()).equals("any")
                                && !isOfTheFirst(sentence, at)
                                && !(echo.value() == Form.GERUND && sentence.isAnyOf(echo.to(), Words.POSSIBLE)))
                        .findFirst()
                : Optional.empty();
        return same.or(() -> followed(sentence, at))
                .or(() -> step(sentence, at))
                .flatMap(echo -> echoed(sentence, at, before, discourse)
                        .map(again -> EchoFinder.again(again, echo, Construction.ECHO)));
    }

    /** Respond, reply, retaliate: what is done again is done to who did it. */
    static boolean isAnswering(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at, ANSWERING);
    }

    /** Banned him, the first state to do so: said of who did it. */
    private static boolean isOfTheFirst(MarkedSentence sentence, int at) {
        return sentence.word(at - 1).equals("to")
                && sentence.hasBetween(at - FARTHEST_FIRST, at, FIRST)
                && !sentence.hasBetween(at - FARTHEST_FIRST, at, Words.BE);
    }

    /** What is done again there: what is followed as an example, else what was done last. */
    private static Optional<Action> echoed(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        return example(sentence, at, discourse)
                .map(Told::action)
                .or(() -> before.stream()
                        .filter(action -> !isOfEarlierVerb(action, before))
                        .filter(action -> action.measure() != Measure.SUMMONS
                                || !sentence.word(at - 1).equals("to"))
                        .filter(action -> isOfMainClause(sentence, action))
                        .reduce((earlier, later) -> later)
                        .or(() -> source(sentence, at, discourse).map(Told::action)));
    }

    /** Stopped issuing visas: the later of two verbs of one object. */
    private static boolean isOfEarlierVerb(Action action, List<Action> before) {
        return before.stream().anyMatch(other -> other.at() < action.at() && other.objectFrom() == action.objectFrom());
    }

    /** Summoned the ambassador after Beijing blacklisted a deputy, and Germany did the same: not what came before that. */
    private static boolean isOfMainClause(MarkedSentence sentence, Action action) {
        return !sentence.isAnyOf(sentence.clauseStart(action.first()) - 1, SUBORDINATING);
    }

    /** Had threatened the step on Sunday: what was told last, named as such behind a word that governs it. */
    private static Optional<Match<Form>> step(MarkedSentence sentence, int at) {
        int from = behindCue(sentence, at);
        if (from < 0) {
            return Optional.empty();
        }
        return sentence.cues().stream()
                .filter(cue -> cue.to() == from || (cue.to() == at && isMeant(sentence, at)))
                .filter(cue -> cue.value().status() != Status.ADOPTED)
                .findFirst()
                .map(cue -> new Match<>(at, at + 1, Form.NOUN));
    }

    /** Where the word ends that would govern such a step, that or more; -1 if nothing of the kind stands there. */
    private static int behindCue(MarkedSentence sentence, int at) {
        if (sentence.isAnyOf(at, STEP)) {
            int article = sentence.word(at - 1).equals("a") ? at - 2 : at - 1;
            return sentence.isAnyOf(article, THE_SAME) ? article : -1;
        }
        if (sentence.isAnyOf(at, MEASURES) && sentence.isAnyOf(at - 1, SIMILAR)) {
            return sentence.beforeArticle(at - 2) + 1;
        }
        if (isMeant(sentence, at)) {
            return sentence.word(at - 1).equals("for") ? at - 1 : at;
        }
        return isMore(sentence, at) ? behindThreat(sentence, at) : -1;
    }

    /** Threatens more; threatened Paris with more. */
    static boolean isMore(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at, MORE) && EchoFinder.endsClause(sentence, at + 1);
    }

    /** The place behind the threat that has only its addressee and "with" between it and what is threatened; -1 without one. */
    private static int behindThreat(MarkedSentence sentence, int threatened) {
        int from = sentence.word(threatened - 1).equals("with") ? threatened - FARTHEST_THREAT : threatened - 1;
        for (int at = threatened - 1; at >= Math.max(0, from); at--) {
            if (sentence.word(at).startsWith("threaten")) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Has been demanding this for years, wanted as much in May: a pronoun or the like for the whole, behind which nothing is said of it. */
    static boolean isMeant(MarkedSentence sentence, int at) {
        boolean asMuch = sentence.word(at).equals("as") && sentence.word(at + 1).equals("much");
        int end = asMuch ? at + 2 : at + 1;
        return (asMuch || sentence.isAnyOf(at, MEANT))
                && (EchoFinder.endsClause(sentence, end)
                        || sentence.isAnyOf(end, BEHIND_MEANT)
                        || (asMuch && sentence.isAnyOf(end, WHEN)));
    }

    /** And Belize followed; Estonia will follow on Tuesday; is expected to follow: who is named does it too. */
    private static boolean isFollower(MarkedSentence sentence, int at) {
        if (!sentence.isAnyOf(at, FOLLOW)
                || !(EchoFinder.endsClause(sentence, at + 1) || sentence.isAnyOf(at + 1, WHEN))) {
            return false;
        }
        boolean expected =
                sentence.word(at - 1).equals("to") && sentence.cues().stream().anyMatch(cue -> cue.to() == at);
        return expected
                || sentence.mentionAt(VerbChain.start(sentence, at) - 1)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME)
                        .isPresent();
    }

    /** Follow Paris's example; Estonia followed. */
    private static Optional<Match<Form>> followed(MarkedSentence sentence, int at) {
        Form form = sentence.word(at).equals("followed") ? Form.PAST : Form.BASE;
        if (isFollower(sentence, at)) {
            return Optional.of(new Match<>(at, at + 1, form));
        }
        for (int example = at + 2; sentence.isAnyOf(at, FOLLOWING) && example <= at + FARTHEST_EXAMPLE; example++) {
            if (sentence.isAnyOf(example, EXAMPLE)) {
                return Optional.of(new Match<>(at, example + 1, form));
            }
        }
        return Optional.empty();
    }

    /** What is answered in kind is the news; what is imitated is what was told last, or what was last done to who imitates it. */
    static Optional<Told> source(MarkedSentence sentence, int at, Discourse discourse) {
        Optional<Told> last = isAnswering(sentence, at) ? discourse.lastAnswerable() : discourse.lastImitable();
        if (last.filter(told -> told.status() == Status.ADOPTED).isPresent()) {
            return last;
        }
        return sentence.mentionAt(VerbChain.start(sentence, at) - 1)
                .flatMap(subject -> discourse.lastDoneTo(subject.party()))
                .or(() -> last);
    }

    /** Follow Paris's example: what Paris did last, if anything. */
    static Optional<Told> example(MarkedSentence sentence, int at, Discourse discourse) {
        return followed(sentence, at)
                .filter(words -> words.to() > at + 1)
                .map(words -> new Agents(sentence).between(at, words.to()))
                .flatMap(discourse::lastBy);
    }
}
