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

    private static final WordSet COORDINATING = WordSet.of(",", "and", "the", "&", "/", "or", "plus", "both");
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

    /** Cut its ties, followed by Nicaragua: behind these, "by" names nobody who did it. */
    private static final WordSet FOLLOWED = WordSet.of(
            "followed", "joined", "backed", "supported", "provoked", "triggered", "prompted", "caused", "sparked");

    private static final WordSet AND = WordSet.of("and", "&", "or");
    /** The AU commission and ECOWAS: behind a name, what does not part it from the next. */
    private static final WordSet GOVERNING =
            WordSet.of("government", "governments", "commission", "council", "ministry", "administration", "junta");

    private static final int FARTHEST_COORDINATED = 4;
    private static final int FARTHEST_SAYING = 4;
    static final WordSet MISSIONS = WordSet.of("embassy", "mission", "consulate");
    private static final int FARTHEST_INSTITUTION = 4;
    private static final int FARTHEST_SAID = 7;

    private static final WordSet MEMBERS = WordSet.of("members", "countries", "states");

    private static final WordSet NATIONS = WordSet.of("nation", "kingdom", "emirate", "republic");

    /** Through the government of Spain: by whom something is only passed on. */
    private static final WordSet BY_WAY_OF = WordSet.of("through", "via");

    private static final WordSet OPPOSING = WordSet.of("against", "targeting");
    /** The US refusal: what is no verb, so that the party before it is whose it is. */
    private static final WordSet NO_VERBS = WordSet.of(
            "refusal", "reluctance", "decision", "proposal", "intention", "readiness", "willingness", "unwillingness");

    /** What whoever takes it does. */
    private static final WordSet DECISIONS = WordSet.of("decision", "move", "step");

    private static final WordSet INTENTIONS = WordSet.of(
            "plan",
            "plans",
            "effort",
            "efforts",
            "attempt",
            "attempts",
            "bid",
            "intention",
            "intentions",
            "pledge",
            "pledges",
            "promise",
            "threat",
            "threats",
            "readiness",
            "willingness",
            "refusal",
            "failure");

    /** States told together, some of which may be named behind: EU countries, including Malta. */
    static final WordSet STATES = WordSet.of(
            "countries",
            "republics",
            "states",
            "nations",
            "capitals",
            "powers",
            "governments",
            "neighbours",
            "neighbors",
            "members");

    private static final WordSet TOPICS = WordSet.of(
            "according",
            "regarding",
            "concerning",
            "unlike",
            "like",
            "in",
            "for",
            "with",
            "after",
            "following",
            "despite");

    private static final WordSet COMPARING = WordSet.of("as", "like", "unlike");
    private static final WordSet WRITTEN = WordSet.of(
            "announcement",
            "statement",
            "declaration",
            "paper",
            "non-paper",
            "letter",
            "proposal",
            "draft",
            "motion",
            "document",
            "initiative",
            "memo",
            "plan");
    private static final WordSet COMPARED = WordSet.of("did", "has", "have", "had", "will", "would");
    private static final WordSet PRONOUNS = WordSet.of("he", "she", "they", "it");
    /** Ministers meeting in Cairo are not Egypt's. */
    private static final WordSet MEETING = WordSet.of(
            "meeting", "met", "gathered", "gathering", "talks", "speaking", "assembled", "summit", "visiting");

    /**
     * Behind these one only is visited, left or called something: lawmakers who visited Syria; nations bordering Russia; declared Iran a
     * hostile state.
     */
    private static final WordSet VISITING = WordSet.of(
            "visit",
            "visits",
            "visited",
            "visiting",
            "tour",
            "toured",
            "leave",
            "leaves",
            "leaving",
            "bordering",
            "neighbouring",
            "neighboring",
            "declare",
            "declares",
            "declared",
            "declaring",
            "brand",
            "branded",
            "branding");

    /** Behind these stands who is spoken of: a leader who praised Canada and called for more. */
    private static final WordSet PRAISING =
            WordSet.of("praised", "praises", "thanked", "congratulated", "hailed", "lauded");

    private static final WordSet PLEADING = WordSet.of("plead", "pleads", "pleaded", "pleading");
    private static final int FARTHEST_SPEAKER = 7;
    private static final WordSet COLON = WordSet.of(":");
    private static final int FARTHEST_STATES = 6;
    private static final int LONGEST_TITLE = 5;
    private static final int FARTHEST_OWNER = 6;

    private final MarkedSentence sentence;

    Agents(MarkedSentence sentence) {
        this.sentence = sentence;
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
        boolean attribute = noun && sentence.mentionAt(at - 1).isPresent();
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
            if (mention.from() < from || mention.to() > to || !mayAct(mention, addressees)) {
                continue;
            }
            if (end >= 0 && !isCoordinated(end, mention.from())) {
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
            if (end < 0 || !isCoordinated(end, mention.from())) {
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
            if (mention.to() > to || (end >= 0 && !isCoordinated(end, mention.from()))) {
                break;
            }
            if (mayAct(mention, false)) {
                group.add(mention.party());
                end = mention.to();
            }
        }
        return once(group);
    }

    /** In Washington, a senator proposed: where the sentence is set. */
    List<Party> scene() {
        return sentence.word(0).equals("in")
                ? sentence.mentionAt(1)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME)
                        .map(mention -> List.of(mention.party()))
                        .orElse(List.of())
                : List.of();
    }

    /** Who speaks in the sentence: before the last word of saying, or right behind it ("We refuse," said the minister). */
    List<Party> voice() {
        for (int at = sentence.size() - 1; at >= 0; at--) {
            if (sentence.isAnyOf(at, Words.REPORTING)) {
                List<Party> before = named(sentence.clauseStart(at), at, false);
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
            if (mention.from() == from || (end >= 0 && isCoordinated(end, mention.from()))) {
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
            if (end >= 0 && !isCoordinated(end, mention.from())) {
                group.clear();
            }
            group.add(mention.party());
            end = mention.to();
        }
        return once(group);
    }

    /** Norway's Ulf Berg and Ann Dahl of Sweden: where the name begins of whoever is of that country and listed; else the place itself. */
    private int startOfPerson(int country) {
        int start = country - 1;
        boolean of = sentence.word(start).equals("of");
        while (of && start > 1 && country - start < FARTHEST_COORDINATED && isName(start - 1)) {
            start--;
        }
        boolean listed = start < country - 1 && sentence.isAnyOf(start - 1, Words.JOINING);
        return listed ? start : country;
    }

    private boolean isName(int at) {
        return sentence.tokens.get(at).isCapitalised() && sentence.mentionAt(at).isEmpty() && !sentence.isObject(at);
    }

    private boolean isCoordinated(int end, int country) {
        int from = startOfPerson(country);
        if (from - end > FARTHEST_COORDINATED
                || isTopic(end)
                || isAskedToo(end, from)
                || isLikened(end, from)
                || isBehindList(end, from)) {
            return false;
        }
        for (int at = end; at < from; at++) {
            if (sentence.word(at).equals(MarkedSentence.NO_WORD)) {
                continue;
            }
            boolean asWellAs =
                    sentence.word(at).equals("as") && sentence.word(at + 1).equals("well");
            boolean counted = sentence.word(at - 1).equals("the") && Words.NUMBERS.containsKey(sentence.word(at));
            if (asWellAs) {
                at += 2;
            } else if (!counted
                    && !COORDINATING.contains(sentence.word(at))
                    && !sentence.isAnyOf(at, GOVERNING)
                    && sentence.mentionAt(at).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Said that, like Washington, the bloc could: with whom somebody is compared. */
    private boolean isLikened(int end, int from) {
        boolean acts =
                sentence.mentionAt(from).filter(next -> beginsVerb(next.to())).isPresent();
        return acts
                && sentence.word(end).equals(",")
                && sentence.mentionAt(end - 1)
                        .filter(like -> sentence.isAnyOf(sentence.beforeArticle(like.from() - 1), COMPARING))
                        .isPresent();
    }

    /** In answer to Turkey and Azerbaijan, Ankara closed: behind a list that is complete, who does something. */
    private boolean isBehindList(int end, int from) {
        boolean complete = sentence.mentionAt(end - 1)
                .filter(last ->
                        sentence.word(sentence.beforeArticle(last.from() - 1)).equals("and"))
                .isPresent();
        return complete
                && sentence.word(end).equals(",")
                && sentence.mentionAt(from)
                        .filter(next -> next.from() == end + 1 && beginsVerb(next.to()))
                        .isPresent();
    }

    /** Asked Congo to ban gold from Rwanda, and Belgium to refuse visas: who is asked next, behind the last word of what the first is asked. */
    private boolean isAskedToo(int end, int from) {
        boolean listed = sentence.mentionAt(end - 1)
                .filter(before -> sentence.isAnyOf(before.from() - 1, Words.COMMA))
                .isPresent();
        return !listed
                && sentence.word(from - 1).equals("and")
                && sentence.word(from - 2).equals(",")
                && sentence.mentionAt(from)
                        .filter(asked -> sentence.word(asked.to()).equals("to")
                                && !sentence.isAnyOf(asked.to() + 1, Words.DETERMINERS))
                        .isPresent();
    }

    private boolean mayAct(Mention mention, boolean addressee) {
        if (mention.kind() == Mention.Kind.PLACE || isInTitleOfLaw(mention)) {
            return false;
        }
        int before = startOfPerson(mention.from()) - 1;
        while (sentence.isAnyOf(before, Words.DETERMINERS)) {
            before--;
        }
        if (sentence.word(before).equals("not")
                || sentence.isAnyOf(before, VISITING)
                || (sentence.isAnyOf(before, PRAISING)
                        && !sentence.word(mention.to()).equals("for"))) {
            return false;
        }
        boolean inPhrase = (!isMemberOfStates(before)
                        && sentence.isAnyOf(before, Words.PREPOSITIONS)
                        && !sentence.isAnyOf(before, Words.BOUNDARIES)
                        && !isSince(before, mention))
                || isListedBehindPreposition(mention)
                || isCountryOfCity(mention);
        if (inPhrase
                && !isAuthor(mention)
                && !isNationOf(before)
                && !(addressee
                        && (addresses(before)
                                || addresses(beforeList(firstOfList(sentence.mentions.indexOf(mention))))))
                && !(mention.kind() == Mention.Kind.NAME
                        && ((institutionBefore(before) && (addressee || !isOpposed(before)))
                                || isAssembled(mention, before)))) {
            return false;
        }
        if (isOfSpeakingMission(mention)) {
            return true;
        }
        if (isPossessor(mention)) {
            return false;
        }
        if (mention.kind() == Mention.Kind.ADJECTIVE) {
            return sentence.hasBetween(mention.to(), mention.to() + 3, Words.INSTITUTIONS);
        }
        return true;
    }

    /** A paper by Germany and Italy suggests; the letter from Poland urges; a bid by Russia and China: whose it is. */
    private boolean isAuthor(Mention mention) {
        int by = by(mention);
        return mention.kind() == Mention.Kind.NAME
                && sentence.isAnyOf(by, Words.FROM_OR_BY)
                && (sentence.isAnyOf(by - 1, WRITTEN) || sentence.isAnyOf(by - 1, INTENTIONS));
    }

    /** Russia's embassy in Dublin said: it speaks for who sent it. */
    private boolean isOfSpeakingMission(Mention mention) {
        int mission = behindGenitive(mention);
        return ownsMission(mention)
                && sentence.hasBetween(mission + 1, mission + FARTHEST_SAYING, Words.REPORTING)
                && !sentence.hasBetween(mission + 1, mission + FARTHEST_SAYING, Words.BOUNDARIES);
    }

    /** Russia's embassy, the Russian embassy. */
    boolean ownsMission(Mention owner) {
        return sentence.isAnyOf(behindGenitive(owner), MISSIONS);
    }

    private int behindGenitive(Mention owner) {
        return sentence.word(owner.to()).equals("'s") ? owner.to() + 1 : owner.to();
    }

    /** The Russia Sanctions Review Act: what a law is called after. */
    private boolean isInTitleOfLaw(Mention mention) {
        int at = mention.to();
        while (at < mention.to() + LONGEST_TITLE
                && at < sentence.size()
                && sentence.tokens.get(at).isCapitalised()
                && !sentence.word(at).equals("act")) {
            at++;
        }
        return sentence.word(at).equals("act") && sentence.tokens.get(at).isCapitalised();
    }

    /** Since Trump, once back in office, cut it off: a clause, not a time. */
    private boolean isSince(int before, Mention mention) {
        return sentence.word(before).equals("since")
                && mention.kind() == Mention.Kind.NAME
                && (sentence.word(mention.to()).equals(",") || beginsVerb(mention.to()));
    }

    /** In Lilongwe, Malawi: the country in which that city is. */
    private boolean isCountryOfCity(Mention mention) {
        return sentence.word(mention.from() - 1).equals(",")
                && sentence.mentionAt(mention.from() - 2)
                        .filter(city ->
                                city.party().equals(mention.party()) && sentence.isAnyOf(city.from() - 1, Words.IN))
                        .isPresent();
    }

    /** Its ambassadors to France, Germany and Britain: none of the three does anything, if somebody else before them may. */
    private boolean isListedBehindPreposition(Mention mention) {
        int place = sentence.mentions.indexOf(mention);
        int first = firstOfList(place);
        boolean list = isCoordinated(place) && isJoinedByAnd(place);
        for (int at = first; at < place; at++) {
            list |= isJoinedByAnd(at);
        }
        int before = beforeList(first);
        return list
                && !isMemberOfStates(before)
                && !beginsVerb(endOfPair(mention))
                && first > 0
                && first < place
                && sentence.isAnyOf(before, Words.PREPOSITIONS)
                && !sentence.isAnyOf(before, Words.BOUNDARIES)
                && !sentence.isAnyOf(sentence.mentions.get(0).from() - 1, Words.PREPOSITIONS);
    }

    /** The place in the list of mentions of the first with which that one is coordinated. */
    private int firstOfList(int place) {
        int first = place;
        while (first > 0 && isCoordinated(first - 1)) {
            first--;
        }
        return first;
    }

    /** A bid by Russia and China to: whose it is, but for a decision, which is to do it. */
    boolean isBehindBy(Mention mention) {
        int by = by(mention);
        return sentence.word(by).equals("by") && !sentence.isAnyOf(by - 1, DECISIONS);
    }

    /** Plans by the union to: who is to do it. */
    boolean intends(Mention mention) {
        int by = by(mention);
        return sentence.word(by).equals("by") && sentence.isAnyOf(by - 1, INTENTIONS);
    }

    private int by(Mention mention) {
        return beforeList(firstOfList(sentence.mentions.indexOf(mention)));
    }

    /** The token before the list that begins with the mention at that place, determiners apart. */
    private int beforeList(int first) {
        int before = sentence.mentions.get(first).from() - 1;
        while (sentence.isAnyOf(before, Words.DETERMINERS)) {
            before--;
        }
        return before;
    }

    /** Called on Poland; pleaded with Poland. */
    private boolean addresses(int preposition) {
        return sentence.isAnyOf(preposition, Words.ADDRESSING)
                || (sentence.word(preposition).equals("with") && sentence.isAnyOf(preposition - 1, PLEADING));
    }

    /** EU countries, including: those who are named next do it. */
    private boolean isMemberOfStates(int including) {
        int states = including - 1;
        while (states > including - FARTHEST_STATES && !sentence.isAnyOf(states, STATES)) {
            states--;
        }
        return (sentence.word(including).equals("including")
                        || (sentence.word(including).equals("of") && states == including - 1))
                && sentence.isAnyOf(states, STATES)
                && !sentence.hasBetween(states - FARTHEST_COORDINATED, states, Words.PREPOSITIONS);
    }

    /** South Africa says; Russia has: what can only be a verb. */
    private boolean beginsVerb(int at) {
        return sentence.verbs.contains(at)
                || sentence.isAnyOf(at, Words.REPORTING)
                || sentence.isAnyOf(at, Words.HAVE)
                || sentence.isAnyOf(at, Words.MODALS);
    }

    /** Regarding the Republic of Guinea, the bloc: what the sentence is about, up to its first comma. */
    private boolean isTopic(int comma) {
        return sentence.word(comma).equals(",")
                && sentence.isAnyOf(0, TOPICS)
                && (sentence.mentionAt(1).isPresent()
                        || sentence.isAnyOf(1, Words.DETERMINERS)
                        || sentence.word(0).equals("according"))
                && !sentence.hasBetween(0, comma, Words.COMMA);
    }

    /** Whether the mention at that place of the list of mentions is coordinated with the next one. */
    private boolean isCoordinated(int place) {
        return place + 1 < sentence.mentions.size()
                && isCoordinated(
                        sentence.mentions.get(place).to(),
                        sentence.mentions.get(place + 1).from());
    }

    private boolean isJoinedByAnd(int place) {
        return sentence.hasBetween(
                sentence.mentions.get(place).to(),
                sentence.mentions.get(place + 1).from(),
                AND);
    }

    /** The Gulf nation of Bahrain: no more than its name. */
    private boolean isNationOf(int of) {
        return sentence.word(of).equals("of") && sentence.isAnyOf(of - 1, NATIONS) && !isOpposed(of);
    }

    /** Russia's attaché acts for himself; Russia's president, and Russia's Lavrov, for Russia. */
    private boolean isPossessor(Mention mention) {
        int owned = mention.to() + 1;
        return sentence.word(mention.to()).equals("'s")
                && owned < sentence.size()
                && (!sentence.tokens.get(owned).isCapitalised() || isOfPeople(owned))
                && (!sentence.hasBetween(mention.to(), mention.to() + 4, Words.INSTITUTIONS)
                        || sentence.objects.stream()
                                .anyMatch(object -> object.from() > mention.to()
                                        && object.from() <= mention.to() + 2
                                        && object.value().equals("people")));
    }

    private boolean isOfPeople(int at) {
        return sentence.objects.stream()
                .anyMatch(object -> object.from() == at && object.value().equals("people"));
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
                .filter(mention -> mention.kind() == Mention.Kind.ADJECTIVE || isPossessor(mention))
                .filter(mention -> sentence.objects.stream()
                        .anyMatch(object -> object.value().equals("people")
                                && object.from() >= mention.to()
                                && object.from() <= mention.to() + 2
                                && object.to() <= to))
                .map(Mention::party)
                .limit(1)
                .toList();
    }

    private boolean institutionBefore(int preposition) {
        boolean ofAnother = sentence.isAnyOf(preposition, Words.IN)
                && !between(preposition - FARTHEST_INSTITUTION, preposition).isEmpty();
        return Words.OF_INSTITUTION.contains(sentence.word(preposition))
                && !ofAnother
                && !sentence.isAnyOf(preposition - 1, MEETING)
                && !sentence.hasBetween(preposition - FARTHEST_INSTITUTION, preposition, BY_WAY_OF)
                && sentence.hasBetween(preposition - FARTHEST_INSTITUTION, preposition, Words.INSTITUTIONS);
    }

    /** Sanctions against the government in Minsk: on whom something bears. */
    private boolean isOpposed(int preposition) {
        return sentence.hasBetween(preposition - FARTHEST_INSTITUTION, preposition, OPPOSING);
    }

    /** The ambassadors of the EU: who decide for a body. */
    private boolean isAssembled(Mention mention, int preposition) {
        return Words.BODIES.contains(mention.party().code())
                && sentence.word(preposition).equals("of")
                && (sentence.isAnyOf(preposition - 1, MarkedSentence.ASSEMBLED)
                        || sentence.isAnyOf(preposition - 1, MEMBERS));
    }

    /** The last that is named before a place. */
    List<Party> nearest(int to) {
        return sentence.mentions.stream()
                .filter(mention -> mention.to() <= to)
                .reduce((earlier, later) -> later)
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
            boolean near = mention.from() >= from && mention.from() <= from + reach;
            boolean listed = end >= 0 && mention.from() - end <= FARTHEST_COORDINATED;
            if ((!near && !listed)
                    || sentence.hasBetween(from, mention.from(), Words.STRONG_BOUNDARIES)
                    || (end < 0 && sentence.hasBetween(from, mention.from(), REASONS))
                    || (end < 0
                            && (beginsAnother(from, mention.from())
                                    || beginsAside(from, mention.from())
                                    || endsQuotation(from, mention.from())))) {
                continue;
            }
            boolean first = end < 0 && hasPreposition(from, mention.from(), prepositions);
            boolean next = end >= 0
                    && isCoordinated(end, mention.from())
                    && !(sentence.word(end).equals(",") && actsAlone(mention) && !describes(end - 1))
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
        boolean followed = sentence.word(at).equals("by") && (aside || doing || sentence.isAnyOf(at - 1, FOLLOWED));
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
        return sentence.isAnyOf(before, COMPARING);
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

    /** A comma with an "and" or "but" behind it. */
    private boolean beginsAnother(int from, int to) {
        for (int at = from; at < to - 1; at++) {
            if (sentence.word(at).equals(",") && sentence.isAnyOf(at + 1, AND)) {
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
                || sentence.hasPhraseAt(endOfPair(mention));
    }

    /** Recalled its envoy in Rome, and Mali and Niger followed suit: the token behind that one, and behind another joined to it by "and". */
    private int endOfPair(Mention first) {
        int second = first.to() + 1;
        return sentence.word(first.to()).equals("and")
                ? sentence.mentionAt(second).map(Mention::to).orElse(first.to())
                : first.to();
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
            if (mayAct(mention, false) && !isListed(mention)) {
                return List.of(mention.party());
            }
        }
        return List.of();
    }
}
