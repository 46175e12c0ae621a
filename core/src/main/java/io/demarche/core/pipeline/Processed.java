package io.demarche.core.pipeline;

import java.util.Collection;
import java.util.List;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.rulebook.Flag;

/**
 * What came of some articles.
 *
 * @param newArticles how many were not known before; the others changed nothing
 * @param statements how many statements were read in the new ones
 * @param flags the flags raised on them
 * @param events the events that now hold those flags
 */
public record Processed(int newArticles, int statements, List<Flag> flags, Collection<FlaggedEvent> events) {

    public Processed {
        flags = List.copyOf(flags);
        events = List.copyOf(events);
    }
}
