package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Explanation.Found;
import io.demarche.core.statement.Explanation.Mark;
import io.demarche.core.statement.Explanation.SentenceView;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Reason;
import io.demarche.core.statement.Statement;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Writes down, while an article is read, what gave each field. */
final class Explainer implements Witness {

    private record Placed(int at, Mark mark) {}

    private final Lexicon lexicon;
    private final List<MarkedSentence> sentences = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Explainer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public void sentence(MarkedSentence sentence) {
        sentences.add(sentence);
    }

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }

    Explanation explanation(Reading reading) {
        List<List<Reason>> reasons =
                reading.statements().stream().map(this::reasons).toList();
        List<SentenceView> views = sentences.stream()
                .map(this::view)
                .filter(view -> !view.marks().isEmpty())
                .toList();
        return new Explanation(reading, reasons, views);
    }

    /** The reasons of the finding that made the statement; of several that tell it, of the one quoted. */
    private List<Reason> reasons(Statement statement) {
        List<Reason> reasons = List.of();
        for (Finding finding : findings) {
            Statement made = finding.statement();
            if (finding.isTold() && made.doing().equals(statement.doing())) {
                boolean quoted = made.evidence().equals(statement.evidence());
                reasons = reasons.isEmpty() || quoted ? reasons(finding) : reasons;
            }
        }
        return reasons;
    }

    private SentenceView view(MarkedSentence sentence) {
        List<Found> found = findings.stream()
                .filter(finding -> finding.sentence() == sentence)
                .map(Explainer::shown)
                .toList();
        return new SentenceView(sentence.sentence.evidence(0, sentence.size() - 1), marks(sentence), found);
    }

    private static Found shown(Finding finding) {
        Action action = finding.action();
        String words = finding.sentence().text(action.first(), action.last() + 1);
        Statement statement = finding.statement();
        return finding.isTold()
                ? new Found(words, statement.doing().key(), null, reasons(finding))
                : new Found(words, null, setAside(finding.sides()), reasons(finding));
    }

    private static String setAside(Sides sides) {
        return sides.target().isEmpty() ? "on whom it bears is not said" : "who does it is not said";
    }

    /** Parties, objects, heads, words that decide status and time expressions, in the order of the sentence. */
    private List<Mark> marks(MarkedSentence sentence) {
        List<Placed> marks = new ArrayList<>();
        for (Mention mention : sentence.mentions) {
            marks.add(mark(
                    sentence,
                    mention.from(),
                    mention.to(),
                    "party " + mention.party().code()));
        }
        for (Match<String> object : sentence.objects) {
            marks.add(mark(sentence, object.from(), object.to(), "object: " + object.value()));
        }
        for (Match<Cue> cue : sentence.cues()) {
            marks.add(mark(
                    sentence, cue.from(), cue.to(), "status: " + cue.value().status()));
        }
        for (Match<Boolean> time : sentence.background()) {
            marks.add(mark(sentence, time.from(), time.to(), "history"));
        }
        for (int at = 0; at < sentence.size(); at++) {
            String heads = lexicon.senses(sentence.word(at)).heads().stream()
                    .map(head -> head.measure() + " " + head.move() + " of " + head.objectClass())
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!heads.isEmpty()) {
                marks.add(mark(sentence, at, at + 1, "head: " + heads));
            }
        }
        return marks.stream()
                .sorted(Comparator.comparingInt(Placed::at))
                .map(Placed::mark)
                .toList();
    }

    private static Placed mark(MarkedSentence sentence, int from, int to, String as) {
        return new Placed(from, new Mark(sentence.text(from, to), as));
    }

    private static List<Reason> reasons(Finding finding) {
        MarkedSentence sentence = finding.sentence();
        Action action = finding.action();
        List<Reason> reasons = new ArrayList<>();
        String head = sentence.word(action.at());
        String object = sentence.text(action.objectFrom(), action.objectTo());
        reasons.add(new Reason("measure", head + " … " + object, action.how().meaning()));
        String cue = finding.standing().isGoverned()
                ? sentence.word(finding.standing().cue())
                : head;
        reasons.add(new Reason("status", cue, finding.standing().because()));
        Sides sides = finding.sides();
        addSide(reasons, sentence, sides.mutual() ? "mutual" : "actor", sides.actor());
        addSide(reasons, sentence, sides.mutual() ? "mutual" : "target", sides.target());
        addSide(reasons, sentence, "speaker", sides.speaker());
        if (!finding.background().isEmpty()) {
            reasons.add(new Reason("background", head, finding.background()));
        }
        Statement statement = finding.statement();
        if (statement.count() != null) {
            reasons.add(new Reason("count", String.valueOf(statement.count()), "a number before the people"));
        }
        return reasons;
    }

    private static void addSide(List<Reason> reasons, MarkedSentence sentence, String field, Side side) {
        if (!side.isEmpty()) {
            String words = sentence.mentions.stream()
                    .filter(mention -> side.parties().contains(mention.party()))
                    .map(mention -> sentence.text(mention.from(), mention.to()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            String codes = side.parties().stream().map(Party::code).collect(Collectors.joining(", "));
            reasons.add(new Reason(field, words, codes + ": " + side.because()));
        }
    }
}
