package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds words that stand for what was told as a whole: did the same; Congress declined; reversed its decision; would not. */
final class EchoFinder {

    /** What stands for a whole verb where nothing follows it. */
    private static final WordSet AUXILIARIES =
            WordSet.of("will", "wo", "would", "may", "might", "could", "did", "has", "have", "had", "should", "must");

    private static final WordSet DID = WordSet.of("did", "has", "have", "had", "will", "would");
    private static final WordSet MAY = WordSet.of("may", "might");
    private static final WordSet NO = WordSet.of("no");
    /** Doing what one was asked for. */
    private static final WordSet CONSENTING = WordSet.of(
            "agreed", "agrees", "consented", "consents", "complied", "complies", "obliged", "relented", "acquiesced");

    private static final WordSet OPENINGS =
            WordSet.union(AUXILIARIES, Repetitions.OPENINGS, NO, CONSENTING).with("as", "so");

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
        return Repetitions.find(sentence, at, before, discourse)
                .or(() -> Takebacks.find(sentence, at, before, discourse))
                .or(() -> refusal(sentence, at, before, discourse))
                .or(() -> ellipsis(sentence, at, before, discourse))
                .or(() -> consent(sentence, at, before, discourse))
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

    /** And 27 from Spain, and two employees of the Greek embassy: a number that is one more of a list, with whose they are behind it. */
    static boolean isNumberFromAnother(MarkedSentence sentence, int at) {
        int people = sentence.isObject(at + 1) ? at + 2 : at + 1;
        Optional<Mention> whose = sentence.mentionAt(sentence.behindArticle(people + 1));
        return sentence.isAnyOf(at - 1, Words.JOINING)
                && sentence.isAnyOf(people, Words.OF_OR_FROM)
                && sentence.number(at) != null
                && whose.filter(mention ->
                                mention.kind() == Mention.Kind.NAME || sentence.isAnyOf(mention.to(), Agency.MISSIONS))
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

    /** Congress declined: what was asked, offered or threatened last, refused. */
    private static Optional<Action> refusal(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        boolean no = isAnswer(sentence, at);
        if (!no && !sentence.hasPhraseAt(at)) {
            return Optional.empty();
        }
        Optional<Action> last = before.isEmpty()
                ? discourse.lastRefusable().map(Told::action)
                : Optional.of(before.get(before.size() - 1));
        boolean participle = !ActionFinder.hasBe(sentence, at);
        if (no) {
            return last.map(refused -> again(refused, new Match<>(at, at + 1, Form.BASE), Construction.REFUSAL));
        }
        return last.flatMap(refused -> sentence.refusals().stream()
                .filter(refusal -> refusal.from() == at && endsClause(sentence, refusal.to()))
                // Denied reports of it, dismissing them; voted it down, with most opposing the draft: said already.
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

    /** Kenya agreed: it does what it was asked for last. */
    private static Optional<Action> consent(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (!before.isEmpty() || !sentence.isAnyOf(at, CONSENTING) || !endsClause(sentence, at + 1)) {
            return Optional.empty();
        }
        List<Party> subjects = sentence.mentionAt(VerbChain.start(sentence, at) - 1)
                .map(Mention::party)
                .map(List::of)
                .orElse(List.of());
        return discourse
                .last()
                .filter(told -> told.status() == Status.URGED
                        && !subjects.isEmpty()
                        && told.sides().actor().parties().containsAll(subjects))
                .map(told -> again(told.action(), new Match<>(at, at + 1, Form.PAST), Construction.ELLIPSIS));
    }

    /** The action found last in this sentence, or what was told last before it. */
    static Optional<Action> lastAnswerable(List<Action> before, Discourse discourse) {
        return before.isEmpty()
                ? discourse.lastAnswerable().map(Told::action)
                : Optional.of(before.get(before.size() - 1));
    }

    /** Whether nothing of the clause follows but an adverb. */
    static boolean endsClause(MarkedSentence sentence, int from) {
        int at = sentence.isAdverb(from) ? from + 1 : from;
        return at >= sentence.size()
                || sentence.isAnyOf(at, Words.SIGNS)
                || sentence.isAnyOf(at, Words.BOUNDARIES)
                || sentence.isAnyOf(at, ObjectFinder.CLAUSE_ENDS);
    }

    /** What was told, done again or refused with these words. */
    static Action again(Action told, Match<Form> words, Construction how) {
        return again(told, words, told.head().move(), how);
    }

    /** The same, done or undone as the move says. */
    static Action again(Action told, Match<Form> words, Move move, Construction how) {
        Head head = new Head(words.value(), List.of(), false, Head.Valency.DONE, told.measure(), move, Head.SAME);
        return new Action(head, told.measure(), words.from(), words.from(), words.to(), false, how, false);
    }
}
