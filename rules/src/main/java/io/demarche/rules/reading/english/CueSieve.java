package io.demarche.rules.reading.english;

import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Tells which words of status are none where they stand, though the lexicon knows them as such. */
final class CueSieve {

    /** Before a call, these make it none to do something. */
    private static final WordSet ON_THE_PHONE = WordSet.of("phone", "telephone", "video", "conference");

    private static final WordSet OF_PRESS = WordSet.of(
            "release",
            "releases",
            "conference",
            "briefing",
            "service",
            "statement",
            "secretary",
            "office",
            "reports",
            "freedom");

    private static final WordSet WHICH_TIME = WordSet.of("this", "first", "second", "last", "next", "each", "every");

    private static final WordSet OPPOSITION = WordSet.of("opposition to", "resistance to", "objections to");

    /** What reports of something may be; of what is done they only say what one thinks. */
    static final WordSet GROUNDLESS = WordSet.of("groundless", "untrue", "unfounded", "baseless");

    private static final WordSet IN = WordSet.of("in", "into", "by");

    private static final WordSet NONE = WordSet.of("no new", "no further", "no fresh", "no additional");
    private static final int FARTHEST_LIST = 7;
    private static final int FARTHEST_ASKED_WHY = 8;

    private static final WordSet WHO_ASKED = WordSet.of("you", "me", "us", "reporters", "journalists");

    private static final WordSet ABOUT = WordSet.of("of", "about");

    private static final WordSet ASKING = WordSet.of("how", "who", "what", "which", "where");

    private static final WordSet CLAIMED_OF = WordSet.of("over", "against", "of");
    private static final WordSet WITH_OR_BY = WordSet.of("with", "by");
    private static final WordSet UNWELCOME = WordSet.of("persona", "personae");
    private static final int FARTHEST_DECLARED = 12;

    private static final WordSet CALLS = WordSet.of("call from", "calls from", "call by", "calls by");
    private static final WordSet CALLING = WordSet.of("calls", "called", "calling");

    private static final WordSet IN_FAVOUR = WordSet.of("in favour of", "in favor of");

    /** What tells an order in what somebody is told: that he must, that he had two days to. */
    private static final WordSet COMMANDING = WordSet.union(Words.DUTY, Words.HAVE, Words.TO);

    private static final int FARTHEST_TOLD = 6;

    private static final WordSet SEVERAL =
            WordSet.of("several", "repeated", "many", "long", "months", "after", "two", "three");
    private static final WordSet HEARING = WordSet.of(
            "informed", "notified", "told", "hear", "receive", "comment", "respond", "react", "see", "say", "explain");
    private static final WordSet REASONS = WordSet.of(
            "basis",
            "ground",
            "grounds",
            "reason",
            "reasons",
            "justification",
            "pretext",
            "rationale",
            "motives",
            "logic");

    private static final int FARTHEST_ASSESSED = 14;

    private static final WordSet ANNOUNCING =
            WordSet.of("announced", "announces", "announcing", "notified", "informed", "declared", "confirmed");
    private static final int FARTHEST_ANNOUNCED = 5;

    private static final WordSet STEPS = WordSet.of("move", "step", "decision", "measures", "action");
    private static final WordSet MEANING = WordSet.of("means", "meant");
    private static final WordSet FURTHER =
            WordSet.of("tougher", "new", "further", "more", "additional", "harsher", "any", "fresh", "stronger");
    private static final int FARTHEST_EXPLAINING = 4;
    private static final WordSet BECAUSE =
            WordSet.of("due", "because", "over", "after", "following", "citing", "owing", "despite", "for");
    private static final int FARTHEST_REASON = 4;

    private CueSieve() {}

    static boolean isMeant(MarkedSentence sentence, Match<Cue> cue) {
        return !sentence.isAnyOf(cue.from() - 1, ON_THE_PHONE)
                && !sentence.isHyphen(cue.from() - 1)
                && !sentence.word(cue.from()).equals(Words.MAY)
                && sentence.mentionAt(cue.from())
                        .filter(name -> name.kind() == Mention.Kind.PERSON)
                        .isEmpty()
                && !isOfPress(sentence, cue)
                && !isDecree(sentence, cue)
                && !isReview(sentence, cue)
                && !isCounting(sentence, cue)
                && !isInforming(sentence, cue)
                && !isQuestion(sentence, cue)
                && !isValidity(sentence, cue)
                && !isOppositionToMeasures(sentence, cue)
                && !isAppealed(sentence, cue)
                && !isExcludedFrom(sentence, cue)
                && !isMereCall(sentence, cue)
                && !isReason(sentence, cue)
                && !isOrder(sentence, cue)
                && !isAskedToExplain(sentence, cue)
                && !isSubjectOfMeaning(sentence, cue)
                && !isSaidOfStep(sentence, cue)
                && !isNeededFor(sentence, cue)
                && !isPerceived(sentence, cue)
                && !isOfTalks(cue)
                && !isDescription(sentence, cue)
                && !isDeclaration(sentence, cue)
                && !isHandedOver(sentence, cue)
                && !isAssertion(sentence, cue)
                && !isVoted(sentence, cue)
                && !isAbout(sentence, cue)
                && !isAssessment(sentence, cue)
                && !isOfReasons(sentence, cue)
                && !isOfNews(sentence, cue)
                && !isDelayed(sentence, cue)
                && !isOfVisas(sentence, cue)
                && !isVisaDenied(sentence, cue)
                && !isAnnounced(sentence, cue)
                && !isNoneAside(sentence, cue);
    }

    /** Considered the ban on its envoys an insult: what somebody takes it for. */
    private static boolean isAssessment(MarkedSentence sentence, Match<Cue> cue) {
        if (!cue.value().word().equals("consider") || isBeforeGerund(sentence, cue)) {
            return false;
        }
        for (int at = cue.to() + 2; at < Math.min(sentence.size(), cue.to() + FARTHEST_ASSESSED); at++) {
            if (sentence.isAnyOf(at, Words.INDEFINITE)
                    && sentence.mayBeNoun(at - 1)
                    && !sentence.word(at - 1).endsWith("ing")
                    && sentence.mentionAt(at - 1).isEmpty()
                    && !sentence.isAnyOf(at + 1, TimeOwner.UNIT)
                    && !sentence.hasBetween(at, at + FARTHEST_TOLD, Words.REPORTING)
                    && !sentence.hasBetween(cue.to(), at, Words.BOUNDARIES)) {
                return true;
            }
        }
        return false;
    }

    /** Announced its intention to close it: who makes it known has decided. */
    private static boolean isAnnounced(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("intention to")
                && sentence.hasBetween(cue.from() - FARTHEST_ANNOUNCED, cue.from(), ANNOUNCING);
    }

    /** A visa requirement for Mexicans: what travellers need, not what a step does. */
    private static boolean isOfVisas(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).startsWith("requirement")
                && sentence.word(cue.from() - 1).equals("visa");
    }

    /** Denied visas to them: what is done to them, and nothing that is refused. */
    private static boolean isVisaDenied(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("deny")
                && sentence.objects.stream()
                        .anyMatch(visas ->
                                visas.from() == cue.to() && visas.value().equals("visas"));
    }

    /** After several delays: what is over. */
    private static boolean isDelayed(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("delays") && sentence.isAnyOf(cue.from() - 1, SEVERAL);
    }

    /** Has yet to be informed of the expulsion, to comment on it: what is not known or said yet may well be done. */
    private static boolean isOfNews(MarkedSentence sentence, Match<Cue> cue) {
        int verb = sentence.word(cue.to()).equals("be") ? cue.to() + 1 : cue.to();
        return cue.value().word().equals("yet to") && sentence.isAnyOf(verb, HEARING);
    }

    /** Rejects the grounds for the expulsion: why it was done, not that it was. */
    private static boolean isOfReasons(MarkedSentence sentence, Match<Cue> cue) {
        int reasons = sentence.behindArticle(cue.to());
        return cue.value().status() == Status.REJECTED
                && sentence.isAnyOf(reasons, REASONS)
                && sentence.isAnyOf(reasons + 1, Words.PREPOSITIONS)
                && !sentence.word(cue.to() - 1).equals("no")
                && !sentence.word(cue.to()).equals("any");
    }

    /** No new sanctions, Oslo says: what a line begins with, where elsewhere it takes a verb to refuse anything. */
    private static boolean isNoneAside(MarkedSentence sentence, Match<Cue> cue) {
        return NONE.contains(cue.value().word())
                && cue.from() > 0
                && !sentence.word(cue.from() - 1).equals(":");
    }

    /** Close to 1,800 firms: how many, about. */
    private static boolean isAbout(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().startsWith("close") && sentence.number(cue.to()) != null;
    }

    /** Voted in favour of it: a decision, not a wish. */
    private static boolean isVoted(MarkedSentence sentence, Match<Cue> cue) {
        return IN_FAVOUR.contains(cue.value().word())
                && sentence.isAnyOf(sentence.beforeAdverbs(cue.from()), Votes.VOTING);
    }

    /** The groundless expulsion: how it is, where reports of it that are groundless say that it is none. */
    private static boolean isDescription(MarkedSentence sentence, Match<Cue> cue) {
        return GROUNDLESS.contains(cue.value().word())
                && !sentence.isAnyOf(sentence.beforeAdverbs(cue.from()), Words.BE);
    }

    /** Consider the envoy persona non grata: what somebody declares, not what he thinks of doing. */
    private static boolean isDeclaration(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("consider")
                && !isBeforeGerund(sentence, cue)
                && sentence.hasBetween(cue.to(), cue.to() + FARTHEST_DECLARED, UNWELCOME);
    }

    /** Is considering stepping them up, declaring him unwelcome: what somebody thinks of doing stands right behind. */
    private static boolean isBeforeGerund(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.heads(cue.to()).stream().anyMatch(head -> head.form() == Form.GERUND);
    }

    /** Was presented with a note about the expulsion, demands presented by the bloc: nobody presents the expulsion. */
    private static boolean isHandedOver(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("presented") && sentence.isAnyOf(cue.to(), WITH_OR_BY);
    }

    /** What I can tell you is, told Moscow of the expulsion: no order. */
    private static boolean isInforming(MarkedSentence sentence, Match<Cue> cue) {
        boolean of = sentence.mentionAt(sentence.behindArticle(cue.to()))
                .filter(informed -> sentence.isAnyOf(informed.to(), ABOUT))
                .isPresent();
        boolean asked = sentence.isAnyOf(cue.to(), WHO_ASKED)
                && !sentence.word(cue.to() + 1).equals("to");
        boolean that = sentence.hasBetween(cue.to(), cue.to() + FARTHEST_TOLD, Words.THAT)
                && (isOutlet(sentence, cue.to()) || !sentence.hasBetween(cue.to() - 1, sentence.size(), COMMANDING));
        return cue.value().word().equals("tell") && (of || asked || that);
    }

    /** Told Reuters that it has decided to: a name that is no state's, which nobody gives orders to. */
    private static boolean isOutlet(MarkedSentence sentence, int at) {
        return at < sentence.size()
                && sentence.tokens.get(at).isCapitalised()
                && sentence.mentionAt(at).isEmpty();
    }

    /** Asked how long the recall would last, why he was expelled, one of its main asks: no request, as asking why he was not is. */
    private static boolean isQuestion(MarkedSentence sentence, Match<Cue> cue) {
        if (cue.value().word().equals("ask why")) {
            return !sentence.hasBetween(cue.to(), cue.to() + FARTHEST_ASKED_WHY, Words.NEGATION);
        }
        return cue.value().word().equals("ask")
                && (sentence.isAnyOf(cue.to(), ASKING)
                        || (sentence.word(cue.from()).equals("asks")
                                && (sentence.isAnyOf(cue.to(), Words.SIGNS)
                                        || sentence.isAnyOf(cue.to(), Words.COMMA))));
    }

    /** In force, force and sanctions alone: what is valid, or arms; not what somebody is made to do. */
    private static boolean isValidity(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("force")
                && (sentence.isAnyOf(cue.from() - 1, IN) || sentence.isAnyOf(cue.to(), Words.JOINING));
    }

    /** Appealed the blockade to a court: against it, not for it. */
    private static boolean isAppealed(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("appeal")
                && (sentence.isAnyOf(cue.to(), Words.ARTICLES)
                        || sentence.mentionAt(cue.to()).isPresent());
    }

    /** Opposition to sanctions: to those there are, where no step is named as in opposition to extending them. */
    private static boolean isOppositionToMeasures(MarkedSentence sentence, Match<Cue> cue) {
        return OPPOSITION.contains(cue.value().word())
                && !sentence.isAnyOf(cue.to(), FURTHER)
                && !sentence.word(cue.to()).endsWith("ing");
    }

    /** Discussed talks aimed at lifting sanctions: what is said of the talks counts, where they are not what it is said of first. */
    private static boolean isOfTalks(Match<Cue> cue) {
        return cue.value().word().equals("talks aimed at") && cue.from() > 0;
    }

    /** Was seen leaving the embassy: no forecast, as the union seen easing sanctions is one. */
    private static boolean isPerceived(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("seen")
                && !(sentence.word(cue.to()).endsWith("ing")
                        && sentence.mentionAt(cue.from() - 1).isPresent());
    }

    /** Asked Ankara to explain its decision to expel them: not to expel them. */
    private static boolean isAskedToExplain(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().status() == Status.URGED
                && IntStream.range(cue.to(), cue.to() + FARTHEST_EXPLAINING)
                        .anyMatch(at ->
                                sentence.word(at).equals("to") && sentence.isAnyOf(at + 1, ActorFinder.EXPLAINING));
    }

    /** The rejection means that they will be imposed: what it brings about. */
    private static boolean isSubjectOfMeaning(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.isAnyOf(cue.to(), MEANING) && sentence.isAnyOf(cue.to() + 1, Words.THAT);
    }

    /** Suggesting the move would hurt: what is said of a step, which is not suggested. */
    private static boolean isSaidOfStep(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("suggest")
                && sentence.isAnyOf(cue.to(), Words.DEFINITE)
                && sentence.isAnyOf(cue.to() + 1, STEPS)
                && sentence.isAnyOf(cue.to() + 2, Words.MODALS);
    }

    /** Was advised to leave: no advice. */
    private static boolean isOrder(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("advise") && ActionFinder.hasBe(sentence, cue.from());
    }

    /** Decided so due to his refusal to answer: why, and whoever refused refused something else. */
    private static boolean isReason(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("refusal")
                && sentence.hasBetween(cue.from() - FARTHEST_REASON, cue.from(), BECAUSE)
                && sentence.word(cue.to()).equals("to");
    }

    /** Reforms are needed to lift the sanctions: what it takes, where who needed to lift them ought to. */
    private static boolean isNeededFor(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("needed to") && sentence.isAnyOf(sentence.beforeAdverbs(cue.from()), Words.BE);
    }

    /**
     * Called the minister by name, called Russia a pariah: no request, as calling somebody to do something is one. Nor do calls from
     * readers tell of anybody's.
     */
    private static boolean isMereCall(MarkedSentence sentence, Match<Cue> cue) {
        Optional<Mention> named = sentence.mentionAt(sentence.behindArticle(cue.to()));
        boolean asks = named.filter(asked -> asked.kind() == Mention.Kind.NAME
                        && sentence.word(asked.to()).equals("to"))
                .isPresent();
        int day = sentence.word(cue.to()).equals("on") ? cue.to() + 1 : cue.to();
        boolean dated = sentence.isAnyOf(day, TimeFinder.NEWS)
                && (sentence.word(day + 1).equals("for")
                        || sentence.word(day + 1).equals("on"));
        return (CALLING.contains(cue.value().word()) && !asks && !dated)
                || (CALLS.contains(cue.value().word()) && named.isEmpty());
    }

    /** Exclude it from a list, be excluded from the ban: not what is ruled out. */
    private static boolean isExcludedFrom(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("exclude")
                && (sentence.hasBetween(cue.to(), cue.to() + FARTHEST_LIST, Words.LISTS)
                        || sentence.word(cue.to()).equals("from"));
    }

    /** Is preparing a new order to ban, executive orders, in order to ban: no command. */
    private static boolean isDecree(MarkedSentence sentence, Match<Cue> cue) {
        boolean order = sentence.word(cue.from()).equals("order")
                && (sentence.word(cue.from() - 1).equals("in")
                        || sentence.isAnyOf(cue.from() - 1, Words.ARTICLES)
                        || (sentence.isAnyOf(cue.from() - 2, Words.ARTICLES)
                                && sentence.mentionAt(cue.from() - 1).isEmpty()));
        return order || isExecutiveOrder(sentence, cue.from());
    }

    /** Executive orders: what a president signs, whatever it does. */
    static boolean isExecutiveOrder(MarkedSentence sentence, int at) {
        return sentence.word(at).startsWith("order") && sentence.word(at - 1).equals("executive");
    }

    /** This time to impose: which time it is, not that it is time. */
    private static boolean isCounting(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("time") && sentence.isAnyOf(cue.from() - 1, WHICH_TIME);
    }

    /** In its latest review of the sanctions, the sanctions' review: what is looked at, not what may be done. */
    private static boolean isReview(MarkedSentence sentence, Match<Cue> cue) {
        if (!sentence.word(cue.from()).equals("review")) {
            return false;
        }
        return sentence.word(cue.from() - 1).startsWith("'")
                || (sentence.word(cue.to()).equals("of")
                        && (sentence.hasBetween(cue.from() - 3, cue.from(), Words.POSSESSIVES)
                                || sentence.hasBetween(cue.from() - 3, cue.from(), Words.ARTICLES)));
    }

    /** Claims that it has revoked them, claims over what was seized: what somebody says, where who claims relief asks for it. */
    private static boolean isAssertion(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().word().equals("claim")
                && (sentence.isAnyOf(cue.to(), Words.THAT) || sentence.isAnyOf(cue.to(), CLAIMED_OF));
    }

    /** A press release, a campaign of maximum pressure: nobody is pressed to do anything; a source of support. */
    private static boolean isOfPress(MarkedSentence sentence, Match<Cue> cue) {
        return (sentence.word(cue.from()).equals("support")
                        && sentence.word(cue.from() - 1).equals("of"))
                || (sentence.word(cue.from()).equals("press") && sentence.isAnyOf(cue.to(), OF_PRESS))
                || (sentence.word(cue.from()).equals("pressure")
                        && sentence.word(cue.from() - 1).equals("maximum"));
    }
}
