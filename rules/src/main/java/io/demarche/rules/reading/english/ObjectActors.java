package io.demarche.rules.reading.english;

import io.demarche.core.statement.Measure;

/** Finds whose measure an action is by its object, where no word says who does it: whose list, airspace, mission or sanctions. */
final class ObjectActors extends SideFinder {

    private final SubjectFinder subjects;

    ObjectActors(Setting setting, SubjectFinder subjects) {
        super(setting);
        this.subjects = subjects;
    }

    /** Whose the object is, or whose measure, where that says who does it; else nobody. */
    Side find() {
        return ofTies().orElse(this::ofList)
                .orElse(this::ofOwnSky)
                .orElse(this::ofOwnLand)
                .orElse(this::ofVote)
                .orElse(this::ofReopened)
                .orElse(this::ofBody)
                .orElse(this::homeForConsultations);
    }

    /** A draft that would remove banks from the union's blacklist: whose list it is. */
    private Side ofList() {
        boolean list = !action.passive()
                && isOfOwnList()
                && action.head().rest().stream().anyMatch(word -> word.endsWith("list") || word.endsWith("lists"));
        return list ? Side.of(agents.between(action.objectTo(), endOfRest()), "whose list it is") : Side.NOBODY;
    }

    /** After the powers backed the return of UN sanctions: the body whose measure it is, where nobody with a code does it. */
    private Side ofBody() {
        return action.measure() == Measure.SANCTIONS && object.owner().hasBody() ? object.owner() : Side.NOBODY;
    }

    /** Abstained in the vote that renewed the UN embargo: whose it is, as no text does anything. */
    private Side ofVote() {
        int that = VerbChain.start(sentence, action.at()) - 1;
        boolean vote = !action.passive() && subjects.isOfText(that);
        return vote ? object.owner() : Side.NOBODY;
    }

    /** The council decided to close Algerian airspace to Moroccan planes: whose it is. */
    private Side ofOwnSky() {
        boolean closed = action.head().objectClass().equals("airspace")
                && !action.passive()
                && (action.head().form() == Form.NOUN
                        || sentence.word(action.objectTo()).equals("to"));
        return closed ? Side.of(object.parties(), "whose airspace it is") : Side.NOBODY;
    }

    /** A decree forbids entry into Latvia: into where. */
    private Side ofOwnLand() {
        int into = action.head().rest().indexOf("into");
        return action.measure() == Measure.VISAS && into >= 0
                ? Side.of(sentence.mentionAt(sentence.behindArticle(action.at() + into + 2)), "into where")
                : Side.NOBODY;
    }

    /** There are no plans to reopen the Indian embassy in Lima: whose embassy it is where it stands abroad. */
    private Side ofReopened() {
        boolean abroad = action.measure() == Measure.MISSION
                && sentence.word(action.at()).equals("reopen")
                && sentence.word(action.at() - 1).equals("to")
                && sentence.word(action.objectTo()).equals("in")
                && sentence.mentionAt(action.objectTo() + 1).isPresent();
        return abroad ? Side.of(object.bearers(), "whose mission it is") : Side.NOBODY;
    }

    /** Recalled the ambassador to Madrid for consultations: home. */
    private Side homeForConsultations() {
        boolean bare = action.measure() == Measure.RECALL
                && !action.passive()
                && !object.isPossessed()
                && object.parties().isEmpty()
                && sentence.word(action.objectTo()).equals("to");
        return bare
                ? Side.of(
                        sentence.mentionAt(action.objectTo() + 1)
                                .filter(home -> sentence.word(home.to()).equals("for")),
                        "home to where")
                : Side.NOBODY;
    }

    /** To cut Iran's ties with Norway: whose they are said to be. */
    private Side ofTies() {
        boolean ties = action.measure() == Measure.RELATIONS
                && sentence.word(action.objectTo()).equals("with")
                && sentence.mentionAt(action.objectTo() + 1).isPresent();
        return ties ? Side.of(object.parties(), "whose ties they are") : Side.NOBODY;
    }
}
