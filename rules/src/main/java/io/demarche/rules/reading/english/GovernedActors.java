package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds whose measure an action is that somebody asks for, proposes, threatens or refuses: his own, or that of whoever is asked. */
final class GovernedActors extends SideFinder {

    /** Words against what one does not decide alone. */
    private static final WordSet VETOES = WordSet.of(
            "not support",
            "not back",
            "not agree to",
            "not accept",
            "veto",
            "block",
            "hold up",
            "oppose",
            "opposed",
            "argued against",
            "vote against",
            "stand in the way of");

    /** Optimism in Harare that it will be eased: who expects something of somebody else. */
    static final WordSet EXPECTING = WordSet.of(
            "optimism",
            "expectation",
            "expectations",
            "fears",
            "fear",
            "speculation",
            "possibility",
            "likelihood",
            "chance");

    /** What clears the way for a step does not take it. */
    private static final WordSet CLEARING = WordSet.of(
            "clear the way for",
            "clear way for",
            "pave the way for",
            "pave way for",
            "open the way to",
            "open the way for",
            "open way for",
            "necessitate");

    /** What asks, and decides nothing that binds. */
    private static final WordSet ASSEMBLY = WordSet.of("assembly");

    private static final WordSet WAITING = WordSet.of("wait for");
    private static final WordSet WARN = WordSet.of("warn");
    private static final WordSet GETTING = WordSet.of("get", "gets", "getting");
    private static final WordSet COUNCIL_TEXTS = WordSet.of("resolution", "resolutions");

    private static final WordSet ON = WordSet.of("on");
    private static final WordSet VOTING = WordSet.of("vote", "votes", "voted", "voting");
    private static final int FARTHEST_VOTE = 5;
    private static final WordSet OFFERS = WordSet.of("offer", "offers");
    private static final int FARTHEST_OFFERING = 3;

    private final AskedFinder asked;

    GovernedActors(Setting setting, AskedFinder asked) {
        super(setting);
        this.asked = asked;
    }

    /** Whose measure it is where the action names nobody, but a word governs it. */
    Side find(Side governing) {
        if (standing.status() == Status.URGED && standing.isGoverned()) {
            return asked.find(governing);
        }
        if (!standing.isGoverned() || standing.cue() > action.at()) {
            return Side.NOBODY;
        }
        if (standing.status() == Status.REJECTED
                && governing.hasBody()
                && sentence.hasBetween(standing.cue() + 1, action.at(), Drafts.PLANS)) {
            return governing;
        }
        if (sentence.isAnyOf(standing.cue(), EXPECTING)
                && sentence.hasBetween(standing.cue(), action.at(), Words.THAT)) {
            return object.owner();
        }
        if (sentence.hasCueAt(standing.cue(), CLEARING)) {
            return object.owner();
        }
        if (sentence.hasCueAt(standing.cue(), WARN)
                && sentence.hasBetween(standing.cue(), action.first(), GovernedStanding.AGAINST)) {
            return Side.of(agents.named(standing.cue() + 1, action.first(), true), "who is warned against it")
                    .orElse(object::owner);
        }
        Side awaited = awaited().orElse(this::warnedNotTo);
        if (!awaited.isEmpty()) {
            return awaited;
        }
        Side made = madeToDoIt();
        if (!made.isEmpty()) {
            return made;
        }
        Side threatening = sentence.isAnyOf(standing.cue(), GovernedStanding.THREATS)
                ? Side.of(agents.possessor(standing.cue()), "whose threat it is")
                : Side.NOBODY;
        Side moved = threatening.orElse(this::moved);
        if (!moved.isEmpty()) {
            return moved;
        }
        Side voting = voting().orElse(() -> offering(governing));
        if (!voting.isEmpty()) {
            return voting;
        }
        boolean put = standing.status() == Status.PROPOSED
                && agents.between(standing.cue(), action.first()).contains(Words.UN);
        boolean text = sentence.hasBetween(sentence.clauseStart(standing.cue()), action.at(), COUNCIL_TEXTS);
        if ((put || (text && isBeforeCouncil())) && !sentence.hasBetween(0, action.at(), ASSEMBLY)) {
            return Side.of(List.of(Words.UN), "whose council votes on it");
        }
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, Words.DRAFTS)) {
                int draft = at;
                Side drafting = (object.owner().hasBody() ? object.owner() : Side.NOBODY)
                        .orElse(() -> Side.of(agents.possessor(draft), "whose draft it is"));
                if (!drafting.isEmpty() || !isVeto()) {
                    return drafting.orElse(() -> governing);
                }
            }
        }
        if (standing.status() != Status.PROPOSED && isVeto()) {
            Side body = discourse
                    .lastOf(action.measure())
                    .or(() -> action.measure() == Measure.RESTRICTIONS ? discourse.lastPenalty() : Optional.empty())
                    .map(told -> told.sides().actor())
                    .filter(Side::hasBody)
                    .orElse(Side.NOBODY)
                    .without(governing);
            boolean ofUnion = action.measure() == Measure.SANCTIONS
                    && action.head().move() == Move.IMPOSE
                    && governing.isOfMembers();
            if (!body.isEmpty() || ofUnion) {
                return body.orElse(() -> Side.of(List.of(Words.EU), ""))
                        .because("the body whose measure a member is against");
            }
        }
        boolean clause = sentence.hasBetween(standing.cue(), action.at(), Words.THAT)
                && !(standing.status() == Status.ADOPTED && Orders.isTelling(sentence, standing.cue()));
        Side subordinate = clause || isSubjunctive()
                ? Side.of(agents.named(standing.cue() + 1, action.first(), false), "the subject of the clause governed")
                : Side.NOBODY;
        return subordinate
                .orElse(() -> joins() ? Side.NOBODY : object.owner())
                .orElse(() -> governing)
                .orElse(this::planner);
    }

    /** Russia and China's bid to lift them was defeated: whose bid it was, where nobody says who defeated it. */
    private Side planner() {
        return standing.status() == Status.REJECTED && sentence.isAnyOf(standing.cue(), Drafts.PLANS)
                ? Side.of(agents.genitive(standing.cue()), "whose plan it was")
                : Side.NOBODY;
    }

    /** Compelled Kosovo to lift the sanctions, told Oman to ban them: who does it, as nobody bans for another. */
    private Side madeToDoIt() {
        boolean made = standing.status() == Status.ADOPTED
                && MissingSides.PENALTIES.contains(action.measure())
                && action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to");
        return made
                ? Side.of(agents.named(standing.cue() + 1, action.first(), true), "who is made to do it")
                : Side.NOBODY;
    }

    /** Waits for Norway to lift them: who is to do it. */
    private Side awaited() {
        return sentence.hasCueAt(standing.cue(), WAITING)
                ? Side.of(
                        sentence.mentionAt(sentence.behindArticle(standing.cue() + 2))
                                .filter(mention -> sentence.word(mention.to()).equals("to")),
                        "who is awaited")
                : Side.NOBODY;
    }

    /** Warned Norway not to lift them: whom it warns. */
    private Side warnedNotTo() {
        return sentence.hasCueAt(standing.cue(), WARN)
                ? Side.of(
                        sentence.mentionAt(sentence.behindArticle(standing.cue() + 1))
                                .filter(mention -> sentence.word(mention.to()).equals("not")
                                        && sentence.word(mention.to() + 1).equals("to")),
                        "who is warned not to")
                : Side.NOBODY;
    }

    /** Its efforts to get the council to extend it: who is brought to do it. */
    private Side moved() {
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, GETTING)) {
                return Side.of(agents.named(at + 1, action.at(), true), "who is brought to do it");
            }
        }
        return Side.NOBODY;
    }

    /** The council will vote on Norway's proposal to tighten them: the body that votes. */
    private Side voting() {
        if (standing.status() != Status.PROPOSED) {
            return Side.NOBODY;
        }
        int on = standing.cue() - 1;
        while (on > 1 && !sentence.isAnyOf(on, ON) && standing.cue() - on < FARTHEST_VOTE) {
            on--;
        }
        int vote = on - 1;
        while (vote > on - FARTHEST_VOTE && !sentence.isAnyOf(vote, VOTING)) {
            vote--;
        }
        if (!sentence.isAnyOf(on, ON) || !sentence.isAnyOf(vote, VOTING)) {
            return Side.NOBODY;
        }
        Side body = Side.of(agents.first(vote), "who votes on it");
        return body.hasBody() ? body : Side.NOBODY;
    }

    /** Rejected Norway's offer, an offer by Norway, to lift them: who would have done it. */
    private Side offering(Side refusing) {
        if (standing.status() != Status.REJECTED) {
            return Side.NOBODY;
        }
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, OFFERS)) {
                List<Party> by = agents.after(at, FARTHEST_OFFERING, Words.FROM_OR_BY);
                List<Party> whose = by.isEmpty() ? agents.possessor(at) : by;
                return Side.of(whose, "whose offer it is").without(refusing);
            }
        }
        return Side.NOBODY;
    }

    /** A resolution is the council's where the article tells of the council. */
    private boolean isBeforeCouncil() {
        return discourse.named().contains(Words.UN)
                || sentence.mentions.stream()
                        .anyMatch(mention -> mention.party().equals(Words.UN));
    }

    /** Would not support; opposed: against what others do. */
    private boolean isVeto() {
        return sentence.hasCueAt(standing.cue(), VETOES);
    }

    /** Proposed the union ease them: the bare verb right behind its subject. */
    private boolean isSubjunctive() {
        return action.head().form() == Form.BASE
                && !sentence.word(action.at() - 1).equals("to")
                && sentence.mentionAt(sentence.behindArticle(standing.cue() + 1))
                        .filter(subject -> subject.to() == VerbChain.start(sentence, action.at()))
                        .isPresent();
    }

    /** Who joins the EU's sanctions imposes them too. */
    private boolean joins() {
        return Governor.isJoining(sentence.word(action.at()));
    }
}
