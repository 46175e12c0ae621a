package io.demarche.rules.reading.english;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds objects that no head takes, but that a word of status governs: threatened sanctions; sanctions are considered; no relief. */
final class GovernedObjects {

    private static final int FARTHEST_GOVERNED = 9;
    private static final WordSet NOT_GOVERNED = WordSet.of(
            "to", "if", "over", "under", "despite", "because", "in", "by", "after", "amid", "about", "from", "off",
            "through", "via");

    /** Time for the discussion of the embargo, the effects of sanctions: what is spoken of, not what is asked for. */
    private static final WordSet DISCUSSION = WordSet.of(
            "discussion",
            "discussions",
            "debate",
            "future",
            "effect",
            "effects",
            "impact",
            "consequences",
            "legality",
            "conditions",
            "pain",
            "burden");

    /** The ninth package, the 20th: not yet there. */
    private static final WordSet NEXT = WordSet.of(
            "next",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "th",
            "st",
            "nd",
            "rd");

    private static final WordSet HEEDING = WordSet.of(
            "comply",
            "complies",
            "complied",
            "complying",
            "violate",
            "violates",
            "violated",
            "violating",
            "breach",
            "breaches",
            "breached",
            "breaching",
            "circumvent",
            "circumvented",
            "circumventing",
            "evade",
            "evaded",
            "evading",
            "flout",
            "flouted",
            "flouting",
            "bypass",
            "bypassing",
            "skirt",
            "skirting",
            "defy",
            "defying",
            "countermeasures");
    private static final WordSet ASKING = WordSet.of("what", "how", "why");
    private static final WordSet WITH_OR_AGAINST = WordSet.of("with", "against", "to");

    private static final WordSet DECIDING = WordSet.of(
            "decide", "decides", "decided", "choose", "chooses", "chose", "chosen", "opt", "opts", "opted", "elected");
    private static final WordSet UNDER_ENDS = WordSet.of(
            ".", "since", "for", "over", "and", "after", "due", "because", "aimed", "targeting", "meant", "intended");

    /** Whose sanctions they are, if nobody's alone. */
    private static final WordSet ALLIED = WordSet.of("western", "international");

    /** Considers the sanctions illegal: thinks of those that are there. */
    private static final WordSet OPINING = WordSet.of("consider", "discuss", "review", "examine");

    /** What is given for something may be anything: in return for curbs. */
    static final WordSet EXCHANGING = WordSet.of("in exchange for", "in return for");

    private static final WordSet ON_OR_AGAINST = WordSet.of("on", "against");
    private static final int FARTHEST_AGAINST = 10;
    private static final WordSet AGAINST = WordSet.of("against");
    private static final WordSet SUBJECTED = WordSet.of("subject", "subjected");

    /** Who sees to the sanctions: behind the noun, no measure. */
    private static final WordSet OFFICES = WordSet.of(
            "committee", "committees", "panel", "monitors", "experts", "envoy", "coordinator", "unit", "office");

    private GovernedObjects() {}

    /** Threatened sanctions: an object that no head takes, but that a cue governs. */
    static void addTo(List<Action> actions, MarkedSentence sentence, Lexicon lexicon) {
        for (Match<String> object : sentence.objects) {
            Optional<Head> told = lexicon.told(object.value());
            if (told.isPresent() && isLeft(sentence, object, actions) && isGoverned(sentence, object)) {
                Action governed =
                        ActionFinder.action(sentence, object.from(), told.get(), object, Construction.GOVERNED);
                boolean lies = (isUnder(sentence, object) && !isDue(sentence, object.from()))
                        || (isStanding(sentence, object)
                                && sentence.cues().stream()
                                        .noneMatch(cue ->
                                                governs(sentence, cue, object) || saysBehind(sentence, cue, object)));
                actions.add(lies ? governed.describing(false) : governed);
            }
        }
        actions.sort(Comparator.comparingInt(Action::at));
    }

    /** Whether no head takes that object, and it is one. */
    private static boolean isLeft(MarkedSentence sentence, Match<String> object, List<Action> actions) {
        boolean taken = actions.stream()
                .anyMatch(action -> action.objectFrom() == object.from()
                        || (object.from() <= action.at() && action.at() < object.to())
                        || (action.head().move() == Move.LIFT && isListed(sentence, action.objectTo(), object.from()))
                        || (action.at() < object.from() && object.from() - action.at() < 3));
        boolean reason = object.value().equals("answers")
                && sentence.word(object.from() - 1).equals("in");
        boolean office = sentence.isAnyOf(object.to(), OFFICES);
        return !taken
                && !reason
                && !office
                && !isSubject(sentence, object.to())
                && !isHeeded(sentence, object.from())
                && !isAskedAbout(sentence, object.from())
                && !sentence.elsewhere.contains(object.value())
                && !isOtherVerb(sentence, object);
    }

    /** To ensure that sanctions do not hinder aid: what they do. */
    private static boolean isSubject(MarkedSentence sentence, int end) {
        return sentence.isAnyOf(end, Words.DO)
                && (sentence.word(end + 1).equals("not")
                        || sentence.word(end + 1).equals("n't"));
    }

    /** Has not explained what those sanctions entail: those that there are. */
    private static boolean isAskedAbout(MarkedSentence sentence, int object) {
        return sentence.isAnyOf(object - 1, Words.DEFINITE) && sentence.isAnyOf(object - 2, ASKING);
    }

    /** Do not comply with anti-Russian sanctions, countermeasures against the embargo: those that there are. */
    private static boolean isHeeded(MarkedSentence sentence, int object) {
        int before = object - 1;
        while (before > 0 && (sentence.mentionAt(before).isPresent() || sentence.isAnyOf(before, ALLIED))) {
            before--;
        }
        before = sentence.beforeArticle(before);
        int verb = sentence.isAnyOf(before, WITH_OR_AGAINST) ? before - 1 : before;
        int under = sentence.word(before).equals("any") ? before - 1 : before;
        boolean free = sentence.isAnyOf(under, Words.UNDER) && VerbChain.isNegated(sentence, under);
        return free || sentence.isAnyOf(verb, HEEDING);
    }

    /** Lifting the embargo and all travel bans, asset freezes and targeted sanctions: nothing but objects of one verb between. */
    private static boolean isListed(MarkedSentence sentence, int from, int to) {
        return sentence.hasBetween(from, to, Words.JOINING)
                && IntStream.range(from, to)
                        .allMatch(at -> sentence.isAnyOf(at, Words.JOINING)
                                || sentence.isAnyOf(at, Words.DETERMINERS)
                                || sentence.isObject(at));
    }

    private static boolean isGoverned(MarkedSentence sentence, Match<String> object) {
        return sentence.cues().stream()
                        .anyMatch(cue -> governs(sentence, cue, object) || saysBehind(sentence, cue, object))
                || (VerbChain.isNegated(sentence, object.from()) && !isBehindTo(sentence, object))
                || isNone(sentence, object)
                || isDecidedAgainst(sentence, object)
                || Drafts.fateBehind(sentence, object.to()).isPresent()
                || isUnder(sentence, object)
                || isStanding(sentence, object)
                || isAnswered(sentence, object);
    }

    /** Despite American sanctions on Iran: those that there are, of which it is said whose they are and on whom they bear. */
    private static boolean isStanding(MarkedSentence sentence, Match<String> object) {
        int before = object.from() - 1;
        boolean genitive = sentence.word(before).equals("'s");
        return object.value().equals("sanctions")
                && sentence.sentence.part() == Evidence.Part.TEXT
                && sentence.mentionAt(genitive ? before - 1 : before)
                        .filter(whose -> genitive
                                || whose.kind() == Mention.Kind.ADJECTIVE
                                || Words.IMPOSERS.contains(whose.party().code()))
                        .filter(whose -> !sentence.word(sentence.beforeArticle(whose.from() - 1))
                                .equals("of"))
                        .isPresent()
                && sentence.isAnyOf(object.to(), ON_OR_AGAINST)
                && sentence.mentionAt(sentence.behindArticle(object.to() + 1)).isPresent();
    }

    /** In response to Western sanctions on its officials. */
    private static boolean isAnswered(MarkedSentence sentence, Match<String> object) {
        return sentence.isAnyOf(object.to(), Words.BEARING) && Provocation.isBehindAnswer(sentence, object.from());
    }

    /** Says no sanctions relief; no sanctions, for now: what a headline or a quotation begins with. */
    private static boolean isNone(MarkedSentence sentence, Match<String> object) {
        int no = object.from() - 1;
        return sentence.word(no).equals("no")
                && (no == 0 || sentence.isAnyOf(no - 1, Words.REPORTING) || sentence.isAnyOf(no - 1, Words.SIGNS));
    }

    /** Chose not to retaliate. */
    private static boolean isDecidedAgainst(MarkedSentence sentence, Match<String> object) {
        int not = object.from() - 2;
        return isInfinitive(sentence, object)
                && sentence.word(not).equals("not")
                && sentence.isAnyOf(not - 1, DECIDING);
    }

    /** Lawsuits related to the blockade: no object of the verb. */
    private static boolean isBehindTo(MarkedSentence sentence, Match<String> object) {
        int before = object.from() - 1;
        while (sentence.isAnyOf(before, Words.ARTICLES)
                || sentence.mentionAt(before).isPresent()) {
            before--;
        }
        return sentence.word(before).equals("to");
    }

    /** Seeks to ban opposition parties: a verb that looks like the noun, and what it is done to is none of a class. */
    private static boolean isOtherVerb(MarkedSentence sentence, Match<String> object) {
        return object.value().equals("restrictions")
                && (sentence.word(object.from() - 1).equals("to") || sentence.isAnyOf(object.from() - 1, Words.MODALS))
                && !isVerb(sentence, object.from());
    }

    private static boolean governs(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return cue.to() <= object.from()
                && !EXCHANGING.contains(cue.value().word())
                && !isOfVerb(sentence, cue, object)
                && !isOpinionOf(sentence, cue, object)
                && object.from() - cue.to() <= FARTHEST_GOVERNED
                && !sentence.hasBetween(cue.to(), object.from(), Words.BOUNDARIES)
                && !sentence.hasBetween(cue.to(), object.from(), Words.REPORTING)
                && !sentence.hasBetween(cue.to(), object.from(), DISCUSSION)
                && !isOfNextVerb(sentence, cue, object)
                && !sentence.hasBetween(
                        behindAddressee(sentence, cue),
                        isInfinitive(sentence, object) ? object.from() - 1 : object.from(),
                        NOT_GOVERNED);
    }

    /** Denied the charge and answered with sanctions: the object of the verb behind "and". */
    private static boolean isOfNextVerb(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return IntStream.range(cue.to(), object.from() - 2)
                .anyMatch(at -> sentence.word(at).equals("and")
                        && sentence.word(at + 1).endsWith("ed")
                        && sentence.word(at + 2).equals("with"));
    }

    /** Discussed the sanctions: what is said of those there are, unless they are under review and it is said whose they are. */
    private static boolean isOpinionOf(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        boolean reviewed =
                sentence.isAnyOf(cue.from(), Opposites.REVIEWING) && sentence.isAnyOf(object.to(), Words.BEARING);
        boolean next = sentence.hasBetween(cue.to(), object.from(), NEXT);
        boolean known = sentence.isAnyOf(cue.to(), Words.DEFINITE)
                || sentence.mentionAt(cue.to())
                        .filter(owner -> sentence.word(owner.to()).equals("'s"))
                        .isPresent();
        return OPINING.contains(cue.value().word()) && known && !reviewed && !next;
    }

    /** Proposed to Brussels a ban: the place behind to whom it is proposed. */
    private static int behindAddressee(MarkedSentence sentence, Match<Cue> cue) {
        int addressee = sentence.behindArticle(cue.to() + 1);
        boolean proposed = cue.value().status() == Status.PROPOSED
                && sentence.word(cue.to()).equals("to");
        return sentence.mentionAt(addressee)
                .filter(to -> proposed)
                .map(Mention::to)
                .orElse(cue.to());
    }

    /** Time to view the sanctions: "to", and a verb of which the noun is the object. */
    private static boolean isOfVerb(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return sentence.word(cue.to() - 1).equals("to")
                && !sentence.isAnyOf(cue.to(), Words.DETERMINERS)
                && sentence.hasBetween(cue.to() + 1, object.from(), Words.DEFINITE);
    }

    /** Threatens to retaliate: an answer that is a verb. */
    private static boolean isInfinitive(MarkedSentence sentence, Match<String> object) {
        return isVerb(sentence, object.from())
                && sentence.word(object.from() - 1).equals("to");
    }

    /** Answers are nouns but these. */
    static boolean isVerb(MarkedSentence sentence, int object) {
        return sentence.word(object).equals("retaliate")
                || (sentence.word(object).equals("hit")
                        && sentence.word(object + 1).equals("back"));
    }

    /** The general, under American sanctions since May: on whom they lie. */
    private static boolean isUnder(MarkedSentence sentence, Match<String> object) {
        boolean ends = object.to() >= sentence.size()
                || sentence.isAnyOf(object.to(), Words.COMMA)
                || sentence.isAnyOf(object.to(), UNDER_ENDS);
        return ends && under(sentence, object.from()) >= 0;
    }

    /** Should be subject to American sanctions: on whom they do not lie yet. */
    static boolean isDue(MarkedSentence sentence, int object) {
        int under = under(sentence, object);
        return under > 0 && sentence.hasBetween(VerbChain.start(sentence, under - 1), under, Words.DUTY);
    }

    /** Where "under" or "subject to" stands before sanctions and whose they are, or -1. */
    static int under(MarkedSentence sentence, int object) {
        int under = object - 1;
        while (sentence.mentionAt(under).isPresent()
                || sentence.isAnyOf(under, Words.JOINING)
                || sentence.isAnyOf(under, Words.ARTICLES)
                || sentence.isAnyOf(under, ALLIED)) {
            under--;
        }
        boolean bears = sentence.isAnyOf(under, Words.UNDER)
                || (sentence.word(under).equals("to") && sentence.isAnyOf(under - 1, SUBJECTED));
        boolean past =
                VerbChain.isNegated(sentence, under) || sentence.word(under - 1).equals("longer");
        return bears && under < object - 1 && !past ? under : -1;
    }

    /** The expulsions were groundless: what one thinks of them, where reports of expulsions that are groundless deny them. */
    private static boolean isThought(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return CueSieve.GROUNDLESS.contains(cue.value().word())
                && !sentence.isAnyOf(sentence.beforeArticle(object.from() - 1), Words.PREPOSITIONS);
    }

    /** Sanctions are being considered. */
    private static boolean saysBehind(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return cue.from() >= object.to()
                && cue.from() - object.to() <= FARTHEST_GOVERNED
                && !isThought(sentence, cue, object)
                && (ActionFinder.hasBe(sentence, cue.from())
                        || sentence.word(cue.to()).equals("by"))
                && !sentence.hasBetween(object.from() - FARTHEST_AGAINST, object.from(), AGAINST)
                && !sentence.hasBetween(object.to(), cue.from(), Words.BOUNDARIES);
    }
}
