package io.demarche.rules.rulebook;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How two values that have an order may be compared. */
enum Comparison {
    LESS("<", order -> order < 0),
    AT_MOST("<=", order -> order <= 0),
    MORE(">", order -> order > 0),
    AT_LEAST(">=", order -> order >= 0);

    private final String symbol;
    private final IntPredicate test;

    Comparison(String symbol, IntPredicate test) {
        this.symbol = symbol;
        this.test = test;
    }

    /** Whether this comparison holds for the sign of {@link Comparable#compareTo}. */
    boolean test(int order) {
        return test.test(order);
    }

    /** Whether it asks for at least something. */
    boolean isLower() {
        return this == MORE || this == AT_LEAST;
    }

    static Optional<Comparison> of(String symbol) {
        return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
    }
}
