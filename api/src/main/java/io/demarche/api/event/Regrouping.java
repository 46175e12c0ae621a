package io.demarche.api.event;

import java.time.Instant;
import java.util.List;

/**
 * What an analyst did to the grouping of reports into events. No article that comes in later undoes it.
 *
 * @param event the event that remains
 * @param other the event that became part of it, or that was made of some of its reports
 * @param articles those whose reports are the other's, if it was split off
 * @param account who did so
 */
record Regrouping(
        What what, String event, String other, List<String> articles, String note, String account, Instant at) {

    enum What {
        /** Another event became part of the event. */
        MERGED,
        /** Some of the event's reports became an event of their own. */
        SPLIT
    }
}
