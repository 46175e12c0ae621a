package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds who does an action to whom, and who else asks for it or refuses it: by the sentence, else by the article so far. */
final class SidesFinder extends SideFinder {

    /** Classes of objects that are steps taken before. */
    static final WordSet STEPS = WordSet.of("summonses", "expulsions");

    static final int FARTHEST_SUBJECT = 5;

    /** What is done to people of whom an article goes on to tell. */
    private static final Set<Measure> OF_PEOPLE = Set.of(Measure.RECALL, Measure.EXPULSION, Measure.SUMMONS);

    /** What two states do to each other's people where it is not said whose they are. */
    private static final Set<Measure> OF_ENVOYS = Set.of(Measure.RECALL, Measure.EXPULSION);

    /** How verbs begin by which a deal, a law or a row binds somebody. */
    private static final List<String> BINDING = List.of("forc", "oblig", "requir", "compel", "commit");

    /** How verbs begin of calling somebody home. */
    private static final List<String> CALLING_HOME = List.of("recall", "withdr");

    /** What two open, each to the other. */
    private static final WordSet OPENED = WordSet.of("borders", "flight-bans", "air-links");

    /** What two states share: what is done to it between them, both do. */
    private static final WordSet SHARED = WordSet.of("borders", "airspace", "air-links");

    private static final WordSet DISCUSSING = WordSet.of("discuss", "study", "talks on", "talks about");

    private static final int FARTHEST_ARTICLE = 3;
    private static final int FARTHEST_AGENT = 6;

    private final SubjectFinder subjects;
    private final SpeakerFinder speakers;
    private final ActorFinder actors;
    private final TargetFinder targets;
    private final Mutuality mutuality;
    private final EchoSides echoes;
    private final MissingSides missing;
    private final Stakes stakes;
    private final BodySides bodies;

    SidesFinder(Setting setting) {
        super(setting);
        this.subjects = new SubjectFinder(setting);
        this.speakers = new SpeakerFinder(setting, subjects);
        this.actors = new ActorFinder(setting, subjects, speakers);
        this.targets = new TargetFinder(setting);
        this.mutuality = new Mutuality(setting);
        this.echoes = new EchoSides(setting);
        this.missing = new MissingSides(setting);
        this.stakes = new Stakes(setting, subjects);
        this.bodies = new BodySides(setting, targets);
    }

    Sides find() {
        if (action.how() == Construction.GAPPED || action.how() == Construction.INVERTED) {
            return leftOut();
        }
        Side governing = governing();
        Side receiver = stakes.receiver();
        Side actor = actor(governing).without(receiver);
        return pointingBack(actor, governing)
                .or(() -> ofDescribed(governing))
                .orElseGet(() -> said(actor, receiver, governing));
    }

    /** Ten from Poland, three from Latvia; as did Latvia: where the verb is left out or stands elsewhere. */
    private Sides leftOut() {
        if (action.how() == Construction.INVERTED) {
            return echoes.again(
                    Side.of(agents.between(action.at(), action.objectTo()), "behind 'as did'"), Side.NOBODY);
        }
        return EchoFinder.isNumberFromAnother(sentence, action.at())
                ? echoes.ofAnother()
                : echoes.again(Side.of(sentence.mentionAt(action.at()), "before the number"), Side.NOBODY);
    }

    /** Who does it, as far as the sentence says. */
    private Side actor(Side governing) {
        if (isOfItsOwn()) {
            return Side.of(object.bearers(), "whose people they are");
        }
        boolean byOthers = action.passive() ? actors.unnamed.isByWest() : actors.unnamed.isByUnnamed();
        Side actor = byOthers ? Side.NOBODY : actors.find(governing);
        boolean other = isOfTheExpelled(actor)
                || isCalledHomeFrom(actor)
                || isOfWhoIsMeant(actor)
                || targets.isBorneBy(actor)
                || missing.dependsOn(actor);
        return other ? Side.NOBODY : actor.orElse(actors::heading).orElse(actors::ofDateline);
    }

    /** Between whom it is where the words only stand for what was told before; nobody where they protest at it. */
    private Optional<Sides> pointingBack(Side actor, Side governing) {
        boolean echo = action.how() == Construction.ECHO;
        if (action.how() == Construction.REFUSAL) {
            return Optional.of(echoes.refused(actor));
        }
        if (action.how() == Construction.TAKEBACK) {
            return Optional.of(echoes.takenBack(governing));
        }
        if (echo && standing.status() == Status.URGED && Repetitions.isMeant(sentence, action.at())) {
            return Optional.of(echoes.askedAgain(governing));
        }
        if (echoes.isProtest(actor)
                || echoes.isProtestAtKnown(actor, object)
                || (actor.isEmpty() && targets.isCondemned())) {
            return Optional.of(Sides.NONE);
        }
        if (echo && Repetitions.isMore(sentence, action.at()) && mutuality.isMutual()) {
            return Optional.of(mutuality.mutual(actor, Side.NOBODY));
        }
        return echo || action.how() == Construction.ELLIPSIS
                ? Optional.of(echoes.again(actor, governing.without(actor)))
                : Optional.empty();
    }

    /** Between whom it is by the words of the sentence, and where they leave it open, by what was told. */
    private Sides said(Side named, Side receiver, Side governing) {
        Side target = target(named, receiver, governing);
        Sides meant = ofToldBefore(new Sides(named, target, governing, false, 0));
        return knownDoing()
                .or(() -> whileItGoesOn(meant))
                .or(() -> isOfTheHit(meant))
                .or(() -> mutuality.isMutual()
                        ? Optional.of(
                                mutuality.mutual(meant.actor(), meant.target()).askedBy(meant.speaker()))
                        : Optional.empty())
                .or(() -> orderedItself(meant))
                .orElseGet(() -> ordered(meant));
    }

    /** On whom it bears, or else who has a stake in it and is not who does it. */
    private Side target(Side actor, Side receiver, Side governing) {
        Side target = (receiver.isEmpty() ? targets.find(actor, governing).orElse(speakers::receiver) : receiver)
                .without(actor);
        return target.orElse(() -> actor.isEmpty() ? missing.threatened() : Side.NOBODY)
                .orElse(() -> stakes.opining().without(actor))
                .orElse(() -> stakes.waiting().without(actor))
                .orElse(() -> isAskedOfOwner() ? governing.without(actor) : Side.NOBODY);
    }

    /** Turkey wants Canada to drop its ban on optics: who wants it bears it, where nobody else does. */
    private boolean isAskedOfOwner() {
        return standing.status() == Status.URGED
                && action.head().move() == Move.LIFT
                && action.how() == Construction.ACTIVE
                && object.isPossessed();
    }

    /** The closure of the consulate: between whom it was told before. */
    private Optional<Sides> knownDoing() {
        return isKnownDoing() || isTheDecision()
                ? lastKnown()
                        .filter(known -> isKnownDoing()
                                || known.actor().with(known.target()).containsAll(object.bearers()))
                        .map(known -> completed(
                                known.actor().because("who did it before"),
                                known.target().because("on whom it bore before"),
                                Side.NOBODY))
                : Optional.empty();
    }

    /** Recalled them; called off the summons: with the sides of what is meant, where these words name none. */
    private Sides ofToldBefore(Sides sides) {
        Optional<Told> before = pointsBack()
                ? discourse.lastOf(action.head().objectClass())
                : takesBack() ? discourse.lastOf(action.measure()) : Optional.empty();
        if (before.isEmpty()) {
            boolean definite = object.isDefinite()
                    && sides.target().isEmpty()
                    && discourse.lastOf(action.head().objectClass()).isEmpty();
            return pointsBack() || definite ? ofNamedBefore(sides) : sides;
        }
        Sides known = before.get().sides();
        if (isCalledHome(before.get()) && sides.actor().isEmpty()) {
            Side home = known.target().because("whose people they are");
            return sides.between(home, known.actor().without(home).because("who acted against them before"));
        }
        Side actor = sides.actor();
        Side target = sides.target();
        boolean undoesNothing =
                takesBack() && discourse.targetOf(action.measure(), actor).isEmpty();
        boolean asksBody = known.actor().hasBody()
                && actor.parties().equals(sides.speaker().parties());
        boolean asked = action.passive() && standing.status() == Status.URGED;
        if (actor.isEmpty() || undoesNothing || asksBody || asked) {
            actor = known.actor().without(target).because("who did it before");
        }
        if (target.isEmpty()) {
            boolean answered = actor.parties().equals(known.target().parties());
            target = (answered ? known.actor() : known.target()).without(actor).because("on whom it bore before");
        }
        return sides.between(actor, target);
    }

    /** Two Peruvian diplomats were seen. Kenya expelled them: with whoever is named beside what the pronoun stands for. */
    private Sides ofNamedBefore(Sides sides) {
        String noun = sentence.word(action.objectTo() - 1);
        String pronoun = pointsBack() ? noun : noun.endsWith("s") ? "they" : "it";
        Optional<Antecedent> named =
                discourse.antecedent(action.head().objectClass(), pronoun, action.objectFrom() - 1);
        if (named.isEmpty()) {
            return sides;
        }
        Side owners = Side.of(named.get().owners(), "named beside what the pronoun stands for");
        Side others = Side.of(named.get().others(), "named beside what the pronoun stands for");
        boolean ofOwner = action.measure() == Measure.EXPULSION || action.measure() == Measure.SUMMONS;
        if (action.measure() == Measure.RECALL && standing.status() == Status.URGED && !owners.isEmpty()) {
            return sides.between(
                    owners, others.without(owners).orElse(() -> sides.speaker().without(owners)));
        }
        Side actor = sides.actor().isEmpty() && !ofOwner ? owners : sides.actor();
        Side target = sides.target()
                .orElse(() -> ofOwner
                        ? owners.without(actor).orElse(() -> others.without(actor))
                        : others.without(actor).orElse(() -> owners.without(actor)));
        return sides.between(actor, target);
    }

    /** Summoned the envoy, but he had been recalled: not by who summoned him. */
    private boolean isCalledHome(Told before) {
        Measure told = before.action().measure();
        return action.measure() == Measure.RECALL
                && action.head().move() == Move.IMPOSE
                && (told == Measure.SUMMONS || told == Measure.EXPULSION);
    }

    /** Its embassy was ordered to close: who orders it, and whose people or mission it is. */
    private Optional<Sides> orderedItself(Sides sides) {
        Side governing = sides.speaker();
        if (!targets.isOrderedItself() || governing.isEmpty()) {
            return Optional.empty();
        }
        Side orderer = Side.of(agents.after(standing.cue() + 1, FARTHEST_SUBJECT, Words.BY), "behind 'by'")
                .orElse(() -> sides.target().because("where it is ordered to"))
                .orElse(this::seat)
                .without(governing);
        return Optional.of(completed(orderer, Side.of(governing.parties(), TargetFinder.ORDERED), Side.NOBODY));
    }

    /** Ordered Poland to close its embassy: it bears on Poland, by who orders or demands it; whom a court or a row forces to does it himself. */
    private Sides ordered(Sides sides) {
        Side ordered = targets.ordered();
        if (ordered.isEmpty()) {
            return between(sides);
        }
        Side governing = sides.speaker();
        boolean byHost = action.measure() == Measure.EXPULSION || action.measure() == Measure.MISSION;
        if (governing.isEmpty() && (!byHost || Words.beginsWithAny(sentence.word(standing.cue()), BINDING))) {
            Side target = sides.target().without(ordered);
            return completed(ordered.because("whom something forces to"), target, Side.NOBODY);
        }
        Side actor = standing.status() == Status.ADOPTED
                ? sides.actor()
                : governing.because("who demands it of whose people are there");
        return between(sides.between(actor, ordered.without(actor)));
    }

    private Sides between(Sides sides) {
        return together(sides).orElseGet(() -> {
            Sides whole = askedForOthers(ofRelief(ofDefinite(byImposer(sides))));
            return answered(whole).orElseGet(() -> completed(bodies.of(whole)));
        });
    }

    /** Two that sever relations, the border between two: each does it with the other; property that one of two returns to the other. */
    private Optional<Sides> together(Sides sides) {
        Side actor = sides.actor();
        Side target = sides.target();
        Side owner = Side.of(object.parties(), "whose property it is");
        if (actor.parties().size() == 2
                && owner.parties().size() == 1
                && actor.parties().containsAll(owner.parties())
                && PassiveActors.isOfTaken(sentence, action)) {
            return Optional.of(
                    new Sides(actor.without(owner), owner, sides.speaker().without(owner), false, 0));
        }
        if (actor.parties().size() == 2 && target.isEmpty() && isDoneTogether(actor)) {
            Side known = third(actor).orElse(() -> broken(actor));
            return Optional.of(
                    known.isEmpty() ? mutuality.mutual(actor, target) : completed(actor, known, sides.speaker()));
        }
        boolean shared = action.measure() == Measure.RELATIONS
                || SHARED.contains(action.head().objectClass());
        boolean byThird = action.head().objectClass().equals("borders")
                && target.without(actor).parties().size() == 2
                && sentence.word(action.objectTo()).equals("between");
        return (actor.isEmpty() || byThird) && shared && isBetweenTwo(target)
                ? Optional.of(mutuality.mutual(Side.NOBODY, target))
                : Optional.empty();
    }

    /** Norway and Peru condemned Kenya and cut ties (with it): another one that both are at odds with. */
    private Side third(Side actor) {
        boolean withIt = sentence.word(action.objectTo()).equals("with")
                && sentence.isAnyOf(action.objectTo() + 1, Words.OBJECT_PRONOUNS);
        return Side.of(
                sentence.mentions.stream()
                        .filter(mention -> mention.to() <= action.at()
                                && mention.kind() == Mention.Kind.NAME
                                && !actor.parties().contains(mention.party())
                                && (withIt || sentence.isAnyOf(mention.from() - 1, Agency.ACCUSING)))
                        .reduce((earlier, later) -> later),
                "with whom both are at odds");
    }

    private boolean isBetweenTwo(Side target) {
        boolean between = sentence.word(action.objectTo()).equals("between")
                || (action.passive() && sentence.word(action.last() + 1).equals("between"));
        return target.parties().size() == 2 && (between || object.parties().size() == 2);
    }

    /** The sanctions between the US and Iran, which the two discussed to lift: by which of them they are. */
    private Sides byImposer(Sides sides) {
        boolean between = sides.actor().isEmpty() && isBetweenTwo(sides.target());
        boolean discussed = sides.target().isEmpty()
                && sides.actor().parties().size() == 2
                && action.head().objectClass().equals("sanctions")
                && sentence.hasCueAt(standing.cue(), DISCUSSING);
        if (!between && !discussed) {
            return sides;
        }
        Side two = between ? sides.target() : sides.actor();
        Side imposer = Side.of(
                two.parties().stream()
                        .filter(party -> Words.IMPOSERS.contains(party.code()))
                        .limit(1)
                        .toList(),
                "which of the two imposes such measures");
        return sides.between(imposer, two.without(imposer));
    }

    /** Called for the sanctions to be lifted: those of which the article told. */
    private Sides ofDefinite(Sides sides) {
        boolean open = sides.actor().isEmpty()
                && sides.target().isEmpty()
                && standing.status() == Status.URGED
                && object.isDefinite();
        return open
                ? ofBefore(
                        sides,
                        discourse
                                .lastOf(action.head().objectClass())
                                .map(Told::sides)
                                .orElse(Sides.NONE))
                : sides;
    }

    private static Sides ofBefore(Sides sides, Sides known) {
        return sides.between(
                known.actor().because("whose measure was told before"),
                known.target().because("on whom it bore before"));
    }

    /** Asked the US for relief: on whom such a measure of theirs bore, or who asks. */
    private Sides ofRelief(Sides sides) {
        boolean open = sides.target().isEmpty()
                && standing.status() == Status.URGED
                && action.head().move() == Move.LIFT
                && !missing.bearsOnSomethingElse();
        if (!open) {
            return sides;
        }
        Side asked = sides.actor();
        Side governing = sides.speaker();
        Side target = discourse
                .targetOf(action.measure(), asked)
                .because("on whom such a measure of theirs bore before")
                .orElse(() -> missing.beside(asked, false))
                .orElse(() -> bodies.ofUnion(governing))
                .orElse(() -> governing.parties().size() == 1 && !governing.hasBody() ? governing : Side.NOBODY)
                .without(asked);
        return sides.between(asked, target);
    }

    /** Turkey called for the blockade to be lifted: of another, by another. */
    private Sides askedForOthers(Sides sides) {
        Side governing = sides.speaker();
        boolean others = sides.actor().isEmpty()
                && sides.target().parties().equals(governing.parties())
                && object.isDefinite()
                && (asksForOthers(governing) || asksAgain(governing));
        return others ? ofBefore(sides, discourse.last().orElseThrow().sides()) : sides;
    }

    /** Cut its ties over the seizure: who did what is answered so. */
    private Optional<Sides> answered(Sides sides) {
        if (!isReasonOf(sides.actor())) {
            return Optional.empty();
        }
        Side target = sides.target();
        Sides answered = discourse.lastInSentence().orElseThrow().sides();
        boolean goesOn =
                !target.isEmpty() && target.parties().equals(answered.target().parties());
        return Optional.of(
                goesOn
                        ? completed(answered.actor().because("who goes on"), target, Side.NOBODY)
                        : completed(
                                answered.target().because("who is answered for it"),
                                target.without(answered.target())
                                        .orElse(() -> answered.actor().because("who answers it")),
                                Side.NOBODY));
    }

    /** Unless the sanctions imposed on Iran by the council are lifted: by and on whom those are that a participle describes. */
    private Optional<Sides> ofDescribed(Side governing) {
        return discourse.inSentence().stream()
                .filter(told -> action.passive()
                        && (isEndOfDescribed(told.action()) || isBeginOfEnded(told.action()))
                        && told.action().objectFrom() == action.objectFrom()
                        && told.action().measure() == action.measure()
                        && !told.sides().mutual()
                        && !told.sides().actor().isEmpty()
                        && !told.sides().target().isEmpty())
                .findFirst()
                .map(told -> new Sides(
                        told.sides().actor().because("whose measures those are"),
                        told.sides().target().because("on whom they bear"),
                        governing.without(told.sides().actor()),
                        false,
                        0));
    }

    private boolean isEndOfDescribed(Action told) {
        return MissingSides.PENALTIES.contains(action.measure())
                && action.head().move() == Move.LIFT
                && told.embedded();
    }

    /** Lifted the ban on flights that was imposed in June: those between whom it ends. */
    private boolean isBeginOfEnded(Action told) {
        return MissingSides.PENALTIES.contains(action.measure())
                && action.head().move() == Move.IMPOSE
                && told.head().move() == Move.LIFT
                && told.at() < told.objectFrom()
                && !sentence.hasBetween(action.at(), sentence.size(), Words.BY);
    }

    /** Iran cut its ties over a decision to recall envoys, over seizures: who answers something did not do it. */
    private boolean isReasonOf(Side actor) {
        int noun = action.head().form() == Form.BASE ? action.at() - 2 : action.first();
        return Governor.isReason(sentence, action)
                && agents.genitive(noun).isEmpty()
                && discourse
                        .lastInSentence()
                        .map(Told::sides)
                        .filter(answer ->
                                actor.isEmpty() || answer.actor().parties().equals(actor.parties()))
                        .isPresent();
    }

    /** The decision to close the embassy of Iceland: one that was told of. */
    private boolean isTheDecision() {
        return Governor.isDecision(sentence, action)
                && sentence.word(action.at() - 3).equals("the")
                && action.at() - 3 == sentence.clauseStart(action.at())
                && !object.bearers().isEmpty();
    }

    /** The closure of the consulate in Houston: what was told before, where neither whose nor by whom it is is said. */
    private boolean isKnownDoing() {
        if (isOfKnownPeople()) {
            return true;
        }
        if (action.how() != Construction.NOMINAL
                || standing.isGoverned()
                || action.at() >= action.objectFrom()
                || !object.parties().isEmpty()
                || !object.owners().isEmpty()) {
            return false;
        }
        int article = action.at() - 1;
        while (article > action.at() - FARTHEST_ARTICLE
                && sentence.mentionAt(article).isEmpty()
                && !sentence.word(article).equals("the")) {
            article--;
        }
        return sentence.word(article).equals("the")
                && (article == sentence.clauseStart(article)
                        || sentence.word(article - 1).equals(",")
                        || Governor.isReason(sentence, action))
                && !sentence.hasBetween(action.objectTo(), action.objectTo() + FARTHEST_AGENT, Words.BY);
    }

    /** The ambassador had been recalled for consultations: he of whom that was told before. */
    private boolean isOfKnownPeople() {
        return action.passive()
                && !action.embedded()
                && OF_PEOPLE.contains(action.measure())
                && sentence.word(action.objectFrom() - 1).equals("the")
                && action.objectTo() <= action.at()
                && object.parties().isEmpty()
                && !sentence.isAnyOf(action.objectTo(), Words.PREPOSITIONS)
                && !sentence.hasBetween(action.at(), action.at() + FARTHEST_AGENT, Words.BY);
    }

    /** Who proposes, urges or refuses it; calls for the Russian ambassador's expulsion are not Russia's. */
    private Side governing() {
        boolean mayBe = action.passive() && standing.status() == Status.CONSIDERED;
        Side governing = Governor.felt(sentence, standing.cue()) < 0 ? speakers.find() : Side.NOBODY;
        return action.measure() == Measure.EXPULSION && action.head().move() == Move.IMPOSE
                ? governing.without(Side.of(object.parties(), ""))
                : mayBe ? governing.without(actors.asked.borne()).without(inObjectBefore()) : governing;
    }

    /** Its mission in Suva may be closed: who is named in what the modal verb is said of. */
    private List<Party> inObjectBefore() {
        boolean before = action.objectTo() <= standing.cue() && sentence.isAnyOf(standing.cue(), Words.POSSIBLE);
        return before ? agents.between(action.objectFrom(), standing.cue()) : List.of();
    }

    /** Its embassy in Moscow would be required to: where the mission is. */
    private Side seat() {
        return Side.of(
                sentence.mentions.stream()
                        .filter(mention -> mention.to() <= standing.cue()
                                && sentence.word(mention.from() - 1).equals("in")
                                && sentence.isObject(mention.from() - 2))
                        .findFirst(),
                "where the mission is");
    }

    /** Without the side that was guessed, where the union would sanction its members, or a member the union. */
    private Sides withinUnion(Sides guess, Side actor, Side target) {
        boolean wrong = action.measure() == Measure.SANCTIONS
                && guess.guessed() > 0
                && BodySides.isWithinUnion(guess.actor(), guess.target());
        return wrong ? guess.between(actor, target) : guess;
    }

    private Sides completed(Sides sides) {
        return completed(sides.actor(), sides.target(), sides.speaker());
    }

    private Sides completed(Side actor, Side target, Side governing) {
        if (actor.isEmpty() && (actors.unnamed.isByOthers() || actors.asked.asksOthers())) {
            Side host = actors.unnamed.isByUs() ? missing.host().without(target) : Side.NOBODY;
            return new Sides(host, target, governing, false, 0);
        }
        Sides guess = missing.guess(actor, target, governing);
        if (isOfCouncil(guess.target())) {
            Side council = guess.target().because("whose council imposes it");
            Side speaker = standing.status() == Status.ADOPTED ? governing : governing.orElse(guess::actor);
            return missing.guess(council, Side.NOBODY, speaker.without(council));
        }
        Sides sides = withinUnion(guess, actor, target);
        boolean ofAnother = actor.isEmpty() && !sides.actor().isEmpty() && stakes.isOf(sides.actor());
        int guessed = Math.max(0, sides.guessed() - 1);
        return ofAnother ? new Sides(actor, sides.target(), governing, sides.mutual(), guessed) : sides;
    }

    /** Powers backed the return of UN sanctions, Iraq has seen them lifted: the council's, and none bear on it. */
    private boolean isOfCouncil(Side target) {
        return action.measure() == Measure.SANCTIONS
                && action.head().objectClass().equals("sanctions")
                && target.parties().equals(List.of(Words.UN))
                && (object.parties().contains(Words.UN)
                        || action.head().move() == Move.LIFT
                        || sentence.word(action.objectFrom()).equals("snapback"));
    }

    /** No lifting until Russia pulls out of Georgia, Oslo said: nobody of the condition lifts it, but who did impose it, or else says so. */
    private Optional<Sides> whileItGoesOn(Sides known) {
        return known.actor().isEmpty() && !stakes.conditioned().isEmpty()
                ? Optional.of(new Sides(
                        discourse
                                .actorOf(action.measure(), known.target())
                                .because("who did it before")
                                .orElse(() ->
                                        Side.of(agents.voice(), "who says so").without(known.target())),
                        known.target(),
                        Side.NOBODY,
                        false,
                        1))
                : Optional.empty();
    }

    /**
     * Turkey hinted that sanctions could be lifted: who is hit by those that were told of last does not lift them, nor does a state lift
     * those of a body.
     */
    private Optional<Sides> isOfTheHit(Sides known) {
        Side actor = known.actor();
        boolean mayBe = action.passive() && standing.status() == Status.CONSIDERED;
        boolean refused = action.head().move() == Move.LIFT && standing.status() == Status.REJECTED;
        boolean open = (mayBe || refused)
                && action.head().objectClass().equals("sanctions")
                && known.target().isEmpty()
                && !actor.isEmpty();
        return discourse
                .lastOf("sanctions")
                .map(Told::sides)
                .filter(sides -> open
                        && !sides.actor().isEmpty()
                        && (sides.target().parties().equals(actor.parties())
                                || (sides.actor().hasBody() && !actor.hasBody() && object.isDefinite())))
                .map(sides -> new Sides(
                        sides.actor().because("whose sanctions were told of"),
                        sides.target().because("on whom they bear"),
                        actor.because("who speaks of it"),
                        false,
                        1));
    }

    /** Warned of recalling the Russian ambassador: whoever warns, only whose he is recalls him; but Kenya recalls its Somalia ambassador. */
    private boolean isOfItsOwn() {
        boolean verb = action.how() == Construction.ACTIVE
                && action.head().move() == Move.IMPOSE
                && Words.beginsWithAny(sentence.word(action.at()), CALLING_HOME);
        return action.measure() == Measure.RECALL
                && (verb || action.how() == Construction.NOMINAL)
                && !object.isPossessed()
                && object.bearers().size() == 1
                && sentence.mentionAt(VerbChain.start(sentence, action.at()) - 1)
                        .filter(subject -> subject.kind() != Mention.Kind.ADJECTIVE
                                && !object.bearers().contains(subject.party()))
                        .isEmpty();
    }

    /** Britain, after it expelled Russian diplomats, if it lists Russian officials: whoever it is, not Russia. */
    private boolean isOfTheExpelled(Side actor) {
        boolean onPersons = action.measure() == Measure.EXPULSION
                || action.head().objectClass().equals("officials");
        return onPersons
                && action.how() == Construction.ACTIVE
                && !actor.isEmpty()
                && actor.parties().equals(object.parties());
    }

    /** It recalled its envoy from Ottawa: whoever it is, not Canada. */
    private boolean isCalledHomeFrom(Side actor) {
        return action.measure() == Measure.RECALL
                && action.how() == Construction.ACTIVE
                && sentence.word(action.objectTo()).equals("from")
                && sentence.mentionAt(action.objectTo() + 1)
                        .filter(post -> actor.parties().contains(post.party()))
                        .isPresent();
    }

    /** The French envoy was notified of a decision inviting him to leave: whoever it is, not whose envoy he is. */
    private boolean isOfWhoIsMeant(Side actor) {
        return action.measure() == Measure.EXPULSION
                && pointsBack()
                && !actor.isEmpty()
                && discourse
                        .lastOf(action.head().objectClass())
                        .filter(told ->
                                actor.parties().equals(told.sides().target().parties()))
                        .isPresent();
    }

    /** American groups called for the repeal of the ban, which their president is to ease: it is the same of which they speak. */
    private boolean asksAgain(Side governing) {
        return !governing.isEmpty()
                && discourse
                        .last()
                        .filter(told -> told.action().measure() == action.measure()
                                && told.sides().actor().parties().equals(governing.parties()))
                        .isPresent();
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
    private boolean isDoneTogether(Side actor) {
        return action.measure() == Measure.RELATIONS
                || action.head().objectClass().equals("contacts")
                || (OF_ENVOYS.contains(action.measure())
                        && (!discourse.hasTold()
                                || discourse
                                        .last()
                                        .filter(told -> told.sides().mutual()
                                                || told.sides().areBetween(actor))
                                        .isPresent())
                        && object.parties().isEmpty()
                        && (!object.isPossessed() || discourse.named().size() == 2))
                || sentence.word(action.at() - 1).equals("each")
                || (action.head().move() == Move.LIFT
                        && (OPENED.contains(action.head().objectClass())
                                || action.measure() == Measure.MISSION
                                || action.measure() == Measure.RECALL
                                || action.measure() == Measure.VISAS));
    }

    /** To call off the summons: only who took the step can take it back. */
    private boolean takesBack() {
        return STEPS.contains(action.head().objectClass());
    }

    private boolean pointsBack() {
        return action.objectTo() - action.objectFrom() == 1
                && ((action.how() == Construction.POINTING_BACK && action.at() == action.objectFrom())
                        || (action.how() == Construction.POINTING_BACK
                                && (sentence.isAnyOf(action.objectFrom(), Antecedent.PLURAL)
                                        || sentence.isAnyOf(action.objectFrom(), Words.POSSESSIVES)))
                        || sentence.isAnyOf(action.objectFrom(), Words.OBJECT_PRONOUNS)
                        || sentence.isAnyOf(action.objectFrom(), Words.PASSIVE_PRONOUNS));
    }
}
