package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds the word that governs an action: the nearest cue before its head that reaches it, or a verdict behind it. */
final class Governor {

    private static final int FARTHEST_CUE = 14;
    private static final int FARTHEST_ASKED = 36;
    private static final int FARTHEST_REPORTED = 10;
    private static final Set<Status> ASKING = Set.of(Status.URGED, Status.CONSIDERED);

    /** Verbs and nouns that say of a whole clause whether it is so. */
    private static final WordSet REACHING = GovernedActors.EXPECTING
            .each(noun -> noun + " that")
            .with(
                    "time that",
                    "not said when",
                    "not said whether",
                    "not said if",
                    "not say when",
                    "not say whether",
                    "not say if",
                    "ensure that",
                    "not mean that",
                    "ask why",
                    "deny",
                    "dismiss",
                    "disregard",
                    "debunk",
                    "dispel",
                    "rubbish",
                    "threaten",
                    "warn",
                    "hope",
                    "optimism",
                    "little chance",
                    "little prospect",
                    "slim chance");

    private static final WordSet REASONS =
            WordSet.of("over", "after", "follows", "followed", "following", "amid", "despite", "since");

    private static final WordSet AGREEMENTS = WordSet.of("deal", "agreement", "accord", "pact");
    private static final WordSet UNDER = WordSet.of("under", "after", "following", "since");

    /** In retaliation for Prime Minister May's decision: what somebody is, before his name. */
    private static final WordSet TITLES =
            WordSet.of("prime", "minister", "president", "chancellor", "premier", "foreign", "secretary");

    private static final int FARTHEST_UNDER = 3;

    private static final WordSet TURNED = WordSet.union(Words.BE, Words.HAVE, Words.DO);
    private static final WordSet PROTESTED = WordSet.of("to", "against", "at", "about");

    private static final WordSet OPENING =
            WordSet.of("after", "following", "despite", "amid", "since", "while", "although", "though", "when", "if");

    /** As expected, under pressure from the union: how what may come before the subject begins. */
    private static final WordSet OPENING_PHRASE = WordSet.of("as", "in", "under", "with", "at", "amid", "by");

    private static final WordSet RETALIATING =
            WordSet.of("retaliate", "retaliation", "response", "answer", "revenge", "retaliated");

    /** How words begin of doing something in return. */
    private static final List<String> ANSWERING = List.of("respond", "react", "retaliat", "repl");

    private static final WordSet DEPENDING = WordSet.of("depend on", "hinge on", "conditional on");

    private static final WordSet CAUSING =
            WordSet.of("prompting", "prompted", "forcing", "forced", "leading", "led", "causing", "caused");

    /** Withdrew its threat, allowing the union to; convinced him, agreeing to: what follows from what was said before. */
    private static final WordSet ALLOWING = WordSet.of("allowing", "enabling", "letting", "agreeing");

    /** Would see the union ban them, let it recall them: behind these the form of the bare verb is no assertion. */
    private static final WordSet LETTING = Words.LET.with("see");

    private static final WordSet LINKING = WordSet.of(
            "seem",
            "seems",
            "seemed",
            "appear",
            "appears",
            "appeared",
            "look",
            "looks",
            "looked",
            "remain",
            "remains",
            "remained");

    private static final WordSet RELATIVE = WordSet.of("which", "who", "whose");

    static final WordSet JOINING =
            WordSet.of("join", "joins", "joined", "joining", "follow", "follows", "followed", "following");
    private static final List<String> COPYING = List.of("copy", "copi", "match", "mirror", "replicat", "mimic");
    private static final int FARTHEST_JOINED = 14;
    private static final int FARTHEST_DECIDING = 9;

    private static final WordSet TAKEN = WordSet.of("steps", "measures", "action");
    private static final WordSet PAST =
            WordSet.of("took", "taken", "gave", "made", "sent", "told", "put", "held", "began");

    /** How verbs of what one thinks of something begin, whatever their ending. */
    private static final int FARTHEST_WARNED = 4;

    private static final WordSet ACCEPTING = WordSet.of("accept", "accepts");

    private static final List<String> ANNOUNCING = List.of("announce", "decided", "continues", "continued");

    private static final List<String> FEELING =
            List.of("regret", "deplor", "lament", "welcom", "hail", "applaud", "prais", "resent", "portray", "depict");

    private static final WordSet RECENT = WordSet.of("recent", "latest", "earlier", "its", "their", "latter");

    /** How words begin of those who are for what others have decided. */
    private static final List<String> SUPPORTING = List.of("support", "back", "endors");

    /** What is settled, where a move or an idea may not be. */
    private static final String DECISION = "decision";

    private static final WordSet ASSERTING =
            WordSet.of("will", "would", "is", "are", "was", "were", "has", "have", "had");
    private static final WordSet DECISIONS = WordSet.of("decision", "move", "step", "idea", "question");

    private Governor() {}

    /** Ruling out talks and authorising it to impose: what is ruled out ends where the next gerund begins. */
    private static boolean isBesideGerund(MarkedSentence sentence, Match<Cue> cue, Action action) {
        boolean noun = sentence.word(cue.from()).endsWith("ing")
                && !sentence.word(cue.to()).endsWith("ing")
                && !sentence.word(cue.to() - 1).equals("to");
        for (int and = cue.to() + 1; noun && and + 1 < action.at(); and++) {
            if (sentence.word(and).equals("and")
                    && sentence.word(and + 1).endsWith("ing")
                    && sentence.mentionAt(and + 1).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Raised its pressure by announcing sanctions: with what somebody is pressed. */
    private static boolean isByMeansOf(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int verb = action.at() - 2;
        boolean responded = action.head().form() == Form.GERUND
                && sentence.word(verb + 1).equals("by")
                && sentence.word(verb).endsWith("ed")
                && cue.to() <= verb
                && sentence.hasBetween(cue.to(), verb, Words.COMMA);
        return responded || isPressure(sentence, cue, action);
    }

    private static boolean isPressure(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return sentence.word(cue.from()).equals("pressure")
                && IntStream.range(cue.to(), action.at())
                        .anyMatch(at -> (sentence.word(at).equals("by") || sentence.isAnyOf(at, Words.COMMA))
                                && sentence.word(at + 1).endsWith("ing"));
    }

    /** Followed Norway in imposing: the place of the verb with which somebody does as another does, or -1. */
    static int joining(MarkedSentence sentence, Action action) {
        int before = sentence.isAdverb(action.at() - 1) ? action.at() - 2 : action.at() - 1;
        boolean in =
                action.head().form() == Form.GERUND && sentence.word(before).equals("in");
        for (int at = action.at() - 2; in && at > Math.max(0, action.at() - FARTHEST_JOINED); at--) {
            if (sentence.isAnyOf(at, JOINING)) {
                return at;
            }
        }
        return -1;
    }

    /** Joins, copies, aligns with: whether that verb says that somebody takes up what others do. */
    static boolean isJoining(String verb) {
        return verb.startsWith("join")
                || Words.beginsWithAny(verb, COPYING)
                || verb.startsWith("align")
                || verb.startsWith("implement")
                || verb.startsWith("adopt");
    }

    /** The nearest cue before the head that reaches it. */
    static Optional<Match<Cue>> governor(MarkedSentence sentence, Action action, int chain) {
        Match<Cue> nearest = null;
        boolean finite = isFinite(sentence, action, chain);
        boolean reason = isReason(sentence, action);
        int broughtAbout = causing(sentence, action);
        boolean asked = isAskedOfNext(sentence, action)
                || isFurtherInfinitive(sentence, action)
                || isInfinitiveBehindComma(sentence, action)
                || isFurtherSubjunctive(sentence, action, chain)
                || isAskedFor(sentence, action);
        for (Match<Cue> cue : sentence.cues()) {
            if (reason && cue.to() < action.at()) {
                continue;
            }
            int behind = sentence.isAnyOf(cue.to(), Words.OBJECT_PRONOUNS) ? cue.to() + 1 : cue.to();
            if (cue.value().status() == Status.REJECTED && sentence.word(behind).equals("and")) {
                continue;
            }
            if (isInBrackets(sentence, cue, action)
                    || isOfAnswer(sentence, cue, action)
                    || isInsertedBefore(sentence, cue, action, chain)
                    || isAuthorship(sentence, cue)
                    || isInOpening(sentence, cue, chain)
                    || isInClauseBefore(sentence, cue, action, chain)
                    || isInforming(sentence, cue, action)
                    || isBeside(sentence, cue, action, chain)
                    || isBeforeCondition(sentence, cue, action)
                    || isBeforeAnnouncement(sentence, cue, action)
                    || isBeforeDecision(sentence, cue, action)
                    || isBesideGerund(sentence, cue, action)
                    || isNotAccepted(sentence, cue, action)
                    || isByMeansOf(sentence, cue, action)
                    || isOfOtherVerb(sentence, cue, action)
                    || cue.to() <= broughtAbout
                    || sentence.hasBetween(cue.to(), action.at(), ALLOWING)) {
                continue;
            }
            int farthest = asked && ASKING.contains(cue.value().status()) ? FARTHEST_ASKED : FARTHEST_CUE;
            int governed = cue.to() <= action.first() ? action.first() : action.at();
            boolean near = cue.to() <= action.at() && governed - cue.to() <= farthest;
            boolean own = cue.from() >= chain;
            boolean reaches = own
                    || (!finite && !sentence.hasBetween(cue.to(), action.at(), Words.STRONG_BOUNDARIES))
                    || (finite && reachesFinite(sentence, cue, chain));
            if (near && reaches) {
                nearest = cue;
            }
        }
        Match<Cue> last = nearest;
        return Optional.ofNullable(last)
                .map(cue -> behindPossible(sentence, cue))
                .map(cue -> beforeOrder(sentence, cue, chain));
    }

    /** Expelled envoys, prompting Paris to recall its own; a rift that led it to: the verb that says what one does for it, or -1. */
    static int causing(MarkedSentence sentence, Action action) {
        return sentence.mentionAt(action.at() - 2)
                .filter(one -> sentence.word(action.at() - 1).equals("to"))
                .map(one -> sentence.beforeArticle(one.from() - 1))
                .filter(verb -> sentence.isAnyOf(verb, CAUSING) && !sentence.isAnyOf(verb - 1, Words.BE))
                .orElse(-1);
    }

    /** Threatened to order him out and suspend visas: what governs an order that the action goes on from; else the order. */
    private static Match<Cue> beforeOrder(MarkedSentence sentence, Match<Cue> order, int chain) {
        boolean goesOn = order.value().status() == Status.ADOPTED
                && (sentence.isAnyOf(chain - 1, Words.JOINING)
                        || sentence.word(chain - 1).equals("or"));
        return sentence.cues().stream()
                .filter(cue ->
                        goesOn && order.from() == (sentence.word(cue.to()).equals("to") ? cue.to() + 1 : cue.to()))
                .findFirst()
                .orElse(order);
    }

    /** Reserves the right to respond to the expulsion: what an answer is told of, not what is answered. */
    private static boolean isOfAnswer(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int answer = cue.to();
        return sentence.word(answer - 1).equals("to")
                && Words.beginsWithAny(sentence.word(answer), ANSWERING)
                && sentence.isAnyOf(answer + 1, Words.TO)
                && answer < action.first();
    }

    /** All states (excluding Hungary) are to impose them: what stands in brackets governs nothing outside. */
    private static boolean isInBrackets(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int end = cue.to();
        while (end < action.at()
                && !sentence.word(end).equals(")")
                && !sentence.word(end).equals("(")) {
            end++;
        }
        return end < action.at() && sentence.word(end).equals(")");
    }

    /** Warned against a possible lifting: what governs what may be, or else that itself. */
    private static Match<Cue> behindPossible(MarkedSentence sentence, Match<Cue> possible) {
        int against = sentence.beforeArticle(possible.from() - 1);
        boolean pushed = sentence.isAnyOf(against, Words.ADDRESSING) && sentence.isInCue(against);
        return possible.value().word().equals("possible")
                        && (pushed || sentence.isAnyOf(against, GovernedStanding.AGAINST))
                ? sentence.cues().stream()
                        .filter(cue -> cue.to() <= against + 1 && against - cue.to() < FARTHEST_WARNED)
                        .reduce((earlier, later) -> later)
                        .orElse(possible)
                : possible;
    }

    /** Asked the union to ban minerals from there, and Belgium to withhold visas: what a further one is asked. */
    private static boolean isAskedOfNext(MarkedSentence sentence, Action action) {
        return sentence.word(action.at() - 1).equals("to")
                && sentence.mentionAt(action.at() - 2)
                        .filter(asked -> sentence.word(asked.from() - 1).equals("and"))
                        .isPresent();
    }

    /** Could be left out if it does not lift the ban: what is said of what follows is not said of the condition. */
    private static boolean isBeforeCondition(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int condition = sentence.clauseStart(action.first()) - 1;
        return cue.to() <= condition && sentence.isAnyOf(condition, Words.IF);
    }

    /** A bid to address sanctions imposed on it: "to", and a verb that the participle behind it only describes the object of. */
    private static boolean isOfOtherVerb(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return action.how() == Construction.DESCRIBING
                && sentence.word(cue.to() - 1).equals("to")
                && cue.to() < action.objectFrom()
                && !sentence.hasBetween(cue.to(), action.objectFrom(), StandingFinder.WANTING);
    }

    /** And took a step, and summoned the envoy: a verb in the past, with what it is done to. */
    private static boolean isPastVerb(MarkedSentence sentence, int at) {
        return (sentence.word(at).endsWith("ed") || sentence.isAnyOf(at, PAST))
                && (sentence.isAnyOf(at + 1, Words.DETERMINERS)
                        || sentence.mentionAt(at + 1).isPresent()
                        || sentence.isAnyOf(at + 1, TAKEN)
                        || Introductions.isOfName(sentence, at + 1));
    }

    /** Refused permission and announced a recall, rejected the charge and took a step: what follows is said anew. */
    private static boolean isBeforeAnnouncement(MarkedSentence sentence, Match<Cue> cue, Action action) {
        for (int at = cue.to(); at < action.at(); at++) {
            if (sentence.word(at).equals("and")
                    && at + 1 < action.at()
                    && (Words.beginsWithAny(sentence.word(at + 1), ANNOUNCING) || isPastVerb(sentence, at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The plans are unacceptable, adding that the decision to recall him stands: behind "that", who has decided has decided. */
    private static boolean isBeforeDecision(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int the = action.at() - 3;
        return isDecision(sentence, action)
                && sentence.word(the + 1).equals(DECISION)
                && sentence.word(the).equals("the")
                && sentence.word(the - 1).equals("that")
                && cue.to() < the
                && !REACHING.contains(cue.value().word());
    }

    /** The union does not accept Kenya's expulsion of, rejects its decision, the one by Kenya to expel: what others did all the same. */
    private static boolean isNotAccepted(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int noun = isDecision(sentence, action) ? action.at() - 2 : action.at();
        boolean done = noun < action.at() || action.head().form() == Form.NOUN;
        Optional<Mention> owner = sentence.word(noun - 1).equals("'s")
                ? sentence.mentionAt(noun - 2).filter(whose -> done)
                : decidingBy(sentence, cue, action);
        return cue.value().status() == Status.REJECTED
                && owner.filter(whose -> sentence.hasBetween(cue.from(), noun, ACCEPTING)
                                ? !Words.BODIES.contains(whose.party().code())
                                : cue.value().word().equals("reject") && isOfAnother(sentence, cue, whose.party()))
                        .isPresent();
    }

    /** The decision by the Kenyan government to expel: who took it. */
    private static Optional<Mention> decidingBy(MarkedSentence sentence, Match<Cue> cue, Action action) {
        int by = action.at() - 2;
        while (by > Math.max(cue.to(), action.at() - FARTHEST_DECIDING)
                && !sentence.word(by).equals("by")) {
            by--;
        }
        return sentence.word(action.at() - 1).equals("to") && sentence.isAnyOf(by - 1, DECISIONS)
                ? sentence.mentionAt(sentence.behindArticle(by + 1))
                : Optional.empty();
    }

    /** Norway rejects: whether who stands before the verb is another one. */
    private static boolean isOfAnother(MarkedSentence sentence, Match<Cue> cue, Party owner) {
        return sentence.mentionBefore(cue.from())
                .filter(subject -> !subject.party().equals(owner))
                .isPresent();
    }

    /** A bill aimed at supporting democracy and imposing sanctions: two gerunds, of which neither governs the other; but considering closing it and imposing them. */
    private static boolean isBeside(MarkedSentence sentence, Match<Cue> cue, Action action, int chain) {
        return action.head().form() == Form.GERUND
                && sentence.word(cue.from()).endsWith("ing")
                && cue.to() == cue.from() + 1
                && !sentence.word(cue.to()).endsWith("ing")
                && sentence.word(chain - 1).equals("and");
    }

    /** Is refusing to take them back, and restrictions will be lifted only if: behind "and", a subject and a verb of its own. */
    private static boolean isInClauseBefore(MarkedSentence sentence, Match<Cue> cue, Action action, int chain) {
        if (!action.passive()
                || action.objectFrom() > action.at()
                || action.objectFrom() - cue.to() > FARTHEST_ASKED
                || !sentence.isAnyOf(chain, ASSERTING)) {
            return false;
        }
        return IntStream.range(cue.to(), action.objectFrom())
                .anyMatch(and -> sentence.word(and).equals("and")
                        && sentence.isAnyOf(and - 1, Words.COMMA)
                        && !sentence.isAnyOf(and + 1, Words.THAT)
                        && !sentence.hasBetween(and, action.objectFrom(), Words.BOUNDARIES));
    }

    /** Told reporters that easing sanctions could help: what is told is no order. */
    private static boolean isInforming(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return cue.value().status() == Status.ADOPTED
                && action.head().form() == Form.GERUND
                && sentence.word(action.at() - 1).equals("that");
    }

    /** A request to the union through two of its members for the repeal: a noun that says for what somebody asks. */
    private static boolean isAskedFor(MarkedSentence sentence, Action action) {
        int before = action.first() - 1;
        while (sentence.isAnyOf(before, Words.ARTICLES)
                || sentence.isAnyOf(before, Words.QUOTES)
                || sentence.word(before).equals("and")
                || sentence.mayBeNoun(before)) {
            before--;
        }
        return action.how() == Construction.NOMINAL && sentence.word(before).equals("for");
    }

    /** Calls on the council, on a coordinated basis, to impose them. */
    private static boolean isInfinitiveBehindComma(MarkedSentence sentence, Action action) {
        return sentence.word(action.at() - 1).equals("to") && sentence.isAnyOf(action.at() - 2, Words.COMMA);
    }

    /** Called on Oslo to close the mission and to expel, as well as to recall. */
    private static boolean isFurtherInfinitive(MarkedSentence sentence, Action action) {
        int and = action.at() - 2;
        return sentence.word(action.at() - 1).equals("to")
                && (sentence.word(and).equals("and") || sentence.isAsWellAs(and));
    }

    /** Demands that Oslo close the mission and lift the ban. */
    private static boolean isFurtherSubjunctive(MarkedSentence sentence, Action action, int chain) {
        return action.head().form() == Form.BASE
                && sentence.word(chain - 1).equals("and")
                && sentence.hasBetween(Math.max(0, chain - FARTHEST_ASKED), chain, Words.THAT);
    }

    /** After weeks of threats, Israel has decided: a word in what comes before the subject. */
    private static boolean isInOpening(MarkedSentence sentence, Match<Cue> cue, int chain) {
        int clause = sentence.clauseStart(cue.from());
        boolean whole = sentence.isAnyOf(clause, OPENING) || sentence.isAnyOf(clause - 1, OPENING);
        boolean phrase = sentence.isAnyOf(clause, OPENING_PHRASE) || sentence.isAnyOf(clause - 1, OPENING_PHRASE);
        return (whole || phrase)
                && IntStream.range(cue.to(), chain)
                        .filter(at -> sentence.isAnyOf(at, Words.COMMA))
                        .mapToObj(comma -> sentence.mentionAt(sentence.behindArticle(comma + 1)))
                        .flatMap(Optional::stream)
                        .anyMatch(subject -> whole || isVerb(sentence, subject.to(), chain));
    }

    /** Japan has decided, China on Monday hit: whether the verb of whoever stands before stands there, be it behind the day. */
    private static boolean isVerb(MarkedSentence sentence, int from, int chain) {
        int at = HeadWords.behindTime(sentence, from);
        return at == chain
                || sentence.isAnyOf(at, TURNED)
                || sentence.isAnyOf(at, Words.MODALS)
                || sentence.isAnyOf(at, Words.REPORTING)
                || sentence.word(at).endsWith("ed");
    }

    /** Voted down a motion, tabled by the Liberals, to expel him: by whom the draft is, not what became of it. */
    private static boolean isAuthorship(MarkedSentence sentence, Match<Cue> cue) {
        int draft = sentence.isAnyOf(cue.from() - 1, Words.COMMA) ? cue.from() - 2 : cue.from() - 1;
        return cue.value().status() == Status.PROPOSED
                && sentence.word(cue.to()).equals("by")
                && sentence.isAnyOf(draft, Words.DRAFTS);
    }

    /** Pakistan, which had refused to recognise it, agreed: a word inside a relative clause that ends before the verb. */
    private static boolean isInsertedBefore(MarkedSentence sentence, Match<Cue> cue, Action action, int chain) {
        int clause = sentence.clauseStart(cue.from());
        boolean ofObject = action.passive() && action.objectTo() < clause && chain < action.at();
        return sentence.isAnyOf(clause - 1, RELATIVE)
                && !sentence.hasBetween(clause, cue.from(), Words.COMMA)
                && (ofObject || sentence.hasBetween(cue.to(), chain, Words.COMMA));
    }

    /** Would retaliate for the expulsion: what is the reason for something is a fact, whatever governs that. */
    static boolean isReason(MarkedSentence sentence, Action action) {
        if (isWhatFor(sentence, action) || isUnderAgreement(sentence, action)) {
            return true;
        }
        boolean decision = isDecision(sentence, action) || isDecisionOn(sentence, action);
        boolean ofObject = action.objectFrom() < action.at() && action.objectTo() < action.at();
        if (!decision && (action.how() != Construction.NOMINAL || ofObject)) {
            return false;
        }
        int before = decision ? action.at() - 3 : action.first() - 1;
        boolean described = sentence.isAnyOf(before - 1, Words.ARTICLES) && sentence.mayBeNoun(before);
        if (described && !sentence.isAnyOf(before, REASONS)) {
            before--;
        }
        while (sentence.isAnyOf(before, Words.ARTICLES)
                || sentence.isAnyOf(before, RECENT)
                || sentence.mentionAt(before).isPresent()
                || sentence.word(before).equals("'s")
                || sentence.isAnyOf(before, TITLES)
                || sentence.isAnyOf(before, Words.INSTITUTIONS)
                || (sentence.word(before).equals("administration")
                        && sentence.mentionAt(before - 1).isPresent())) {
            before = sentence.word(before).equals("'s") ? beforeName(sentence, before) : before - 1;
        }
        if (decision && isSupport(sentence, before)) {
            return sentence.word(action.at() - 2).equals(DECISION);
        }
        boolean retaliates = sentence.word(before).startsWith("retaliat");
        boolean retaliating = retaliates
                || ((sentence.word(before).equals("for")
                                || sentence.word(before).equals("to"))
                        && sentence.isAnyOf(before - 1, RETALIATING));
        int protest = sentence.isAnyOf(before, PROTESTED) ? before - 1 : before;
        return (retaliates || !sentence.isInCue(before))
                && (retaliating
                        || isFelt(sentence, before)
                        || sentence.isAnyOf(before, REASONS)
                        || sentence.word(protest).startsWith("protest"));
    }

    /** Prime Minister Jane Doe's decision: the place before a name that the lexicon does not know; else before the 's. */
    private static int beforeName(MarkedSentence sentence, int genitive) {
        int before = genitive - 1;
        while (before > 0
                && sentence.tokens.get(before).isCapitalised()
                && sentence.mentionAt(before).isEmpty()
                && !sentence.isAnyOf(before, TITLES)) {
            before--;
        }
        return before;
    }

    /** Embassies may open under a deal to restore ties: what was agreed. */
    private static boolean isUnderAgreement(MarkedSentence sentence, Action action) {
        int under = sentence.beforeArticle(action.at() - 3);
        return sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, AGREEMENTS)
                && sentence.isAnyOf(under, UNDER);
    }

    /** Sanctions against China for barring them: what somebody did; but pressed China for lifting them. */
    private static boolean isWhatFor(MarkedSentence sentence, Action action) {
        boolean behindFor = action.head().form() == Form.GERUND
                && sentence.word(action.at() - 1).equals("for");
        return behindFor
                && sentence.mentionAt(action.at() - 2)
                        .map(party -> sentence.beforeArticle(party.from() - 1))
                        .filter(before -> sentence.cues().stream().noneMatch(cue -> cue.to() == before + 1))
                        .isPresent();
    }

    /** The decision to close it, a move to lift them: a verb that says what somebody decides. */
    static boolean isDecision(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, DECISIONS);
    }

    /** Its decision on expelling them. */
    private static boolean isDecisionOn(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.GERUND
                && sentence.word(action.at() - 1).equals("on")
                && sentence.word(action.at() - 2).equals(DECISION);
    }

    /** Supported the decision, support for it, support to Prague for its decision: who is for what others have decided. */
    private static boolean isSupport(MarkedSentence sentence, int before) {
        int support = before;
        if (sentence.word(support).equals("for")) {
            int whom = support - 1;
            int to = sentence.mentionAt(whom)
                    .map(supported -> sentence.beforeArticle(supported.from() - 1))
                    .orElse(whom);
            support = sentence.word(to).equals("to") ? to - 1 : to;
        }
        return Words.beginsWithAny(sentence.word(support), SUPPORTING)
                && sentence.mentionAt(support).isEmpty();
    }

    /** Regrets the closure, welcomed the lifting: what one thinks of what others did. */
    static boolean isFelt(MarkedSentence sentence, int verb) {
        return Words.beginsWithAny(sentence.word(verb), FEELING)
                && sentence.mentionAt(verb).isEmpty();
    }

    /** Welcomed the bold decision to: the verb of which a noun there says what is thought so of, or -1. */
    static int felt(MarkedSentence sentence, int noun) {
        return verbOf(sentence, noun, at -> isFelt(sentence, at));
    }

    /** Condemned the unilateral sanctions: the verb before a noun there and what belongs to it, if it is one of those; else -1. */
    static int verbOf(MarkedSentence sentence, int noun, IntPredicate those) {
        int at = noun - 1;
        while (sentence.isAnyOf(at, Words.DETERMINERS) || (sentence.mayBeNoun(at) && !those.test(at))) {
            at--;
        }
        return those.test(at) ? at : -1;
    }

    /** Whether the head is the verb of a clause that asserts, rather than an infinitive, a gerund, a noun or a subjunctive. */
    private static boolean isFinite(MarkedSentence sentence, Action action, int chain) {
        return switch (action.head().form()) {
            case PAST, PARTICIPLE ->
                (!action.passive() || chain < action.at()) && !sentence.hasBetween(chain, action.at(), Words.BE_OR_TO);
            case THIRD_PERSON -> !sentence.hasBetween(chain, action.at(), Words.BE_OR_TO);
            case BASE ->
                action.how() != Construction.DESCRIBING
                        && (sentence.hasBetween(chain, action.at(), Words.CERTAIN)
                                || (!isAsked(sentence, chain)
                                        && !sentence.hasBetween(chain, action.at(), Words.TO)
                                        && !sentence.hasBetween(sentence.clauseStart(chain), chain, LETTING)
                                        && isPluralSubject(sentence, chain)));
            case GERUND -> sentence.hasBetween(chain, action.at(), Words.BE);
            case NOUN -> false;
        };
    }

    /** Suggested (that) Poland and Spain cut, proposed the union ease: right behind a word that asks, the form of the bare verb is a subjunctive. */
    private static boolean isAsked(MarkedSentence sentence, int chain) {
        return sentence.cues().stream()
                .filter(cue ->
                        cue.value().status() == Status.URGED || cue.value().status() == Status.PROPOSED)
                .anyMatch(cue -> {
                    int asked = sentence.isAnyOf(cue.to(), Words.THAT) ? cue.to() + 1 : cue.to();
                    int name = sentence.isAnyOf(chain, Words.DUTY) ? asked : sentence.behindArticle(asked);
                    return cue.to() < chain
                            && sentence.mentionAt(name).isPresent()
                            && !sentence.hasBetween(cue.to() + 1, chain, Words.BOUNDARIES)
                            && sentence.verbs.stream().noneMatch(verb -> verb >= cue.to() && verb < chain);
                });
    }

    /** Poland and Spain expel; that they expel is left open by the form alone. */
    private static boolean isPluralSubject(MarkedSentence sentence, int chain) {
        return sentence.mentionAt(chain - 1).isPresent()
                && !sentence.hasBetween(sentence.clauseStart(chain) - 1, sentence.clauseStart(chain), Words.THAT);
    }

    /** Denied that it had recalled; a finite clause is governed only by a verb that takes back what it says. */
    private static boolean reachesFinite(MarkedSentence sentence, Match<Cue> cue, int chain) {
        String word = cue.value().word();
        return REACHING.contains(word)
                && chain - cue.to() <= FARTHEST_REPORTED
                && !isFurtherVerb(sentence, cue, chain)
                && !sentence.hasBetween(cue.to(), chain, Words.STRONG_BOUNDARIES);
    }

    /** Warned Russia and expelled: the next verb of who warns, rather than what is warned of. */
    private static boolean isFurtherVerb(MarkedSentence sentence, Match<Cue> cue, int chain) {
        return sentence.word(chain - 1).equals("and")
                && !sentence.hasBetween(cue.to(), chain, Words.THAT)
                && !sentence.hasBetween(cue.to(), chain, Words.SUBJECT_PRONOUNS);
    }

    /** A form of be or a verb like it, which the 's of whose something is is not. */
    private static boolean hasBeBetween(MarkedSentence sentence, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean genitive =
                    sentence.word(at).equals("'s") && sentence.mentionAt(at - 1).isPresent();
            if ((sentence.isAnyOf(at, Words.BE) && !genitive) || sentence.isAnyOf(at, LINKING)) {
                return true;
            }
        }
        return false;
    }

    /** Easing the embargo would be a mistake: what one thinks of a step that is not taken yet. */
    private static boolean isOpinionOf(MarkedSentence sentence, Match<Cue> cue, Action action) {
        return action.head().form() == Form.GERUND
                && cue.to() - cue.from() > 1
                && (sentence.isAnyOf(cue.from(), Words.BE) || sentence.isAnyOf(cue.from(), Words.POSSIBLE));
    }

    /** The move to sanction it is wrong, and China urges: behind "and", somebody else does something else. */
    private static boolean beginsAnother(MarkedSentence sentence, int from, int to) {
        for (int and = from; and < to; and++) {
            if (sentence.word(and).equals("and")
                    && sentence.word(and - 1).equals(",")
                    && sentence.mentionAt(sentence.behindArticle(and + 1)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Will not expel him, nor is it asking for it; that expelling him was wrong, and that it may answer. */
    private static boolean isFurtherClause(MarkedSentence sentence, int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(at -> (sentence.word(at).equals("nor") && sentence.isAnyOf(at + 1, TURNED))
                        || (sentence.word(at).equals("and") && sentence.isAnyOf(at + 1, Words.THAT)));
    }

    /** The decision to lift them, and is considering more: who thinks of something is no decision. */
    private static boolean isThinking(MarkedSentence sentence, Match<Cue> cue) {
        return cue.value().status() == Status.CONSIDERED
                && sentence.word(cue.from()).endsWith("ing")
                && !sentence.word(cue.from()).equals(cue.value().word())
                && sentence.isAnyOf(sentence.beforeAdverbs(cue.from()) - 1, Words.JOINING);
    }

    /** The expulsion was a move under outside pressure: why it was made, and not what anybody asks for. */
    private static boolean isUnder(MarkedSentence sentence, Match<Cue> cue) {
        return sentence.word(cue.from()).equals("pressure")
                && sentence.hasBetween(cue.from() - FARTHEST_UNDER, cue.from(), UNDER);
    }

    /** Delisted it, a step long sought; expelled them from a country, which faces the threat of war: what is said of another noun. */
    private static boolean isOfAnotherNoun(MarkedSentence sentence, int end, int cue) {
        return IntStream.range(end + 1, cue)
                .filter(at -> sentence.isAnyOf(at - 1, Words.COMMA))
                .anyMatch(at -> (sentence.isAnyOf(at, RELATIVE) && at > end + 1)
                        || (sentence.isAnyOf(at, Words.INDEFINITE) && sentence.isAnyOf(at + 1, DECISIONS)));
    }

    /** Recalling the ambassador was ruled out: a cue after a noun or gerund, with a form of be between. */
    static Optional<Match<Cue>> verdict(MarkedSentence sentence, Action action) {
        boolean decision = isDecision(sentence, action);
        if (action.head().form() != Form.GERUND && action.head().form() != Form.NOUN && !decision) {
            return Optional.empty();
        }
        int end = action.last() + 1;
        int verb = end;
        while (verb < end + StandingFinder.FARTHEST_CUE_AFTER && !sentence.isAnyOf(verb, Words.BE)) {
            verb++;
        }
        int farthest = (sentence.isAnyOf(verb, Words.BE) && action.head().form() == Form.GERUND ? verb : end)
                + StandingFinder.FARTHEST_CUE_AFTER;
        return sentence.cues().stream()
                .filter(cue -> cue.from() >= end && ObjectFinder.beforeInsertion(sentence, cue.from()) <= farthest)
                .filter(cue -> !sentence.word(cue.from() - 1).equals("to")
                        && !sentence.isAnyOf(cue.to() - 1, Words.THAT)
                        && !CueSieve.GROUNDLESS.contains(cue.value().word()))
                .filter(cue -> DEPENDING.contains(cue.value().word())
                        || isOpinionOf(sentence, cue, action)
                        || hasBeBetween(sentence, end, cue.from())
                        || (sentence.word(cue.to()).equals("by") && !sentence.isAnyOf(cue.from(), Words.REQUESTS)))
                .filter(cue -> !sentence.hasBetween(end, cue.from(), Words.STRONG_BOUNDARIES)
                        && !sentence.hasBetween(end, cue.from(), Words.REPORTING)
                        && !isFurtherClause(sentence, end, cue.from())
                        && !isOfAnotherNoun(sentence, end, cue.from())
                        && !isThinking(sentence, cue)
                        && !isUnder(sentence, cue)
                        && !beginsAnother(sentence, end, cue.from()))
                .findFirst();
    }
}
