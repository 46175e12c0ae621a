package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;

/** Finds where a member only proposes, asks for or refuses what its body decides: the European Union, the council of the UN. */
final class BodySides extends SideFinder {

    private static final WordSet PACKAGE = WordSet.of("package", "packages");
    private static final WordSet RESOLUTION = WordSet.of("resolution");
    private static final int FARTHEST_RESOLUTION = 4;
    private static final WordSet AT = WordSet.of("at", "in", "to", "before");

    private final TargetFinder targets;

    BodySides(Setting setting, TargetFinder targets) {
        super(setting);
        this.targets = targets;
    }

    /** Whether one is the union and the other are members of it, which do not sanction each other. */
    static boolean isWithinUnion(Side one, Side other) {
        return (one.parties().contains(Words.EU) && other.isOfMembers())
                || (other.parties().contains(Words.EU) && one.isOfMembers());
    }

    /** The same, by the body, with its member for who speaks, where a member alone cannot do it; otherwise as they are. */
    Sides of(Sides sides) {
        Side actor = sides.actor();
        Side governing = sides.speaker();
        if (isVetoedInCouncil(governing)) {
            return sides.between(Side.of(List.of(Words.UN), "in whose council they veto"), sides.target());
        }
        if (isProposedInCouncil(actor)) {
            Side council = Side.of(List.of(Words.UN), "in whose council they propose it");
            return new Sides(council, sides.target(), actor, false, 0);
        }
        if (isOfAssembly(actor)) {
            return new Sides(union(), sides.target(), actor, false, 0);
        }
        if (asksOfUnion(actor, governing) || isOfUnion(actor)) {
            Side bearing = sides.target()
                    .without(union())
                    .orElse(() -> targets.find(union(), governing).without(union()));
            return new Sides(union(), bearing, member(actor, governing), false, 0);
        }
        return sides;
    }

    /** Budapest demanded that names be taken off the list: on whom the union's sanctions bear, where a member asks for it. */
    Side ofUnion(Side member) {
        boolean asks = action.measure() == Measure.SANCTIONS && member.isOfMembers();
        return asks ? discourse.targetOf(Measure.SANCTIONS, union()) : Side.NOBODY;
    }

    /** Russia vetoes the renewal of sanctions: it and China can do so to others only in the council of the UN. */
    private boolean isVetoedInCouncil(Side governing) {
        return standing.status() == Status.REJECTED
                && standing.isGoverned()
                && sentence.word(standing.cue()).startsWith("veto")
                && !governing.isEmpty()
                && Words.VETOING.containsAll(governing.parties());
    }

    /** China and Russia propose at the UN to lift sanctions: there they can propose only what its council decides. */
    private boolean isProposedInCouncil(Side actor) {
        return standing.status() == Status.PROPOSED
                && action.measure() == Measure.SANCTIONS
                && !actor.isEmpty()
                && Words.VETOING.containsAll(actor.parties())
                && sentence.mentions.stream()
                        .anyMatch(council -> council.party().equals(Words.UN)
                                && sentence.isAnyOf(sentence.beforeArticle(council.from() - 1), AT));
    }

    /** Finland proposed sanctions, after the EU imposed some: a member asks for what its union decides. */
    private boolean asksOfUnion(Side actor, Side governing) {
        boolean asks = standing.status() == Status.PROPOSED || standing.status() == Status.URGED;
        boolean refuses = standing.status() == Status.REJECTED;
        Side member = refuses || governing.isEmpty() ? actor : governing;
        return (asks || refuses)
                && action.measure() == Measure.SANCTIONS
                && member.isOfMembers()
                && (actor.isEmpty() || actor.parties().equals(member.parties()))
                && (discourse
                                .lastOf(Measure.SANCTIONS)
                                .or(discourse::last)
                                .filter(told -> told.sides().actor().parties().contains(Words.EU))
                                .isPresent()
                        || (discourse.lastOf(Measure.SANCTIONS).isEmpty()
                                && asks
                                && action.head().move() == Move.LIFT
                                && discourse.named().contains(Words.EU)));
    }

    /** The Cypriot parliament adopted a resolution on lifting them: a member's assembly only asks for it. */
    private boolean isOfAssembly(Side actor) {
        return standing.status() == Status.ADOPTED
                && action.measure() == Measure.SANCTIONS
                && actor.isOfMembers()
                && sentence.hasBetween(action.at() - FARTHEST_RESOLUTION, action.at(), RESOLUTION)
                && sentence.hasBetween(0, action.at(), Words.PASSING);
    }

    /** Hungary agreed to prolong EU sanctions: a member has no others to prolong, and the union's are none of its own. */
    private boolean isOfUnion(Side actor) {
        boolean renews = sentence.isAnyOf(action.at(), Opposites.RENEWING)
                && discourse.named().contains(Words.EU);
        boolean inPackage = sentence.hasBetween(action.at(), action.objectTo(), PACKAGE);
        return action.measure() == Measure.SANCTIONS
                && actor.isOfMembers()
                && (renews || inPackage || object.owners().contains(Words.EU))
                && !Governor.isJoining(sentence.word(action.at()));
    }

    /** Which member wants it or is against it; none where it is done. */
    private Side member(Side actor, Side governing) {
        return standing.status() == Status.ADOPTED ? Side.NOBODY : governing.orElse(() -> actor);
    }

    private static Side union() {
        return Side.of(List.of(Words.EU), "the union whose measure a member asks for");
    }
}
