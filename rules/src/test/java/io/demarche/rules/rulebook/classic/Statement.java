package io.demarche.rules.rulebook.classic;

import java.util.List;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** A statement with one actor and one target, as a bean. */
public record Statement(io.demarche.core.statement.Statement told) {

    public Measure getMeasure() {
        return told.doing().measure();
    }

    public Move getMove() {
        return told.doing().move();
    }

    public Status getStatus() {
        return told.doing().status();
    }

    public String getActor() {
        return told.doing().actor().get(0).code();
    }

    public String getTarget() {
        return told.doing().target().get(0).code();
    }

    public List<String> getSpeaker() {
        return told.speaker().stream().map(Party::code).toList();
    }

    public boolean isBackground() {
        return told.background();
    }

    public boolean isMutual() {
        return told.doing().mutual();
    }

    public Integer getCount() {
        return told.count() == null ? 0 : told.count();
    }

    public double getConfidence() {
        return told.confidence();
    }

    public String getEvidence() {
        return told.evidence().quote();
    }

    public String getText() {
        return "Some words that say so.";
    }
}
