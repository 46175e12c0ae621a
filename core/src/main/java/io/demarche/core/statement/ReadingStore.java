package io.demarche.core.statement;

import java.util.Optional;

/** Where readings are kept. */
public interface ReadingStore {

    /** Keeps the reading, in place of an earlier one of the same article. */
    void save(Reading reading);

    /** The reading of that article. */
    Optional<Reading> find(String articleId);
}
