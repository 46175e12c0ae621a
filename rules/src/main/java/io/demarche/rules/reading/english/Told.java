package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;

/** An action that the article has told, how far along it is, and its sides; words that point back stand for it or for its object. */
record Told(Action action, Status status, Sides sides, boolean background) {

    /** What somebody would do or will not has not been done, and nobody undoes it. */
    boolean mayBeUndone() {
        return status != Status.CONSIDERED && status != Status.REJECTED;
    }

    /** Whether it is threatened, asked for or offered, and may yet be done. */
    boolean isOpen() {
        return status != Status.ADOPTED && status != Status.REJECTED;
    }

    /** What is done cannot be refused any more, nor can a refusal, but a member of the body that did it may have been against it. */
    boolean isRefusable() {
        return status != Status.REJECTED
                && (status != Status.ADOPTED || sides.actor().hasBody());
    }
}
