package io.demarche.core.event;

import org.jspecify.annotations.Nullable;

/**
 * An event as it stands after one more report.
 *
 * @param event how it stands now
 * @param before how it stood before; null if the report founded it
 * @param report the report
 * @param outlets how many different outlets tell of it now; an article without one counts as one of its own
 */
public record Update(FlaggedEvent event, @Nullable FlaggedEvent before, Report report, int outlets) {

    /** Whether the report made it more severe than it was. */
    public boolean isSeverityRaised() {
        return before != null && event.severity().compareTo(before.severity()) > 0;
    }
}
