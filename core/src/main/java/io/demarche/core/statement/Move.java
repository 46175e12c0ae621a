package io.demarche.core.statement;

/** Whether a measure is put on or taken off. */
public enum Move {
    /** Impose, tighten, widen, extend, renew; expel, close, recall, summon, sever. */
    IMPOSE,
    /** Lift, ease, waive, suspend or cancel the measure; delist, readmit, reopen, send back, restore. */
    LIFT
}
