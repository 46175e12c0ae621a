package io.demarche.rules.rulebook;

import java.util.List;

import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/** A rule that may be evaluated: all it says is known to be harmless. */
record CheckedRule(RuleHead head, List<Pattern> patterns, List<Raise> raises) {

    /** How a pattern is asked for. */
    enum Presence {
        PRESENT,
        ABSENT,
        EXISTS
    }

    /** What a fact must meet. */
    record Pattern(
            Presence presence, Fact.Sort sort, @Nullable String variable, List<Condition> conditions) {}

    /**
     * A flag on the statement that matched the pattern at that place in the rule.
     *
     * @param note what it says for a person to read; null for the rule's title
     */
    record Raise(
            int pattern,
            String kind,
            Severity severity,
            @Nullable Note note) {}

    /** Whether it asks for the past. */
    boolean looksBack() {
        return patterns.stream().anyMatch(pattern -> pattern.sort() == Fact.Sort.EARLIER_EVENT);
    }

    /** Whether it asks for that field of any fact, in a condition or in a note. */
    boolean asksFor(Field field) {
        return patterns.stream()
                        .flatMap(pattern -> pattern.conditions().stream())
                        .anyMatch(condition -> condition.asksFor(field))
                || raises.stream()
                        .anyMatch(raise -> raise.note() != null && raise.note().asksFor(field));
    }

    /** What it does, under whatever name: equal for rules that do the same. */
    List<Object> meaning() {
        return List.of(patterns, raises);
    }
}
