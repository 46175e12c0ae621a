package io.demarche.core.article;

import java.time.Instant;

import io.demarche.core.statement.Measure;

/** Breaks every rule of the architecture, so that a test sees each of them fail. */
final class Violation {

    static final Measure LOOKS_RIGHT = Measure.VISAS;
    static final Class<?> KNOWS_A_FRAMEWORK = org.junit.jupiter.api.Test.class;

    private Violation() {}

    static Instant takesTheTime() {
        return Instant.now();
    }
}
