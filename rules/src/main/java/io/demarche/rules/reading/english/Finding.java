package io.demarche.rules.reading.english;

import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An action, as far as it was read.
 *
 * @param background why it is history; empty if it is news
 * @param statement the statement it makes; null if it makes none
 */
record Finding(
        MarkedSentence sentence,
        Action action,
        Standing standing,
        Sides sides,
        String background,
        @Nullable Statement statement) {}
