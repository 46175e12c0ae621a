package io.demarche.rules.reading.english;

import java.util.Optional;

import io.demarche.core.statement.Status;

/** What a sentence begins with and whose doing it is: by expelling the consul, Belarus wants; after closing its embassy, Peru asked. */
final class Openings {

    private static final WordSet MEANS = WordSet.of("by", "in");
    private static final WordSet BEFORE_IT = WordSet.of("after", "on", "upon", "since");
    private static final WordSet INSTEAD = WordSet.of("instead of", "rather than");
    private static final WordSet SUPPOSING = Words.POSSIBLE.with("should");
    private static final int LONGEST = 14;

    private Openings() {}

    /** The subject behind the comma, whose doing the opening tells. */
    static Optional<Mention> subject(MarkedSentence sentence, Action action) {
        int preposition = action.at() - 1;
        boolean may = isInstead(sentence, action)
                || (action.head().form() == Form.GERUND
                        && sentence.clauseStart(preposition) == preposition
                        && (sentence.isAnyOf(preposition, MEANS) || sentence.isAnyOf(preposition, BEFORE_IT)));
        for (int comma = action.last() + 1; may && comma <= action.last() + LONGEST; comma++) {
            if (sentence.isAnyOf(comma, Words.COMMA)) {
                return sentence.mentionAt(sentence.behindArticle(comma + 1))
                        .filter(subject -> !sentence.isAnyOf(subject.to(), Words.COMMA)
                                && !sentence.isAnyOf(subject.to(), Words.JOINING));
            }
        }
        return Optional.empty();
    }

    /** Rather than close it, instead of closing it, Peru will: what its subject does not do. */
    private static boolean isInstead(MarkedSentence sentence, Action action) {
        int opening = action.at() - 2;
        return sentence.hasCueAt(opening, INSTEAD) && sentence.clauseStart(action.at()) == opening;
    }

    /** Done, whatever its subject wants with it, unless it says what that would come to. */
    static Optional<Standing> standing(MarkedSentence sentence, Action action) {
        return subject(sentence, action)
                .filter(subject -> !isInstead(sentence, action))
                .map(subject -> {
                    boolean supposed =
                            sentence.isAnyOf(action.at() - 1, MEANS) && sentence.isAnyOf(subject.to(), SUPPOSING);
                    return supposed
                            ? new Standing(Status.CONSIDERED, -1, "the means to what would be")
                            : new Standing(Status.ADOPTED, -1, "what the sentence begins with, done by its subject");
                });
    }
}
