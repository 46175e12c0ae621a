package io.demarche.rules.reading.english;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds on whom an action bears, by the grammar of its sentence: in the object, behind it, or the addressee of an offer. */
final class TargetFinder extends SideFinder {

    static final String ORDERED = "who is ordered to";

    private static final WordSet FOR = WordSet.of("for", "to");
    private static final WordSet ON = WordSet.of(
            "on",
            "against",
            "upon",
            "towards",
            "toward",
            "for",
            "to",
            "from",
            "with",
            "in",
            "of",
            "between",
            "affecting",
            "targeting");
    /** Sanctions are not imposed with a party but by it. */
    private static final WordSet HIT = ON.without("with");

    /** Restored ties in Beijing: where it was done. */
    private static final WordSet TIED = ON.without("in");

    static final WordSet CUTTING =
            WordSet.of("cut", "reduce", "prune", "downsize", "shrink", "trim", "slash", "halve", "limit");
    /** Behind these stands why somebody is hit. */
    private static final WordSet WHY = WordSet.of("for", "over", "because", "accused", "responsible");

    private static final WordSet OUT = WordSet.of("out");
    private static final WordSet HITTING = WordSet.of("sanctions", "entry-bans");
    private static final WordSet AGAINST = WordSet.of("on", "against", "affecting", "targeting");
    private static final WordSet INCLUDING = WordSet.of("including", "among");
    private static final WordSet THEM = WordSet.of("them", "these");
    private static final WordSet THE = WordSet.of("the");
    private static final WordSet A_STATE =
            WordSet.of("country", "junta", "regime", "kingdom", "republic", "island", "emirate", "sheikhdom", "state");

    /** So are those called on whom something bears. */
    private static final WordSet RULERS = WordSet.of("junta", "regime");

    /** How verbs begin of those who are against what others have done. */
    private static final List<String> CONDEMNING =
            List.of("condemn", "denounc", "slam", "blast", "decr", "critici", "deplor", "protest");

    /** The envoys of Japan, from Japan; the ambassador for Japan. */
    private static final WordSet WHOSE = Words.OF_OR_FROM.with("for");

    private static final WordSet ON_TOPIC = WordSet.of("on", "regarding", "concerning");
    private static final int FARTHEST_COUNTED = 4;
    private static final int FARTHEST = 9;
    private static final int FARTHEST_LISTED = 8;
    private static final int FARTHEST_IMPOSED = 12;
    private static final int FARTHEST_OWNER = 3;
    private static final int FARTHEST_AMONG = 14;
    private static final int FARTHEST_ORIGIN = 24;
    private static final WordSet TRADED = WordSet.of("trade", "goods");
    private static final WordSet FROM_WHERE = WordSet.of("from");
    private static final int FARTHEST_HIT = 6;

    TargetFinder(Setting setting) {
        super(setting);
    }

    Side find(Side actor, Side governing) {
        boolean forItself = standing.status() == Status.URGED && action.head().move() == Move.LIFT;
        if (SpeakerFinder.isThreatened(sentence, standing)) {
            return Side.of(agents.first(standing.cue()), "who is threatened");
        }
        if (Side.of(object.parties(), "").without(actor).isEmpty() && MissingSides.bearsOnRegion(sentence, action)) {
            return Side.NOBODY;
        }
        return counted()
                .without(actor)
                .orElse(() -> under().without(actor))
                .orElse(() -> named(actor))
                .orElse(() -> topic().without(actor))
                .orElse(() -> meant(forItself ? actor.parties() : actor.with(governing)));
    }

    /** On Georgia, we proposed to; Belarus: EU sanctions extended: what the sentence says first that it is about. */
    private Side topic() {
        Optional<Mention> named = sentence.mentionAt(sentence.behindArticle(1))
                .filter(mention -> sentence.isAnyOf(0, ON_TOPIC)
                        && mention.kind() == Mention.Kind.NAME
                        && mention.to() < action.first());
        return Side.of(sentence.heading(), "of whom the line tells")
                .orElse(() -> Side.of(named, "what the sentence is about"));
    }

    /** Belarus has been under Western sanctions: the subject. */
    private Side under() {
        int under = action.at() == action.objectFrom() ? GovernedObjects.under(sentence, action.at()) : -1;
        if (under < 0) {
            return Side.NOBODY;
        }
        int clause = sentence.clauseStart(under);
        return Side.of(
                sentence.isAnyOf(clause - 1, SubjectFinder.RELATIVE)
                        ? agents.nearest(clause - 1)
                        : agents.named(clause, under, false),
                "who is under it");
    }

    /** Iran discussed the lifting of sanctions on Iran, announced the end of those imposed on it: whether it bears on just these, so that somebody else is to do it. */
    boolean isBorneBy(Side side) {
        Form form = action.head().form();
        return action.head().objectClass().equals("sanctions")
                && (form == Form.GERUND
                        || form == Form.NOUN
                        || action.passive()
                        || sentence.word(action.at() - 1).equals("to"))
                && !side.isEmpty()
                && side.without(opposed()).isEmpty();
    }

    private List<Party> opposed() {
        int imposed = action.objectTo();
        int on = sentence.word(imposed).equals("imposed") ? imposed + 1 : imposed;
        int name = sentence.behindArticle(on + 1);
        List<Party> anti = sentence.mentions.stream()
                .filter(mention -> mention.to() >= action.objectFrom()
                        && mention.to() <= action.objectTo()
                        && sentence.word(mention.from()).startsWith("anti-"))
                .map(Mention::party)
                .toList();
        return anti.isEmpty() && sentence.isAnyOf(on, AGAINST)
                ? sentence.mentionAt(name).map(Mention::party).stream().toList()
                : anti;
    }

    /** Exports to the country; sanctions on the junta: whom the article names most, besides these. */
    private Side meant(List<Party> others) {
        if (action.measure() == Measure.EXPULSION || (action.measure() == Measure.RECALL && others.isEmpty())) {
            return Side.NOBODY;
        }
        for (int at = action.objectTo(); at < action.objectTo() + FARTHEST_HIT; at++) {
            if (sentence.isAnyOf(at, ON)
                    && sentence.isAnyOf(at + 1, Words.POSSESSIVES)
                    && sentence.isAnyOf(at + 2, A_STATE)) {
                return Side.of(agents.first(at), "whose country it is").without(others);
            }
            if (sentence.isAnyOf(at, ON)
                    && sentence.isAnyOf(at + 1, THE)
                    && (sentence.isAnyOf(at + 2, A_STATE) || sentence.isAnyOf(at + 3, A_STATE))
                    && !sentence.hasBetween(at + 3, at + 5, Words.OF)
                    && !sentence.word(at + 3).equals("department")) {
                return ofTheState(at, others);
            }
        }
        return Side.NOBODY;
    }

    /** Members of the regime: on whom the measure before bore; on the country: whoever is named besides these. */
    private Side ofTheState(int at, List<Party> others) {
        String country = "'the " + sentence.word(at + 2) + "' is ";
        Side ruled = sentence.hasBetween(at + 2, at + 4, RULERS)
                ? discourse.last().map(told -> told.sides().target()).orElse(Side.NOBODY)
                : Side.NOBODY;
        return ruled.without(others)
                .because(country + "on whom the measure before bore")
                .orElse(() -> onlyStateBefore(at, others).because(country + "the other one named before it"))
                .orElse(() -> Side.of(
                        discourse.otherState(others).map(List::of).orElse(List.of()),
                        country + "whom the article names most"));
    }

    /** Peru called for the embargo against the country to be lifted: the state named before that place, if there is but one besides these. */
    private Side onlyStateBefore(int at, List<Party> others) {
        List<Party> states = sentence.mentions.stream()
                .filter(mention -> mention.to() <= at && mention.kind() != Mention.Kind.PLACE)
                .map(Mention::party)
                .filter(party -> !others.contains(party) && !Words.BODIES.contains(party.code()))
                .distinct()
                .toList();
        return states.size() == 1 ? Side.of(states, "") : Side.NOBODY;
    }

    /** Its ambassadors to the three countries: as many as were named together before. */
    private Side counted() {
        for (int at = action.objectTo(); at < action.objectTo() + FARTHEST_COUNTED; at++) {
            if (sentence.isAnyOf(at, ON)) {
                return Side.of(discourse.counted(sentence, at + 1), "as many as were named together");
            }
        }
        return Side.NOBODY;
    }

    private Side named(Side actor) {
        if (action.head().objectClass().equals("measures")) {
            int name = sentence.behindArticle(action.objectTo());
            Side opposed = Side.of(sentence.mentionAt(name), "behind the object");
            if (!opposed.without(actor).isEmpty()) {
                return opposed;
            }
        }
        Side represented = ofOwn().without(actor);
        if (!represented.isEmpty()) {
            return represented;
        }
        Side listed = offList().orElse(this::leftBehind).without(actor);
        if (!listed.isEmpty()) {
            return listed;
        }
        Side inObject = Side.of(withFurtherObjects(object.parties()), "named in the object")
                .without(object.owners())
                .without(actor);
        boolean people =
                action.passive() && action.head().objectClass().equals("officials") && action.objectTo() <= action.at();
        int reach = people ? Math.min(FARTHEST, action.at() - object.end()) : reach();
        WordSet on = switch (action.head().objectClass()) {
            case "sanctions" -> sentence.word(action.objectTo() - 1).equals("embargo") ? ON : HIT;
            case "relations" -> sentence.word(action.objectTo() - 1).equals("representation") ? ON : TIED;
            default -> ON;
        };
        Side behind = Side.of(agents.after(behindOwner(actor), reach, on), "behind the object")
                .without(object.owners())
                .without(actor)
                .without(doersBehind(reach))
                .orElse(() -> object.isOwned() ? imposedOn().without(actor) : Side.NOBODY);
        if (inObject.isEmpty()
                && behind.isEmpty()
                && TRADED.contains(action.head().objectClass())) {
            return Side.of(agents.after(object.end(), FARTHEST_ORIGIN, FROM_WHERE), "where it comes from")
                    .orElse(() -> Side.of(agents.after(object.end(), 2, Words.BY), "whose flights they are"))
                    .without(actor);
        }
        return switch (action.measure()) {
            case RECALL ->
                behind.orElse(() -> inObject).orElse(() -> addressee().without(actor));
            case SUMMONS, EXPULSION ->
                inObject.orElse(() -> object.possessor().without(actor))
                        .orElse(() -> sentence.hasBetween(action.objectTo(), action.objectTo() + FARTHEST_HIT, OUT)
                                ? Side.NOBODY
                                : withFurtherOwners(Side.of(
                                                agents.after(action.objectTo(), reachOfWhose(), WHOSE),
                                                "whose they are"))
                                        .without(actor))
                        .orElse(() -> among().without(actor));
            default ->
                (isCondemned() ? behind.orElse(() -> suffering(actor)) : suffering(actor))
                        .orElse(() -> owner(actor))
                        .orElse(() -> hit(actor))
                        .orElse(() -> hitWith(actor))
                        .orElse(() -> struck(actor))
                        .orElse(() -> inObject)
                        .orElse(() -> behind)
                        .orElse(() -> relieved(actor))
                        .orElse(() -> crippled().without(actor))
                        .orElse(() -> addressee().without(actor))
                        .orElse(() -> among().without(actor));
        };
    }

    /** Froze the assets of 367 people named by Brussels: who did something to those on whom it bears. */
    private List<Party> doersBehind(int reach) {
        return sentence.mentions.stream()
                .filter(mention -> action.objectTo() <= mention.from() && mention.from() <= action.objectTo() + reach)
                .filter(mention ->
                        agents.isBehindBy(mention) && isParticiple(sentence.beforeArticle(mention.from() - 1) - 1))
                .map(Mention::party)
                .toList();
    }

    private boolean isParticiple(int at) {
        return sentence.word(at).endsWith("ed") && !sentence.isAnyOf(at - 1, Words.BE);
    }

    /** Said that it was denied visas for its delegation to the UN: whose delegation it is. */
    private Side ofOwn() {
        boolean own = action.measure() == Measure.VISAS
                && sentence.isAnyOf(action.objectTo(), FOR)
                && sentence.isAnyOf(action.objectTo() + 1, Words.POSSESSIVES);
        return own ? Side.of(agents.first(action.first()), "whose delegation it is") : Side.NOBODY;
    }

    /** Switched its ties to Beijing from Taipei: with whom they end. */
    private Side leftBehind() {
        int from = HeadWords.restFrom(sentence, action.at(), action.head());
        boolean left = action.measure() == Measure.RELATIONS
                && action.head().gapped()
                && sentence.word(from).equals("from");
        return left
                ? Side.of(sentence.mentionAt(sentence.behindArticle(from + 1)), "from whom it turns away")
                : Side.NOBODY;
    }

    /** The removal of three Russians from the union's list: who stands between the noun and the list. */
    private Side offList() {
        int from = action.at() + 1;
        while (from < action.objectFrom() && !sentence.word(from).equals("from")) {
            from++;
        }
        boolean listed = action.how() == Construction.NOMINAL
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.objectTo() - 1, Words.LISTS)
                && from < action.objectFrom();
        return listed ? Side.of(agents.between(action.at() + 1, from), "who is taken off the list") : Side.NOBODY;
    }

    /** Employees of the country's embassy in Moscow: how far whose they are is said, which is not where the embassy stands. */
    private int reachOfWhose() {
        for (int at = action.objectTo(); at < action.objectTo() + FARTHEST_HIT; at++) {
            if (sentence.word(at).equals("in") && sentence.isAnyOf(at - 1, Agency.MISSIONS)) {
                return at - action.objectTo();
            }
        }
        return FARTHEST_HIT;
    }

    /** The lifting of sanctions that are crippling Zimbabwe: whom they harm. */
    private Side crippled() {
        int verb = action.objectTo();
        if (sentence.isAnyOf(verb, TimeFinder.OF_THINGS)) {
            verb++;
        }
        while (sentence.isAnyOf(verb, Words.BE) || sentence.isAnyOf(verb, Words.HAVE) || sentence.isAdverb(verb)) {
            verb++;
        }
        return verb > action.objectTo()
                        && sentence.mentionAt(verb).isEmpty()
                        && action.head().move() == Move.LIFT
                ? Side.of(sentence.mentionAt(sentence.behindArticle(verb + 1)), "whom they harm")
                : Side.NOBODY;
    }

    /** The border of Niger with Benin: where it begins to say with whom; otherwise the end of the object. */
    private int behindOwner(Side actor) {
        int of = object.end();
        return action.head().objectClass().equals("borders")
                        && sentence.word(of).equals("of")
                ? sentence.mentionAt(sentence.behindArticle(of + 1))
                        .filter(owner -> actor.parties().contains(owner.party()))
                        .map(Mention::to)
                        .orElse(of)
                : of;
    }

    /** The removal of sanctions that Western nations imposed against Zimbabwe. */
    private Side imposedOn() {
        for (int at = action.objectTo(); at < action.objectTo() + FARTHEST_IMPOSED; at++) {
            if (sentence.word(at).equals("imposed")) {
                return Side.of(agents.after(at, FARTHEST_COUNTED, ON), "on whom it was imposed");
            }
        }
        return Side.NOBODY;
    }

    /** The lifting of sanctions was agreed in Abuja: what is said of it does not tell on whom it bears. */
    private int reach() {
        if (action.passive() && sentence.isAnyOf(action.at() + 1, Words.JOINING) && action.at() > object.end()) {
            return action.at() - object.end();
        }
        boolean subject = action.how() == Construction.NOMINAL
                || (action.how() == Construction.ACTIVE && action.head().form() == Form.GERUND);
        for (int at = object.end(); subject && at < object.end() + FARTHEST; at++) {
            if (sentence.isAnyOf(at, Words.BE) && !sentence.word(at).equals("'s")) {
                return at - object.end();
            }
        }
        return FARTHEST;
    }

    /** Expelled ten ambassadors, including those of Germany and France. */
    private Side among() {
        for (int at = action.objectTo(); at < action.objectTo() + FARTHEST_AMONG; at++) {
            boolean among = sentence.word(at).equals("among") && sentence.isAnyOf(at + 1, THEM);
            if (among || (sentence.word(at).equals("including") && at < action.objectTo() + FARTHEST_OWNER)) {
                return Side.of(agents.after(at, FARTHEST_COUNTED, INCLUDING), "named among them");
            }
        }
        return Side.NOBODY;
    }

    /** Expelled Mexico's ambassador and two Spanish diplomats: whose people are listed behind the first. */
    private List<Party> withFurtherObjects(List<Party> first) {
        if (first.isEmpty() || action.passive() || !action.head().objectClass().equals("people")) {
            return first;
        }
        Set<Party> parties = new LinkedHashSet<>(first);
        int end = action.objectTo();
        for (Match<String> next : sentence.objects) {
            if (isListedBehind(end, next)
                    && !sentence.hasBetween(end, next.from(), Words.POSSESSIVES)
                    && !sentence.hasBetween(end, next.from(), Words.PREPOSITIONS)) {
                parties.addAll(agents.between(Math.max(end, next.from() - FARTHEST_OWNER), next.to()));
                end = next.to();
            }
        }
        return List.copyOf(parties);
    }

    /** Summoned the ambassador of Sweden, the chargé d'affaires of Poland and the envoy of Germany: whose are listed behind the first. */
    private Side withFurtherOwners(Side first) {
        if (first.isEmpty() || action.passive()) {
            return first;
        }
        Set<Party> parties = new LinkedHashSet<>(first.parties());
        int end = action.objectTo();
        for (Match<String> next : sentence.objects) {
            List<Party> whose = isListedBehind(end, next) ? agents.after(next.to(), FARTHEST_OWNER, WHOSE) : List.of();
            if (parties.addAll(whose)) {
                end = next.to();
            }
        }
        return Side.of(List.copyOf(parties), first.because());
    }

    /** Whether these are further people of a list that stands behind the action. */
    private boolean isListedBehind(int end, Match<String> next) {
        return next.value().equals("people")
                && next.from() > end
                && next.from() - end <= FARTHEST_LISTED
                && sentence.hasBetween(end, next.from(), Words.LISTING)
                && !sentence.hasBetween(end, next.from(), Words.BOUNDARIES)
                && !sentence.isAnyOf(next.to(), Words.REPORTING)
                && sentence.verbs.stream().noneMatch(verb -> verb >= action.objectTo() && verb < next.from());
    }

    /** Turkey could face sanctions; the most senior Israeli officials to face them. */
    private Side suffering(Side actor) {
        if (!action.isSuffered()) {
            return Side.NOBODY;
        }
        int to = action.at() - 1;
        Optional<Mention> people = sentence.mentionAt(to - 2)
                .filter(whose -> whose.kind() == Mention.Kind.ADJECTIVE
                        && sentence.isAnyOf(to, Words.TO)
                        && sentence.mayBeNoun(to - 1));
        if (people.isPresent()) {
            return Side.of(people, "whose people face it").without(actor);
        }
        boolean threatened = PlainStanding.isElse(sentence, action, VerbChain.start(sentence, action.at()));
        List<Party> facing =
                threatened ? warned() : agents.named(sentence.clauseStart(action.at()), action.at(), false);
        return Side.of(facing, threatened ? "who must do something, or faces it" : "who faces it")
                .without(actor);
    }

    /** Gave Iran a month to comply with the UN's demands or face sanctions: who stands right before what is to be done. */
    private List<Party> warned() {
        int clause = sentence.clauseStart(action.at());
        for (int at = VerbChain.start(sentence, action.at()) - 1; at > clause; at--) {
            if (sentence.isAnyOf(at, Words.DUTY) || HeadWords.isOtherInfinitive(sentence, at)) {
                return agents.named(clause, at, false);
            }
        }
        return agents.first(action.at());
    }

    /** Condemned the sanctions: on whom they bear if they do not say. */
    boolean isCondemned() {
        return action.isSuffered() && isCondemning(sentence.word(action.at()));
    }

    /** Protested, condemned. */
    static boolean isCondemning(String verb) {
        return Words.beginsWithAny(verb, CONDEMNING);
    }

    /** The United States repealed Syria's sanctions: nobody lifts what another imposed, so they are called by whom they burden. */
    private Side relieved(Side actor) {
        Side burdened = Side.of(object.owners(), "whose burden the object is").without(actor);
        return action.head().move() == Move.LIFT && action.how() == Construction.ACTIVE && !burdened.hasBody()
                ? burdened
                : Side.NOBODY;
    }

    /** A response to the closure of its visa section. */
    private Side owner(Side actor) {
        boolean closed = action.measure() == Measure.MISSION
                && action.how() == Construction.NOMINAL
                && Governor.isReason(sentence, action);
        return closed ? object.possessor().without(actor) : Side.NOBODY;
    }

    /** Britain's sanctions target Russian banks. */
    private Side hit(Side actor) {
        boolean hits = action.head().intransitive()
                && action.head().move() == Move.IMPOSE
                && action.head().rest().isEmpty()
                && HITTING.contains(action.head().objectClass());
        int end = action.at() + 1;
        while (end < action.at() + FARTHEST_HIT && !endsList(end) && !sentence.isAnyOf(end, WHY)) {
            end++;
        }
        return hits && !sentence.isAnyOf(action.at() + 1, Words.COMMA)
                ? Side.of(withListed(agents.between(action.at() + 1, end), end), "behind the verb")
                        .without(actor)
                : Side.NOBODY;
    }

    /** Target firms in China, Turkey and Oman: with those that a list names behind. */
    private List<Party> withListed(List<Party> first, int end) {
        return sentence.mentions.stream()
                .filter(mention -> mention.from() > action.at() && mention.to() <= end)
                .reduce((earlier, later) -> later)
                .map(last -> Stream.concat(first.stream(), agents.listFrom(last.from()).stream())
                        .distinct()
                        .toList())
                .orElse(first);
    }

    /** Target Chinese, North Korean firms: a comma with nobody behind it. */
    private boolean endsList(int at) {
        return sentence.isAnyOf(at, Words.COMMA) && sentence.mentionAt(at + 1).isEmpty();
    }

    /** The ministry announced that the firms were put on its list: who is named before "that" says so. */
    private boolean isReported() {
        int that = sentence.clauseStart(action.first()) - 1;
        return sentence.isAnyOf(that, Words.THAT) && sentence.hasBetween(0, that, Words.REPORTING);
    }

    /** Hit Iranian banks with sanctions: who stands between the verb and what he is hit with. */
    private Side hitWith(Side actor) {
        List<String> rest = action.head().rest();
        boolean with = HITTING.contains(action.head().objectClass())
                && !rest.isEmpty()
                && rest.get(rest.size() - 1).equals("with")
                && !action.passive()
                && !sentence.isAnyOf(action.objectTo(), AGAINST);
        return with
                ? Side.of(agents.between(action.at() + 1, action.objectFrom()), "who is hit with it")
                        .without(actor)
                : Side.NOBODY;
    }

    /** Russian banks were hit with sanctions: the subject of a passive that has its object behind it. */
    private Side struck(Side actor) {
        int relative = sentence.clauseStart(action.first()) - 1;
        if (action.passive()
                && action.objectFrom() > action.at()
                && sentence.isAnyOf(relative, SubjectFinder.RELATIVE)) {
            return Side.of(agents.nearest(relative), "of whom the relative clause tells")
                    .without(actor);
        }
        return action.passive() && action.objectFrom() > action.at()
                ? Side.of(
                                agents.between(
                                        Math.max(
                                                sentence.clauseStart(action.first()),
                                                SpeakerFinder.behindSource(sentence)),
                                        action.at()),
                                "the subject of the passive")
                        .orElse(() -> isReported()
                                ? Side.NOBODY
                                : Side.of(agents.between(0, action.at()), "the subject of the passive"))
                        .without(actor)
                : Side.NOBODY;
    }

    /** Told Pakistan to cut its staff: who is ordered to is on whom it bears. */
    Side ordered() {
        boolean demanded = (standing.status() == Status.URGED || standing.status() == Status.PROPOSED)
                && action.measure() == Measure.MISSION
                && isCutOfStaff();
        boolean order = standing.isGoverned()
                && action.measure() != Measure.SANCTIONS
                && (standing.status() == Status.ADOPTED || demanded)
                && standing.cue() < action.at();
        return order ? Side.of(agents.named(standing.cue() + 1, action.first(), true), ORDERED) : Side.NOBODY;
    }

    /** Britain was ordered to close; has until Friday to: whose measure that is not, though it is the subject. */
    boolean isOrderedItself() {
        return standing.isGoverned()
                && standing.status() == Status.ADOPTED
                && standing.cue() < action.at()
                && (action.measure() == Measure.MISSION || action.measure() == Measure.RECALL)
                && Orders.isPassive(sentence, standing.cue());
    }

    /** Downsize its diplomats, cut its staff. */
    private boolean isCutOfStaff() {
        return sentence.isAnyOf(action.at(), CUTTING);
    }

    /** Proposed to Venezuela an exchange of ambassadors; offered Venezuela to exchange them. */
    private Side addressee() {
        boolean offered = action.head().move() == Move.LIFT
                && standing.isGoverned()
                && standing.status() == Status.PROPOSED
                && standing.cue() < action.at();
        if (!offered) {
            return Side.NOBODY;
        }
        Optional<Mention> behind = sentence.mentionAt(sentence.behindArticle(standing.cue() + 1))
                .filter(mention -> sentence.word(mention.to()).equals("to"));
        return Side.of(agents.after(standing.cue() + 1, 6, Words.TO), "to whom it is offered")
                .orElse(() -> Side.of(behind, "to whom it is offered"));
    }
}
