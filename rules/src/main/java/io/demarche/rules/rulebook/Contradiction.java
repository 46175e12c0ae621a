package io.demarche.rules.rulebook;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.demarche.rules.rulebook.Condition.AllOf;
import io.demarche.rules.rulebook.Condition.Compares;
import io.demarche.rules.rulebook.Condition.Not;
import io.demarche.rules.rulebook.Condition.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Finds a field of which conditions that must all hold ask what no value can meet. It looks at equality with literals and at limits;
 * what stands under an "or" is not looked at.
 */
final class Contradiction {

    private Contradiction() {}

    /** The first field that no value can meet. */
    static Optional<Field> in(List<Condition> conditions) {
        List<Condition> all =
                conditions.stream().flatMap(Contradiction::conjuncts).toList();
        return Arrays.stream(Field.values())
                .filter(field -> isUnmet(field, all))
                .findFirst();
    }

    private static Stream<Condition> conjuncts(Condition condition) {
        return condition instanceof AllOf all
                ? all.parts().stream().flatMap(Contradiction::conjuncts)
                : Stream.of(condition);
    }

    private static boolean isUnmet(Field field, List<Condition> all) {
        @Nullable Set<@Nullable Object> possible = possible(field);
        for (Condition condition : all) {
            if (condition instanceof OneOf one && one.field() == field) {
                possible = possible == null ? new HashSet<>(one.values()) : possible;
                possible.retainAll(one.values());
            }
        }
        List<Compares> limits = all.stream()
                .filter(condition -> condition instanceof Compares compares && compares.field() == field)
                .map(Compares.class::cast)
                .toList();
        if (possible == null) {
            return isCrossed(limits);
        }
        for (Condition condition : all) {
            if (condition instanceof Not not && not.part() instanceof OneOf one && one.field() == field) {
                possible.removeAll(one.values());
            }
        }
        return possible.stream().noneMatch(value -> limits.stream().allMatch(limit -> meets(value, limit)));
    }

    /** All values of the field, where they can be listed. */
    private static @Nullable Set<@Nullable Object> possible(Field field) {
        if (field.type() == Field.Type.BOOLEAN) {
            return new HashSet<>(List.of(true, false));
        }
        return field.type().isEnum()
                ? new HashSet<>(List.of(field.type().javaType().getEnumConstants()))
                : null;
    }

    @SuppressWarnings("unchecked") // both are values of one field
    private static boolean meets(@Nullable Object value, Compares limit) {
        return value != null && limit.comparison().test(((Comparable<Object>) value).compareTo(limit.value()));
    }

    /** Whether a lower limit lies above an upper one; of two equal ones, both must be included. */
    private static boolean isCrossed(List<Compares> limits) {
        return limits.stream()
                .filter(low -> low.comparison().isLower())
                .anyMatch(low -> limits.stream()
                        .filter(high -> !high.comparison().isLower())
                        .anyMatch(high -> !meets(low.value(), high) || !meets(high.value(), low)));
    }
}
