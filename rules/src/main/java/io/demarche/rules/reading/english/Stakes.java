package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds who has a stake in an action and is not who does it: whoever gets it, waits for it, thinks or feels something of it, or asks for it. */
final class Stakes extends SideFinder {

    /** Before a lifting, these make of their subject the one on whom the measure bears. */
    private static final WordSet RECEIVING = WordSet.of(
            "win",
            "wins",
            "won",
            "winning",
            "secure",
            "secures",
            "secured",
            "securing",
            "earn",
            "earns",
            "earned",
            "merit",
            "merits",
            "merited",
            "deserve",
            "deserves",
            "deserved",
            "obtain",
            "obtained",
            "gain",
            "gained",
            "receive",
            "received",
            "achieve",
            "achieved",
            "seen",
            "saw");

    private static final WordSet PROMISING = WordSet.of(
            "offer", "offers", "offered", "ready", "willing", "prepared", "agreed", "promises", "promised", "pledged");

    private static final int FARTHEST_RECEIVED = 5;

    private final SubjectFinder subjects;

    Stakes(Setting setting, SubjectFinder subjects) {
        super(setting);
        this.subjects = subjects;
    }

    /** Whether these are glad or sorry of it, or ask for it: then others do it. */
    boolean isOf(Side actor) {
        return feeling().containsAll(actor.parties()) || isAskedBy(actor) || isCondemnedBy(actor);
    }

    /** Iran won an easing of the sanctions: who gets it. */
    Side receiver() {
        if (action.head().move() == Move.LIFT && PlainStanding.isPurpose(sentence, action)) {
            return obliged();
        }
        Side conditioned = conditioned();
        if (!conditioned.isEmpty() && action.measure() == Measure.SANCTIONS) {
            return conditioned;
        }
        boolean noun = action.head().form().isNominal();
        for (int at = action.at() - 1; at > action.at() - FARTHEST_RECEIVED; at--) {
            if (!noun || action.head().move() != Move.LIFT || sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return Side.NOBODY;
            }
            if (sentence.isAnyOf(at, RECEIVING) && !sentence.isInCue(at)) {
                return Side.of(subjects.subject(at), "who gets it");
            }
        }
        return Side.NOBODY;
    }

    /** Dismissed the sanctions as unlawful, welcomed the lifting of the sanctions: who says what he thinks of what bears on him. */
    Side opining() {
        int verb = sentence.beforeArticle(action.first() - 1);
        boolean noun = action.head().form().isNominal();
        boolean felt = noun && Governor.isFelt(sentence, verb);
        return GovernedStanding.opinion(sentence, action)
                .or(() -> GovernedStanding.dismissal(sentence, action))
                .map(Match::from)
                .or(() -> felt ? Optional.of(verb) : Optional.empty())
                .map(said -> Side.of(subjects.subject(said), "who says what to think of it"))
                .orElse(Side.NOBODY);
    }

    /** Iran will not talk until the sanctions are lifted, offers to if they are: who waits for it. */
    Side waiting() {
        int clause = sentence.clauseStart(action.first());
        int main = sentence.clauseStart(clause - 1);
        boolean promises = sentence.word(clause - 1).equals("if") && sentence.hasBetween(main, clause, PROMISING);
        boolean waits = action.passive()
                && action.head().move() == Move.LIFT
                && (promises
                        || sentence.isAnyOf(clause - 1, Words.UNTIL)
                        || sentence.word(clause - 1).equals("unless"));
        return waits ? Side.of(agents.named(main, clause - 1, false), "who waits for it") : Side.NOBODY;
    }

    /** No lifting of sanctions, sanctions will remain in force until Russia withdraws: on whose conduct it depends. */
    Side conditioned() {
        int until = Math.max(action.last(), action.at() + action.head().rest().size()) + 1;
        boolean depends = (action.head().move() == Move.LIFT || action.head().intransitive())
                && (sentence.isAnyOf(until, Words.UNTIL) || sentence.word(until).equals("unless"));
        return depends
                ? Side.of(
                        sentence.mentionAt(sentence.behindArticle(until + 1))
                                .filter(mention -> mention.kind() == Mention.Kind.NAME
                                        && !sentence.isAnyOf(mention.from(), SubjectFinder.FIRST_PERSON)),
                        "on whose conduct it depends")
                : Side.NOBODY;
    }

    /** To end the sanctions, Russia must withdraw: who has to do something for it. */
    private Side obliged() {
        int duty = action.last();
        while (duty < sentence.size() && !sentence.isAnyOf(duty, Words.DUTY)) {
            duty++;
        }
        return Side.of(agents.named(action.last(), duty, false), "who must do something for it");
    }

    /** Wants the sanctions imposed on it lifted: whoever asks for that did not impose them. */
    private boolean isAskedBy(Side imposer) {
        return action.embedded()
                && sentence.cues().stream()
                        .filter(cue -> cue.value().status() == Status.URGED && cue.to() <= action.first())
                        .anyMatch(cue -> subjects.subject(cue.from()).containsAll(imposer.parties()));
    }

    /** Condemned the sanctions imposed on Cuba: whoever does did not impose them. */
    private boolean isCondemnedBy(Side imposer) {
        int verb = Governor.verbOf(sentence, action.objectFrom(), at -> TargetFinder.isCondemning(sentence.word(at)));
        return action.embedded() && verb >= 0 && subjects.subject(verb).containsAll(imposer.parties());
    }

    /** Welcomed the lifting, regrets the decision to close: who is glad or sorry of what others do. */
    private List<Party> feeling() {
        boolean decided = sentence.word(action.at() - 1).equals("to");
        int verb = Governor.felt(sentence, decided ? action.at() - 2 : action.first());
        return verb < 0 ? List.of() : subjects.subject(verb);
    }
}
