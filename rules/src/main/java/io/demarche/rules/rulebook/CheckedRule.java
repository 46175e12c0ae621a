package io.demarche.rules.rulebook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A rule that may be evaluated: all it says is known to be harmless. */
record CheckedRule(RuleHead head, List<Pattern> patterns, List<Raise> raises) {

    /** How a pattern is asked for. */
    enum Presence {
        PRESENT,
        ABSENT,
        EXISTS
    }

    /** What a statement must meet. */
    record Pattern(Presence presence, @Nullable String variable, List<Condition> conditions) {}

    /** A flag of that kind on the statement that matched the pattern at that place in the rule. */
    record Raise(int pattern, String kind) {}
}
