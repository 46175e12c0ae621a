package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;

/**
 * How far along an action is, and the word that says so.
 *
 * @param status the status
 * @param cue the place of the governing word, or -1 if the action's own verb says it
 */
record Standing(Status status, int cue) {

    boolean isGoverned() {
        return cue >= 0;
    }
}
