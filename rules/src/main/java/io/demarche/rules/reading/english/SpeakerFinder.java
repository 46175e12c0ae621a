package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds who speaks of an action: who proposes, urges, threatens or refuses it, or says that it ought to be. */
final class SpeakerFinder extends SideFinder {

    /** Words that govern without a subject of their own. */
    private static final WordSet EXPLETIVE = WordSet.of(
            "time for",
            "time to",
            "time has come to",
            "time has come for",
            "too early to",
            "too soon to",
            "premature to",
            "not the time to",
            "not time to",
            "there will be no",
            "there is no");

    /** Of these a clause may say something: the threat of sanctions would backfire. */
    private static final WordSet NOUNS =
            WordSet.of("threat", "threats", "prospect", "possibility", "talk", "option", "plans");

    static final WordSet NEEDING = WordSet.of("need to", "needs to", "needed to");

    /** What makes something necessary does not ask for it. */
    private static final WordSet NECESSITATING = WordSet.of("necessitate");

    /** Behind an article these only describe: doubts about a proposed ban. */
    private static final WordSet DESCRIBING =
            WordSet.of("proposed", "planned", "threatened", "possible", "potential", "rejected", "requested");

    /** How somebody says what he thinks ought to be. */
    private static final WordSet HOLDING =
            WordSet.of("suggests", "suggested", "argues", "insists", "believes", "thinks", "maintains", "holds");

    private static final WordSet WARNING = WordSet.of("warned", "warns", "warning", "told", "cautioned");
    /** What may come of something. */
    private static final WordSet LEADING =
            WordSet.of("lead", "result", "trigger", "prompt", "provoke", "bring", "mean", "entail");

    private static final WordSet BACKING = WordSet.of("support", "back", "endorse");
    private static final WordSet ASKED = WordSet.of("asked", "called", "urged", "invited", "requested");
    private static final WordSet CALLED_ON = WordSet.of("on", "upon");
    private static final int FARTHEST_REQUESTER = 4;
    private static final WordSet FACING = WordSet.of("face", "faces", "faced", "facing");
    private static final int FARTHEST_FACED = 3;
    private static final int FARTHEST_REFUSER = 6;
    private static final int FARTHEST_AUTHOR = 3;
    private static final int FARTHEST_SAYER = 6;

    private final SubjectFinder subjects;

    SpeakerFinder(Setting setting, SubjectFinder subjects) {
        super(setting);
        this.subjects = subjects;
    }

    /** Who governs the action: proposes, urges, refuses it. */
    Side find() {
        if (action.isSuffered()) {
            return Side.NOBODY;
        }
        if (!standing.isGoverned()) {
            return standing.status() == Status.URGED
                    ? Side.of(reporter(), "who says that it ought to be")
                    : Side.NOBODY;
        }
        if (sentence.isAnyOf(standing.cue(), DESCRIBING) && sentence.isAnyOf(standing.cue() - 1, Words.ARTICLES)) {
            return Side.NOBODY;
        }
        if (standing.status() == Status.REJECTED && sentence.isAnyOf(standing.cue(), Drafts.PLANS)) {
            return Side.of(agents.after(action.last() + 1, FARTHEST_REFUSER, Words.BY), "by whom it was refused");
        }
        Side warning = warning();
        if (!warning.isEmpty()) {
            return warning;
        }
        String cue = "'" + sentence.word(standing.cue()) + "'";
        if (isSaidToBe() || isInExchange() || isRefusedRequest() || sentence.hasCueAt(standing.cue(), NECESSITATING)) {
            return Side.NOBODY;
        }
        if (isThreatened(sentence, standing)) {
            return Side.NOBODY;
        }
        if (action.measure() == Measure.EXPULSION && Orders.isPassive(sentence, standing.cue())) {
            return Side.NOBODY;
        }
        if (isFaced()) {
            return Side.NOBODY;
        }
        if (isExpletive() || isNeed()) {
            return Side.of(reporter(), "who says so");
        }
        if (isOfAsked(sentence, action, standing)) {
            return Side.of(
                    agents.after(standing.cue() + 1, FARTHEST_REQUESTER, Words.FROM_OR_BY), "by whom it is asked");
        }
        return author().orElse(() -> Side.of(agents.genitive(standing.cue()), "whose " + cue + " it is"))
                .orElse(() -> isRequest()
                        ? Side.of(
                                agents.after(standing.cue(), FARTHEST_REQUESTER, Words.FROM_OR_BY),
                                "from whom the " + cue + " comes")
                        : Side.NOBODY)
                .orElse(() -> standing.cue() > action.last()
                                && sentence.word(standing.cue() + 1).equals("by")
                        ? Side.of(agents.after(standing.cue(), FARTHEST_AUTHOR, Words.BY), "behind 'by'")
                        : Side.of(subjects.subject(standing.cue()), "the subject of " + cue)
                                .without(borneOn()));
    }

    /** Warned Iran that an attack would lead to sanctions: what an attack leads to is done by who warns of it. */
    private Side warning() {
        int that = sentence.clauseStart(standing.cue()) - 1;
        int warned = sentence.mentionBefore(that).map(Mention::from).orElse(-1) - 1;
        int verb = sentence.beforeArticle(warned);
        boolean leads = sentence.isAnyOf(standing.cue() + 1, LEADING)
                && sentence.isAnyOf(that, Words.THAT)
                && sentence.isAnyOf(verb, WARNING);
        return leads ? Side.of(subjects.subject(verb), "who warns of it") : Side.NOBODY;
    }

    /** Proposals for restrictions on Angola: not Angola's. */
    private List<Party> borneOn() {
        return action.how() == Construction.GOVERNED && action.head().move() == Move.IMPOSE
                ? agents.after(action.objectTo(), 2, Words.BEARING)
                : List.of();
    }

    /** A draft resolution circulated by Britain would lift them. */
    private Side author() {
        int behind = sentence.isAnyOf(standing.cue() + 1, Words.COMMA) ? standing.cue() + 2 : standing.cue() + 1;
        return sentence.isAnyOf(standing.cue(), Words.DRAFTS)
                ? Side.of(agents.after(behind, FARTHEST_AUTHOR, Words.BY), "by whom it is drafted")
                        .orElse(this::authorBehind)
                : Side.NOBODY;
    }

    /** Proposals for restrictions on Angola, tabled by Namibia. */
    private Side authorBehind() {
        return sentence.cues().stream()
                .filter(cue -> cue.from() > action.last() && cue.value().status() == Status.PROPOSED)
                .filter(cue -> sentence.word(cue.to()).equals("by"))
                .findFirst()
                .map(cue -> Side.of(agents.after(cue.to() - 1, FARTHEST_AUTHOR, Words.BY), "by whom it is drafted"))
                .orElse(Side.NOBODY);
    }

    /** Russia said the threat of sanctions would backfire: a noun of which a clause says something, whoever says so. */
    private boolean isSaidToBe() {
        return sentence.isAnyOf(standing.cue(), NOUNS)
                && sentence.isAnyOf(standing.cue() - 1, Words.ARTICLES)
                && sentence.isAnyOf(standing.cue() + 1, Words.OF)
                && (sentence.isAnyOf(standing.cue() - 2, Words.REPORTING)
                        || sentence.isAnyOf(standing.cue() - 2, Words.THAT));
    }

    /** Serbia was urged by the union to impose visas: the subject of the word is who is asked. */
    static boolean isOfAsked(MarkedSentence sentence, Action action, Standing standing) {
        return isAskedToBack(sentence, standing)
                || (standing.status() == Status.URGED
                        && standing.isGoverned()
                        && standing.cue() < action.at()
                        && sentence.word(standing.cue()).endsWith("ed")
                        && (ActionFinder.hasBe(sentence, standing.cue())
                                || (sentence.word(standing.cue() + 1).equals("by")
                                        && isOfSomebody(sentence, standing.cue())))
                        && sentence.word(action.at() - 1).equals("to"));
    }

    /** Serbia, urged by the union; a vote pushed by it, though, is of nobody who is asked. */
    private static boolean isOfSomebody(MarkedSentence sentence, int asked) {
        return asked == 0
                || sentence.isAnyOf(asked - 1, Words.COMMA)
                || sentence.mentionAt(asked - 1).isPresent();
    }

    /** The members will be called on to support sanctions: whose sanctions they would be. */
    private static boolean isAskedToBack(MarkedSentence sentence, Standing standing) {
        int asked = sentence.isAnyOf(standing.cue() - 2, CALLED_ON) ? standing.cue() - 3 : standing.cue() - 2;
        return standing.status() == Status.URGED
                && sentence.isAnyOf(standing.cue(), BACKING)
                && sentence.word(standing.cue() - 1).equals("to")
                && sentence.isAnyOf(asked, ASKED)
                && ActionFinder.hasBe(sentence, asked);
    }

    /** Serbia threatened with sanctions: in headlines, whom somebody else threatens. */
    static boolean isThreatened(MarkedSentence sentence, Standing standing) {
        return standing.isGoverned()
                && sentence.word(standing.cue()).equals("threatened")
                && sentence.word(standing.cue() + 1).equals("with");
    }

    /** Dismissed calls to lift them: who dismisses them did not make them. */
    private boolean isRefusedRequest() {
        return isRequest()
                && Opposites.refusedRequest(sentence, action, standing)
                        .filter(refused -> refused.cue() < standing.cue())
                        .filter(refused -> agents.between(refused.cue(), standing.cue() + FARTHEST_REQUESTER)
                                .isEmpty())
                        .isPresent();
    }

    /** Agreed to limits in exchange for relief: who gets the relief does not grant it. */
    private boolean isInExchange() {
        return sentence.hasCueAt(standing.cue(), GovernedObjects.EXCHANGING);
    }

    /** Norway faces growing calls to lift them: it does not call for it. */
    boolean isFaced() {
        return isRequest() && sentence.hasBetween(standing.cue() - FARTHEST_FACED, standing.cue(), FACING);
    }

    /** Who gets what is given in exchange for something. */
    Side receiver() {
        return isInExchange() ? Side.of(subjects.subject(standing.cue()), "who gets it in exchange") : Side.NOBODY;
    }

    /** It is too early to: nobody is the subject of that. */
    private boolean isExpletive() {
        return sentence.hasCueAt(standing.cue(), EXPLETIVE);
    }

    /** Who says what the sentence tells: the agents before the last word of saying. */
    List<Party> reporter() {
        int comma = behindSource(sentence);
        if (comma > 0) {
            return agents.between(0, comma);
        }
        for (int at = sentence.size() - 1; at > 0; at--) {
            if (sentence.isAnyOf(at, Words.REPORTING) || sentence.isAnyOf(at, HOLDING)) {
                int start = afterComma(sentence.clauseStart(at), at - 1);
                boolean inverted = sentence.word(at - 1).equals(",");
                return inverted ? agents.sayer(at + 1, at + FARTHEST_SAYER) : agents.sayer(start, at);
            }
        }
        return List.of();
    }

    /** According to an announcement of the ministry, firms were put on its list: the comma behind whose word it is; 0 if there is none. */
    static int behindSource(MarkedSentence sentence) {
        if (!sentence.word(0).equals("according")) {
            return 0;
        }
        int comma = 1;
        while (comma < sentence.size() && !sentence.isAnyOf(comma, Words.COMMA)) {
            comma++;
        }
        return comma < sentence.size() ? comma : 0;
    }

    private int afterComma(int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (sentence.word(at).equals(",")) {
                return at + 1;
            }
        }
        return from;
    }

    /** The union needs to lift them: its subject ought to, whoever says so. */
    boolean isNeed() {
        return sentence.hasCueAt(standing.cue(), NEEDING)
                && (action.how() == Construction.GOVERNED || sentence.beforeAdverbs(action.at()) == standing.cue() + 1);
    }

    /** A plea, US pressure: a noun for asking, whoever utters it; France and Italy demand it. */
    boolean isRequest() {
        String word = sentence.word(standing.cue());
        boolean inflected = word.endsWith("s") || word.endsWith("ed") || word.endsWith("ing");
        boolean verb = sentence.mentionAt(standing.cue() - 1)
                .filter(subject -> subject.kind() == Mention.Kind.NAME
                        && (inflected || sentence.isAnyOf(subject.from() - 1, Words.JOINING)))
                .isPresent();
        return !verb && standing.status() == Status.URGED && sentence.isAnyOf(standing.cue(), Words.REQUESTS);
    }
}
