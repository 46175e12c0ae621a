package io.demarche.rules.reading.english;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/**
 * Completes what one sentence leaves unsaid by what the whole article tells: a headline that names one side, a passive without
 * an agent. The missing side is whoever stood opposite the named one elsewhere, in the same measure if in any.
 */
final class Completer {

    private final List<Finding> told;

    /** Completes by these, as far as they are told. */
    Completer(List<Finding> findings) {
        this.told = findings.stream().filter(Finding::isTold).toList();
    }

    /**
     * The finding with the side that it lacks, if the article names it; otherwise, where it bears on something that is said but is
     * no party, and where whoever recalls must be whose people they are, as it was.
     */
    Finding completed(Finding finding, double confidence) {
        if (!finding.lacksOneSide()) {
            return finding;
        }
        boolean lacksActor = finding.sides().actor().isEmpty();
        int behind = finding.action().objectTo();
        boolean onSomething = !lacksActor && finding.sentence().word(behind).equals("on");
        boolean recall = lacksActor && finding.action().measure() == Measure.RECALL;
        boolean askedOfOthers = lacksActor
                && finding.action().how() == Construction.ECHO
                && finding.standing().status() == Status.URGED;
        boolean byOthers = lacksActor && ActorFinder.isByOthers(finding.sentence(), finding.action());
        if (onSomething || recall || askedOfOthers || byOthers) {
            return finding;
        }
        Side named = lacksActor ? finding.sides().target() : finding.sides().actor();
        return opposite(named, lacksActor, finding.statement().doing().measure())
                .map(side -> lacksActor
                        ? finding.between(side, named, confidence)
                        : finding.between(named, side, confidence))
                .orElse(finding);
    }

    private Optional<Side> opposite(Side named, boolean asTarget, Measure measure) {
        return told.stream()
                .sorted(Comparator.comparing(other -> other.statement().doing().measure() != measure))
                .map(other -> opposite(named, asTarget, other.sides()))
                .filter(side -> !side.isEmpty())
                .findFirst()
                .map(side -> side.because("who stood on the other side elsewhere in the article"));
    }

    /** Who stood opposite these: first as they stand here, then the other way round. */
    private static Side opposite(Side named, boolean asTarget, Sides sides) {
        Side same = asTarget ? sides.target() : sides.actor();
        Side other = asTarget ? sides.actor() : sides.target();
        if (isSame(same, named)) {
            return other;
        }
        return isSame(other, named) ? same : Side.NOBODY;
    }

    private static boolean isSame(Side one, Side other) {
        List<Party> parties = one.parties();
        return parties.size() == other.parties().size() && parties.containsAll(other.parties());
    }
}
