package io.demarche.api.command;

import java.util.List;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Explanation.Found;
import io.demarche.core.statement.Explanation.Mark;
import io.demarche.core.statement.Explanation.SentenceView;
import io.demarche.core.statement.Reason;

/** An explanation for people: each sentence, what is known of its words, and what was found done in it and why. */
final class ExplanationText {

    private ExplanationText() {}

    static String of(String id, Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append("%s: statements: %d%n"
                .formatted(id, explanation.reading().statements().size()));
        explanation.sentences().forEach(sentence -> append(text, sentence));
        return text.toString();
    }

    private static void append(StringBuilder text, SentenceView view) {
        Evidence sentence = view.sentence();
        text.append("%n%s %d  %s%n".formatted(sentence.part(), sentence.start(), oneLine(sentence.quote())));
        for (Mark mark : view.marks()) {
            text.append("    %-24s %s%n".formatted(oneLine(mark.words()), mark.as()));
        }
        view.found().forEach(found -> append(text, found));
    }

    private static void append(StringBuilder text, Found found) {
        String outcome = found.statement() == null ? "set aside: " + found.setAside() : found.statement();
        text.append("  => %s  [%s]%n".formatted(outcome, oneLine(found.words())));
        append(text, found.reasons());
    }

    private static void append(StringBuilder text, List<Reason> reasons) {
        for (Reason reason : reasons) {
            text.append("    %-10s %s  <%s>%n".formatted(reason.field(), reason.because(), oneLine(reason.words())));
        }
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
