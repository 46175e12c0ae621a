package io.demarche.ingest.source;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What need not be fetched, as it is stored already. */
@FunctionalInterface
public interface Known {

    /**
     * Whether an article of that id is stored as it was at that time.
     *
     * @param updated when it is said to have been changed last; null if that is unknown
     */
    boolean isCurrent(String articleId, @Nullable Instant updated);
}
