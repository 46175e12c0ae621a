package io.demarche.core.rulebook;

import java.util.List;
import java.util.Optional;

/** Where drafts are kept until they are published or given up. */
public interface DraftStore {

    /** All drafts, the one changed last first. */
    List<Draft> all();

    /** The draft of that id. */
    Optional<Draft> find(String id);

    /** Keeps a new draft. */
    void add(Draft draft);

    /** Keeps a changed draft if the one kept has the version before it; otherwise somebody else changed it, and nothing is kept. */
    boolean change(Draft draft);

    /** Gives a draft up; false if there is none. */
    boolean remove(String id);
}
