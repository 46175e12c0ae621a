package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.statement.Party;

/** The parties of one sentence as its words group them: who may act, who stands behind a preposition, who possesses. */
final class Agents {

    private static final WordSet MODIFIERS =
            WordSet.of("'s", "recent", "latest", "planned", "new", "proposed", "mutual", "reciprocal", "mirror");

    /** Modifiers that may as well be the verb: Germany proposed sanctions. */
    private static final WordSet PLANNED = WordSet.of("planned", "proposed");

    /** Behind these stands why or when something is done, no longer to whom. */
    private static final WordSet REASONS = WordSet.of(
            "over",
            "amid",
            "due",
            "because",
            "owing",
            "following",
            "despite",
            "ahead",
            "during",
            "citing",
            "pending",
            "since",
            "if",
            "unless",
            "once",
            "consultation",
            "coordination",
            "conjunction",
            "concert",
            "tandem");

    /** Adopted by 13 votes, by a large majority: nobody's name. */
    private static final WordSet VOTES = WordSet.of("vote", "votes", "majority");

    private static final int FARTHEST_VOTES = 3;

    /** Cut its ties, followed by Nicaragua: behind these, "by" names nobody who did it. */
    private static final WordSet FOLLOWED = WordSet.of(
            "followed", "joined", "backed", "supported", "provoked", "triggered", "prompted", "caused", "sparked");

    private static final int FARTHEST_SAID = 7;

    /** The US refusal: what is no verb, so that the party before it is whose it is. */
    private static final WordSet NO_VERBS = WordSet.of(
            "refusal", "reluctance", "decision", "proposal", "intention", "readiness", "willingness", "unwillingness");

    /** What whoever takes it does. */
    private static final WordSet DECISIONS = WordSet.of("decision", "move", "step");

    /** Behind a quotation, these say whose it is, where elsewhere somebody may be warned. */
    private static final WordSet VOICING =
            WordSet.of("warned", "warns", "vowed", "vows", "promised", "threatened", "asked", "replied", "concluded");

    private static final WordSet COMPARED = WordSet.of("did", "has", "have", "had", "will", "would");
    private static final WordSet PRONOUNS = WordSet.of("he", "she", "they", "it");
    private static final int FARTHEST_SPEAKER = 7;
    private static final WordSet COLON = WordSet.of(":");
    private static final int FARTHEST_OWNER = 6;

    private final MarkedSentence sentence;
    private final Coordination listing;
    private final Agency agency;

    Agents(MarkedSentence sentence) {
        this.sentence = sentence;
        this.listing = new Coordination(sentence);
        this.agency = new Agency(sentence, listing);
    }

    /** Poland's expulsion; the Polish expulsion; the latter's, who was named last. */
    List<Party> possessor(int at) {
        int before = at - 1;
        while (sentence.isAnyOf(before, MODIFIERS)) {
            before--;
        }
        if (sentence.word(before).equals("latter") || isOtherCountry(before)) {
            return nearest(before);
        }
        boolean proposes = sentence.isAnyOf(before + 1, PLANNED);
        return sentence.mentionAt(before)
                .filter(mention -> !proposes || mention.kind() == Mention.Kind.ADJECTIVE)
                .map(this::group)
                .orElse(List.of());
    }

    /** Its envoy to Honduras, in answer to the Central American country's decision: of whom it is told where it lies. */
    private boolean isOtherCountry(int at) {
        return sentence.word(at).equals("country")
                && sentence.tokens.get(at - 1).isCapitalised()
                && sentence.mentionAt(at - 1).isEmpty();
    }

    /** Poland's plan; the Polish and Czech plan: not the party right before a word that may as well be its verb. */
    List<Party> genitive(int at) {
        boolean noun = sentence.isAnyOf(at, NO_VERBS);
        boolean attribute = sentence.mentionAt(at - 1)
                .filter(owner ->
                        noun || (sentence.isAnyOf(at, DECISIONS) && sentence.isAnyOf(owner.from() - 1, Words.ARTICLES)))
                .isPresent();
        if (attribute || sentence.isAnyOf(at - 1, MODIFIERS) || describes(at - 1)) {
            return possessor(at);
        }
        int adjectives = at - 1;
        while (noun
                && adjectives > at - FARTHEST_OWNER
                && (sentence.mayBeNoun(adjectives)
                        || sentence.isAdverb(adjectives)
                        || sentence.word(adjectives).equals("and"))) {
            adjectives--;
        }
        return noun && sentence.word(adjectives).equals("'s") ? possessor(adjectives + 1) : List.of();
    }

    /** The parties that act between two places: names, persons, and adjectives with an institution; the last coordinated group. */
    List<Party> named(int from, int to, boolean addressees) {
        List<Party> group = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            if (mention.from() < from || mention.to() > to || !agency.mayAct(mention, addressees)) {
                continue;
            }
            if (end >= 0 && !listing.isCoordinated(end, mention.from())) {
                group.clear();
            }
            group.add(mention.party());
            end = mention.to();
        }
        return once(group);
    }

    /** All that are named together in the sentence, each list of two or more. */
    List<List<Party>> groups() {
        List<List<Party>> groups = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            if (mention.kind() == Mention.Kind.PLACE) {
                continue;
            }
            if (end < 0 || !listing.isCoordinated(end, mention.from())) {
                groups.add(new ArrayList<>());
            }
            List<Party> group = groups.get(groups.size() - 1);
            if (!group.contains(mention.party())) {
                group.add(mention.party());
            }
            end = mention.to();
        }
        groups.removeIf(group -> group.size() < 2);
        return groups;
    }

    /** The first coordinated group that acts before a place. */
    List<Party> first(int to) {
        return first(0, to);
    }

    /** The first coordinated group that acts between two places. */
    List<Party> first(int from, int to) {
        List<Party> group = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            if (mention.from() < from) {
                continue;
            }
            if (mention.to() > to || (end >= 0 && !listing.isCoordinated(end, mention.from()))) {
                break;
            }
            if (agency.mayAct(mention, false)) {
                group.add(mention.party());
                end = mention.to();
            }
        }
        return once(group);
    }

    /** In Washington, a senator proposed; in Paris and Rome, envoys were summoned: where the sentence is set. */
    List<Party> scene() {
        boolean scene = sentence.word(0).equals("in")
                && sentence.mentionAt(1)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME)
                        .isPresent();
        int last = 0;
        while (scene && listing.isCoordinated(last)) {
            last++;
        }
        return scene ? group(sentence.mentions.get(last)) : List.of();
    }

    /** Who speaks in the sentence: before the last word of saying, or right behind it ("We refuse," said the minister). */
    List<Party> voice() {
        for (int at = sentence.size() - 1; at >= 0; at--) {
            boolean ofQuotation = sentence.isAnyOf(at, VOICING) && sentence.hasBetween(0, at, Words.QUOTES);
            boolean unwelcome = sentence.word(at).equals("declared") && ActionFinder.hasBe(sentence, at);
            if (ofQuotation || (sentence.isAnyOf(at, Words.REPORTING) && !unwelcome)) {
                List<Party> before = sayer(sentence.clauseStart(at), at);
                return before.isEmpty() ? named(at + 1, at + FARTHEST_SPEAKER, false) : before;
            }
            if (sentence.word(at).equals(":") && sentence.isAnyOf(at + 1, Words.QUOTES)) {
                return named(sentence.clauseStart(at), at, false);
            }
        }
        return List.of();
    }

    /** The party that is named there with those coordinated with it behind: Mali, Guinea and Sudan. */
    List<Party> listFrom(int from) {
        List<Party> list = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            if (mention.from() == from || (end >= 0 && listing.isCoordinated(end, mention.from()))) {
                list.add(mention.party());
                end = mention.to();
            } else if (end >= 0) {
                break;
            }
        }
        return list;
    }

    /** That party with those coordinated with it before. */
    List<Party> group(Mention last) {
        List<Party> group = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            if (mention.from() > last.from()) {
                break;
            }
            if (end >= 0 && !listing.isCoordinated(end, mention.from())) {
                group.clear();
            }
            group.add(mention.party());
            end = mention.to();
        }
        return once(group);
    }

    /** A bid by Russia and China to: whose it is, but for a decision, which is to do it. */
    boolean isBehindBy(Mention mention) {
        int by = agency.by(mention);
        return sentence.word(by).equals("by") && !sentence.isAnyOf(by - 1, DECISIONS);
    }

    /** Russia's embassy, the Russian embassy. */
    boolean ownsMission(Mention owner) {
        return agency.ownsMission(owner);
    }

    /** Plans by the union to: who is to do it. */
    boolean intends(Mention mention) {
        int by = agency.by(mention);
        return sentence.word(by).equals("by") && sentence.isAnyOf(by - 1, Agency.INTENTIONS);
    }

    /** Who says something between two places: whoever is named there, or else whose people. */
    List<Party> sayer(int from, int to) {
        List<Party> named = named(from, to, false);
        return named.isEmpty() ? ofPeople(from, to) : named;
    }

    /** Whose people do something between two places: the Vatican's chargé. */
    List<Party> ofPeople(int from, int to) {
        return sentence.mentions.stream()
                .filter(mention -> mention.from() >= from && mention.to() <= to)
                .filter(mention -> mention.kind() == Mention.Kind.ADJECTIVE || agency.isPossessor(mention))
                .filter(mention -> sentence.objects.stream()
                        .anyMatch(object -> object.value().equals("people")
                                && object.from() >= mention.to()
                                && object.from() <= mention.to() + 2
                                && object.to() <= to))
                .map(Mention::party)
                .limit(1)
                .toList();
    }

    /** The last that is named before a place. */
    List<Party> nearest(int to) {
        return sentence.mentionBefore(to)
                .map(mention -> List.of(mention.party()))
                .orElse(List.of());
    }

    List<Party> between(int from, int to) {
        List<Party> between = new ArrayList<>();
        for (Mention mention : sentence.mentions) {
            if (mention.from() >= from && mention.to() <= to && !between.contains(mention.party())) {
                between.add(mention.party());
            }
        }
        return between;
    }

    /** The coordinated parties behind one of these prepositions, near after that place. */
    List<Party> after(int from, int reach, WordSet prepositions) {
        List<Party> found = new ArrayList<>();
        int end = -1;
        for (Mention mention : sentence.mentions) {
            boolean near = mention.from() >= from
                    && mention.from() <= from + reach
                    && !sentence.isAnyOf(mention.from(), SubjectFinder.FIRST_PERSON);
            boolean listed = end >= 0 && mention.from() - end <= Coordination.FARTHEST_COORDINATED;
            if ((!near && !listed)
                    || sentence.hasBetween(from, mention.from(), Words.STRONG_BOUNDARIES)
                    || (end < 0 && sentence.hasBetween(from, mention.from(), REASONS))
                    || (end < 0
                            && (beginsAnother(from, mention.from())
                                    || beginsAside(from, mention.from())
                                    || beginsDeed(from, mention.from())
                                    || endsQuotation(from, mention.from())))) {
                continue;
            }
            boolean first = end < 0 && hasPreposition(from, mention.from(), prepositions);
            boolean next = end >= 0
                    && listing.isCoordinated(end, mention.from())
                    && !(sentence.word(end).equals(",") && actsAlone(mention) && !describes(end - 1))
                    && !(found.size() == 1 && isNextSubject(end, mention))
                    && (!sentence.verbs.contains(mention.to())
                            || (found.size() == 1 && sentence.word(from).equals("between"))
                            || (found.size() > 1
                                    && sentence.word(mention.from() - 1).equals("and")));
            if (first || next) {
                found.add(mention.party());
                end = mention.to();
            }
        }
        return once(found);
    }

    /** Visas for Russians, and Slovakia is to follow; on Chad and Peru wants: whose verb comes next. */
    private boolean isNextSubject(int end, Mention mention) {
        boolean says =
                sentence.isAnyOf(mention.to(), Words.REPORTING) || sentence.isAnyOf(mention.to(), ActionFinder.WANT);
        if (says && mention.kind() == Mention.Kind.NAME && sentence.word(end).equals("and")) {
            return true;
        }
        return sentence.word(end).equals(",")
                && sentence.word(sentence.beforeArticle(mention.from() - 1)).equals("and")
                && (sentence.isAnyOf(mention.to(), Words.BE)
                        || sentence.isAnyOf(mention.to(), Words.HAVE)
                        || sentence.isAnyOf(mention.to(), Words.MODALS));
    }

    /** One of these that belongs to no word of status and to no day: called on Biden tells not on whom anything bears. */
    private boolean hasPreposition(int from, int to, WordSet prepositions) {
        for (int at = Math.max(0, from); at < to; at++) {
            if (sentence.isAnyOf(at, prepositions) && isOfItsOwn(from, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfItsOwn(int from, int at) {
        boolean ofCue = sentence.cues().stream().anyMatch(cue -> from < cue.from() && cue.from() < at && at < cue.to());
        boolean aside = sentence.word(at - 1).endsWith("ed") && sentence.isAnyOf(at - 2, Words.COMMA) && at - 2 >= from;
        boolean doing = sentence.word(at + 1).endsWith("ing")
                && sentence.mentionAt(at + 1).isEmpty();
        boolean followed = sentence.word(at).equals("by")
                && (aside
                        || doing
                        || sentence.isAnyOf(at - 1, FOLLOWED)
                        || sentence.hasBetween(at + 1, at + 1 + FARTHEST_VOTES, VOTES));
        return !ofCue && !followed && !TimeFinder.isDay(sentence, at + 1);
    }

    private static List<Party> once(List<Party> parties) {
        return parties.size() < 2 ? parties : parties.stream().distinct().toList();
    }

    /** As did the Maldives; like Norway: who is but compared. */
    boolean isCompared(Mention mention) {
        int before = mention.from() - 1;
        while (sentence.isAnyOf(before, Words.DETERMINERS) || sentence.isAnyOf(before, COMPARED)) {
            before--;
        }
        return sentence.isAnyOf(before, Coordination.COMPARING);
    }

    /** "Suspended the sanctions for four months," the French minister said: a comma with a closing quote behind it. */
    private boolean endsQuotation(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.isAnyOf(at, Words.QUOTES) && sentence.word(at - 1).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** Recalled its envoy as Honduras switched ties: what somebody else does at the time. */
    private boolean beginsAside(int from, int to) {
        for (int at = from; at < to - 1; at++) {
            if (sentence.word(at).equals("as")
                    && sentence.mentionAt(sentence.behindArticle(at + 1))
                            .filter(subject -> subject.kind() == Mention.Kind.NAME && subject.to() < to)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Sanctions on two generals for supporting rebels in Congo: what somebody is punished for. */
    private boolean beginsDeed(int from, int to) {
        for (int at = from; at < to - 1; at++) {
            if (sentence.word(at).equals("for") && sentence.word(at + 1).endsWith("ing")) {
                return true;
            }
        }
        return false;
    }

    /** A comma with an "and" or "but" behind it. */
    private boolean beginsAnother(int from, int to) {
        for (int at = from; at < to - 1; at++) {
            if (sentence.word(at).equals(",") && sentence.isAnyOf(at + 1, Coordination.AND)) {
                return true;
            }
        }
        return false;
    }

    /** Russian, Ukrainian officials: an adjective right before the comma has its noun behind it. */
    private boolean describes(int at) {
        return sentence.mentionAt(at)
                .filter(mention -> mention.kind() == Mention.Kind.ADJECTIVE)
                .isPresent();
    }

    /**
     * Sanctions on Syria, Germany's minister said: behind a comma, who has an institution begins something new, and so does who says
     * it, with a name of its own: the Turkish Daily News said.
     */
    private boolean actsAlone(Mention mention) {
        int name = mention.to();
        while (name < sentence.size() && sentence.tokens.get(name).isCapitalised()) {
            name++;
        }
        boolean says = mention.kind() == Mention.Kind.ADJECTIVE
                && name > mention.to()
                && sentence.isAnyOf(name, Words.REPORTING);
        boolean does = mention.kind() == Mention.Kind.NAME
                && !sentence.isObject(mention.to())
                && sentence.heads(mention.to()).stream().anyMatch(head -> head.form() == Form.THIRD_PERSON);
        boolean owns = sentence.word(mention.to()).equals("'s")
                && sentence.hasBetween(mention.to(), mention.to() + FARTHEST_SAID, Words.REPORTING);
        if (says || does || owns) {
            return true;
        }
        boolean next =
                !sentence.isAnyOf(mention.to(), Words.PREPOSITIONS) && !sentence.isAnyOf(mention.to(), Words.JOINING);
        return (next && sentence.hasBetween(mention.to(), mention.to() + 3, Words.INSTITUTIONS))
                || sentence.hasBetween(mention.to(), mention.to() + 2, Words.REPORTING)
                || sentence.hasPhraseAt(listing.endOfPair(mention));
    }

    /** The first parties of a sentence that may act; the next sentence may point back to them. */
    List<Party> mainSubject() {
        return opensWithPronoun() ? List.of() : firstThatActs();
    }

    /** He told the UN: whether a pronoun is the subject before anybody is named. */
    boolean opensWithPronoun() {
        int named = sentence.mentions.isEmpty()
                ? sentence.size()
                : sentence.mentions.get(0).from();
        return sentence.hasBetween(0, named, PRONOUNS);
    }

    /** Curbs were put on five countries: Mali, Niger. Who is only listed behind a colon. */
    private boolean isListed(Mention mention) {
        return sentence.hasBetween(FARTHEST_SPEAKER, mention.from(), COLON);
    }

    private List<Party> firstThatActs() {
        for (Mention mention : sentence.mentions) {
            if (agency.mayAct(mention, false) && !isListed(mention)) {
                return List.of(mention.party());
            }
        }
        return List.of();
    }
}
