package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds who does an action to whom, and who else asks for it or refuses it: by the sentence, else by the article so far. */
final class SidesFinder {

    /** Classes of objects that are steps taken before. */
    static final Set<String> STEPS = WordSet.of("summonses", "expulsions");

    static final int FARTHEST_SUBJECT = 5;

    /** Before a lifting, these make of their subject the one on whom the measure bears. */
    private static final Set<String> RECEIVING = WordSet.of(
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

    /** What is done to people of whom an article goes on to tell. */
    private static final Set<Measure> OF_PEOPLE = Set.of(Measure.RECALL, Measure.EXPULSION, Measure.SUMMONS);

    private static final Set<String> PROMISING = WordSet.of(
            "offer", "offers", "offered", "ready", "willing", "prepared", "agreed", "promises", "promised", "pledged");

    private static final Set<String> AT = WordSet.of("at", "in", "to", "before");

    /** What two states share: what is done to it between them, both do. */
    private static final Set<String> PACKAGE = WordSet.of("package", "packages");

    private static final Set<String> SHARED = WordSet.of("borders", "airspace", "air-links");

    private static final int FARTHEST_RECEIVED = 5;
    private static final int FARTHEST_ARTICLE = 3;
    private static final int FARTHEST_AGENT = 6;

    private final MarkedSentence sentence;
    private final Agents agents;
    private final Discourse discourse;
    private final Action action;
    private final Standing standing;
    private final ObjectPhrase object;
    private final SubjectFinder subjects;
    private final SpeakerFinder speakers;
    private final ActorFinder actors;
    private final TargetFinder targets;
    private final Mutuality mutuality;
    private final EchoSides echoes;
    private final MissingSides missing;

    SidesFinder(MarkedSentence sentence, Discourse discourse, Action action, Standing standing) {
        this.sentence = sentence;
        this.agents = new Agents(sentence);
        this.discourse = discourse;
        this.action = action;
        this.standing = standing;
        this.object = new ObjectPhrase(sentence, agents, action);
        this.subjects = new SubjectFinder(sentence, agents, discourse, action);
        this.speakers = new SpeakerFinder(sentence, agents, action, standing, subjects);
        this.actors = new ActorFinder(sentence, agents, discourse, action, standing, object, subjects, speakers);
        this.targets = new TargetFinder(sentence, discourse, agents, action, standing, object);
        this.mutuality = new Mutuality(sentence, discourse, action, standing, object);
        this.echoes = new EchoSides(sentence, agents, discourse, action, standing);
        this.missing = new MissingSides(sentence, agents, discourse, action, standing, object);
    }

    Sides find() {
        if (action.how() == Construction.GAPPED && EchoFinder.isNumberFromAnother(sentence, action.at())) {
            return echoes.ofAnother();
        }
        if (action.how() == Construction.GAPPED) {
            return echoes.again(Side.of(sentence.mentionAt(action.at()), "before the number"), Side.NOBODY);
        }
        if (action.how() == Construction.INVERTED) {
            return echoes.again(
                    Side.of(agents.between(action.at(), action.objectTo()), "behind 'as did'"), Side.NOBODY);
        }
        Side governing = governing();
        boolean byOthers = action.passive() ? actors.isByWest() : actors.isByUnnamed();
        Side actor = byOthers ? Side.NOBODY : actors.find(governing);
        if (isOfItsOwn()) {
            actor = Side.of(object.parties(), "whose people they are");
        }
        if (isOfTheExpelled(actor) || isOfWhoIsMeant(actor) || targets.isBorneBy(actor) || missing.dependsOn(actor)) {
            actor = Side.NOBODY;
        }
        Side receiver = receiver();
        actor = actor.without(receiver);
        if (action.how() == Construction.REFUSAL) {
            return echoes.refused(actor);
        }
        if (action.how() == Construction.TAKEBACK) {
            return echoes.takenBack(governing);
        }
        if (action.how() == Construction.ECHO
                && standing.status() == Status.URGED
                && EchoFinder.isMeant(sentence, action.at())) {
            return echoes.askedAgain(governing);
        }
        if (echoes.isProtest(actor) || (actor.isEmpty() && targets.isCondemned())) {
            return Sides.NONE;
        }
        if (action.how() == Construction.ECHO || action.how() == Construction.ELLIPSIS) {
            return echoes.again(actor, governing.without(actor));
        }
        Optional<Sides> described = ofDescribed(governing);
        if (described.isPresent()) {
            return described.get();
        }
        Side target = (receiver.isEmpty() ? targets.find(actor, governing).orElse(speakers::receiver) : receiver)
                .without(actor);
        if (target.isEmpty() && actor.isEmpty()) {
            target = missing.threatened();
        }
        if (target.isEmpty()) {
            target = opining().without(actor);
        }
        if (target.isEmpty()) {
            target = waiting().without(actor);
        }
        Optional<Sides> doneBefore = isKnownDoing()
                ? discourse.lastKnown(action.measure(), action.head().move())
                : Optional.empty();
        if (doneBefore.isPresent()) {
            Sides known = doneBefore.get();
            return completed(
                    known.actor().because("who did it before"),
                    known.target().because("on whom it bore before"),
                    Side.NOBODY);
        }
        Optional<Told> before = pointsBack()
                ? discourse.lastOf(action.head().objectClass())
                : takesBack() ? discourse.lastOf(action.measure()) : Optional.empty();
        if (before.isPresent()) {
            Sides known = before.get().sides();
            if (actor.isEmpty()
                    || (takesBack()
                            && discourse.targetOf(action.measure(), actor).isEmpty())
                    || (known.actor().hasBody() && actor.parties().equals(governing.parties()))
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
        Optional<Sides> told = isOfTheHit(actor, target);
        if (told.isPresent()) {
            return told.get();
        }
        if (mutuality.isMutual()) {
            return mutuality.mutual(actor, target);
        }
        if (targets.isOrderedItself() && !governing.isEmpty()) {
            Side host = target;
            Side orderer = Side.of(agents.after(standing.cue() + 1, FARTHEST_SUBJECT, Words.BY), "behind 'by'")
                    .orElse(() -> host.because("where it is ordered to"))
                    .orElse(this::seat)
                    .without(governing);
            return completed(orderer, Side.of(governing.parties(), TargetFinder.ORDERED), Side.NOBODY);
        }
        Side ordered = targets.ordered();
        if (!ordered.isEmpty()
                && governing.isEmpty()
                && sentence.word(standing.cue()).startsWith("forc")) {
            return completed(ordered.because("whom something forces to"), target.without(ordered), Side.NOBODY);
        }
        if (!ordered.isEmpty() && standing.status() != Status.ADOPTED) {
            actor = governing.because("who demands it of whose people are there");
        }
        if (!ordered.isEmpty()) {
            target = ordered.without(actor);
        }
        if (actor.parties().size() == 2 && target.isEmpty() && isDoneTogether()) {
            Side known = broken(actor);
            return known.isEmpty() ? mutuality.mutual(actor, target) : completed(actor, known, governing);
        }
        if (actor.isEmpty()
                && (action.measure() == Measure.RELATIONS
                        || SHARED.contains(action.head().objectClass()))
                && target.parties().size() == 2
                && sentence.word(action.objectTo()).equals("between")) {
            return mutuality.mutual(actor, target);
        }
        if (actor.isEmpty()
                && target.parties().size() == 2
                && sentence.word(action.objectTo()).equals("between")) {
            actor = Side.of(
                    target.parties().stream()
                            .filter(party -> Words.IMPOSERS.contains(party.code()))
                            .limit(1)
                            .toList(),
                    "which of the two imposes such measures");
            target = target.without(actor);
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
                && !missing.bearsOnSomethingElse()) {
            Side asked = actor;
            target = discourse
                    .targetOf(action.measure(), asked)
                    .because("on whom such a measure of theirs bore before")
                    .orElse(() -> missing.beside(asked, false))
                    .orElse(() -> ofUnion(governing))
                    .orElse(() -> governing.parties().size() == 1 && !governing.hasBody() ? governing : Side.NOBODY)
                    .without(asked);
        }
        if (actor.isEmpty()
                && target.parties().equals(governing.parties())
                && object.isDefinite()
                && (asksForOthers(governing) || asksAgain(governing))) {
            Sides known = discourse.last().orElseThrow().sides();
            actor = known.actor().because("whose measure was told before");
            target = known.target().because("on whom it bore before");
        }
        if (isReasonOf(actor)) {
            Sides answered = discourse.lastInSentence().orElseThrow().sides();
            if (!target.isEmpty() && target.parties().equals(answered.target().parties())) {
                return completed(answered.actor().because("who goes on"), target, Side.NOBODY);
            }
            return completed(
                    answered.target().because("who is answered for it"),
                    target.without(answered.target())
                            .orElse(() -> answered.actor().because("who answers it")),
                    Side.NOBODY);
        }
        if (isVetoedInCouncil(governing)) {
            return completed(Side.of(List.of(Words.UN), "in whose council they veto"), target, governing);
        }
        if (isProposedInCouncil(actor)) {
            return completed(Side.of(List.of(Words.UN), "in whose council they propose it"), target, actor);
        }
        if (asksOfUnion(actor, governing) || isOfUnion(actor)) {
            Side bearing = target.without(union())
                    .orElse(() -> targets.find(union(), governing).without(union()));
            return completed(union(), bearing, member(actor, governing));
        }
        return completed(actor, target, governing);
    }

    /** Unless the sanctions imposed on Iran by the council are lifted: by and on whom those are that a participle describes. */
    private Optional<Sides> ofDescribed(Side governing) {
        return discourse.inSentence().stream()
                .filter(told -> action.passive()
                        && MissingSides.PENALTIES.contains(action.measure())
                        && action.head().move() == Move.LIFT
                        && told.action().embedded()
                        && told.action().objectFrom() == action.objectFrom()
                        && told.action().measure() == action.measure()
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

    /** Iran won an easing of the sanctions: who gets it. */
    private Side receiver() {
        if (action.head().move() == Move.LIFT && StandingFinder.isPurpose(sentence, action)) {
            return obliged();
        }
        boolean noun = action.head().form() == Form.NOUN || action.head().form() == Form.GERUND;
        for (int at = action.at() - 1; at > action.at() - FARTHEST_RECEIVED; at--) {
            if (!noun || action.head().move() != Move.LIFT || sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return Side.NOBODY;
            }
            if (sentence.isAnyOf(at, RECEIVING)) {
                return Side.of(subjects.subject(at), "who gets it");
            }
        }
        return Side.NOBODY;
    }

    /** Dismissed the sanctions as unlawful, welcomed the lifting of the sanctions: who says what he thinks of what bears on him. */
    private Side opining() {
        int verb = sentence.beforeArticle(action.first() - 1);
        boolean noun = action.head().form() == Form.NOUN || action.head().form() == Form.GERUND;
        boolean felt = noun && Governor.isFelt(sentence, verb);
        return StandingFinder.opinion(sentence, action)
                .map(Match::from)
                .or(() -> felt ? Optional.of(verb) : Optional.empty())
                .map(said -> Side.of(subjects.subject(said), "who says what to think of it"))
                .orElse(Side.NOBODY);
    }

    /** Iran will not talk until the sanctions are lifted, offers to if they are: who waits for it. */
    private Side waiting() {
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

    /** To end the sanctions, Russia must withdraw: who has to do something for it. */
    private Side obliged() {
        int duty = action.last();
        while (duty < sentence.size() && !sentence.isAnyOf(duty, Words.DUTY)) {
            duty++;
        }
        return Side.of(agents.named(action.last(), duty, false), "who must do something for it");
    }

    /** Budapest demanded that names be taken off the list: on whom the union's sanctions bear, where a member asks for it. */
    private Side ofUnion(Side member) {
        boolean asks = action.measure() == Measure.SANCTIONS && member.isOfMembers();
        return asks ? discourse.targetOf(Measure.SANCTIONS, union()) : Side.NOBODY;
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
                        || sentence.word(article - 1).equals(","))
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
                : mayBe ? governing.without(actors.borne()) : governing;
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

    private Sides completed(Side actor, Side target, Side governing) {
        if (actor.isEmpty() && (actors.isByOthers() || actors.asksOthers())) {
            return new Sides(actor, target, governing, false, 0);
        }
        Sides sides = missing.guess(actor, target, governing);
        boolean ofAnother = actor.isEmpty()
                && !sides.actor().isEmpty()
                && (feeling().containsAll(sides.actor().parties()) || isAskedBy(sides.actor()));
        int guessed = Math.max(0, sides.guessed() - 1);
        return ofAnother ? new Sides(actor, sides.target(), governing, sides.mutual(), guessed) : sides;
    }

    /** Wants the sanctions imposed on it lifted: whoever asks for that did not impose them. */
    private boolean isAskedBy(Side imposer) {
        return action.embedded()
                && sentence.cues().stream()
                        .filter(cue -> cue.value().status() == Status.URGED && cue.to() <= action.first())
                        .anyMatch(cue -> subjects.subject(cue.from()).containsAll(imposer.parties()));
    }

    /** Welcomed the lifting, regrets the decision to close: who is glad or sorry of what others do. */
    private List<Party> feeling() {
        boolean decided = sentence.word(action.at() - 1).equals("to");
        int verb = Governor.felt(sentence, decided ? action.at() - 2 : action.first());
        return verb < 0 ? List.of() : subjects.subject(verb);
    }

    /** Turkey hinted that sanctions could be lifted: who is hit by those that were told of last does not lift them. */
    private Optional<Sides> isOfTheHit(Side actor, Side target) {
        boolean open = action.passive()
                && action.head().objectClass().equals("sanctions")
                && target.isEmpty()
                && !actor.isEmpty()
                && standing.status() == Status.CONSIDERED;
        return discourse
                .lastOf("sanctions")
                .map(Told::sides)
                .filter(sides -> open
                        && !sides.actor().isEmpty()
                        && sides.target().parties().equals(actor.parties()))
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
                && sentence.word(action.at()).startsWith("recall");
        return action.measure() == Measure.RECALL
                && (verb || action.how() == Construction.NOMINAL)
                && !object.isPossessed()
                && object.parties().size() == 1
                && sentence.mentionAt(VerbChain.start(sentence, action.at()) - 1)
                        .filter(subject -> subject.kind() != Mention.Kind.ADJECTIVE
                                && !object.parties().contains(subject.party()))
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

    /** Finland proposed sanctions, after the EU imposed some: a member asks for what its union decides. */
    private boolean asksOfUnion(Side actor, Side governing) {
        boolean asks = standing.status() == Status.PROPOSED || standing.status() == Status.URGED;
        boolean refuses = standing.status() == Status.REJECTED;
        Side member = refuses || governing.isEmpty() ? actor : governing;
        return (asks || refuses)
                && action.measure() == Measure.SANCTIONS
                && member.isOfMembers()
                && (actor.isEmpty() || actor.parties().equals(member.parties()))
                && discourse
                        .lastOf(Measure.SANCTIONS)
                        .or(discourse::last)
                        .filter(told -> told.sides().actor().parties().contains(Words.EU))
                        .isPresent();
    }

    /** Hungary agreed to prolong EU sanctions: a member has no others to prolong, and the union's are none of its own. */
    private boolean isOfUnion(Side actor) {
        boolean renews = sentence.isAnyOf(action.at(), Opposites.RENEWING)
                && discourse.named().contains(Words.EU);
        boolean inPackage = sentence.hasBetween(action.at(), action.objectTo(), PACKAGE);
        return action.measure() == Measure.SANCTIONS
                && actor.isOfMembers()
                && (renews || inPackage || object.owners().contains(Words.EU))
                && !ActorFinder.isJoining(sentence.word(action.at()));
    }

    /** Which member wants it or is against it; none where it is done. */
    private Side member(Side actor, Side governing) {
        return standing.status() == Status.ADOPTED ? Side.NOBODY : governing.orElse(() -> actor);
    }

    private static Side union() {
        return Side.of(List.of(Words.EU), "the union whose measure a member asks for");
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
    private boolean isDoneTogether() {
        return action.measure() == Measure.RELATIONS
                || action.head().objectClass().equals("contacts")
                || (action.measure() == Measure.RECALL && !discourse.hasTold())
                || sentence.word(action.at() - 1).equals("each")
                || (action.head().move() == Move.LIFT
                        && (action.head().objectClass().equals("borders")
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
                        || sentence.isAnyOf(action.objectFrom(), Words.OBJECT_PRONOUNS)
                        || sentence.isAnyOf(action.objectFrom(), Words.PASSIVE_PRONOUNS));
    }
}
