package io.demarche.core.subscription;

import org.jspecify.annotations.Nullable;

/**
 * How an event is written for the receiver.
 *
 * @param kind the form
 * @param template the text of a {@link Kind#TEMPLATE}; null otherwise
 * @param contentType the media type of what the template writes; null otherwise
 */
public record PayloadForm(
        Kind kind, @Nullable String template, @Nullable String contentType) {

    /** The event with the report, as the Standard Webhooks specification recommends. */
    public static final PayloadForm FULL = new PayloadForm(Kind.FULL, null, null);

    /** The forms there are. */
    public enum Kind {
        /** Type, timestamp, and the event with the report. */
        FULL,
        /** Type, timestamp, and the event's id with a link to it. */
        THIN,
        /** CloudEvents 1.0, all in the body (structured mode). */
        CLOUDEVENTS,
        /** CloudEvents 1.0, attributes as header fields (binary mode). */
        CLOUDEVENTS_BINARY,
        /** A message for an incoming webhook of Slack. */
        SLACK,
        /** A card for a workflow of Microsoft Teams. */
        TEAMS,
        /** A message for a webhook of Discord. */
        DISCORD,
        /** An event for the Events API v2 of PagerDuty. */
        PAGERDUTY,
        /** Subject and text, for a gateway that sends mail. */
        EMAIL,
        /** What a template of the subscriber writes. */
        TEMPLATE
    }
}
