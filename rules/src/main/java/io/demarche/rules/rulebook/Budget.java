package io.demarche.rules.rulebook;

/**
 * How many steps one evaluation may still take. Nothing in Drools can interrupt a rule, so every predicate counts.
 * Confined to the thread of one evaluation.
 */
final class Budget {

    private int left;

    Budget(int steps) {
        this.left = steps;
    }

    /** Takes that many steps, or ends the evaluation. */
    void spend(int steps) {
        left -= steps;
        if (left < 0) {
            throw new Exhausted();
        }
    }

    /** Thrown through Drools, which keeps it as a cause. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("the budget of steps is used up", null, false, false);
        }
    }
}
