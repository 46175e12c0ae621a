package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;

/** A word that says how far along a measure is. */
record Cue(Status status, String word) {}
