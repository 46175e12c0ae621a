package io.demarche.rules.rulebook;

/**
 * How many steps one evaluation may still take, and how many flags it may still raise. Nothing in Drools can interrupt a rule, so
 * every predicate and every firing counts. Confined to the thread of one evaluation.
 */
final class Budget {

    private int left;
    private int flagsLeft;

    Budget(int steps, int flags) {
        this.left = steps;
        this.flagsLeft = flags;
    }

    /** Takes one flag, or ends the evaluation. */
    void flag() {
        if (--flagsLeft < 0) {
            throw new Exhausted();
        }
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
            super("the budget of an evaluation is used up", null, false, false);
        }
    }
}
