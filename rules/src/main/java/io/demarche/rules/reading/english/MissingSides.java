package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Takes from the article so far the sides that a sentence leaves unnamed. */
final class MissingSides extends SideFinder {

    /** What a state often restricts at home: on whom it bears must be said. */
    private static final WordSet NEVER_GUESSED = WordSet.of(
            "restrictions", "trade", "goods", "visas", "assets", "travel", "airspace", "membership", "staff");

    /** What firms, exchanges and states do every day at home: who does it must be said. */
    static final WordSet NEVER_ALONE = WordSet.of(
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
            "air-links",
            "staff");

    private static final WordSet PROMPTING = WordSet.of("prompting", "leading", "provoking", "causing");

    private static final WordSet WHEN = WordSet.of("as", "after");
    private static final int FARTHEST_PROMPTED = 7;
    private static final WordSet REASONS = WordSet.of("after", "following", "over", "for");
    private static final WordSet BEARING = WordSet.of("on", "preventing", "barring", "keeping");
    private static final int FARTHEST_HOST = 3;

    private static final int FARTHEST_COUNTED = 4;
    private static final WordSet ON = WordSet.of("on", "against", "with");
    private static final WordSet INSIDE = WordSet.of("in", "across");
    private static final WordSet REGIONS = WordSet.of(
            "africa",
            "asia",
            "europe",
            "america",
            "east",
            "gulf",
            "caribbean",
            "balkans",
            "sahel",
            "region",
            "countries",
            "states",
            "nations");
    /** The Gulf nation: one state there. */
    private static final WordSet A_STATE = WordSet.of("nation", "state", "kingdom", "country", "emirate", "republic");

    private static final int FARTHEST_REGION = 5;

    private static final List<Party> NEVER_IMPOSING =
            List.of(new Party("OPEC"), new Party("IMF"), new Party("WORLD_BANK"), new Party("BRICS"));

    /** What third parties answer with, where one state offends another. */
    static final Set<Measure> PENALTIES = Set.of(Measure.SANCTIONS, Measure.VISAS, Measure.RESTRICTIONS);

    /** What a host does to those whom a guest may recall. */
    private static final Set<Measure> OF_GUESTS = Set.of(Measure.EXPULSION, Measure.SUMMONS);

    MissingSides(Setting setting) {
        super(setting);
    }

    /** These sides, with what is missing as the article lets guess. */
    Sides guess(Side actor, Side target, Side governing) {
        if (actor.isEmpty() && action.passive()) {
            Side bearing = target;
            actor = announcer()
                    .without(target)
                    .orElse(() -> action.measure() == Measure.SUMMONS
                            ? Side.of(agents.scene(), "where the sentence is set")
                                    .without(bearing)
                            : Side.NOBODY);
        }
        int guessed = 0;
        if (actor.isEmpty() && target.isEmpty() && discourse.lastInSentence().isPresent()) {
            Told last = discourse.lastInSentence().get();
            boolean answers =
                    action.measure() == Measure.SUMMONS && last.action().measure() != Measure.SUMMONS;
            boolean otherWay = answers || isCondition();
            Sides sides = last.sides();
            actor = (otherWay ? sides.target() : sides.actor())
                    .because("between whom the sentence told something else");
            target = (otherWay ? sides.actor() : sides.target())
                    .because("between whom the sentence told something else");
            guessed += 2;
        } else if (actor.isEmpty()
                && target.isEmpty()
                && !discourse.targetOf(action.measure(), subject()).isEmpty()) {
            actor = subject();
            target =
                    discourse.targetOf(action.measure(), actor).because("on whom such a measure of theirs bore before");
            guessed += 2;
        } else if (actor.isEmpty() && target.isEmpty() && discourse.last().isPresent()) {
            Told last = discourse.last().get();
            Sides sides = last.sides();
            boolean otherWay = isOtherWay(last.action())
                    || isOfBody(last)
                    || action.head().objectClass().equals("answers");
            actor = (otherWay ? sides.target() : sides.actor()).because("between whom something was told last");
            target = (otherWay ? sides.actor() : sides.target()).because("between whom something was told last");
            guessed += 2;
        } else if (actor.isEmpty() && target.isEmpty() && lastKnown().isPresent()) {
            Sides known = lastKnown().get();
            actor = known.actor().because("between whom such a measure was told of");
            target = known.target().because("between whom such a measure was told of");
            guessed += 2;
        }
        if (actor.isEmpty() && isOfAnotherAsked(target)) {
            return new Sides(actor, target, governing, false, guessed);
        }
        boolean othersAsk = !governing.isEmpty() || PENALTIES.contains(action.measure());
        if (actor.isEmpty() && standing.status() == Status.URGED && othersAsk) {
            actor = beside(target, true).without(governing);
            guessed += actor.isEmpty() ? 0 : 1;
        } else if (actor.isEmpty() && (NEVER_ALONE.contains(action.head().objectClass()) || isOfList())) {
            Side bearing = target;
            actor = beside(target, true)
                    .orElse(() -> action.measure() == Measure.VISAS && action.passive()
                            ? announced().without(bearing)
                            : Side.NOBODY);
            guessed += actor.isEmpty() ? 0 : 1;
        } else if (actor.isEmpty()) {
            Side bearing = target;
            actor = beside(target, true)
                    .orElse(() -> discourse.actorOf(action.measure(), bearing).because("who did so to them before"))
                    .orElse(() -> host().without(bearing))
                    .orElse(() -> doerBefore().without(bearing))
                    .orElse(() -> ofTheMeasures().without(bearing))
                    .orElse(() ->
                            Side.of(agents.scene(), "where the sentence is set").without(bearing))
                    .orElse(() -> ofTheHit(bearing))
                    .orElse(() -> onlyOtherHere(bearing))
                    .orElse(() -> action.passive()
                            ? Side.of(agents.voice(), "who says so").without(bearing)
                            : Side.NOBODY)
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

    /** Niger's border reopened; personal sanctions remain: those of the bloc, told of with the state, and not the other way round. */
    private boolean isOfBody(Told last) {
        return action.measure() == Measure.SANCTIONS
                && last.action().measure() != Measure.SANCTIONS
                && last.sides().target().hasBody()
                && !last.sides().actor().hasBody();
    }

    /** The removal of Sudan from the list: by whose list it is, and by nobody who happens to be named. */
    private boolean isOfList() {
        return action.head().isNounOfParty() && !action.head().rest().isEmpty();
    }

    /** Will close its embassy unless the expulsions are reversed: what is waited for is the other's to do. */
    private boolean isCondition() {
        return action.measure() == Measure.EXPULSION
                && action.passive()
                && sentence.isAnyOf(sentence.clauseStart(action.first()) - 1, Words.IF);
    }

    /** Russia called for the sanctions imposed on Iran to be lifted: whose they are is as open as who is asked. */
    private boolean isOfAnotherAsked(Side target) {
        return action.embedded()
                && discourse
                        .lastInSentence()
                        .filter(told -> told.status() == Status.URGED
                                && told.sides().actor().isEmpty()
                                && told.sides().target().equals(target))
                        .isPresent();
    }

    private Side subject() {
        return Side.of(agents.mainSubject(), "the subject of the sentence");
    }

    /** Eritrea sanctions lifted: Security Council. Who stands alone behind the last colon. */
    private Side announcer() {
        int last = sentence.size() - 1;
        return Side.of(
                sentence.mentionAt(last)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME
                                && sentence.word(mention.from() - 1).equals(":")),
                "who announces it");
    }

    /** Who stood on the other side when the same kind of measure was told with these last: told again, or answered. */
    Side beside(Side known, boolean knownIsTarget) {
        Optional<Told> last = discourse.inSentence().stream()
                .filter(told -> told.status() == Status.ADOPTED
                        && told.action().measure() != Measure.SUMMONS
                        && !told.action().embedded()
                        && !told.sides().mutual()
                        && told.sides().target().parties().equals(known.parties())
                        && knownIsTarget)
                .findFirst()
                .or(() -> discourse.lastOf(action.head().objectClass()))
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
        boolean ofAnotherKind =
                action.head().move() == Move.LIFT && last.get().action().measure() != action.measure();
        if (knownIsTarget
                || ofAnotherKind
                || NEVER_GUESSED.contains(action.head().objectClass())) {
            return Side.NOBODY;
        }
        Side bearing = recalledBefore || punishes(last.get()) || isInResponse() ? sides.actor() : sides.target();
        return bearing.orElse(sides::target).without(known).because("on whom the last thing told bore");
    }

    /** Taipei cut ties in response: with who did what was told last. */
    private boolean isInResponse() {
        int in = action.last() + 1;
        return sentence.word(in).equals("in") && sentence.isAnyOf(in + 1, Words.ANSWERS);
    }

    /** The summoning of the ambassador in Paris: where he is. */
    Side host() {
        return OF_GUESTS.contains(action.measure())
                ? Side.of(agents.after(action.objectTo(), FARTHEST_HOST, Words.IN), "where they are")
                : Side.NOBODY;
    }

    /** Along with the lifting of sanctions on Guinea: the body that was told of last lifting some; whoever recalled others. */
    private Side doerBefore() {
        return discourse
                .lastOf(action.measure())
                .filter(told -> told.action().head().move() == action.head().move())
                .map(told -> told.sides().actor())
                .filter(side ->
                        action.measure() == Measure.RECALL || (action.measure() == Measure.SANCTIONS && side.hasBody()))
                .map(side -> side.because("who did so before"))
                .orElse(Side.NOBODY);
    }

    /** Who recalls his ambassador has none to expel or to summon there. */
    private boolean isOtherWay(Action other) {
        return (other.measure() == Measure.RECALL && OF_GUESTS.contains(action.measure()))
                || (action.measure() == Measure.RECALL && OF_GUESTS.contains(other.measure()));
    }

    /** After an expulsion, a third party's sanctions are meant for who expelled. */
    private boolean punishes(Told last) {
        return PENALTIES.contains(action.measure())
                && !Governor.isJoining(sentence.word(action.at()))
                && !PENALTIES.contains(last.action().measure())
                && last.action().head().move() == Move.IMPOSE
                && action.head().move() == Move.IMPOSE;
    }

    /** The other party of this sentence, up to a semicolon, or of the article. */
    private Side elsewhere(Side actor, Side speaker) {
        if (bearsOnSomethingElse() || bearsOnCounted() || bearsOnRegion(sentence, action)) {
            return Side.NOBODY;
        }
        Side others = Side.of(
                        namedHere()
                                .filter(mention -> !(action.head().objectClass().equals("sanctions")
                                        && sentence.word(sentence.beforeArticle(mention.from() - 1))
                                                .equals("with")))
                                .filter(mention ->
                                        !(action.measure() == Measure.SANCTIONS && agents.isBehindBy(mention))
                                                && !isRecognised(mention)
                                                && !isCause(mention)
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
        Side prompting = prompting().without(actor).orElse(() -> provoking().without(actor));
        if (!prompting.isEmpty()) {
            return prompting;
        }
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
        if (one
                && here.parties().equals(agents.mainSubject())
                && !here.parties().equals(sayer().parties())) {
            return here;
        }
        Side scene = actor.hasBody()
                ? Side.of(agents.scene(), "where the sentence is set").without(actor)
                : Side.NOBODY;
        if (!scene.isEmpty()) {
            return scene;
        }
        Side threatened = threatened().without(actor);
        if (!threatened.isEmpty()) {
            return threatened;
        }
        if (one && isTold(here)) {
            return here.because("who is told of it");
        }
        Side known = discourse
                .targetOf(action.measure(), actor)
                .because("on whom such a measure of theirs bore before")
                .without(actor)
                .orElse(() -> beside(actor, false))
                .orElse(() -> isBare() ? ofBareBan(actor) : Side.NOBODY);
        // Of sanctions told before, others may well speak; of an expulsion or a first ban, only who has a part in it.
        boolean preferred = !PENALTIES.contains(action.measure())
                || discourse.lastOf(action.measure()).isEmpty();
        if (!known.isEmpty() || one) {
            return preferred && one ? here : known.orElse(() -> here);
        }
        // Waits for sanctions to end, asks for its guests to be recalled: for oneself, where other demands may be for
        // others.
        boolean forItself = standing.status() != Status.URGED || action.measure() == Measure.RECALL;
        boolean asks = PENALTIES.contains(action.measure())
                && (action.head().move() == Move.IMPOSE || speaker.parties().size() > 1);
        if (NEVER_GUESSED.contains(action.head().objectClass())) {
            return Side.NOBODY;
        }
        return lastKnown()
                .map(sides -> sides.target()
                        .because("on whom such a measure bore before")
                        .without(actor))
                .orElse(Side.NOBODY)
                .orElse(() -> asks || !forItself ? Side.NOBODY : speaker.because("who asks for it"))
                .orElse(() ->
                        named(Side.of((asks ? Side.of(actor.with(speaker), "") : actor).with(membersOf(actor)), "")));
    }

    /** Tokyo tells Seoul that it will keep its curbs: whether that one is told so. */
    private boolean isTold(Side side) {
        return sentence.mentions.stream()
                .anyMatch(mention -> side.parties().contains(mention.party())
                        && mention.to() <= action.first()
                        && sentence.isAnyOf(mention.from() - 1, Orders.TELLING));
    }

    /** Norway and Ireland recognised it, prompting Israel to recall its envoys: who gave the reason. */
    private Side prompting() {
        for (int at = action.at() - 1; at > Math.max(0, action.at() - FARTHEST_PROMPTED); at--) {
            if (sentence.isAnyOf(at, PROMPTING)) {
                return Side.of(agents.first(at), "who prompted it");
            }
        }
        return Side.NOBODY;
    }

    /** Imposed sanctions after Iran's test, recalled its envoy as Peru broke off ties: who gave the reason. */
    private Side provoking() {
        int reason = action.last() + 1;
        while (action.head().rest().contains(sentence.word(reason))) {
            reason++;
        }
        int name = sentence.behindArticle(reason + 1);
        if (action.measure() == Measure.RECALL && sentence.isAnyOf(reason, WHEN)) {
            return Side.of(
                    sentence.mentionAt(name).filter(mention -> mention.kind() == Mention.Kind.NAME),
                    "who gave the reason");
        }
        return PENALTIES.contains(action.measure())
                        && action.head().move() == Move.IMPOSE
                        && sentence.isAnyOf(reason, REASONS)
                ? Side.of(
                        sentence.mentionAt(name)
                                .filter(mention -> sentence.word(mention.to()).equals("'s")),
                        "who gave the reason")
                : Side.NOBODY;
    }

    /** Could reimpose sanctions if Iran does not comply: on whose conduct it depends. */
    Side threatened() {
        boolean open = standing.status() == Status.CONSIDERED || standing.status() == Status.PROPOSED;
        for (int at = 0; at < sentence.size() && open; at++) {
            int subject = sentence.behindArticle(at + 1);
            if (sentence.isAnyOf(at, Words.IF) && at != sentence.clauseStart(action.first()) - 1) {
                return Side.of(
                        sentence.mentionAt(subject).filter(mention -> mention.kind() == Mention.Kind.NAME),
                        "on whose conduct it depends");
            }
        }
        return Side.NOBODY;
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

    /** India said that visas would be resumed: who tells it of them. */
    private Side announced() {
        for (int at = action.first() - 1; at > 0; at--) {
            if (sentence.isAnyOf(at, Words.REPORTING)) {
                return Side.of(agents.sayer(0, at), "who announces it");
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

    /** Iran will answer the offer to lift sanctions if Iran complies: who is offered it does not lift them. */
    boolean dependsOn(Side actor) {
        Side threatened = threatened();
        return action.measure() == Measure.SANCTIONS
                && action.head().move() == Move.LIFT
                && !threatened.isEmpty()
                && actor.parties().equals(threatened.parties());
    }

    /** Embassies in Africa, in several countries: in states that are not named. */
    static boolean bearsOnRegion(MarkedSentence sentence, Action action) {
        int in = action.objectTo();
        return action.head().objectClass().equals("missions")
                && sentence.isAnyOf(in, INSIDE)
                && sentence.hasBetween(in + 1, in + FARTHEST_REGION, REGIONS)
                && !sentence.hasBetween(in + 1, in + FARTHEST_REGION, A_STATE)
                && sentence.mentions.stream()
                        .noneMatch(mention -> mention.from() > in && mention.from() < in + FARTHEST_REGION);
    }

    /** Visas for four countries: how many, but not which. */
    private boolean bearsOnCounted() {
        for (int at = action.objectTo(); at < action.objectTo() + SidesFinder.FARTHEST_SUBJECT; at++) {
            if (sentence.number(at) != null) {
                return sentence.hasBetween(at + 1, at + FARTHEST_COUNTED, Agency.STATES);
            }
        }
        return false;
    }

    /** Sanctions on Ilan Shor, relations with European countries: somebody is named, whose state is not. */
    private boolean bearsOnUnknown() {
        int name = action.objectTo() + 1;
        return sentence.isAnyOf(name - 1, ON)
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
    boolean bearsOnSomethingElse() {
        return NEVER_GUESSED.contains(action.head().objectClass())
                && sentence.isAnyOf(action.objectTo(), BEARING)
                && !sentence.isAnyOf(action.objectTo() + 1, Words.OBJECT_PRONOUNS)
                && !sentence.isAnyOf(action.objectTo() + 1, Words.POSSESSIVES)
                && action.measure() == Measure.RESTRICTIONS
                && object.owners().isEmpty()
                && agents.between(action.objectTo(), action.objectTo() + SidesFinder.FARTHEST_SUBJECT)
                        .isEmpty();
    }

    /** The sanctions target firms in Turkey: whose sanctions were told of last. */
    private Side ofTheMeasures() {
        return action.measure() == Measure.SANCTIONS && sentence.isAnyOf(action.objectFrom() - 1, Words.DEFINITE)
                ? discourse
                        .lastOf(action.measure())
                        .map(told -> told.sides().actor())
                        .orElse(Side.NOBODY)
                        .because("whose measures were told of last")
                : Side.NOBODY;
    }

    /** Imposed because of Ukraine. */
    private boolean isCause(Mention mention) {
        int of = sentence.beforeArticle(mention.from() - 1);
        return sentence.word(of).equals("of") && sentence.word(of - 1).equals("because");
    }

    /** Over the decision to recognise a Palestinian state: over whom others quarrel. */
    private boolean isRecognised(Mention mention) {
        return sentence.word(sentence.beforeArticle(mention.from() - 1)).startsWith("recogni");
    }

    /** Some were also imposed on Belarus, for its support of Russia, on which Britain imposed others: by Britain as well. */
    private Side ofTheHit(Side bearing) {
        Side other = onlyOtherHere(bearing);
        return lastKnown()
                .filter(known -> !other.isEmpty()
                        && action.passive()
                        && PENALTIES.contains(action.measure())
                        && known.target().parties().equals(other.parties()))
                .map(known -> known.actor().without(bearing).because("who did so to the other party of the sentence"))
                .orElse(Side.NOBODY);
    }

    /** No decision has been taken on lifting them, the State Department said: who alone is named in the sentence besides. */
    private Side onlyOtherHere(Side bearing) {
        if (standing.status() == Status.URGED) {
            return Side.NOBODY;
        }
        Side here = Side.of(namedHere().map(Mention::party).distinct().toList(), "the other party of the sentence")
                .without(bearing);
        if (bearing.isEmpty() && here.parties().size() == 2 && PENALTIES.contains(action.measure())) {
            return subject();
        }
        // The envoy was recalled after Chad insulted Norway: not who gave the reason.
        Side besides = bearing.isEmpty() ? here.without(provoking()) : here;
        return besides.parties().size() == 1
                        && !never().contains(besides.parties().get(0))
                ? besides
                : Side.NOBODY;
    }

    /**
     * Whom the article names most, besides these; no envoys are called home from the UN, and no oil cartel or bank takes part in
     * sanctions, unless it is said.
     */
    private Side named(Side than) {
        List<Party> others = than.with(Side.of(never(), ""));
        Side named = discourse
                .other(others)
                .map(party -> Side.of(List.of(party), "whom the article names most"))
                .orElse(Side.NOBODY);
        Side subject = subject();
        boolean listed = action.how() == Construction.NOMINAL
                && subject.parties().containsAll(named.parties())
                && !named.isEmpty();
        return listed ? subject.without(than) : named;
    }

    /** Who may be another side: no places, nobody in a comparison, nobody behind a semicolon. */
    private Stream<Mention> namedHere() {
        return sentence.mentions.stream()
                .filter(mention -> mention.kind() != Mention.Kind.PLACE
                        && !agents.isCompared(mention)
                        && !sentence.hasBetween(action.last(), mention.from(), Words.SEMICOLON));
    }

    private List<Party> never() {
        return switch (action.measure()) {
            case RECALL -> List.of(Words.UN);
            case SANCTIONS -> NEVER_IMPOSING;
            default -> List.of();
        };
    }
}
