package io.demarche.api.event;

import org.jspecify.annotations.Nullable;

/**
 * What has become of an event.
 *
 * @param number the place in the order of all changes; numbers grow, and have gaps
 * @param subject the event as it is now, or what is left of one that is gone
 */
record EventChange(long number, What what, Object subject) {

    enum What {
        /** It was flagged. */
        FLAGGED,
        /** It has another report, or a report or flag changed. */
        CHANGED,
        /** It became part of another. */
        MERGED,
        /** No report of it is left. */
        WITHDRAWN;

        boolean isOfWhole() {
            return this == FLAGGED || this == CHANGED;
        }
    }

    /**
     * An event that is gone.
     *
     * @param into the event that it became part of; absent if it was withdrawn
     */
    record Gone(String id, @Nullable String into) {}
}
