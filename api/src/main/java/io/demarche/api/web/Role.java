package io.demarche.api.web;

/** What an account may do. Whoever has any role may read. */
public enum Role {
    /** Reads: events, articles, the rulebook, sources. */
    READER,
    /** Subscribes, and sees and changes what it has subscribed to itself. */
    SUBSCRIBER,
    /** Edits and publishes the rulebook, and says what is right or wrong about events. */
    ANALYST,
    /** Decides where articles come from, and pushes them. */
    EDITOR,
    /** Everything, accounts and the audit log with it. */
    ADMINISTRATOR;

    /** Whether who has this role may do what the other one may. */
    public boolean includes(Role other) {
        return this == other || this == ADMINISTRATOR || other == READER;
    }
}
