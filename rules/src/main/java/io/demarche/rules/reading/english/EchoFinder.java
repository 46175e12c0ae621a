package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds words that stand for what was told as a whole: did the same; Congress declined; reversed its decision; would not. */
final class EchoFinder {

    private static final WordSet THE_SAME = WordSet.of("the", "that", "this", "such");
    private static final WordSet EXAMPLE = WordSet.of("example", "lead", "footsteps");
    private static final int FARTHEST_EXAMPLE = 5;
    private static final int FARTHEST_ASKED = 10;

    /** What stands for a whole verb where nothing follows it. */
    private static final WordSet AUXILIARIES =
            WordSet.of("will", "wo", "would", "may", "might", "could", "did", "has", "have", "had", "should", "must");

    private static final WordSet DID = WordSet.of("did", "has", "have", "had", "will", "would");
    private static final WordSet MAY = WordSet.of("may", "might");
    private static final WordSet FOLLOWING =
            WordSet.of("follow", "follows", "followed", "following", "copy", "emulate");
    private static final WordSet FOLLOW = WordSet.of("follow", "follows", "followed");
    private static final WordSet STEP = WordSet.of("step", "move");
    private static final WordSet MEASURES = WordSet.of("measures", "measure", "action", "steps", "moves");
    private static final WordSet SIMILAR = WordSet.of("same", "similar", "identical");
    private static final WordSet WHEN = WordSet.of("in", "on", "last");
    private static final WordSet UNDONE = WordSet.of(
            "reversed",
            "revoked",
            "rescinded",
            "cancelled",
            "canceled",
            "overturned",
            "withdrawn",
            "reconsidered",
            "annulled",
            "undone",
            "dropped",
            "repealed",
            "scrapped");
    private static final WordSet NO = WordSet.of("no");
    private static final WordSet FIRST = WordSet.of("first", "second", "third", "only", "latest", "last");
    private static final int FARTHEST_FIRST = 6;
    private static final WordSet MORE = WordSet.of("more");
    private static final int FARTHEST_THREAT = 6;
    private static final WordSet MEANT = WordSet.of("this", "that");
    private static final WordSet BEHIND_MEANT = WordSet.of("for", "too", "since", "again", "before");
    private static final WordSet OPENINGS = WordSet.union(AUXILIARIES, FOLLOWING, STEP, MEANT, MORE, NO, MEASURES)
            .with("as", "so");

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

    private static final WordSet NOT = WordSet.of("not", "n't");
    /** It did not, however, say: the verb is yet to come. */
    private static final WordSet INSERTED = WordSet.of("however", "though", "therefore", "yet");

    private static final WordSet ENDS = WordSet.of(".", ",", ";", "!", ")", "and", "but", "");

    /** What compares, asks or doubts does not tell it: as it did in Rome. */
    private static final WordSet COMPARING =
            WordSet.of("as", "than", "if", "what", "whatever", "because", "until", "unless", "when", "where", "before");

    private EchoFinder() {}

    /** Whether such words may begin at that place. */
    private static boolean mayBegin(MarkedSentence sentence, int at) {
        return sentence.hasPhraseAt(at)
                || sentence.isAnyOf(at, OPENINGS)
                || isNumberOfAnother(sentence, at)
                || isNumberFromAnother(sentence, at);
    }

    /** The action whose words stand at that place and point back; {@code before} are those of the sentence before it. */
    static Optional<Action> find(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if ((before.isEmpty() && !discourse.hasTold()) || !mayBegin(sentence, at)) {
            return Optional.empty();
        }
        return echo(sentence, at, before, discourse)
                .or(() -> takeback(sentence, at, before, discourse))
                .or(() -> refusal(sentence, at, before, discourse))
                .or(() -> ellipsis(sentence, at, before, discourse))
                .or(() -> gapped(sentence, at, before))
                .or(() -> inverted(sentence, at, before));
    }

    /** Estonia expelled 14 Russians and Slovenia 33; 34 from France and 27 from Spain: how many one more did it to, or how many of one more. */
    private static Optional<Action> gapped(MarkedSentence sentence, int at, List<Action> before) {
        boolean ofAnother = isNumberOfAnother(sentence, at);
        boolean fromAnother = isNumberFromAnother(sentence, at);
        if (!ofAnother && !fromAnother) {
            return Optional.empty();
        }
        return before.stream()
                .filter(told -> (ofAnother && !told.embedded()) || fromAnother)
                .filter(told ->
                        CountFinder.isCounted(told) && !sentence.hasBetween(told.last() + 1, at, Words.BOUNDARIES))
                .reduce((earlier, later) -> later)
                .map(told -> again(
                        told,
                        new Match<>(ofAnother ? at - 1 : at, at + 1, told.head().form()),
                        Construction.GAPPED));
    }

    /** And 27 from Spain: a number that is one more of a list, with whose they are behind it. */
    static boolean isNumberFromAnother(MarkedSentence sentence, int at) {
        int name = sentence.word(at + 2).equals("the") ? at + 3 : at + 2;
        return sentence.isAnyOf(at - 1, Words.JOINING)
                && sentence.isAnyOf(at + 1, Words.OF_OR_FROM)
                && sentence.number(at) != null
                && sentence.mentionAt(name)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME)
                        .isPresent();
    }

    /** Slovenia 33: a number right behind a name that is one more of a list, and nothing that it numbers. */
    static boolean isNumberOfAnother(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at + 1, ENDS)
                && sentence.mentionAt(at - 1)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME)
                        .map(mention -> sentence.word(mention.from() - 1).equals("the")
                                ? mention.from() - 2
                                : mention.from() - 1)
                        .filter(joint -> sentence.isAnyOf(joint, Words.JOINING))
                        .isPresent()
                && sentence.number(at) != null;
    }

    /** Yemen cut ties, as did the Maldives: what the sentence just told, done by one more. */
    private static Optional<Action> inverted(MarkedSentence sentence, int at, List<Action> before) {
        int name = sentence.behindArticle(at + 2);
        boolean asDid = (sentence.word(at).equals("as") || sentence.word(at).equals("so"))
                && sentence.isAnyOf(at + 1, DID)
                && sentence.mentionAt(name).isPresent();
        return asDid && !before.isEmpty()
                ? Optional.of(again(
                        before.get(before.size() - 1), new Match<>(at, name + 1, Form.PAST), Construction.INVERTED))
                : Optional.empty();
    }

    /** Did the same: what was told last, done again by somebody else. */
    private static Optional<Action> echo(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
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
                .flatMap(echo ->
                        echoed(sentence, at, before, discourse).map(again -> again(again, echo, Construction.ECHO)));
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
        return sentence.isAnyOf(at, MORE) && endsClause(sentence, at + 1);
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
                && (endsClause(sentence, end)
                        || sentence.isAnyOf(end, BEHIND_MEANT)
                        || (asMuch && sentence.isAnyOf(end, WHEN)));
    }

    /** And Belize followed; Estonia will follow on Tuesday; is expected to follow: who is named does it too. */
    private static boolean isFollower(MarkedSentence sentence, int at) {
        if (!sentence.isAnyOf(at, FOLLOW) || !(endsClause(sentence, at + 1) || sentence.isAnyOf(at + 1, WHEN))) {
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
        if (isFollower(sentence, at)) {
            Form form = sentence.word(at).equals("followed") ? Form.PAST : Form.BASE;
            return Optional.of(new Match<>(at, at + 1, form));
        }
        for (int example = at + 2; sentence.isAnyOf(at, FOLLOWING) && example <= at + FARTHEST_EXAMPLE; example++) {
            if (sentence.isAnyOf(example, EXAMPLE)) {
                Form form = sentence.word(at).equals("followed") ? Form.PAST : Form.BASE;
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

    /** Asked Washington to reverse its decision: the opposite of what was told last. */
    private static Optional<Action> takeback(
            MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (!sentence.hasPhraseAt(at)) {
            return Optional.empty();
        }
        return sentence.takebacks().stream()
                .filter(words -> words.from() == at && endsClause(sentence, words.to()))
                .filter(words -> !isPassive(sentence, words) || isWanted(sentence, at))
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
                                : lastAnswerable(before, discourse))
                        .map(undone -> again(undone, words, undone.head().opposite(), Construction.TAKEBACK)));
    }

    /** Condemned its decision to bar them and urged it to withdraw it: the decision. */
    static boolean undoesDecision(MarkedSentence sentence, int at, List<Action> before) {
        return !before.isEmpty()
                && sentence.hasPhraseAt(at)
                && sentence.takebacks().stream().anyMatch(words -> words.from() == at)
                && sentence.word(at + 1).equals("it")
                && Governor.isDecision(sentence, before.get(before.size() - 1));
    }

    /** The decision be reversed; it scrapped. */
    private static boolean isPassive(MarkedSentence sentence, Match<Form> takeback) {
        return sentence.isAnyOf(takeback.to() - 1, UNDONE);
    }

    /** Demanded that it be undone, wanted it undone. */
    private static boolean isWanted(MarkedSentence sentence, int at) {
        int from = sentence.isAnyOf(at - 1, Words.THAT) ? at - 1 : at;
        return sentence.cues().stream()
                .anyMatch(cue -> cue.to() == from && cue.value().status() == Status.URGED);
    }

    /** Asks the Thai side to reconsider, Caracas reversed the decision: what these did last, where they are named and did something. */
    static Optional<Told> undone(MarkedSentence sentence, int at, Discourse discourse) {
        return sentence.cues().stream()
                .filter(cue ->
                        cue.value().status() == Status.URGED && cue.to() <= at && at - cue.to() <= FARTHEST_ASKED)
                .reduce((earlier, later) -> later)
                .map(cue -> new Agents(sentence).named(cue.from(), at, true))
                .or(() ->
                        sentence.mentionAt(VerbChain.start(sentence, at) - 1).map(subject -> List.of(subject.party())))
                .flatMap(discourse::lastBy);
    }

    /** Congress declined: what was asked, offered or threatened last, refused. */
    private static Optional<Action> refusal(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        boolean no = isAnswer(sentence, at);
        if (!no && !sentence.hasPhraseAt(at)) {
            return Optional.empty();
        }
        Optional<Action> last = before.isEmpty()
                ? discourse.lastRefusable().map(Told::action)
                : Optional.of(before.get(before.size() - 1));
        boolean participle = !before.isEmpty() && sentence.isAnyOf(at - 1, Words.COMMA);
        if (no) {
            return last.map(refused -> again(refused, new Match<>(at, at + 1, Form.BASE), Construction.REFUSAL));
        }
        return last.flatMap(refused -> sentence.refusals().stream()
                .filter(refusal -> refusal.from() == at && endsClause(sentence, refusal.to()))
                // Denied reports of it, dismissing them: said already.
                .filter(refusal -> !participle || refusal.value() != Form.GERUND)
                .filter(refusal -> !sentence.isAnyOf(sentence.clauseStart(at) - 1, Words.CONDITIONS))
                .findFirst()
                .map(refusal -> again(refused, refusal, Construction.REFUSAL)));
    }

    /** Bolivia's foreign minister: no. */
    private static boolean isAnswer(MarkedSentence sentence, int at) {
        int colon = sentence.isAnyOf(at - 1, Words.QUOTES) ? at - 2 : at - 1;
        return sentence.isAnyOf(at, NO) && sentence.word(colon).equals(":") && endsClause(sentence, at + 1);
    }

    /** Ottawa said it would not; Bern may: a verb left out, which what was told last stands for. */
    private static Optional<Action> ellipsis(
            MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (!sentence.isAnyOf(at, AUXILIARIES) || sentence.mentionAt(at).isPresent()) {
            return Optional.empty();
        }
        int subject = VerbChain.start(sentence, at) - 1;
        boolean did = isDone(sentence, at, subject, before, discourse);
        int end = sentence.isAnyOf(at + 1, NOT) ? at + 2 : did || sentence.isAnyOf(at, MAY) ? at + 1 : at;
        boolean said = sentence.isAnyOf(subject, Words.SUBJECT_PRONOUNS)
                || sentence.word(subject).equals("and")
                || sentence.mentionAt(subject)
                        .filter(mention -> mention.kind() != Mention.Kind.ADJECTIVE)
                        .isPresent();
        boolean inserted = sentence.isAnyOf(end + 1, INSERTED) && sentence.isAnyOf(end + 2, Words.COMMA);
        if (end == at
                || inserted
                || !sentence.isAnyOf(end, ENDS)
                || !said
                || sentence.isAnyOf(sentence.clauseStart(at) - 1, COMPARING)) {
            return Optional.empty();
        }
        return lastAnswerable(before, discourse)
                .map(told -> again(told, new Match<>(at, end, did ? Form.PAST : Form.BASE), Construction.ELLIPSIS));
    }

    /** A week later it did: what was threatened, asked for or offered last. */
    private static boolean isDone(
            MarkedSentence sentence, int at, int subject, List<Action> before, Discourse discourse) {
        return sentence.word(at).equals("did")
                && sentence.isAnyOf(subject, Words.PASSIVE_PRONOUNS)
                && before.isEmpty()
                && discourse.last().filter(Told::isOpen).isPresent();
    }

    /** The action found last in this sentence, or what was told last before it. */
    private static Optional<Action> lastAnswerable(List<Action> before, Discourse discourse) {
        return before.isEmpty()
                ? discourse.lastAnswerable().map(Told::action)
                : Optional.of(before.get(before.size() - 1));
    }

    private static boolean endsClause(MarkedSentence sentence, int from) {
        int at = sentence.isAdverb(from) ? from + 1 : from;
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
}
