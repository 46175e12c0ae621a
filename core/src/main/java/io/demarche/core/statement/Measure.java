package io.demarche.core.statement;

/** What is done by one party to another. */
public enum Measure {
    /** Economic, financial or trade sanctions between states: embargo, listing, asset freeze, politically motivated trade ban. */
    SANCTIONS,
    /** Foreign diplomats are ordered out; persona non grata. */
    EXPULSION,
    /** An embassy, consulate or mission is closed, suspended, shrunk or restricted. */
    MISSION,
    /** A state calls its own ambassador or diplomats home. */
    RECALL,
    /** A state summons a foreign ambassador or chargé to protest. */
    SUMMONS,
    /** Diplomatic relations are severed, suspended or downgraded. */
    RELATIONS,
    /** Visa bans, suspended visa services, entry bans outside a sanctions listing. */
    VISAS,
    /** Restrictions between states when the text says nothing more specific. */
    RESTRICTIONS
}
