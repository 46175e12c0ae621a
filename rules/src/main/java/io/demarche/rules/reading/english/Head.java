package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;

/**
 * What a word of doing means when it is done to an object of that class.
 *
 * @param form the form of its first word
 * @param rest the words that must follow, at once or, if it is one particle, after the object: kick (them) out
 * @param gapped whether the rest stands behind the object, however long that is: tell (them) to leave
 * @param valency what its subject is
 * @param objectClass the class of objects it takes, {@code party} for a party itself
 */
record Head(
        Form form, List<String> rest, boolean gapped, Valency valency, Measure measure, Move move, String objectClass) {

    /** What the subject of a verb is. */
    enum Valency {
        /** Who does it: Norway expels them. */
        DONE,
        /** What it is done to: the embassy reopens. */
        HAPPENING,
        /** On whom it bears: Turkey faces sanctions. */
        SUFFERED
    }

    /** The same, with what it imposes lifted, or the other way round. */
    Head turned() {
        return new Head(form, rest, gapped, valency, measure, opposite(), objectClass);
    }

    /** The same, where "have" stands before what looks like an infinitive. */
    Head perfect() {
        return form == Form.BASE ? new Head(Form.PARTICIPLE, rest, gapped, valency, measure, move, objectClass) : this;
    }

    Move opposite() {
        return move == Move.IMPOSE ? Move.LIFT : Move.IMPOSE;
    }

    /** Whether what it is done to is its subject. */
    boolean intransitive() {
        return valency == Valency.HAPPENING;
    }

    /** Whether on whom it bears is its subject. */
    boolean isSuffered() {
        return valency == Valency.SUFFERED;
    }

    /** The delisting of Sudan, its removal from a list: a noun of what is done to a party. */
    boolean isNounOfParty() {
        return form == Form.NOUN && objectClass.equals("party");
    }

    /** The class of the officials of a body like the UN. */
    static final String BODY_STAFF = "body-staff";

    /** The class of people who are but counted. */
    static final String NUMBER = "number";

    /** The class of a state that a body suspends or takes back. */
    static final String MEMBER = "member";

    /** The class of leaders and ministers that are told of by their names alone. */
    static final String LEADER = "leader";

    /** Stands among the words that must follow for the name of a party. */
    static final String PARTY = "@";

    /** Whether whom it bears on is named by a party itself. */
    boolean bearsOnParty() {
        return objectClass.equals("party")
                || objectClass.equals("nationals")
                || objectClass.equals(MEMBER)
                || objectClass.equals(LEADER);
    }

    /** The class of an object that is not named again: they did the same. */
    static final String SAME = "same";
}
