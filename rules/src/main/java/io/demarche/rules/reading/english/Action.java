package io.demarche.rules.reading.english;

import io.demarche.core.statement.Measure;

/**
 * Something done to something: a head and its object, by their tokens.
 *
 * @param head what is done
 * @param at the place of the head's first word
 * @param objectFrom the first token of the object
 * @param objectTo the token after it
 * @param passive whether the object is the grammatical subject, or stands before a participle that describes it
 * @param how the construction in which it was found
 * @param embedded whether the object is at the same time the object of another head, so that this one only describes it
 */
record Action(
        Head head,
        Measure measure,
        int at,
        int objectFrom,
        int objectTo,
        boolean passive,
        Construction how,
        boolean embedded) {

    /** The same action, known to be that measure. */
    Action as(Measure known) {
        return new Action(head, known, at, objectFrom, objectTo, passive, how, embedded);
    }

    /** Turkey faces sanctions: whether its subject is on whom it bears. */
    boolean isSuffered() {
        return head.isSuffered();
    }

    /** What is done to the same object where this is done no longer. */
    Action turned() {
        return new Action(head.turned(), measure, at, objectFrom, objectTo, passive, how, embedded);
    }

    /** The same where the object is that of another action, so that this one only describes it. */
    Action describing(boolean passive) {
        return new Action(
                head, measure, at, objectFrom, objectTo, passive, passive ? how : Construction.RELATIVE, true);
    }

    int first() {
        return Math.min(at, objectFrom);
    }

    int last() {
        return Math.max(at, objectTo - 1);
    }
}
