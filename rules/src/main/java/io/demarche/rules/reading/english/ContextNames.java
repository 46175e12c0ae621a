package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Party;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Names whom a sentence means by words that only the rest of the article explains: the bloc, the ministers, we, a surname. */
final class ContextNames {

    private static final WordSet ORGANISATIONS = WordSet.of("organisation", "organization", "grouping");
    private static final WordSet MEANT =
            ORGANISATIONS.with("bloc", "union", "council", "commission", "kingdom", "north", "south");
    private static final WordSet SPEAKING = WordSet.of("we", "i", "us", "our", "my");
    private static final WordSet ADDRESSED = WordSet.of("you", "your");
    private static final WordSet WHOSE = WordSet.of("our", "my", "your");
    private static final WordSet HALVES = WordSet.of("north", "south");

    /** Before an organisation, which else may be anybody. */
    private static final WordSet REGIONAL =
            WordSet.of("regional", "pan-african", "intergovernmental", "inter-governmental");

    private static final WordSet CHAMBERS = WordSet.of("congress", "senate");
    private static final WordSet PARTISAN = WordSet.of("party", "leader", "youth", "people");

    /** Who decide together in a body. */
    static final WordSet ASSEMBLED = WordSet.of("ministers", "leaders", "ambassadors", "envoys");

    private static final WordSet NEIGHBOURING = WordSet.of("neighbouring", "neighboring");
    private static final WordSet STATE = WordSet.of("country", "state", "nation");

    /** What may stand for a party that only the article tells. */
    private static final WordSet OPEN =
            WordSet.union(CHAMBERS, ASSEMBLED, MEANT, NEIGHBOURING).with("foreign");

    private static final WordSet ACROSS = WordSet.of("across", "within", "throughout", "inside");

    private final MarkedSentence sentence;
    private final Discourse discourse;

    ContextNames(MarkedSentence sentence, Discourse discourse) {
        this.sentence = sentence;
        this.discourse = discourse;
    }

    /** Adds to the mentions of the sentence whom it means. */
    void add() {
        int known = sentence.mentions.size();
        sentence.mentions.replaceAll(mention -> isBelgiansBrussels(mention)
                ? new Mention(mention.from(), mention.to(), Words.BELGIUM, mention.kind())
                : mention);
        nameThoseWhoTalk(discourse.turn());
        for (int at = 0; at < sentence.size(); at++) {
            Optional<Introductions.Bearer> bearer =
                    discourse.bearerOf(sentence.tokens.get(at).text());
            if (bearer.isPresent() && sentence.mentionAt(at).isEmpty()) {
                name(at, at + 1, List.of(bearer.get().party()));
                if (bearer.get().envoy()) {
                    addEnvoy(at);
                }
            }
            if (sentence.isAnyOf(at, OPEN)) {
                nameByContext(at);
            }
        }
        sentence.sortMentions(known);
    }

    /** The Foreign Office, Congress, the ministers, the bloc: takes them for whom they mean in this article. */
    private void nameByContext(int at) {
        if (sentence.word(at).equals("foreign") && sentence.word(at + 1).equals("office") && !isOwned(at)) {
            name(at, at + 2, List.of(discourse.foreignOffice(named(at))));
        } else if (sentence.isAnyOf(at, CHAMBERS) && isChamber(at)) {
            name(at, at + 1, discourse.chamber(sentence.word(at), named(at)));
        } else if (sentence.isAnyOf(at, ASSEMBLED) && isFirst(at)) {
            name(at, at + 1, discourse.lastBody());
        } else if (sentence.isAnyOf(at, NEIGHBOURING)
                && sentence.isAnyOf(at + 1, STATE)
                && sentence.isAnyOf(at - 1, Words.DEFINITE)) {
            name(at, at + 2, neighbour(named(at)));
        } else if (sentence.isAnyOf(at, MEANT) && isMeant(at)) {
            name(
                    at,
                    at + 1,
                    discourse.meant(sentence.word(at), sentence.tokens.get(at).isCapitalised(), named(at)));
        }
    }

    /** Gordon Kricke was expelled: who was introduced as an envoy is one of those to whom it is done. */
    private void addEnvoy(int surname) {
        int from = surname;
        while (from > 0 && Introductions.isOfName(sentence, from - 1)) {
            from--;
        }
        int to = surname + 1;
        while (Introductions.isOfName(sentence, to)) {
            to++;
        }
        sentence.add(new Match<>(from, to, "people"));
    }

    private void name(int from, int to, List<Party> parties) {
        for (Party party : parties) {
            sentence.add(new Mention(from, to, party, Mention.Kind.NAME));
        }
    }

    /** Kigali cut ties with Brussels: Belgium's capital in an article that names Belgium, and the union by no other word. */
    private boolean isBelgiansBrussels(Mention brussels) {
        return isBrussels(brussels)
                && isNamed(Words.BELGIUM)
                && !discourse.named().contains(Words.EU)
                && sentence.mentions.stream()
                        .noneMatch(mention -> mention.party().equals(Words.EU) && !isBrussels(mention));
    }

    private boolean isBrussels(Mention mention) {
        return mention.party().equals(Words.EU) && sentence.word(mention.from()).equals("brussels");
    }

    private boolean isNamed(Party party) {
        return discourse.named().contains(party)
                || sentence.mentions.stream()
                        .anyMatch(mention -> mention.party().equals(party));
    }

    /** We, our, you, your, in the record of a conversation: takes them for the name of who speaks or is spoken to. */
    private void nameThoseWhoTalk(Transcript.Turn turn) {
        for (int at = 0; turn.talks() && at < sentence.size(); at++) {
            boolean speaking = sentence.isAnyOf(at, SPEAKING);
            boolean meant = (speaking || sentence.isAnyOf(at, ADDRESSED))
                    && !sentence.tokens.get(at).text().equals("US")
                    && sentence.mentionAt(at).isEmpty();
            Mention.Kind kind = sentence.isAnyOf(at, WHOSE) ? Mention.Kind.ADJECTIVE : Mention.Kind.NAME;
            for (Party party : meant ? speaking ? turn.speaking() : turn.addressed() : List.<Party>of()) {
                sentence.add(new Mention(at, at + 1, party, kind));
            }
        }
    }

    /** Ministers agreed; the foreign ministers: a subject with which the sentence begins, said of nobody's. */
    private boolean isFirst(int at) {
        int start = sentence.word(at - 1).equals("foreign") ? at - 1 : at;
        return (start == 0 || (start == 1 && sentence.word(0).equals("the")))
                && !sentence.word(at + 1).equals("of")
                && !sentence.word(at + 1).equals("from");
    }

    /** Congress voted; the Senate: written large, of nobody's and of nothing. */
    private boolean isChamber(int at) {
        boolean inName = at > 1 && sentence.tokens.get(at - 1).isCapitalised();
        return sentence.tokens.get(at).isCapitalised()
                && !isOwned(at)
                && !inName
                && !sentence.isAnyOf(at - 1, PARTISAN)
                && !sentence.isAnyOf(at + 1, PARTISAN)
                && !sentence.word(at + 1).equals("of");
    }

    /** Thailand asked the neighbouring country to: the other of those two, or of whom the article tells. */
    private List<Party> neighbour(List<Party> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        Party last = named.get(named.size() - 1);
        return named.get(0).equals(last)
                ? discourse.otherState(named).map(List::of).orElse(List.of())
                : List.of(last);
    }

    /** Who is named before that place. */
    private List<Party> named(int at) {
        return sentence.mentions.stream()
                .filter(mention -> mention.to() <= at)
                .map(Mention::party)
                .toList();
    }

    /** Pakistan's; German. */
    private boolean isOwned(int at) {
        return sentence.word(at - 1).equals("'s") || sentence.mentionAt(at - 1).isPresent();
    }

    private boolean isMeant(int at) {
        boolean ofRegion = sentence.word(at).equals("bloc")
                && sentence.word(at - 3).equals("the")
                && sentence.tokens.get(at - 1).isCapitalised()
                && sentence.tokens.get(at - 2).isCapitalised();
        boolean definite = sentence.word(at - 1).equals("the")
                || ofRegion
                || (sentence.word(at - 2).equals("the")
                        && sentence.mentionAt(at - 1).isEmpty());
        return definite
                && (!sentence.isAnyOf(at, ORGANISATIONS) || sentence.isAnyOf(at - 1, REGIONAL))
                && (!sentence.word(at).equals("union") || sentence.word(at - 1).equals("the"))
                && (!sentence.word(at).equals("commission")
                        || sentence.tokens.get(at).isCapitalised()
                        || sentence.word(at - 1).equals("the"))
                && !sentence.isAnyOf(at - 2, ACROSS)
                && !(sentence.isAnyOf(at, HALVES)
                        && at + 1 < sentence.size()
                        && sentence.tokens.get(at + 1).isCapitalised())
                && !sentence.word(at + 1).equals("of")
                && sentence.mentionAt(at + 1).isEmpty();
    }
}
