package io.demarche.api.json;

import java.util.List;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** A doing, as it is stored. */
public record DoingJson(
        Measure measure, Move move, Status status, List<String> actor, List<String> target, boolean mutual) {

    /** The doing as JSON. */
    public static DoingJson of(Doing doing) {
        return new DoingJson(
                doing.measure(),
                doing.move(),
                doing.status(),
                StatementJson.codes(doing.actor()),
                StatementJson.codes(doing.target()),
                doing.mutual());
    }

    /** The doing itself. */
    public Doing toDoing() {
        return new Doing(
                measure,
                move,
                status,
                actor.stream().map(Party::new).toList(),
                target.stream().map(Party::new).toList(),
                mutual);
    }
}
