package io.demarche.core.subscription;

/** What a subscription is about. */
public enum Topic {
    /** Flagged events. */
    EVENTS,
    /** What becomes of the receivers of all subscriptions: warnings, endings. */
    OPERATIONS
}
