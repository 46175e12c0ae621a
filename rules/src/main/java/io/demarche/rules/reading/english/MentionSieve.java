package io.demarche.rules.reading.english;

import java.util.Optional;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Party;

/** Tells which names of parties mean none where they stand: who mediates, what is called after a place, one member of a body. */
final class MentionSieve {

    private static final WordSet RELATIONS =
            WordSet.of("neighbour", "neighbor", "ally", "rival", "foe", "enemy", "partner");

    private static final WordSet MEDIATED =
            WordSet.of("brokered", "mediated", "facilitated", "hosted", "arranged", "moderated");

    private static final WordSet MEMBER = WordSet.of("member", "country", "nation", "state", "ally");

    private static final WordSet TOWN = WordSet.of("in", "at", "near", "outside");
    private static final int LONGEST_TOWN = 3;
    private static final Party NATO = new Party("NATO");
    private static final WordSet DURING = WordSet.of("during", "at", "after", "before");
    private static final WordSet CONFLICTS = WordSet.of("crisis", "war", "conflict", "peninsula");

    private static final WordSet AGREED = WordSet.of(
            "agreement",
            "agreements",
            "accord",
            "accords",
            "protocol",
            "protocols",
            "memorandum",
            "format",
            "process",
            "group",
            "convention",
            "treaty",
            "declaration",
            "peace",
            "ceasefire",
            "truce",
            "pact",
            "deal",
            "conditions",
            "fully",
            "talks",
            "negotiations",
            "conference",
            "summit");

    /** Before the name of a place, these make it that of what was agreed there. */
    private static final WordSet KEEPING = WordSet.of(
            "implement", "implements", "implemented", "implementing", "honour", "honor", "honouring", "fulfil");

    private static final WordSet CONCLUDED =
            WordSet.of("reached", "signed", "concluded", "brokered", "negotiated", "struck", "hammered");

    private static final WordSet INTEGRITY = WordSet.of("territorial", "integrity", "sovereignty", "independence");

    private static final WordSet INVASION = WordSet.of("invasion", "occupation", "annexation");

    private static final WordSet CARRIERS = WordSet.of("airlines", "airways");

    private static final WordSet PORTFOLIOS = WordSet.of("affairs", "accession", "membership", "integration");

    private static final WordSet SOME_OF =
            WordSet.of("among", "several", "some", "many", "few", "two", "three", "four");

    private static final WordSet SUPPORT = WordSet.of("support", "solidarity");
    private static final WordSet OF_SUPPORT = WordSet.of("of", "to", "for", "with", "in", "over");
    private static final WordSet PAPERS =
            WordSet.of("magazine", "newspaper", "daily", "weekly", "tabloid", "broadcaster", "television");
    private static final WordSet JOINING = WordSet.of("join", "joins", "joined", "joining", "with", "alongside");
    private static final WordSet OTHER = WordSet.of("other", "fellow");
    private static final WordSet MEMBERS =
            WordSet.of("allies", "members", "states", "countries", "nations", "partners", "capitals", "member");
    private static final WordSet APART = WordSet.of("apart", "aside");
    private static final WordSet EXCEPT = WordSet.of("except", "excepting", "excluding");

    private MentionSieve() {}

    static boolean isMeant(MarkedSentence sentence, Mention mention, Lexicon lexicon) {
        return !isMediator(sentence, mention)
                && !isInCompound(sentence, mention)
                && !isRelation(sentence, mention)
                && !isMembership(sentence, mention)
                && !isInjured(sentence, mention)
                && !isPlainStates(sentence, mention)
                && !isCarrier(sentence, mention)
                && !isPronoun(sentence, mention)
                && !isPortfolio(sentence, mention)
                && !isExcepted(sentence, mention)
                && !isPaper(sentence, mention)
                && !isSupported(sentence, mention)
                && !isOtherMembers(sentence, mention)
                && !isForename(sentence, mention)
                && !isOccasion(sentence, mention, lexicon);
    }

    /** At a meeting in Almaty, Kazakhstan, they agreed: the country that a town lies in. */
    static boolean isWhere(MarkedSentence sentence, Mention country) {
        int town = country.from() - 2;
        boolean behindTown = country.kind() == Mention.Kind.NAME
                && sentence.word(town + 1).equals(",")
                && (sentence.word(country.to()).equals(",")
                        || sentence.word(country.to()).equals("."))
                && sentence.mentions.stream()
                        .filter(mention -> mention.to() == town + 1)
                        .allMatch(mention -> mention.kind() == Mention.Kind.PLACE);
        if (!behindTown) {
            return false;
        }
        int before = town;
        while (before > town - LONGEST_TOWN
                && before > 0
                && sentence.tokens.get(before).isCapitalised()) {
            before--;
        }
        return before < town && sentence.isAnyOf(before, TOWN);
    }

    /** For all of Africa except Libya and Somalia: of whom it is not said; but nobody except Libya did it. */
    private static boolean isExcepted(MarkedSentence sentence, Mention mention) {
        int before = sentence.beforeArticle(mention.from() - 1);
        Optional<Mention> former = sentence.isAnyOf(before, Words.JOINING)
                ? sentence.mentionAt(sentence.word(before - 1).equals(",") ? before - 2 : before - 1)
                : Optional.empty();
        if (former.isPresent()) {
            return isExcepted(sentence, former.get());
        }
        int except = sentence.word(before).equals("for") ? before - 1 : before;
        boolean apart =
                (sentence.word(before).equals("of") && sentence.word(before - 1).equals("exception"))
                        || (sentence.word(before).equals("from") && sentence.isAnyOf(before - 1, APART));
        return (apart || sentence.isAnyOf(except, EXCEPT)) && !sentence.hasBetween(0, except, Words.NEGATION);
    }

    /** In support of Ukraine, in a sign of solidarity with it: for whom something is done. */
    private static boolean isSupported(MarkedSentence sentence, Mention mention) {
        int of = sentence.beforeArticle(mention.from() - 1);
        return mention.kind() == Mention.Kind.NAME
                && !sentence.word(mention.to()).equals("'s")
                && !sentence.isAnyOf(mention.to(), OF_SUPPORT)
                && sentence.isAnyOf(of, OF_SUPPORT)
                && sentence.isAnyOf(of - 1, SUPPORT);
    }

    /** The German magazine Spiegel reports: from where a paper is. */
    private static boolean isPaper(MarkedSentence sentence, Mention mention) {
        return mention.kind() == Mention.Kind.ADJECTIVE
                && sentence.isAnyOf(mention.to(), PAPERS)
                && mention.to() + 1 < sentence.size()
                && sentence.tokens.get(mention.to() + 1).isCapitalised();
    }

    /** Joined other EU allies in expelling them: only some of them. */
    private static boolean isOtherMembers(MarkedSentence sentence, Mention mention) {
        return Words.BODIES.contains(mention.party().code())
                && sentence.isAnyOf(mention.from() - 1, OTHER)
                && sentence.isAnyOf(mention.from() - 2, JOINING)
                && sentence.isAnyOf(mention.to(), MEMBERS);
    }

    /** The envoy, Blinken Okoro: who shares only one of his names with somebody in office. */
    private static boolean isForename(MarkedSentence sentence, Mention mention) {
        return mention.kind() == Mention.Kind.PERSON
                && mention.to() - mention.from() == 1
                && sentence.sentence.part() != Evidence.Part.TITLE
                && sentence.isAnyOf(mention.from() - 1, Words.COMMA)
                && Introductions.isOfName(sentence, mention.to())
                && !sentence.isAnyOf(mention.to(), TimeFinder.NEWS);
    }

    /** Air France, Turkish Airlines. */
    private static boolean isCarrier(MarkedSentence sentence, Mention mention) {
        boolean air = sentence.word(mention.from() - 1).equals("air")
                && sentence.tokens.get(mention.from() - 1).isCapitalised();
        return air
                || (sentence.isAnyOf(mention.to(), CARRIERS)
                        && sentence.tokens.get(mention.to()).isCapitalised()
                        && !sentence.isInHeadlineCase());
    }

    /** THE AMBASSADOR, WHO LEFT: a pronoun that is spelt like a body. */
    private static boolean isPronoun(MarkedSentence sentence, Mention mention) {
        return sentence.word(mention.from()).equals("who");
    }

    /** The minister for EU affairs: what an office is about. */
    private static boolean isPortfolio(MarkedSentence sentence, Mention mention) {
        return Words.BODIES.contains(mention.party().code()) && sentence.isAnyOf(mention.to(), PORTFOLIOS);
    }

    /** Pakistan's Foreign Office is not Britain's; the Security Council of Russia, his Security Council: not the UN's. */
    static boolean isOfficeOfAnother(MarkedSentence sentence, Mention office) {
        boolean council = sentence.word(office.to() - 1).equals("council")
                && office.to() - office.from() > 1
                && (sentence.isAnyOf(office.from() - 1, Words.POSSESSIVES)
                        || (sentence.word(office.to()).equals("of")
                                && sentence.mentionAt(sentence.behindArticle(office.to() + 1))
                                        .filter(owner -> !owner.party().equals(office.party()))
                                        .isPresent()));
        return council || isOwnedByAnother(sentence, office);
    }

    /** Pakistan's Foreign Office: a name of more than one word behind another's possessive. */
    private static boolean isOwnedByAnother(MarkedSentence sentence, Mention office) {
        return office.kind() == Mention.Kind.NAME
                && office.to() - office.from() > 1
                && sentence.word(office.from() - 1).equals("'s")
                && sentence.mentionAt(office.from() - 2)
                        .filter(owner -> !owner.party().equals(office.party()))
                        .isPresent();
    }

    /** A deal brokered by China: who brings others together takes no measure. */
    private static boolean isMediator(MarkedSentence sentence, Mention mention) {
        int by = sentence.beforeArticle(mention.from() - 1);
        return sentence.word(by).equals("by") && sentence.isAnyOf(by - 1, MEDIATED);
    }

    /** A U.S.-drafted text: who drafted it, not whose it is. */
    private static boolean isInCompound(MarkedSentence sentence, Mention mention) {
        return sentence.isHyphen(mention.to())
                && sentence.word(mention.to() + 1).endsWith("ed")
                && !sentence.isAnyOf(mention.to() + 1, MarkedSentence.OWNING);
    }

    /** South Africa's neighbour, the Russian ally Belarus: somebody else, said by whose neighbour it is. */
    private static boolean isRelation(MarkedSentence sentence, Mention mention) {
        boolean named = mention.kind() == Mention.Kind.ADJECTIVE
                && sentence.isAnyOf(mention.to(), RELATIONS)
                && sentence.mentionAt(mention.to() + 1).isPresent();
        boolean owned = sentence.word(mention.to()).equals("'s")
                && sentence.isAnyOf(mention.to() + 1, RELATIONS)
                && sentence.word(mention.to() + 2).equals(",");
        return named || owned;
    }

    /** Who undermined Ukraine's territorial integrity, the invasion of Georgia: why others are punished. */
    private static boolean isInjured(MarkedSentence sentence, Mention mention) {
        boolean owns = sentence.word(mention.to()).equals("'s") && sentence.isAnyOf(mention.to() + 1, INTEGRITY);
        boolean of = sentence.word(mention.from() - 1).equals("of")
                && (sentence.isAnyOf(mention.from() - 2, INTEGRITY) || sentence.isAnyOf(mention.from() - 2, INVASION));
        return owns || of;
    }

    /** EU States, Gulf states: only the States are the United. */
    private static boolean isPlainStates(MarkedSentence sentence, Mention mention) {
        return mention.to() - mention.from() == 1
                && sentence.word(mention.from()).equals("states")
                && !sentence.word(mention.from() - 1).equals("the");
    }

    /** The NATO member Turkey; the first G7 country to do so: one of them, not all. */
    private static boolean isMembership(MarkedSentence sentence, Mention mention) {
        return Words.BODIES.contains(mention.party().code())
                && (isBeforeMembers(sentence, mention)
                        || sentence.word(mention.to()).equals("trading")
                        || (sentence.isAnyOf(mention.to(), MEMBER)
                                && !sentence.isAnyOf(mention.to() + 1, Agency.STATES))
                        || (sentence.word(mention.to()).equals("member") && sentence.isAnyOf(mention.to() + 1, MEMBER))
                        || (sentence.isAnyOf(mention.from() - 1, SOME_OF)
                                && sentence.hasBetween(mention.to(), mention.to() + 2, Agency.STATES)));
    }

    /** GCC countries Saudi Arabia and Bahrain: those that are named next. */
    private static boolean isBeforeMembers(MarkedSentence sentence, Mention body) {
        int at = body.to();
        while ((at < sentence.size() && sentence.word(at).equals(MarkedSentence.NO_WORD))
                || sentence.mentionAt(at)
                        .filter(same -> same.party().equals(body.party()))
                        .isPresent()) {
            at++;
        }
        return sentence.isAnyOf(at, Agency.STATES)
                && sentence.mentionAt(at + 1)
                        .filter(member -> member.kind() == Mention.Kind.NAME)
                        .isPresent();
    }

    /** The Minsk agreement, the Vienna talks, to implement Minsk, the deal signed in Minsk: where something was agreed; the Ukraine crisis: what it is about. */
    private static boolean isOccasion(MarkedSentence sentence, Mention mention, Lexicon lexicon) {
        boolean agreed = sentence.isAnyOf(mention.to(), AGREED)
                || sentence.isAnyOf(mention.from() - 1, KEEPING)
                || (sentence.word(mention.from() - 1).equals("in") && sentence.isAnyOf(mention.from() - 2, CONCLUDED));
        boolean summit = mention.party().equals(NATO)
                && sentence.word(mention.to()).equals("summit")
                && sentence.isAnyOf(sentence.beforeArticle(mention.from() - 1), DURING);
        return summit
                || (mention.kind() != Mention.Kind.PERSON && sentence.isAnyOf(mention.to(), CONFLICTS))
                || (agreed && lexicon.isSeat(sentence.text(mention.from(), mention.to())));
    }
}
