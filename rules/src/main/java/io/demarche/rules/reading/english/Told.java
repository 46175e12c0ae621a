package io.demarche.rules.reading.english;

/** An action that the article has told, and its sides; words that point back stand for it or for its object. */
record Told(Action action, Sides sides) {}
