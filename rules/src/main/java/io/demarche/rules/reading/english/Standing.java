package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * How far along an action is, and the word that says so.
 *
 * @param status the status
 * @param cue the place of the governing word, or -1 if the action's own verb says it
 * @param because the construction that gave the status
 */
record Standing(Status status, int cue, String because) {

    /**
     * What one state suggests that another do, it urges, unless two are to do it to each other; a body's members propose what the body
     * does, and what their assemblies resolve of it they only ask for.
     */
    Standing of(Sides sides) {
        if (status == Status.ADOPTED
                && sides.speaker().isOfMembers()
                && sides.actor().hasBody()) {
            return new Standing(Status.URGED, cue, because + ", by an assembly that does not decide it");
        }
        boolean another = status == Status.PROPOSED
                && !sides.mutual()
                && !sides.speaker().isEmpty()
                && !sides.actor().isEmpty()
                && !sides.actor().hasBody();
        return another ? new Standing(Status.URGED, cue, because + ", for another to do") : this;
    }

    /** What that word says, which does so much: 'propose to' governs it. */
    static Standing by(MarkedSentence sentence, Status status, Match<Cue> cue, String does) {
        return new Standing(status, cue.from(), "'" + sentence.text(cue.from(), cue.to()) + "' " + does);
    }

    boolean isGoverned() {
        return cue >= 0;
    }
}
