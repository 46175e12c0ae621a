package io.demarche.rules.rulebook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A checked constraint of a rule. Records, so that two are equal exactly when they mean the same: Drools shares the nodes of equal
 * constraints.
 */
sealed interface Condition {

    /** Whether it holds for that fact; {@code joined} is the fact that its joins name, if it has any. */
    boolean holds(Fact fact, @Nullable Fact joined);

    /** The earlier patterns that it names. */
    default Set<Integer> joinedPatterns() {
        return Set.of();
    }

    /** Whether it looks at that field. */
    boolean asksFor(Field field);

    private static Set<Integer> joinedBy(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.joinedPatterns().stream()).collect(Collectors.toSet());
    }

    /** At least one holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        @Override
        public boolean asksFor(Field field) {
            return parts.stream().anyMatch(part -> part.asksFor(field));
        }

        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            return parts.stream().anyMatch(part -> part.holds(fact, joined));
        }

        @Override
        public Set<Integer> joinedPatterns() {
            return joinedBy(parts);
        }
    }

    /** All hold. */
    record AllOf(List<Condition> parts) implements Condition {
        @Override
        public boolean asksFor(Field field) {
            return parts.stream().anyMatch(part -> part.asksFor(field));
        }

        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            return parts.stream().allMatch(part -> part.holds(fact, joined));
        }

        @Override
        public Set<Integer> joinedPatterns() {
            return joinedBy(parts);
        }
    }

    /** It does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean asksFor(Field field) {
            return part.asksFor(field);
        }

        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            return !part.holds(fact, joined);
        }

        @Override
        public Set<Integer> joinedPatterns() {
            return part.joinedPatterns();
        }
    }

    /** A test of one field. */
    sealed interface Test extends Condition {
        Field field();

        @Override
        default boolean asksFor(Field asked) {
            return field() == asked;
        }
    }

    /** The field equals one of the values; null stands for an absent value. */
    record OneOf(Field field, Set<@Nullable Object> values) implements Test {
        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            fact.session.budget().spend(1);
            return values.contains(field.of(fact));
        }

        /** Whether a hash finds the facts for which it holds. */
        boolean isIndexed() {
            return field.type().isIndexed() && values.size() == 1 && !values.contains(null);
        }
    }

    /** One of the list is one of the values. */
    record AnyIn(Field field, Set<String> values) implements Test {
        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            fact.session.budget().spend(1);
            return field.of(fact) instanceof List<?> list && list.stream().anyMatch(values::contains);
        }
    }

    /** The value compares so; an absent one never does. */
    record Compares(Field field, Comparison comparison, Comparable<?> value) implements Test {
        @Override
        @SuppressWarnings("unchecked") // the parser made a value of the field's type
        public boolean holds(Fact fact, @Nullable Fact joined) {
            fact.session.budget().spend(1);
            Object given = field.of(fact);
            return given != null && comparison.test(((Comparable<Object>) given).compareTo(value));
        }
    }

    /** The text contains the word or words, or the list the party or kind; without regard to case in a text. */
    record Contains(Field field, String part) implements Test {
        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            Object value = field.of(fact);
            if (value instanceof String text) {
                fact.session.budget().spend(1 + text.length() / 64);
                return containsIgnoringCase(text, part);
            }
            fact.session.budget().spend(1);
            return value instanceof List<?> list && list.contains(part);
        }

        private static boolean containsIgnoringCase(String text, String part) {
            for (int at = 0; at <= text.length() - part.length(); at++) {
                if (text.regionMatches(true, at, part, 0, part.length())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The whole text matches the regular expression. */
    record Matches(Field field, Regex regex) implements Test {
        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            if (!(field.of(fact) instanceof String text)) {
                return false;
            }
            fact.session.budget().spend(1 + text.length());
            return regex.matches(text);
        }
    }

    /** The field equals (or not) a field of the fact that matched an earlier pattern, named by its place in the rule. */
    record Joins(Field field, boolean equal, int pattern, Field other) implements Test {
        @Override
        public boolean holds(Fact fact, @Nullable Fact joined) {
            fact.session.budget().spend(1);
            if (joined == null) {
                return false;
            }
            Object mine = field.of(fact);
            Object theirs = other.of(joined);
            return mine != null && theirs != null && mine.equals(theirs) == equal;
        }

        @Override
        public Set<Integer> joinedPatterns() {
            return Set.of(pattern);
        }
    }
}
