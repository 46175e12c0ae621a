package io.demarche.rules.reading.english;

/** Tells which of the parties of a sentence may act in it, by what stands before and behind them. */
final class Agency {

    private static final int FARTHEST_SAYING = 4;
    static final WordSet MISSIONS = WordSet.of("embassy", "mission", "consulate");
    private static final int FARTHEST_INSTITUTION = 4;
    private static final WordSet MEMBERS = WordSet.of("members", "countries", "states");
    private static final WordSet NATIONS = WordSet.of("nation", "kingdom", "emirate", "republic");

    /** Through the government of Spain: by whom something is only passed on. */
    private static final WordSet BY_WAY_OF = WordSet.of("through", "via");

    private static final WordSet OPPOSING = WordSet.of("against", "targeting");
    static final WordSet INTENTIONS = WordSet.of(
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
            "declare",
            "declares",
            "declared",
            "declaring",
            "brand",
            "branded",
            "branding");

    private static final WordSet NEIGHBOURING = WordSet.of("neighbouring", "neighboring");

    /** Behind these stands who is spoken of: a leader who praised Canada and called for more. */
    private static final WordSet PRAISING =
            WordSet.of("praised", "praises", "thanked", "congratulated", "hailed", "lauded");

    /** Accused Norway of expelling them, criticised it for that: who does it. */
    private static final WordSet OF_WHAT = WordSet.of("of", "for");

    /** Condemned Qatar and severed ties: whom somebody accuses does nothing there. */
    static final WordSet ACCUSING = WordSet.of(
            "accused",
            "accuses",
            "accusing",
            "blamed",
            "blames",
            "blaming",
            "condemned",
            "condemns",
            "condemning",
            "denounced",
            "denounces",
            "criticised",
            "criticises",
            "criticized",
            "criticizes");

    private static final WordSet GROUPS =
            WordSet.of("group", "number", "dozens", "scores", "hundreds", "majority", "handful", "coalition", "pair");

    private static final WordSet PLEADING = WordSet.of("plead", "pleads", "pleaded", "pleading");
    private static final int FARTHEST_STATES = 6;
    private static final int LONGEST_TITLE = 5;

    private final MarkedSentence sentence;
    private final Coordination listing;

    Agency(MarkedSentence sentence, Coordination listing) {
        this.sentence = sentence;
        this.listing = listing;
    }

    /** Meets in Ghana's capital Accra, in the Ghanaian capital Accra: where somebody else acts. */
    private boolean isInCapital(int capital) {
        int owner = sentence.word(capital - 1).equals("'s") ? capital - 2 : capital - 1;
        return sentence.word(capital).equals("capital")
                && sentence.mentionAt(owner)
                        .filter(state -> sentence.word(sentence.beforeArticle(state.from() - 1))
                                .equals("in"))
                        .isPresent();
    }

    boolean mayAct(Mention mention, boolean addressee) {
        if (mention.kind() == Mention.Kind.PLACE || isInTitleOfLaw(mention)) {
            return false;
        }
        int before = listing.startOfPerson(mention.from()) - 1;
        while (sentence.isAnyOf(before, Words.DETERMINERS) || sentence.isAnyOf(before, NEIGHBOURING)) {
            before--;
        }
        if (sentence.word(before).equals("not")
                || sentence.isAnyOf(before, VISITING)
                || (sentence.isAnyOf(before, ACCUSING) && !sentence.isAnyOf(mention.to(), OF_WHAT))
                || (sentence.isAnyOf(before, PRAISING)
                        && !sentence.word(mention.to()).equals("for"))) {
            return false;
        }
        if (isInCapital(before)) {
            return false;
        }
        if (isOfMissionWithVisas(mention, before)) {
            return true;
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
                && !isGroupOf(before, mention)
                && !(addressee
                        && (addresses(before)
                                || addresses(
                                        listing.beforeList(listing.firstOfList(sentence.mentions.indexOf(mention))))))
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

    /** The Russian embassy, the Embassy of Russia suspends visas: whose mission it is gives them or gives none. */
    private boolean isOfMissionWithVisas(Mention mention, int before) {
        boolean of = sentence.word(before).equals("of") && sentence.isAnyOf(before - 1, MISSIONS);
        return (of || ownsMission(mention))
                && sentence.objects.stream()
                        .anyMatch(visas -> visas.value().equals("visas") && visas.from() > mention.to());
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

    /** Since Trump, once back in office, cut it off; since Norway and Peru expelled them: a clause, not a time. */
    private boolean isSince(int before, Mention mention) {
        return sentence.word(before).equals("since")
                && mention.kind() == Mention.Kind.NAME
                && (sentence.word(mention.to()).equals(",") || listing.beginsVerb(listing.endOfPair(mention)));
    }

    /** In Lilongwe, Malawi: the country in which that city is, unless it goes on to do something. */
    private boolean isCountryOfCity(Mention mention) {
        return sentence.word(mention.from() - 1).equals(",")
                && !sentence.isAnyOf(mention.to(), Words.MODALS)
                && sentence.mentionAt(mention.from() - 2)
                        .filter(city ->
                                city.party().equals(mention.party()) && sentence.isAnyOf(city.from() - 1, Words.IN))
                        .isPresent();
    }

    /** Its ambassadors to France, Germany and Britain: none of the three does anything, if somebody else before them may. */
    private boolean isListedBehindPreposition(Mention mention) {
        int place = sentence.mentions.indexOf(mention);
        int first = listing.firstOfList(place);
        boolean list = listing.isCoordinated(place) && listing.isJoinedByAnd(place);
        for (int at = first; at < place; at++) {
            list |= listing.isJoinedByAnd(at);
        }
        int before = listing.beforeList(first);
        return list
                && !isMemberOfStates(before)
                && !listing.beginsVerb(listing.endOfPair(mention))
                && !sentence.isAnyOf(mention.to(), Words.BE)
                && first > 0
                && first < place
                && sentence.isAnyOf(before, Words.PREPOSITIONS)
                && !sentence.isAnyOf(before, Words.BOUNDARIES)
                && !sentence.isAnyOf(sentence.mentions.get(0).from() - 1, Words.PREPOSITIONS);
    }

    int by(Mention mention) {
        return listing.beforeList(listing.firstOfList(sentence.mentions.indexOf(mention)));
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
                && !sentence.hasBetween(states - Coordination.FARTHEST_COORDINATED, states, Words.PREPOSITIONS);
    }

    /** The Gulf nation of Bahrain: no more than its name. */
    private boolean isNationOf(int of) {
        return sentence.word(of).equals("of") && sentence.isAnyOf(of - 1, NATIONS) && !isOpposed(of);
    }

    /** A group of Norwegian lawmakers, dozens of Peruvian senators: who act together. */
    private boolean isGroupOf(int of, Mention mention) {
        return sentence.word(of).equals("of")
                && sentence.isAnyOf(of - 1, GROUPS)
                && mention.kind() == Mention.Kind.ADJECTIVE
                && sentence.isAnyOf(mention.to(), Words.DOMESTIC);
    }

    /** Russia's attaché acts for himself; Russia's president, and Russia's Lavrov, for Russia. */
    boolean isPossessor(Mention mention) {
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

    private boolean institutionBefore(int preposition) {
        if (sentence.word(preposition - 3).equals("not") && sentence.isAnyOf(preposition - 2, Words.ARTICLES)) {
            return false;
        }
        boolean ofAnother = sentence.isAnyOf(preposition, Words.IN)
                && sentence.mentions.stream()
                        .anyMatch(other -> other.from() >= preposition - FARTHEST_INSTITUTION
                                && other.to() <= preposition
                                && !sentence.hasBetween(other.to(), preposition, Words.BOUNDARIES));
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
                && (sentence.isAnyOf(preposition - 1, ContextNames.ASSEMBLED)
                        || sentence.isAnyOf(preposition - 1, MEMBERS));
    }
}
