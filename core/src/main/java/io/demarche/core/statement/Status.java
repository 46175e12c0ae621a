package io.demarche.core.statement;

/** How far along a measure is. */
public enum Status {
    /** Decided, announced, ordered, signed, voted, in force or carried out. */
    ADOPTED,
    /** Put forward by the actor, or by a body that may table it. */
    PROPOSED,
    /** Asked for by anyone else, the target that asks for relief included. */
    URGED,
    /** Threatened, weighed, planned, possible, not ruled out. */
    CONSIDERED,
    /** Refused, ruled out, blocked, vetoed, voted down, denied. */
    REJECTED
}
