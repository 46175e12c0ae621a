package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Party;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * What a pronoun of the next sentence may stand for though nothing was told of it: two Peruvian diplomats were seen; sanctions on
 * Peru date from 2014.
 *
 * @param to the token behind it
 * @param plural whether "them" stands for it, rather than "it" or "him"
 * @param owners who is named before it: whose people or whose measure
 * @param others who is named behind it: where they are, on whom it bears
 */
record Antecedent(String objectClass, int to, boolean plural, List<Party> owners, List<Party> others) {

    private static final WordSet CLASSES = WordSet.of(
            "people", "missions", "embassies", "sanctions", "relations", "entry-bans", "staff", "accreditations");
    private static final WordSet BEHIND = WordSet.of("of", "in", "to", "from", "on", "against", "with");
    private static final WordSet COLLECTIVE = WordSet.of("staff", "personnel");
    /** The two, the men: what stands for people who were counted or named. */
    static final WordSet THE_TWO =
            WordSet.of("two", "three", "four", "five", "pair", "trio", "duo", "men", "women", "group");

    static final WordSet PLURAL = THE_TWO.with("them", "they", "both", "their");
    private static final WordSet BETWEEN = WordSet.of("between");
    private static final int FARTHEST_BETWEEN = 4;
    private static final int FARTHEST_OWNER = 2;

    /** All that the sentence names with a party beside it, in the order of the words. */
    static List<Antecedent> in(MarkedSentence sentence) {
        List<Antecedent> named = new ArrayList<>();
        for (Match<String> object : sentence.objects) {
            if (CLASSES.contains(object.value())) {
                String last = sentence.word(object.to() - 1);
                boolean plural = last.endsWith("s") || COLLECTIVE.contains(last);
                List<Party> owners = before(sentence, object);
                List<Party> others = behind(sentence, object);
                if (!owners.isEmpty() || !others.isEmpty()) {
                    named.add(new Antecedent(object.value(), object.to(), plural, owners, others));
                }
            }
        }
        return named;
    }

    /** Whether that pronoun may stand for it. */
    boolean fits(String pronoun) {
        return plural == PLURAL.contains(pronoun);
    }

    private static List<Party> before(MarkedSentence sentence, Match<String> object) {
        for (int at = object.from() - 1; at >= object.from() - FARTHEST_OWNER; at--) {
            Optional<Mention> owner = sentence.mentionAt(sentence.word(at).equals("'s") ? at - 1 : at);
            if (owner.isPresent()) {
                return List.of(owner.get().party());
            }
            if (!sentence.mayBeNoun(at)) {
                return List.of();
            }
        }
        return List.of();
    }

    private static List<Party> behind(MarkedSentence sentence, Match<String> object) {
        if (sentence.word(object.to()).equals("between")) {
            return new Agents(sentence).after(object.to(), FARTHEST_BETWEEN, BETWEEN);
        }
        return sentence.isAnyOf(object.to(), BEHIND)
                ? sentence.mentionAt(sentence.behindArticle(object.to() + 1)).map(Mention::party).stream()
                        .toList()
                : List.of();
    }
}
