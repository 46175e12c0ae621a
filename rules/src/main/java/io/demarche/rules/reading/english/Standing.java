package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;

/**
 * How far along an action is, and the word that says so.
 *
 * @param status the status
 * @param cue the place of the governing word, or -1 if the action's own verb says it
 * @param because the construction that gave the status
 */
record Standing(Status status, int cue, String because) {

    boolean isGoverned() {
        return cue >= 0;
    }
}
