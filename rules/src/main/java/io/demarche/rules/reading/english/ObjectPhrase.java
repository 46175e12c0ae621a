package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.rules.reading.PhraseIndex.Match;

/** The noun phrase around an action's object: the words before it that belong to it, and whose it is. */
final class ObjectPhrase {

    private static final WordSet RULERS = WordSet.of(
            "junta",
            "leaders",
            "leader",
            "rulers",
            "government",
            "president",
            "authorities",
            "generals",
            "parties",
            "politicians",
            "officials");
    private static final WordSet ENTRY = WordSet.of("entering", "entry", "entrance");
    private static final WordSet CITIZENS = WordSet.of("nationals", "citizens");
    private static final WordSet TRAVELLING = WordSet.of("travelling", "traveling");
    private static final int FARTHEST_ENTERED = 6;
    private static final WordSet INTO = WordSet.of("to", "into", "in");

    /** Classes of objects that belong to who imposes them. */
    private static final WordSet OWNED =
            WordSet.of("sanctions", "restrictions", "entry-bans", "relief", "contacts", "measures");

    /** Classes of objects that may be parts of another measure. */
    private static final WordSet PARTS = WordSet.of("sanctions", "restrictions", "entry-bans");

    private static final int FARTHEST_PART = 8;

    private static final WordSet SERVICES = WordSet.of("operation", "operations", "service", "services", "processing");

    private static final WordSet AT = WordSet.of("at", "from", "of", "in");
    private static final int FARTHEST_TARGET = 9;
    private static final WordSet IMPOSED = WordSet.of("imposed", "enforced", "maintained", "applied");
    /** What an economic, commercial and financial embargo is. */
    private static final WordSet KINDS = WordSet.of(
            "economic",
            "commercial",
            "financial",
            "trade",
            "political",
            "diplomatic",
            "military",
            "personal",
            "sectoral");

    private final MarkedSentence sentence;
    private final Agents agents;
    private final Action action;

    ObjectPhrase(MarkedSentence sentence, Agents agents, Action action) {
        this.sentence = sentence;
        this.agents = agents;
        this.action = action;
    }

    /** Everybody named in it: the Dutch embassy; Kuwait's ambassador. */
    List<Party> parties() {
        if (!action.head().objectClass().equals(Head.MEMBER)) {
            List<Party> named = agents.between(start(), action.objectTo());
            return named.isEmpty() && action.head().objectClass().equals("people") ? ofMission() : named;
        }
        return action.at() < action.objectFrom()
                ? agents.listFrom(action.objectFrom())
                : sentence.mentionAt(action.objectFrom()).map(agents::group).orElse(List.of());
    }

    /** Two attachés at the Russian embassy: whose mission they work at; a nuncio is the Holy See's. */
    private List<Party> ofMission() {
        int in = action.objectTo();
        if (sentence.word(in - 1).equals("nuncio")) {
            return List.of(Words.HOLY_SEE);
        }
        return sentence.isAnyOf(in, AT)
                ? sentence.mentionAt(sentence.behindArticle(in + 1))
                        .filter(agents::ownsMission)
                        .map(owner -> List.of(owner.party()))
                        .orElse(List.of())
                : List.of();
    }

    /** Whose people or mission it is: the Dutch embassy; the embassy of France in Mali. */
    List<Party> bearers() {
        int of = action.objectTo();
        List<Party> named = parties();
        return named.isEmpty() && sentence.word(of).equals("of") ? agents.listFrom(behindArticles(of + 1)) : named;
    }

    /** The embargo: one that was told of before. */
    boolean isDefinite() {
        return sentence.hasBetween(action.objectFrom() - 1, action.objectFrom(), Words.DEFINITE);
    }

    /** Its embassy; their diplomats. */
    boolean isPossessed() {
        return sentence.hasBetween(start(), action.objectFrom(), Words.POSSESSIVES);
    }

    /** Moscow protested against the expulsion of its diplomats; Oslo said its own envoy would return: who stands before "its". */
    Side possessor() {
        return isPossessed() ? Side.of(agents.first(action.first()), "whose 'its' or 'their' is") : Side.NOBODY;
    }

    /** Whether it is of a kind that belongs to who imposes it. */
    boolean isOwned() {
        return OWNED.contains(action.head().objectClass());
    }

    /**
     * The EU's sanctions, US and EU sanctions: whose measure it is stands before the word for it; Russia sanctions are those on it.
     * Nobody if it does not say.
     */
    List<Party> owners() {
        if (action.head().objectClass().equals("assets")
                || action.head().objectClass().equals("visas")) {
            return ofHolder().or(this::ofService).map(List::of).orElse(List.of());
        }
        if (!isOwned()) {
            return List.of();
        }
        Optional<Mention> entered = entered();
        if (entered.isPresent()) {
            return List.of(entered.get().party());
        }
        Optional<Mention> subject = sentence.mentionAt(behindArticles(action.objectTo()))
                .filter(mention -> sentence.isAnyOf(mention.to(), Words.HAVE));
        if (subject.isPresent()) {
            return List.of(subject.get().party());
        }
        return ofImposer().map(List::of).orElseGet(this::before);
    }

    /** The owners, as who does it. */
    Side owner() {
        return Side.of(owners(), "whose measure the object is");
    }

    /** A ban on entering Russia, on its nationals travelling to Russia: who alone can keep somebody out of it. */
    private Optional<Mention> entered() {
        int in = action.objectTo();
        for (int at = in; at < in + FARTHEST_ENTERED; at++) {
            boolean to =
                    sentence.isAnyOf(at, TRAVELLING) && sentence.word(at + 1).equals("to");
            if (sentence.isAnyOf(at - 1, CITIZENS) && (to || sentence.word(at).equals("entering"))) {
                return sentence.mentionAt(sentence.behindArticle(to ? at + 2 : at + 1));
            }
        }
        return sentence.isAnyOf(in - 1, ENTRY)
                ? sentence.mentionAt(sentence.behindArticle(sentence.isAnyOf(in, INTO) ? in + 1 : in))
                : Optional.empty();
    }

    /** The first that may own it, and those joined to it that may. */
    private List<Party> before() {
        int start = start();
        List<Party> owners = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            boolean inPhrase = mention.from() >= start && mention.to() <= action.objectTo();
            boolean next = end < 0 || (mention.from() == end + 1 && sentence.isAnyOf(end, Words.JOINING));
            if (inPhrase && next && mayOwn(mention) && !isWarned(mention)) {
                owners.add(mention.party());
                end = mention.to();
            }
        }
        return owners;
    }

    /** Warned Mali's junta of sanctions: whoever is warned does not impose them. */
    private boolean isWarned(Mention mention) {
        int of = mention.to() + 2;
        return sentence.word(mention.to()).equals("'s")
                && sentence.isAnyOf(mention.to() + 1, RULERS)
                && sentence.word(of).equals("of")
                && of < action.objectFrom();
    }

    private boolean mayOwn(Mention mention) {
        return sentence.word(mention.to()).equals("'s")
                || sentence.word(mention.to()).equals("'")
                || (mention.kind() == Mention.Kind.ADJECTIVE
                        && !action.head().objectClass().equals("relief")
                        && !isUnderAnother(mention))
                || Words.IMPOSERS.contains(mention.party().code());
    }

    /** The restrictions (that) the US has put on it: where whoever does so may stand. */
    private int behindArticles(int at) {
        int place = at;
        while (sentence.isAnyOf(place, Words.ARTICLES) || sentence.isAnyOf(place, Words.THAT)) {
            place++;
        }
        return place;
    }

    /** Would have their UK assets frozen; whose US visa was cancelled: who alone can freeze or cancel it. */
    private Optional<Party> ofHolder() {
        return sentence.mentions.stream()
                .filter(mention -> mention.from() >= start() && mention.to() <= action.objectTo())
                .filter(mention -> sentence.isAnyOf(mention.from() - 1, Words.POSSESSIVES)
                        || sentence.word(mention.from() - 1).equals("whose"))
                .map(Mention::party)
                .findFirst();
    }

    /** Indian visa operations: who issues the visas. */
    private Optional<Party> ofService() {
        return sentence.isAnyOf(action.objectTo() - 1, SERVICES)
                ? sentence.mentionAt(action.objectFrom() - 1).map(Mention::party)
                : Optional.empty();
    }

    /** The token behind it, and behind whose it is: the sanctions of the EU. */
    int end() {
        return mentionOfImposer().map(Mention::to).orElseGet(this::endOfParts);
    }

    /** Sanctions, including travel bans and asset freezes: the token behind what it consists of. */
    private int endOfParts() {
        int end = action.objectTo();
        int including = sentence.word(end).equals(",") ? end + 1 : end;
        if (!isOwned() || !sentence.word(including).equals("including")) {
            return end;
        }
        return sentence.objects.stream()
                .filter(part -> PARTS.contains(part.value())
                        && part.from() > including
                        && part.to() <= including + FARTHEST_PART)
                .mapToInt(Match::to)
                .max()
                .orElse(end);
    }

    private Optional<Party> ofImposer() {
        return mentionOfImposer().map(Mention::party);
    }

    private Optional<Mention> mentionOfImposer() {
        int of = action.objectTo();
        boolean imposed = action.head().move() == Move.LIFT
                && sentence.isAnyOf(of, IMPOSED)
                && sentence.word(of + 1).equals("by");
        int name = sentence.behindArticle(imposed ? of + 2 : of + 1);
        boolean governed = action.how() == Construction.GOVERNED && sentence.isAnyOf(of, Words.FROM_OR_BY);
        return isOwned() && (imposed || governed || sentence.word(of).equals("of"))
                ? sentence.mentionAt(name)
                        .filter(mention -> imposed
                                || (governed && action.head().objectClass().equals("relief"))
                                || Words.IMPOSERS.contains(mention.party().code())
                                || sentence.word(mention.to()).equals("against"))
                : Optional.empty();
    }

    /** Washington may ease Russian sanctions: those on Russia, where one that imposes many stands before and nobody behind. */
    private boolean isUnderAnother(Mention adjective) {
        return !Words.IMPOSERS.contains(adjective.party().code())
                && sentence.mentions.stream()
                        .anyMatch(mention -> mention.to() <= adjective.from()
                                && (Words.IMPOSERS.contains(mention.party().code())
                                        || Words.EU_MEMBERS.contains(
                                                mention.party().code())))
                && agents.after(action.objectTo(), FARTHEST_TARGET, Words.BEARING)
                        .isEmpty();
    }

    /** Where the words before the object begin that belong to it. */
    private int start() {
        int first = action.passive() || action.at() >= action.objectFrom() ? 0 : behindPlace(action.at() + 1);
        int start = action.objectFrom();
        while (start > first && belongs(start - 1) && !sentence.isAnyOf(start, Words.ARTICLES)) {
            start--;
        }
        return start;
    }

    /** Expelled from Hungary two spies: the token behind from where; but relief from American sanctions. */
    private int behindPlace(int from) {
        return sentence.word(from).equals("from")
                ? sentence.mentionAt(from + 1)
                        .map(Mention::to)
                        .filter(behind -> !sentence.isObject(behind))
                        .orElse(from)
                : from;
    }

    private boolean belongs(int at) {
        boolean of = sentence.word(at).equals("of");
        if (sentence.isAnyOf(at - 1, KINDS) && sentence.isAnyOf(at + 1, KINDS)) {
            return true;
        }
        boolean and = Words.JOINING.contains(sentence.word(at));
        if (and) {
            return sentence.mentionAt(at - 1).isPresent()
                    && sentence.mentionAt(at + 1).isPresent()
                    && !Coordination.isScene(sentence, at, at + 1);
        }
        boolean scene = sentence.mentionAt(at)
                .filter(place -> place.kind() != Mention.Kind.ADJECTIVE
                        && sentence.word(place.from() - 1).equals("in"))
                .isPresent(); // in Kenya two diplomats were expelled
        return !scene
                && (!sentence.isAnyOf(at, Words.SIGNS) || sentence.mentionAt(at).isPresent())
                && (of || !sentence.isAnyOf(at, Words.PREPOSITIONS))
                && (sentence.word(at).equals("'s") || !sentence.isAnyOf(at, Words.BE))
                && !sentence.isAnyOf(at, Words.HAVE)
                && !sentence.isAnyOf(at, Words.CERTAIN)
                && !sentence.isAnyOf(at, Words.DUTY)
                && !sentence.isAnyOf(at, Words.NEGATION)
                && !sentence.isInCue(at)
                && !sentence.isAnyOf(at, Words.REPORTING)
                && !sentence.isAnyOf(at, Words.BOUNDARIES);
    }
}
