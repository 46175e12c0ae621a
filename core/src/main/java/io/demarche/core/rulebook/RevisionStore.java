package io.demarche.core.rulebook;

import java.util.List;
import java.util.Optional;

/** Where published revisions are kept, for good. */
public interface RevisionStore {

    /** The number of the latest revision; 0 if there is none. */
    int latest();

    /** The revision of that number. */
    Optional<Revision> find(int number);

    /** Those with a number below that one, the latest first. */
    List<Revision> before(int number, int limit);

    /** Keeps a revision, unless its number is taken: then somebody else was faster, and nothing is kept. */
    boolean add(Revision revision);
}
