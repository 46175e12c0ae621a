package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;

/** Finds who does what a passive tells of: by-phrase, orderer, host, or whose people, mission or border it is. */
final class PassiveActors extends SideFinder {

    private static final WordSet AGAINST = WordSet.of("against", "on");
    private static final WordSet EFFECT = WordSet.of("effect");
    private static final WordSet INTO = WordSet.of("enter", "into", "to");
    private static final WordSet OUT_OF = WordSet.of("from", "of", "leave", "quit", "depart");
    private static final WordSet ORDERS = WordSet.of("orders", "order", "instructions", "instruction");
    private static final int FARTHEST_ORDER = 5;
    private static final int FARTHEST_LEAVE = 7;
    private static final WordSet TRADED = WordSet.of("trade", "goods");
    private static final WordSet ORDERED = WordSet.of("ordered", "ordering", "told", "instructed", "forced", "obliged");
    private static final int FARTHEST_PLACE = 2;
    private static final WordSet INTO_WHERE = WordSet.of("into");
    private static final int FARTHEST_ORIGIN = 6;
    private static final int FARTHEST_LET = 4;
    private static final String STAFF = "staff";
    /** What an envoy is summoned for. */
    private static final WordSet PURPOSES = WordSet.of(
            "protest", "hear", "explain", "receive", "discuss", "express", "answer", "account", "be", "clarify");

    private static final WordSet MUST = WordSet.of("must");
    static final WordSet INFORMING = WordSet.of("informed", "notified", "told", "advised");
    /** How words begin of taking property, and of giving it back. */
    private static final List<String> TAKING =
            List.of("seiz", "confiscat", "expropriat", "impound", "return", "restitut");

    private static final String WHOSE_LIST = "whose list, air or port it is";
    private static final WordSet DECLARING = WordSet.of("declaring", "announcing");

    private final SubjectFinder subjects;
    private final SpeakerFinder speakers;
    private final AskedFinder asked;

    PassiveActors(Setting setting, SubjectFinder subjects, SpeakerFinder speakers, AskedFinder asked) {
        super(setting);
        this.subjects = subjects;
        this.speakers = speakers;
        this.asked = asked;
    }

    /** Was recalled to Israel. */
    private Side calledTo() {
        return action.head().move() == Move.IMPOSE
                        && sentence.word(action.at() + 1).equals("to")
                ? Side.of(sentence.mentionAt(action.at() + 2), "where he is called to")
                : Side.NOBODY;
    }

    /** Restored with wrong steps by the authorities: whose they are, and nobody's doing. */
    private boolean isOfMeans() {
        return sentence.word(action.last() + 1).equals("with")
                && !sentence.hasBetween(action.last() + 2, action.last() + 4, EFFECT);
    }

    /** Imposed by his predecessor against Serbia: who is named behind "against" is none of those behind "by". */
    private int farthestAgent() {
        int from = action.last() + 1;
        int by = from;
        while (by < from + FARTHEST_AGENT && !sentence.isAnyOf(by, Words.BY)) {
            by++;
        }
        int end = by;
        while (end < from + FARTHEST_AGENT && !sentence.isAnyOf(end, AGAINST)) {
            end++;
        }
        return end - from;
    }

    /** Who does what a passive tells of, where {@code governing} governs it; else nobody. */
    Side find(Side governing) {
        boolean back = action.measure() == Measure.RECALL
                && action.head().move() == Move.LIFT
                && !ActionFinder.hasBe(sentence, action.at());
        Side by = Side.of(agents.after(action.last() + 1, farthestAgent(), Words.BY), "behind 'by'");
        if (!back && !by.isEmpty() && !isOfMeans()) {
            return by;
        }
        Side orderer = orderer();
        if (!orderer.isEmpty()) {
            return orderer;
        }
        if (action.objectTo() <= action.at()
                && object.parties().isEmpty()
                && ActionFinder.isCaused(sentence, action.objectFrom())) {
            return Side.of(subjects.subject(action.objectFrom() - 2), "who had it done");
        }
        if (sentence.hasBetween(action.objectFrom() - FARTHEST_LET, action.objectFrom(), Words.LET)) {
            return governing;
        }
        if (action.embedded() && hasObjectOfLast()) {
            return actorOfLast();
        }
        if (isOfOwnList() && !action.head().rest().isEmpty()) {
            Side whose = Side.of(agents.between(action.at() + 1, endOfRest()), WHOSE_LIST)
                    .orElse(() -> Side.of(agents.after(endOfRest(), FARTHEST_PLACE, Words.OF), WHOSE_LIST));
            if (!whose.isEmpty()) {
                return whose;
            }
        }
        if (isOfOwnList() && sentence.hasBetween(action.at() + 1, action.at() + 3, ITS)) {
            return Side.of(speakers.reporter(), "who announces whom its list names");
        }
        return switch (action.measure()) {
            case RECALL ->
                Side.of(object.bearers(), "whose people they are")
                        .orElse(this::calledTo)
                        .orElse(this::home)
                        .orElse(object::possessor);
            case MISSION ->
                isOrderedBy(governing) || asked.isOfGuest(governing)
                        ? governing
                        : action.head().measure() == Measure.RESTRICTIONS
                                        || isOrdered()
                                        || isOfTaken(sentence, action)
                                        || action.head().objectClass().equals("people")
                                ? host()
                                : hosted(governing).orElse(() -> Side.of(object.bearers(), "whose mission it is"));
            case SUMMONS ->
                (isToDo() ? Side.NOBODY : Side.of(agents.after(action.at() + 1, 5, Words.IN_OR_TO), "where it is done"))
                        .orElse(() -> Side.of(sentTo(), "to whom he is sent"))
                        .orElse(this::ministry);
            case VISAS ->
                outOf().orElse(() -> Side.of(agents.after(action.at() + 1, FARTHEST_LEAVE, INTO), "into where"))
                        .orElse(() -> Side.of(agents.between(action.at() + 1, endOfRest()), "whose visa it is"))
                        .orElse(() -> Side.of(sentTo(), "to whom he is sent"));
            case EXPULSION ->
                outOf().orElse(() -> Side.of(sentTo(), "to whom he is sent"))
                        .orElse(() -> object.isPossessed() || isOfMission() ? host() : Side.NOBODY)
                        .orElse(this::where)
                        .orElse(this::whoSaysSo);
            default ->
                object.owner()
                        .orElse(this::ofOwnSpace)
                        .orElse(() -> TRADED.contains(action.head().objectClass()) ? ofTradedIn() : Side.NOBODY);
        };
    }

    /** Was summoned to protest Oslo's decision: for what, not to where. */
    private boolean isToDo() {
        return sentence.word(action.at() + 1).equals("to") && sentence.isAnyOf(action.at() + 2, PURPOSES);
    }

    /** The Russian ministry said the ambassador had been summoned: the one that says so, unless he is its own. */
    private Side ministry() {
        int said = sentence.beforeArticle(action.objectFrom() - 1);
        int verb = sentence.isAnyOf(said, Words.THAT) ? said - 1 : said;
        return sentence.isAnyOf(verb, Words.REPORTING)
                        && sentence.word(verb - 1).equals("ministry")
                        && object.parties().isEmpty()
                        && !object.isPossessed()
                ? Side.of(agents.sayer(0, verb), "the ministry that says so")
                : Side.NOBODY;
    }

    /** Germany, where 40 had been sent home: who is named before "where". */
    private Side where() {
        int where = sentence.clauseStart(action.first()) - 1;
        while (where > 0 && !sentence.word(where).equals("where") && !sentence.isAnyOf(where, Words.COMMA)) {
            where--;
        }
        int place = sentence.isAnyOf(where - 1, Words.COMMA) ? where - 2 : where - 1;
        return sentence.word(where).equals("where")
                ? Side.of(sentence.mentionAt(place), "where it is done").without(object.parties())
                : Side.NOBODY;
    }

    /** Property was seized, or returned: by another than whose it is. */
    static boolean isOfTaken(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.MISSION && Words.beginsWithAny(sentence.word(action.at()), TAKING);
    }

    /** Imports of beef into Russia are banned, trade in Iraq is halted: the state of the place. */
    private Side ofTradedIn() {
        return Side.of(agents.after(object.end(), FARTHEST_ORIGIN, INTO_WHERE), "into where")
                .orElse(() -> Side.of(agents.after(action.at() + 1, FARTHEST_PLACE, Words.IN), "where it is done"));
    }

    /** Niger's border, the border of Niger, its airspace was closed to French aircraft: Niger said so of its own. */
    private Side ofOwnSpace() {
        String space = action.head().objectClass();
        boolean own = space.equals("borders")
                || (space.equals("airspace")
                        && (sentence.isAnyOf(action.last() + 1, Words.IN_OR_TO)
                                || sentence.word(action.objectFrom() - 1).equals("'s")));
        if (own && sentence.isAnyOf(action.objectFrom() - 1, ITS)) {
            return Side.of(speakers.reporter(), "who says so of its own");
        }
        return own
                ? Side.of(object.parties(), "whose border it is")
                        .orElse(() -> Side.of(
                                agents.after(action.objectTo(), FARTHEST_PLACE, Words.OF), "whose border it is"))
                : Side.NOBODY;
    }

    /** Closed on the orders of Beijing, on Beijing's orders: who gave them. */
    private Side orderer() {
        int end = action.last() + 1;
        for (int on = end; on < end + FARTHEST_ORDER && !sentence.isAnyOf(on, Words.COMMA); on++) {
            if (!sentence.word(on).equals("on")) {
                continue;
            }
            int orders = sentence.behindArticle(on + 1);
            boolean behind = sentence.isAnyOf(orders, ORDERS)
                    && sentence.word(orders + 1).equals("of");
            Optional<Mention> who = behind
                    ? sentence.mentionAt(sentence.behindArticle(orders + 2))
                    : sentence.mentionAt(orders)
                            .filter(owner ->
                                    sentence.isAnyOf(owner.to(), ORDERS) || sentence.isAnyOf(owner.to() + 1, ORDERS));
            if (who.isPresent()) {
                return Side.of(agents.group(who.get()), "on whose orders");
            }
        }
        return Side.NOBODY;
    }

    /** Belarus announced that Ukrainian diplomats would be expelled: who says so of others. */
    private Side whoSaysSo() {
        int that = sentence.that(action.first());
        if (that > 0 && sentence.isAnyOf(that - 1, DECLARING)) {
            return Side.of(subjects.subject(that - 1), "who declares so").without(object.parties());
        }
        int verb = that > 0 && sentence.mentionAt(that - 1).isPresent()
                ? sentence.mentionAt(that - 1).get().from() - 1
                : that - 1;
        if (that > 0 && sentence.isAnyOf(verb, INFORMING) && !object.isPossessed()) {
            List<Party> informed = ActionFinder.hasBe(sentence, verb) ? speakers.reporter() : subjects.subject(verb);
            return Side.of(informed, "who informs somebody of it").without(object.parties());
        }
        int saying = that > 0 ? that - 1 : sentence.beforeArticle(action.objectFrom() - 1);
        if (!sentence.isAnyOf(saying, Words.REPORTING) || object.isPossessed()) {
            return Side.NOBODY;
        }
        List<Party> sayer =
                that > 0 ? agents.named(sentence.clauseStart(saying), saying, false) : subjects.subject(saying);
        return Side.of(sayer, "who says so").without(object.parties());
    }

    /** Employees of the embassy in Moscow. */
    private boolean isOfMission() {
        return sentence.word(action.objectTo()).equals("of")
                && sentence.hasBetween(action.objectTo(), action.objectTo() + FARTHEST_LET, Agency.MISSIONS);
    }

    private Side outOf() {
        return object.owner()
                .orElse(() -> object.parties().isEmpty() ? Side.NOBODY : object.possessor())
                .orElse(() -> Side.of(agents.after(action.at() + 1, FARTHEST_LEAVE, OUT_OF), "out of where"));
    }

    /** More missions could be ordered to close: not by those whose missions they are. */
    private boolean isOrdered() {
        return standing.isGoverned()
                && sentence.isAnyOf(standing.cue(), ORDERED)
                && ActionFinder.hasBe(sentence, standing.cue());
    }

    /** The Kenyan government ordered the number of Iranian staff to be cut: who gives an order to others. */
    private boolean isOrderedBy(Side governing) {
        return standing.isGoverned()
                && sentence.isAnyOf(standing.cue(), ORDERED)
                && !ActionFinder.hasBe(sentence, standing.cue())
                && !governing.without(Side.of(object.bearers(), "")).isEmpty();
    }

    /** Recalled to Moscow. */
    private Side home() {
        return action.head().move() == Move.IMPOSE
                ? Side.of(agents.after(action.at() + 1, 3, Words.TO), "home to where")
                : Side.NOBODY;
    }

    /** Where an embassy stands. */
    private Side host() {
        return Side.of(agents.after(action.objectTo(), 6, Words.IN), "where the mission stands, or its people");
    }

    /** The Danish consulate in Moscow must close, will have to: not by those whose it is. */
    private boolean isCompelled() {
        int chain = VerbChain.start(sentence, action.at());
        return action.head().move() == Move.IMPOSE
                && (sentence.hasBetween(chain, action.at(), MUST)
                        || (sentence.word(action.at() - 1).equals("to")
                                && sentence.isAnyOf(action.at() - 2, Words.HAVE)));
    }

    /** Vilnius was notified (by Moscow) that the Lithuanian consulate in Pskov will be shut. */
    private boolean isInformed() {
        int that = sentence.that(action.first());
        int verb = sentence.mentionAt(that - 1)
                        .filter(by -> sentence.word(by.from() - 1).equals("by"))
                        .map(by -> by.from() - 1)
                        .orElse(that)
                - 1;
        return that > 0
                && sentence.isAnyOf(verb, INFORMING)
                && ActionFinder.hasBe(sentence, verb)
                && agents.between(sentence.clauseStart(verb), verb).stream().anyMatch(object.bearers()::contains);
    }

    /** Lusaka's parliament demanded that the mission in Lusaka be closed; Zambia said that it would be; that its staff would be cut. */
    private Side hosted(Side governing) {
        Side host = host();
        if (!host.isEmpty() && (isCompelled() || isInformed())) {
            return host;
        }
        Side sayer = action.head().move() == Move.IMPOSE ? Side.of(speakers.reporter(), "") : Side.NOBODY;
        if (host.isEmpty() && action.head().objectClass().equals(STAFF)) {
            return sayer.without(Side.of(object.bearers(), "")).because("who says so of others");
        }
        if (host.isEmpty() && sentence.isAnyOf(action.at(), TargetFinder.CUTTING)) {
            return discourse
                    .last()
                    .map(Told::sides)
                    .filter(sides -> !object.bearers().isEmpty()
                            && sides.target().parties().containsAll(object.bearers()))
                    .map(sides -> sides.actor().because("who acts against them besides"))
                    .orElse(Side.NOBODY);
        }
        boolean sameState = !host.isEmpty()
                && (host.without(governing).isEmpty() || host.without(sayer).isEmpty());
        return sameState ? host : Side.NOBODY;
    }
}
