package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;

/** Finds whose doing a noun tells of: possessor, by-phrase, or who announces it. */
final class NounActors extends SideFinder {

    /** Of whom a noun of doing tells behind these: announced the closure, has initiated the revocation. */
    private static final WordSet ANNOUNCING = WordSet.union(Nesting.DECIDING, Nesting.ENDING)
            .with(
                    "initiated",
                    "initiates",
                    "initiating",
                    "began",
                    "begins",
                    "beginning",
                    "begun",
                    "started",
                    "starts",
                    "starting",
                    "launched",
                    "launches",
                    "completed",
                    "completes",
                    "implemented",
                    "implements",
                    "implementing",
                    "approved",
                    "approves",
                    "confirmed",
                    "confirms",
                    "declared",
                    "declares",
                    "authorised",
                    "authorises",
                    "authorized",
                    "authorizes");

    private static final WordSet ANSWERING =
            Words.ANSWERS.with("respond", "responds", "responded", "retaliate", "retaliated", "react");
    /** Whose own work is suspended: a host closes the whole. */
    private static final WordSet WORK = WordSet.of("operations", "work", "activities", "services");

    private static final int FARTHEST_ANSWER = 4;
    private static final int FARTHEST_ANNOUNCED = 7;

    private final SubjectFinder subjects;

    NounActors(Setting setting, SubjectFinder subjects) {
        super(setting);
        this.subjects = subjects;
    }

    /** Whose doing a noun tells of; else nobody. */
    Side find() {
        boolean reopening = action.measure() == Measure.MISSION
                && (action.head().move() == Move.LIFT || sentence.hasBetween(action.at(), action.objectTo(), WORK))
                && !PassiveActors.isOfTaken(sentence, action);
        return Side.of(doer(), "whose doing the noun is")
                .orElse(this::whoseList)
                .orElse(() -> reopening ? Side.of(object.bearers(), "whose mission it is") : Side.NOBODY)
                .orElse(() -> Side.of(agents.after(action.at() + 1, 3, Words.BY), "behind 'by'"))
                .orElse(this::answered)
                .orElse(() -> action.measure() == Measure.EXPULSION && isAnswered()
                        ? Side.of(agents.after(action.last() + 1, 3, Words.FROM_OR_BY), "who is answered")
                        : Side.NOBODY)
                .orElse(() -> Side.of(agents.after(action.last() + 1, 6, Words.BY), "behind 'by'"))
                .orElse(() -> action.measure() == Measure.EXPULSION
                                && (object.isPossessed() || !object.parties().isEmpty())
                        ? Side.of(agents.after(action.last() + 1, 3, Words.FROM_OR_BY), "out of where")
                                .without(Side.of(object.parties(), ""))
                        : Side.NOBODY)
                .orElse(() -> action.measure() == Measure.EXPULSION && object.isPossessed()
                        ? Side.of(sentTo(), "to whom he is sent")
                        : Side.NOBODY)
                .orElse(this::ofNounBefore)
                .orElse(() -> object.owner().hasBody() ? object.owner() : announcer())
                .orElse(() -> action.measure() == Measure.MISSION && Governor.isReason(sentence, action)
                        ? Side.of(object.bearers(), "whose mission it is")
                        : Side.NOBODY)
                .orElse(() -> action.measure() == Measure.SANCTIONS ? object.owner() : Side.NOBODY);
    }

    /** Its expulsion of envoys; but offered Caracas relief from sanctions, confirmed its removal from a list, who does neither. */
    private List<Party> doer() {
        boolean borne = action.head().isNounOfParty() && action.objectTo() <= action.at();
        return borne || sentence.word(action.at()).equals("relief") ? List.of() : agents.possessor(action.at());
    }

    /** Its removal from the American list. */
    private Side whoseList() {
        return isOfOwnList() && !action.head().rest().isEmpty()
                ? Side.of(agents.between(action.at() + 1, endOfRest()), "whose list it is")
                        .without(object.parties())
                : Side.NOBODY;
    }

    /** Declared the expulsion of envoys and the closure of a consulate: the doer of the noun that it is joined to. */
    private Side ofNounBefore() {
        return discourse
                .lastInSentence()
                .filter(told -> told.action().head().form() == Form.NOUN
                        && told.action().last() < action.at()
                        && sentence.word(sentence.beforeArticle(action.at() - 1))
                                .equals("and"))
                .map(told -> told.sides().actor().because("whose doing the noun before is"))
                .orElse(Side.NOBODY);
    }

    /** Norway announced the imposition, joined the expulsion: the subject of such a word right before the noun. */
    Side announcer() {
        for (int at = action.at() - 1; at > Math.max(0, action.at() - FARTHEST_ANNOUNCED); at--) {
            boolean joining = sentence.isAnyOf(at, Governor.JOINING)
                    && (!sentence.word(at).equals("following") || ActionFinder.hasBe(sentence, at));
            if (joining || sentence.isAnyOf(at, ANNOUNCING)) {
                return Side.of(subjects.subject(at), "the subject of '" + sentence.word(at) + "'");
            }
        }
        return Side.NOBODY;
    }

    /** Russia will respond to the expulsion: the noun is what somebody answers. */
    private boolean isAnswered() {
        return sentence.hasBetween(action.at() - FARTHEST_ANSWER, action.at(), ANSWERING);
    }

    /** Retaliated for the expulsion of its envoy by telling Bolivia's to leave: on whom the answer bears. */
    private Side answered() {
        int by = action.last() + 1;
        while (by < action.last() + FARTHEST_AGENT && !sentence.word(by).equals("by")) {
            by++;
        }
        boolean doing = action.measure() == Measure.EXPULSION
                && isAnswered()
                && sentence.word(by + 1).endsWith("ing");
        return doing ? Side.of(sentence.mentionAt(sentence.behindArticle(by + 2)), "who is answered") : Side.NOBODY;
    }
}
