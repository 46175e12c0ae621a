package io.demarche.rules.reading.english;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/**
 * Completes what one sentence leaves unsaid by what the whole article tells: a headline that names one side, a passive without
 * an agent. The missing side is whoever stood opposite the named one elsewhere, in the same measure if in any.
 */
final class Completer {

    private final List<Finding> told;
    private final List<Party> talkedOf;

    /** Completes by these, as far as they are told, and by the two of whom alone it is talked, if it is. */
    Completer(List<Finding> findings, List<Party> talkedOf) {
        this.talkedOf = talkedOf;
        this.told = findings.stream().filter(Finding::isTold).toList();
    }

    /**
     * The finding with the side that it lacks, if the article names it; otherwise, where it bears on something that is said but is
     * no party, and where whoever recalls must be whose people they are, as it was.
     */
    Finding completed(Finding finding, double confidence) {
        return ofUnion(specified(withSides(finding, confidence)));
    }

    /** Berlin proposes to ease the sanctions on Russia, which the article says are the union's: a member asks the union to. */
    private Finding ofUnion(Finding finding) {
        Side actor = finding.sides().actor();
        Side target = finding.sides().target();
        boolean asks = finding.isTold()
                && finding.statement().doing().measure() == Measure.SANCTIONS
                && finding.statement().doing().move() == Move.LIFT
                && finding.standing().status() != Status.ADOPTED
                && !finding.sides().mutual()
                && actor.isOfMembers();
        Side union = Side.of(List.of(Words.EU), "whose sanctions the article says they are");
        return asks && isImposedOn(target, union) && !isImposedOn(target, actor) ? finding.askedOf(union) : finding;
    }

    /** Whether the article tells of sanctions that these imposed on those, or may. */
    private boolean isImposedOn(Side target, Side actor) {
        return told.stream()
                .filter(other -> other.statement().doing().measure() == Measure.SANCTIONS
                        && other.statement().doing().move() == Move.IMPOSE)
                .map(Finding::sides)
                .anyMatch(sides -> isSame(sides.target(), target)
                        && sides.actor().parties().containsAll(actor.parties()));
    }

    /** Tokyo asks Beijing to drop its ban: what kind of ban a headline means, where the text tells of one kind only between these. */
    private Finding specified(Finding headline) {
        Doing doing = headline.statement().doing();
        boolean bare = headline.isTold()
                && isHeadline(headline)
                && doing.measure() == Measure.RESTRICTIONS
                && headline.action().head().objectClass().equals("restrictions");
        if (!bare) {
            return headline;
        }
        List<Measure> kinds = told.stream()
                .filter(other -> !isHeadline(other))
                .map(other -> other.statement().doing())
                .filter(other -> other.move() == doing.move()
                        && MissingSides.PENALTIES.contains(other.measure())
                        && other.actor().equals(doing.actor())
                        && other.target().equals(doing.target()))
                .map(Doing::measure)
                .distinct()
                .toList();
        return kinds.size() == 1 ? headline.as(kinds.get(0)) : headline;
    }

    private static boolean isHeadline(Finding finding) {
        return finding.sentence().sentence.part() == Evidence.Part.TITLE;
    }

    private Finding withSides(Finding finding, double confidence) {
        Optional<Sides> said = saidInText(finding);
        if (said.isPresent()) {
            return finding.between(said.get().actor(), said.get().target(), confidence);
        }
        if (finding.lacksBothSides() && !talkedOf.isEmpty()) {
            return finding.between(
                    Side.of(talkedOf.subList(0, 1), "who answers"),
                    Side.of(talkedOf.subList(1, 2), "the other of the two that are talked of"),
                    confidence);
        }
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
        boolean byOthers = lacksActor && UnnamedActors.isByOthers(finding.sentence(), finding.action());
        if (onSomething || recall || askedOfOthers || byOthers) {
            return finding;
        }
        Side named = lacksActor ? finding.sides().target() : finding.sides().actor();
        Measure measure = finding.statement().doing().measure();
        return opposite(finding, named, measure)
                .or(() -> otherTalkedOf(named))
                .filter(side -> measure != Measure.SANCTIONS || !BodySides.isWithinUnion(named, side))
                .map(side -> lacksActor
                        ? finding.between(side, named, confidence)
                        : finding.between(named, side, confidence))
                .orElse(finding);
    }

    /** Recalls envoys over a row; no deal unless sanctions lifted: where a headline lets guess, what the text alone tells in full. */
    private Optional<Sides> saidInText(Finding headline) {
        int guessed = headline.sides().guessed();
        boolean lacking = headline.lacksOneSide();
        if (!isHeadline(headline) || guessed == 0 || !(headline.isTold() || lacking)) {
            return Optional.empty();
        }
        boolean open = guessed == 2 || (lacking && headline.sides().actor().isEmpty());
        List<Sides> said = told.stream()
                .filter(other -> other.sides().guessed() == 0
                        && other.action().measure() == headline.action().measure()
                        && other.action().head().move()
                                == headline.action().head().move()
                        && (isSame(other.sides().actor(), headline.sides().actor())
                                || (open
                                        && other.standing().status()
                                                == headline.standing().status())))
                .map(Finding::sides)
                .filter(sides -> !sides.actor().isEmpty() && !sides.target().isEmpty() && !sides.mutual())
                .toList();
        return said.stream()
                .findFirst()
                .filter(first -> said.stream()
                        .allMatch(other ->
                                isSame(first.actor(), other.actor()) && isSame(first.target(), other.target())))
                .map(first -> new Sides(
                        first.actor().because("whose the text says that it is"),
                        first.target().because("on whom the text says that it bears"),
                        headline.sides().speaker(),
                        false,
                        1));
    }

    /** In talk of two states, the one that is not named. */
    private Optional<Side> otherTalkedOf(Side named) {
        return named.parties().size() == 1 && talkedOf.contains(named.parties().get(0))
                ? Optional.of(Side.of(talkedOf, "the other of the two that are talked of")
                        .without(named))
                : Optional.empty();
    }

    /** On the other side of the same kind of measure, or else of any; who is taken off a list is so by nobody he only talks to. */
    private Optional<Side> opposite(Finding finding, Side named, Measure measure) {
        boolean asTarget = finding.sides().actor().isEmpty();
        boolean delisted = finding.action().head().isNounOfParty();
        return told.stream()
                .filter(other -> !delisted || other.statement().doing().measure() == measure)
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
