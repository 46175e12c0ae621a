package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;

/** Finds who does an action to whom, and who else asks for it or refuses it: by the sentence, else by the article so far. */
final class SidesFinder {

    /** Classes of objects that are steps taken before. */
    static final Set<String> STEPS = WordSet.of("summonses", "expulsions");
    /** What a state often restricts at home: on whom it bears must be said. */
    private static final Set<String> NEVER_GUESSED = WordSet.of(
            "restrictions",
            "trade",
            "goods",
            "visas",
            "visa-fees",
            "assets",
            "travel",
            "airspace",
            "membership",
            "staff");
    /** What firms, exchanges and states do every day at home: who does it must be said. */
    static final Set<String> NEVER_ALONE = WordSet.of(
            "restrictions",
            "visas",
            "trade",
            "goods",
            "assets",
            "officials",
            "party",
            "accreditations",
            "citizens",
            "travel",
            "airspace",
            "membership",
            "functionaries",
            "staff");

    /** What third parties answer with, where one state offends another. */
    private static final Set<Measure> PENALTIES = Set.of(Measure.SANCTIONS, Measure.VISAS, Measure.RESTRICTIONS);

    /** What a host does to those whom a guest may recall. */
    private static final Set<Measure> OF_GUESTS = Set.of(Measure.EXPULSION, Measure.SUMMONS);

    static final int FARTHEST_SUBJECT = 5;

    private final MarkedSentence sentence;
    private final Agents agents;
    private final Discourse discourse;
    private final Action action;
    private final Standing standing;
    private final ObjectPhrase object;
    private final ActorFinder actors;
    private final TargetFinder targets;
    private final Mutuality mutuality;

    SidesFinder(MarkedSentence sentence, Discourse discourse, Action action, Standing standing) {
        this.sentence = sentence;
        this.agents = new Agents(sentence);
        this.discourse = discourse;
        this.action = action;
        this.standing = standing;
        this.object = new ObjectPhrase(sentence, agents, action);
        this.actors = new ActorFinder(sentence, agents, discourse, action, standing, object);
        this.targets = new TargetFinder(sentence, discourse, agents, action, standing, object);
        this.mutuality = new Mutuality(sentence, discourse, action, standing, object);
    }

    Sides find() {
        if (action.how() == Construction.GAPPED && EchoFinder.isNumberFromAnother(sentence, action.at())) {
            return ofAnother();
        }
        if (action.how() == Construction.GAPPED) {
            return again(
                    Side.of(
                            sentence.mentionAt(action.at()).map(Mention::party).stream()
                                    .toList(),
                            "before the number"),
                    Side.NOBODY);
        }
        if (action.how() == Construction.INVERTED) {
            return again(Side.of(agents.between(action.at(), action.objectTo()), "behind 'as did'"), Side.NOBODY);
        }
        Side governing = actors.governing();
        boolean byOthers = action.passive() ? actors.isByWest() : actors.isByUnnamed();
        Side actor = byOthers ? Side.NOBODY : actors.find(governing);
        if (isOfTheExpelled(actor)) {
            actor = Side.NOBODY;
        }
        if (action.how() == Construction.REFUSAL) {
            return refused(actor);
        }
        if (action.how() == Construction.TAKEBACK) {
            return takenBack(governing);
        }
        if (action.how() == Construction.ECHO
                && standing.status() == Status.URGED
                && EchoFinder.isMeant(sentence, action.at())) {
            return askedAgain(governing);
        }
        if (isProtest(actor)) {
            return Sides.NONE;
        }
        if (action.how() == Construction.ECHO || action.how() == Construction.ELLIPSIS) {
            return again(actor, governing.without(actor));
        }
        Side target = targets.find(actor, governing);
        Optional<Told> before = pointsBack()
                ? discourse.lastOf(action.head().objectClass())
                : takesBack() ? discourse.lastOf(action.measure()) : Optional.empty();
        if (before.isPresent()) {
            Sides known = before.get().sides();
            boolean ofBody = known.actor().parties().stream().anyMatch(party -> Words.BODIES.contains(party.code()));
            if (actor.isEmpty()
                    || takesBack()
                    || (ofBody && actor.parties().equals(governing.parties()))
                    || (action.passive() && standing.status() == Status.URGED)) {
                actor = known.actor().without(target).because("who did it before");
            }
            if (target.isEmpty()) {
                boolean answered = actor.parties().equals(known.target().parties());
                target = (answered ? known.actor() : known.target())
                        .without(actor)
                        .because("on whom it bore before");
            }
        }
        if (mutuality.isMutual()) {
            return mutuality.mutual(actor, target);
        }
        if (targets.isOrderedItself() && !governing.isEmpty()) {
            Side host = target;
            Side orderer = Side.of(agents.after(standing.cue() + 1, FARTHEST_SUBJECT, Words.BY), "behind 'by'")
                    .orElse(() -> host.because("where it is ordered to"))
                    .without(governing);
            return guess(orderer, Side.of(governing.parties(), TargetFinder.ORDERED), Side.NOBODY);
        }
        Side ordered = targets.ordered();
        if (!ordered.isEmpty() && standing.status() != Status.ADOPTED) {
            actor = governing.because("who demands it of whose people are there");
        }
        if (!ordered.isEmpty()) {
            target = ordered.without(actor);
        }
        if (actor.parties().size() == 2 && target.isEmpty() && isDoneTogether()) {
            Side known = broken(actor);
            return known.isEmpty() ? mutuality.mutual(actor, target) : guess(actor, known, governing);
        }
        if (actor.isEmpty() && target.isEmpty() && standing.status() == Status.URGED && object.isDefinite()) {
            Sides known = discourse
                    .lastOf(action.head().objectClass())
                    .map(Told::sides)
                    .orElse(Sides.NONE);
            actor = known.actor().because("whose measure was told before");
            target = known.target().because("on whom it bore before");
        }
        if (target.isEmpty()
                && standing.status() == Status.URGED
                && action.head().move() == Move.LIFT
                && !bearsOnSomethingElse()) {
            Side asked = actor;
            target = discourse
                    .targetOf(action.measure(), asked)
                    .because("on whom such a measure of theirs bore before")
                    .orElse(() -> beside(asked, false))
                    .orElse(() -> governing.parties().size() == 1 ? governing : Side.NOBODY)
                    .without(asked);
        }
        if (actor.isEmpty()
                && target.parties().equals(governing.parties())
                && object.isDefinite()
                && asksForOthers(governing)) {
            Sides known = discourse.last().orElseThrow().sides();
            actor = known.actor().because("whose measure was told before");
            target = known.target().because("on whom it bore before");
        }
        return asksOfUnion(actor, governing)
                ? guess(union(), target, governing.isEmpty() ? actor : governing)
                : guess(actor, target, governing);
    }

    /** Britain, after it expelled Russian diplomats: whoever it is, not Russia. */
    private boolean isOfTheExpelled(Side actor) {
        return action.measure() == Measure.EXPULSION
                && action.how() == Construction.ACTIVE
                && !actor.isEmpty()
                && actor.parties().equals(object.parties());
    }

    /** Finland proposed sanctions, after the EU imposed some: a member asks for what its union decides. */
    private boolean asksOfUnion(Side actor, Side governing) {
        boolean asks = standing.status() == Status.PROPOSED || standing.status() == Status.URGED;
        boolean refuses = standing.status() == Status.REJECTED && action.head().move() == Move.LIFT;
        Side member = refuses || governing.isEmpty() ? actor : governing;
        return (asks || refuses)
                && action.measure() == Measure.SANCTIONS
                && !member.isEmpty()
                && (actor.isEmpty() || actor.parties().equals(member.parties()))
                && member.parties().stream().allMatch(party -> Words.EU_MEMBERS.contains(party.code()))
                && discourse
                        .lastOf(Measure.SANCTIONS)
                        .or(discourse::last)
                        .filter(told -> told.sides().actor().parties().contains(Words.EU))
                        .isPresent();
    }

    private static Side union() {
        return Side.of(List.of(Words.EU), "the union whose measure a member asks for");
    }

    /** Turkey called for the blockade of Qatar to be lifted: who asks has no part in what was told last. */
    private boolean asksForOthers(Side governing) {
        return !governing.isEmpty()
                && discourse
                        .last()
                        .map(Told::sides)
                        .filter(sides ->
                                !sides.actor().isEmpty() && !sides.target().isEmpty())
                        .filter(sides -> governing
                                .without(sides.actor().with(sides.target()))
                                .equals(governing))
                        .isPresent();
    }

    /** Takes from the article so far the side that the sentence leaves unnamed. */
    private Sides guess(Side actor, Side target, Side governing) {
        if (actor.isEmpty() && actors.isByOthers()) {
            return new Sides(actor, target, governing, false, 0);
        }
        int guessed = 0;
        if (actor.isEmpty() && target.isEmpty() && discourse.lastInSentence().isPresent()) {
            Told last = discourse.lastInSentence().get();
            boolean answers =
                    action.measure() == Measure.SUMMONS && last.action().measure() != Measure.SUMMONS;
            Sides sides = last.sides();
            actor = (answers ? sides.target() : sides.actor()).because("between whom the sentence told something else");
            target =
                    (answers ? sides.actor() : sides.target()).because("between whom the sentence told something else");
            guessed += 2;
        } else if (actor.isEmpty() && target.isEmpty() && discourse.last().isPresent()) {
            Told last = discourse.last().get();
            boolean otherWay = isOtherWay(last.action());
            Sides sides = last.sides();
            actor = (otherWay ? sides.target() : sides.actor()).because("between whom something was told last");
            target = (otherWay ? sides.actor() : sides.target()).because("between whom something was told last");
            guessed += 2;
        }
        boolean othersAsk = !governing.isEmpty() || PENALTIES.contains(action.measure());
        if (actor.isEmpty() && standing.status() == Status.URGED && othersAsk) {
            actor = beside(target, true).without(governing);
            guessed += actor.isEmpty() ? 0 : 1;
        } else if (actor.isEmpty() && NEVER_ALONE.contains(action.head().objectClass())) {
            actor = beside(target, true);
            guessed += actor.isEmpty() ? 0 : 1;
        } else if (actor.isEmpty()) {
            Side bearing = target;
            actor = beside(target, true)
                    .orElse(() ->
                            Side.of(agents.scene(), "where the sentence is set").without(bearing))
                    .orElse(() -> Side.of(discourse.lastSubject(), "the subject so far")
                            .without(bearing))
                    .orElse(() -> named(bearing));
            guessed += actor.isEmpty() ? 0 : 1;
        }
        if (target.isEmpty() && !actor.isEmpty()) {
            target = elsewhere(actor, governing.without(actor)).without(object.owners());
            guessed++;
        }
        return new Sides(actor, target, governing.without(actor), false, guessed);
    }

    /** Bolivia broke with Israel, the Chilean and the Peruvian government have not: with whom others just broke, or might. */
    private Side broken(Side actor) {
        return discourse
                .lastOf(action.measure())
                .filter(told -> action.measure() == Measure.RELATIONS
                        && action.head().move() == Move.IMPOSE
                        && told.action().head().move() == Move.IMPOSE
                        && !told.sides().mutual())
                .map(told -> told.sides().target().without(actor).because("with whom another broke before"))
                .orElse(Side.NOBODY);
    }

    /** Two who sever, or restore, have each other to do it with. */
    private boolean isDoneTogether() {
        return action.measure() == Measure.RELATIONS
                || (action.measure() == Measure.RECALL && !discourse.hasTold())
                || sentence.word(action.at() - 1).equals("each")
                || (action.head().move() == Move.LIFT
                        && (action.measure() == Measure.MISSION
                                || action.measure() == Measure.RECALL
                                || action.measure() == Measure.VISAS));
    }

    /** Who does the same to whom: the target in answer, any other beside the actor. */
    private Sides again(Side actor, Side speaker) {
        Side target = EchoFinder.example(sentence, action.at(), discourse)
                .or(() -> discourse.inSentence().stream()
                        .filter(told -> told.action().measure() == action.measure()
                                && !told.action().embedded())
                        .findFirst())
                .or(() -> EchoFinder.source(sentence, action.at(), discourse))
                .map(Told::sides)
                .map(known -> !actor.isEmpty() && actor.without(known.target()).isEmpty()
                        ? known.actor().because("to whom it is answered")
                        : known.target().because("to whom it was done before"))
                .orElse(Side.NOBODY);
        Side named = Side.of(agents.after(action.objectTo(), FARTHEST_SUBJECT, Words.TO), "to whom it is done too");
        Side bearing = named.orElse(() -> target).without(actor);
        boolean guessed = actor.isEmpty() && standing.status() != Status.URGED;
        return new Sides(actor, bearing, speaker, false, guessed ? 1 : 0);
    }

    /** Israel rejected the step: who is hit by what was done has no part in whether it is done. */
    private boolean isProtest(Side actor) {
        return action.how() == Construction.ECHO
                && standing.status() == Status.REJECTED
                && standing.isGoverned()
                && !actor.isEmpty()
                && discourse
                        .last()
                        .filter(told -> told.status() == Status.ADOPTED
                                && actor.without(told.sides().target()).isEmpty())
                        .isPresent();
    }

    /** 27 from Spain: by whom the others are expelled. */
    private Sides ofAnother() {
        Side actor = discourse
                .lastInSentence()
                .map(told -> told.sides().actor())
                .orElse(Side.NOBODY)
                .because("whose verb is left out");
        Side target = Side.of(agents.after(action.at(), FARTHEST_SUBJECT, Words.OF_OR_FROM), "behind the number");
        return new Sides(actor, target.without(actor), Side.NOBODY, false, 0);
    }

    /** Who else asks for what was told last. */
    private Sides askedAgain(Side asking) {
        Sides known = discourse.last().map(Told::sides).orElse(Sides.NONE);
        Side actor = known.actor().because("whose measure was spoken of");
        Side target = known.target().because("on whom it would bear");
        return new Sides(actor, target, asking.without(actor), known.mutual(), 1);
    }

    /** Only who did it can take it back. */
    private Sides takenBack(Side governing) {
        Sides known = EchoFinder.undone(sentence, action.at(), discourse)
                .or(discourse::lastAnswerable)
                .map(Told::sides)
                .orElse(Sides.NONE);
        Side actor = known.actor().because("who did it before");
        if (!governing.isEmpty() && governing.without(actor).isEmpty()) {
            return Sides.NONE; // nobody asks for what was done by nobody else to be undone
        }
        Side target = known.target().because("on whom it bore before");
        return new Sides(actor, target, governing.without(actor), known.mutual(), 1);
    }

    /** Who refuses what was asked, offered or threatened; what is done already cannot be refused. */
    private Sides refused(Side refuser) {
        Sides known = discourse
                .lastRefusable()
                .filter(told -> told.status() != Status.REJECTED)
                .filter(told -> told.status() != Status.ADOPTED
                        || !refuser.without(told.sides().actor()).isEmpty())
                .map(Told::sides)
                .orElse(Sides.NONE);
        Side actor = known.actor().because("whose measure was spoken of");
        Side target = known.target().because("on whom it would have borne");
        return new Sides(actor.orElse(() -> refuser), target, refuser.without(actor), false, 1);
    }

    /** To call off the summons: only who took the step can take it back. */
    private boolean takesBack() {
        return STEPS.contains(action.head().objectClass());
    }

    private boolean pointsBack() {
        return action.objectTo() - action.objectFrom() == 1
                && ((action.how() == Construction.POINTING_BACK && action.at() == action.objectFrom())
                        || sentence.isAnyOf(action.objectFrom(), Words.OBJECT_PRONOUNS)
                        || sentence.isAnyOf(action.objectFrom(), Words.PASSIVE_PRONOUNS));
    }

    /** Who stood on the other side when the same kind of measure was told with these last: told again, or answered. */
    private Side beside(Side known, boolean knownIsTarget) {
        Optional<Told> last = discourse
                .lastOf(action.head().objectClass())
                .filter(told -> told.action().measure() == action.measure())
                .or(() -> discourse.lastOf(action.measure()))
                .or(() -> discourse.lastOf(action.head().objectClass()))
                .or(discourse::last)
                .filter(told -> told.status() != Status.REJECTED
                        || known.without(told.sides().actor()).isEmpty()
                        || !knownIsTarget);
        if (last.isEmpty() || known.isEmpty()) {
            return Side.NOBODY;
        }
        Sides sides = last.get().sides();
        boolean recalledBefore = isOtherWay(last.get().action());
        Side same = knownIsTarget ? sides.target() : sides.actor();
        Side opposite = knownIsTarget ? sides.actor() : sides.target();
        if (known.without(same).isEmpty()) {
            return opposite.without(known).because("who stood on the other side before");
        }
        if (known.without(opposite).isEmpty()) {
            return same.without(known).because("who is answered");
        }
        if (knownIsTarget || NEVER_GUESSED.contains(action.head().objectClass())) {
            return Side.NOBODY;
        }
        Side bearing = recalledBefore || punishes(last.get()) ? sides.actor() : sides.target();
        return bearing.orElse(sides::target).without(known).because("on whom the last thing told bore");
    }

    /** Who recalls his ambassador has none to expel or to summon there. */
    private boolean isOtherWay(Action other) {
        return (other.measure() == Measure.RECALL && OF_GUESTS.contains(action.measure()))
                || (action.measure() == Measure.RECALL && OF_GUESTS.contains(other.measure()));
    }

    /** After an expulsion, a third party's sanctions are meant for who expelled. */
    private boolean punishes(Told last) {
        return PENALTIES.contains(action.measure())
                && !PENALTIES.contains(last.action().measure())
                && last.action().head().move() == Move.IMPOSE
                && action.head().move() == Move.IMPOSE;
    }

    /** The other party of this sentence, or of the article. */
    private Side elsewhere(Side actor, Side speaker) {
        if (bearsOnSomethingElse()) {
            return Side.NOBODY;
        }
        Side others = Side.of(
                        sentence.mentions.stream()
                                .filter(mention -> mention.kind() != Mention.Kind.PLACE)
                                .filter(mention -> !agents.isCompared(mention)
                                        && !EchoFinder.isNumberOfAnother(sentence, mention.to()))
                                .map(Mention::party)
                                .filter(party -> !object.owners().contains(party))
                                .distinct()
                                .toList(),
                        "the other party of the sentence")
                .without(actor)
                .without(speaker)
                .without(membersOf(actor));
        Side here = standing.status() == Status.ADOPTED && action.measure() != Measure.SANCTIONS
                ? others
                : others.without(sayer()).orElse(() -> others);
        boolean one = here.parties().size() == 1 && !bearsOnUnknown();
        Side beside = discourse.inSentence().stream()
                .filter(told -> told.sides().actor().parties().equals(here.parties()))
                .map(told -> told.sides().target().without(actor))
                .filter(side -> !side.isEmpty())
                .findFirst()
                .orElse(Side.NOBODY);
        if (!beside.isEmpty()) {
            return beside.because("on whom the other party's measure bears");
        }
        if (one && here.parties().equals(agents.mainSubject())) {
            return here;
        }
        Side known = discourse
                .targetOf(action.measure(), actor)
                .because("on whom such a measure of theirs bore before")
                .without(actor)
                .orElse(() -> beside(actor, false))
                .orElse(() -> isBare() ? ofBareBan(actor) : Side.NOBODY);
        if (!known.isEmpty() || one) {
            return known.orElse(() -> here);
        }
        boolean asks = PENALTIES.contains(action.measure())
                && (action.head().move() == Move.IMPOSE || speaker.parties().size() > 1);
        return NEVER_GUESSED.contains(action.head().objectClass())
                ? Side.NOBODY
                : named(Side.of((asks ? Side.of(actor.with(speaker), "") : actor).with(membersOf(actor)), ""));
    }

    /** Those on whom its own measures do not bear: of the union, those of its members that the article names. */
    private Side membersOf(Side body) {
        return body.parties().contains(Words.EU)
                ? Side.of(
                        discourse.named().stream()
                                .filter(party -> Words.EU_MEMBERS.contains(party.code()))
                                .toList(),
                        "its members")
                : Side.NOBODY;
    }

    /** Germany suggested that the EU might: who says of somebody else what is done. */
    private Side sayer() {
        for (int at = action.first() - 1; at > 0; at--) {
            if (sentence.word(at).equals("that")) {
                return Side.of(agents.first(at), "who says so");
            }
        }
        return Side.NOBODY;
    }

    /** On whom a ban of which nothing is said would bear: as that party's measures, or as what was told last. */
    private Side ofBareBan(Side actor) {
        return discourse
                .targetOf(actor)
                .because("on whom their measure bore before")
                .orElse(() -> discourse
                        .lastPenalty()
                        .map(told -> told.sides().target())
                        .orElse(Side.NOBODY)
                        .because("on whom what was told last would bear"));
    }

    /** Sanctions on Ilan Shor: somebody is named, whose state is not. */
    private boolean bearsOnUnknown() {
        int name = action.objectTo() + 1;
        return (sentence.word(name - 1).equals("on") || sentence.word(name - 1).equals("against"))
                && name + 1 < sentence.size()
                && sentence.tokens.get(name).isCapitalised()
                && sentence.mentionAt(name).isEmpty()
                && sentence.mentionAt(name + 1).isEmpty();
    }

    /** No grounds for a ban: restrictions of which nothing is said but that. */
    private boolean isBare() {
        return action.head().objectClass().equals("restrictions")
                && action.how() == Construction.GOVERNED
                && !sentence.isAnyOf(action.objectTo(), Words.PREPOSITIONS);
    }

    /** Bans on candidates, restrictions on trading: what they bear on is said, and it is no party. */
    private boolean bearsOnSomethingElse() {
        return NEVER_GUESSED.contains(action.head().objectClass())
                && sentence.word(action.objectTo()).equals("on")
                && !sentence.isAnyOf(action.objectTo() + 1, Words.OBJECT_PRONOUNS)
                && !sentence.isAnyOf(action.objectTo() + 1, Words.POSSESSIVES)
                && action.measure() == Measure.RESTRICTIONS
                && object.owners().isEmpty()
                && agents.between(action.objectTo(), action.objectTo() + FARTHEST_SUBJECT)
                        .isEmpty();
    }

    /** Whom the article names most, besides these. */
    private Side named(Side than) {
        return discourse
                .other(than.parties())
                .map(party -> Side.of(List.of(party), "whom the article names most"))
                .orElse(Side.NOBODY);
    }
}
