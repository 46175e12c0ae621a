package io.demarche.rules.reading.english;

import io.demarche.core.statement.Status;

/** An action that the article has told, how far along it is, and its sides; words that point back stand for it or for its object. */
record Told(Action action, Status status, Sides sides) {}
