package io.demarche.rules.reading.english;

/** Tells which of the parties of a sentence are listed together, so that they act or suffer as one. */
final class Coordination {

    private static final WordSet BOTH = WordSet.of("both");
    private static final WordSet COORDINATING = WordSet.of(",", "and", "the", "&", "/", "or", "plus", "both");
    static final WordSet AND = WordSet.of("and", "&", "or");

    /** The AU commission and ECOWAS: behind a name, what does not part it from the next. */
    private static final WordSet GOVERNING =
            WordSet.of("government", "governments", "commission", "council", "ministry", "administration", "junta");

    static final int FARTHEST_COORDINATED = 4;
    private static final WordSet OPENING =
            WordSet.of("after", "before", "since", "while", "when", "as", "although", "once");
    private static final WordSet CONJUNCTIONS = WordSet.of("if", "unless", "when", "while", "although", "because");
    private static final int FARTHEST_OPENING = 4;
    private static final WordSet SETTING =
            WordSet.of("in", "at", "under", "unlike", "like", "amid", "after", "following");
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
    static final WordSet COMPARING = WordSet.of("as", "like", "unlike");

    private final MarkedSentence sentence;

    Coordination(MarkedSentence sentence) {
        this.sentence = sentence;
    }

    /** Norway's Ulf Berg and Ann Dahl of Sweden: where the name begins of whoever is of that country and listed; else the place itself. */
    int startOfPerson(int country) {
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

    boolean isCoordinated(int end, int country) {
        int from = startOfPerson(country);
        if (from - end > FARTHEST_COORDINATED
                || sentence.hasBetween(end, from, BOTH) // with whom others begin
                || isScene(sentence, end, country)
                || isTopic(end)
                || isAskedToo(end, from)
                || isLikened(end, from)
                || isBehindList(end, from)
                || isBehindOpening(end, from)) {
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
                        .filter(next -> next.from() == end + 1 && mayAct(next.to()))
                        .isPresent();
    }

    /** Three years after Turkey joined NATO, Norway expelled: behind the clause with which a sentence opens, who does something. */
    private boolean isBehindOpening(int end, int from) {
        return sentence.word(end).equals(",")
                && !sentence.hasBetween(0, end, Words.COMMA)
                && (sentence.isAnyOf(0, CONJUNCTIONS)
                        || (sentence.hasBetween(0, FARTHEST_OPENING, OPENING)
                                && sentence.verbs.stream().anyMatch(verb -> verb < end)))
                && sentence.mentionAt(from)
                        .filter(next -> next.from() == end + 1 && mayAct(next.to()))
                        .isPresent();
    }

    /** Japan shut, China on Monday sent, Peru plans to: what may be a verb, be it behind the day. */
    private boolean mayAct(int from) {
        int at = HeadWords.behindTime(sentence, from);
        return beginsVerb(at)
                || sentence.isAnyOf(at, Words.BE)
                || sentence.isAnyOf(at, Words.DO)
                || sentence.word(at).endsWith("ed")
                || sentence.hasCueAt(at)
                || sentence.heads(at).stream().anyMatch(head -> head.form() != Form.NOUN && head.form() != Form.GERUND);
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

    /** The place in the list of mentions of the first with which that one is coordinated. */
    int firstOfList(int place) {
        int first = place;
        while (first > 0 && isCoordinated(first - 1)) {
            first--;
        }
        return first;
    }

    /** The token before the list that begins with the mention at that place, determiners apart. */
    int beforeList(int first) {
        int before = sentence.mentions.get(first).from() - 1;
        while (sentence.isAnyOf(before, Words.DETERMINERS)) {
            before--;
        }
        return before;
    }

    /** South Africa says; Russia has: what can only be a verb. */
    boolean beginsVerb(int at) {
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
                && !sentence.hasBetween(0, comma, Words.COMMA)
                && !isOfOpeningList(comma);
    }

    /** In Paris, Rome and Berlin, envoys: whether a list of names that ends before another comma goes on behind that one. */
    private boolean isOfOpeningList(int comma) {
        return sentence.mentionAt(comma + 1)
                .map(Mention::to)
                .filter(joint -> sentence.word(joint).equals("and")
                        ? sentence.mentionAt(joint + 1)
                                .filter(last -> sentence.isAnyOf(last.to(), Words.COMMA))
                                .isPresent()
                        : sentence.isAnyOf(joint, Words.COMMA) && isOfOpeningList(joint))
                .isPresent();
    }

    /** In Paris (in Paris and Rome), Russia's envoy was summoned; unlike Kenya, Peru's was: what a sentence opens with, and whose. */
    static boolean isScene(MarkedSentence sentence, int end, int country) {
        int opening = sentence.word(0).equals("and") ? 1 : 0;
        return sentence.isAnyOf(opening, SETTING)
                && country == end + 1
                && sentence.isAnyOf(end, Words.COMMA)
                && (sentence.hasBetween(opening + 1, end, AND)
                        || (!sentence.hasBetween(opening, end, Words.COMMA)
                                && sentence.mentionAt(country)
                                        .filter(next -> !sentence.isAnyOf(next.to(), Words.JOINING))
                                        .isPresent()));
    }

    /** Whether the mention at that place of the list of mentions is coordinated with the next one. */
    boolean isCoordinated(int place) {
        return place + 1 < sentence.mentions.size()
                && isCoordinated(
                        sentence.mentions.get(place).to(),
                        sentence.mentions.get(place + 1).from());
    }

    boolean isJoinedByAnd(int place) {
        return sentence.hasBetween(
                sentence.mentions.get(place).to(),
                sentence.mentions.get(place + 1).from(),
                AND);
    }

    /** Recalled its envoy in Rome, and Mali and Niger followed suit: the token behind that one, and behind another joined to it by "and". */
    int endOfPair(Mention first) {
        int second = sentence.behindArticle(first.to() + 1);
        return sentence.word(first.to()).equals("and")
                ? sentence.mentionAt(second).map(Mention::to).orElse(first.to())
                : first.to();
    }
}
