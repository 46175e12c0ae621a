package io.demarche.core.pipeline;

import java.util.Collection;
import java.util.List;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.rulebook.Flag;

/**
 * What came of some articles.
 *
 * @param newArticles how many were not known before
 * @param revisedArticles how many were known, but say something else by now; the others changed nothing
 * @param statements how many statements were read in the new and the revised ones
 * @param flags the flags raised on them
 * @param events the events that now hold those flags
 */
public record Processed(
        int newArticles, int revisedArticles, int statements, List<Flag> flags, Collection<FlaggedEvent> events) {

    public Processed {
        flags = List.copyOf(flags);
        events = List.copyOf(events);
    }
}
