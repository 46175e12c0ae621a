package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds what the answer to a question comes to, in the record of a conversation: yes; no, we won't; we're looking at it. */
final class Answers {

    /** What an answer comes to. */
    enum Answer {
        YES,
        NO,
        PERHAPS
    }

    /**
     * A question whether something is or will be done.
     *
     * @param actions what it asks about, and how far along it is if the answer is yes
     */
    record Question(MarkedSentence sentence, List<Asked> actions) {}

    /** What is asked about. */
    record Asked(Action action, Standing standing) {}

    /** With which an answer opens that says nothing. */
    private static final WordSet FILLERS = Words.INSERTING.with(
            "well", "look", "so", "oh", "and", "but", "as", "you", "know", "thanks", "thank", "listen", "um", "uh",
            ".");

    private static final WordSet ASIDE =
            WordSet.of("for", "after", "since", "over", "because", "when", "if", "who", "which");
    private static final WordSet DOING = WordSet.of("did", "has", "have", "is", "are", "was", "were");
    private static final WordSet CONFIRM = WordSet.of("confirm", "say", "tell", "explain", "comment");

    private static final WordSet ENDS = Words.INSERTING.with(".", ";", "!", "…");
    private static final WordSet AUXILIARIES = WordSet.of(
            "is", "are", "was", "were", "'s", "'re", "'m", "am", "do", "does", "did", "has", "have", "had", "'ve",
            "will", "wo", "can", "ca", "'ll", "shall");

    private Answers() {}

    /** Why did Germany expel them: a question that takes what it asks about for granted. */
    static boolean isGranted(MarkedSentence question) {
        for (int at = 0; at < question.size() - 1; at++) {
            boolean begins = at == 0 || question.isAnyOf(at - 1, Words.SIGNS) || question.isAnyOf(at - 1, Words.COMMA);
            if (begins && question.word(at).equals("why") && question.isAnyOf(at + 1, DOING)) {
                return !question.isAnyOf(at + 2, VerbChain.NOT);
            }
        }
        return false;
    }

    /** In return for lifting them, after it expelled him: what is asked about is something else. */
    static boolean isAside(MarkedSentence question, Action action) {
        int before = question.beforeArticle(action.first() - 1);
        return question.isAnyOf(before, ASIDE) || question.isAnyOf(question.clauseStart(action.first()) - 1, ASIDE);
    }

    /** The standing in the question itself: what one would do, one considers. */
    static Standing ifYes(MarkedSentence question, Standing standing) {
        boolean possibly = question.isAnyOf(0, Words.POSSIBLE) && !question.hasBetween(1, 4, CONFIRM);
        return possibly && standing.status() == Status.ADOPTED
                ? new Standing(Status.CONSIDERED, -1, "'" + question.text(0, 1) + "' asks")
                : standing;
    }

    /** What the answer that begins with that sentence comes to, if it says so at once. */
    static Optional<Answer> in(MarkedSentence sentence, Lexicon lexicon) {
        int at = 0;
        while (sentence.isAnyOf(at, FILLERS)
                && at < sentence.size() - 1
                && elliptical(sentence, at).isEmpty()) {
            at++;
        }
        int start = at;
        return lexicon.answers(sentence.tokens).stream()
                .filter(answer -> answer.from() == start && ends(sentence, answer.to()))
                .map(Match::value)
                .findFirst()
                .or(() -> elliptical(sentence, start));
    }

    private static boolean ends(MarkedSentence sentence, int at) {
        return at >= sentence.size() || sentence.isAnyOf(at, ENDS);
    }

    /** We will; it is; they haven't: a subject and an auxiliary alone. */
    private static Optional<Answer> elliptical(MarkedSentence sentence, int at) {
        boolean subject = sentence.isAnyOf(at, Words.SUBJECT_PRONOUNS)
                || sentence.mentionAt(at).isPresent();
        int verb = sentence.mentionAt(at).map(Mention::to).orElse(at + 1);
        if (!subject || !sentence.isAnyOf(verb, AUXILIARIES)) {
            return Optional.empty();
        }
        boolean not = sentence.isAnyOf(verb + 1, VerbChain.NOT);
        int end = not ? verb + 2 : verb + 1;
        return ends(sentence, end) ? Optional.of(not ? Answer.NO : Answer.YES) : Optional.empty();
    }

    /** How far along each of the things is that were asked about. */
    static List<Asked> answered(Question question, Answer answer) {
        List<Asked> answered = new ArrayList<>();
        for (Asked asked : question.actions()) {
            Standing standing = switch (answer) {
                case YES ->
                    new Standing(
                            asked.standing().status(),
                            asked.standing().cue(),
                            asked.standing().because() + "; the answer is yes");
                case NO ->
                    new Standing(denied(asked.standing()), asked.standing().cue(), "the answer is no");
                case PERHAPS -> new Standing(Status.CONSIDERED, asked.standing().cue(), "the answer is perhaps");
            };
            answered.add(new Asked(asked.action(), standing));
        }
        return answered;
    }

    /** What one does not rule out stays possible. */
    private static Status denied(Standing asked) {
        return asked.status() == Status.REJECTED ? Status.CONSIDERED : Status.REJECTED;
    }
}
