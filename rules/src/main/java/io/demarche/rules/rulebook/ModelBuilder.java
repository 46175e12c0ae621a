package io.demarche.rules.rulebook;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.exists;
import static org.drools.model.DSL.not;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.demarche.rules.rulebook.CheckedRule.Pattern;
import io.demarche.rules.rulebook.CheckedRule.Presence;
import io.demarche.rules.rulebook.Condition.OneOf;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Builds a checked rule in Drools' canonical model, with conditions of ours as its predicates. */
final class ModelBuilder {

    private static final String PACKAGE = "rulebook";

    private final CheckedRule rule;
    private final List<Variable<Fact>> variables = new ArrayList<>();

    private ModelBuilder(CheckedRule rule) {
        this.rule = rule;
    }

    static Rule build(CheckedRule rule) {
        return new ModelBuilder(rule).build();
    }

    private Rule build() {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            variables.add(variable(pattern.sort(), "p" + variables.size()));
            items.add(item(pattern));
        }
        items.add(consequence());
        return PatternDSL.rule(PACKAGE, rule.head().name())
                .attribute(Rule.Attribute.SALIENCE, rule.head().salience())
                .build(items.toArray(RuleItemBuilder<?>[]::new));
    }

    @SuppressWarnings("unchecked") // what is asked of the facts is asked of all sorts
    private static Variable<Fact> variable(Fact.Sort sort, String name) {
        return (Variable<Fact>) declarationOf(sort.javaType(), name);
    }

    private RuleItemBuilder<?> item(Pattern pattern) {
        PatternDef<Fact> definition = pattern(variables.get(variables.size() - 1));
        pattern.conditions().stream()
                .sorted(Comparator.comparingInt(ModelBuilder::cost))
                .forEach(condition -> add(definition, condition));
        return switch (pattern.presence()) {
            case PRESENT -> definition;
            case ABSENT -> not(definition);
            case EXISTS -> exists(definition);
        };
    }

    /** Drools shares the nodes of predicates with equal ids, so an id tells all that the condition says. */
    private void add(PatternDef<Fact> definition, Condition condition) {
        String id = condition.toString();
        if (!condition.joinedPatterns().isEmpty()) {
            Variable<Fact> joined =
                    variables.get(condition.joinedPatterns().iterator().next());
            definition.expr(id, joined, condition::holds);
        } else if (condition instanceof OneOf equality && equality.isIndexed()) {
            definition.expr(id, fact -> condition.holds(fact, null), index(equality));
        } else {
            definition.expr(id, fact -> condition.holds(fact, null));
        }
    }

    @SuppressWarnings("unchecked") // the class is that of the field's values
    private static AlphaIndex<Fact, Object> index(OneOf equality) {
        Field field = equality.field();
        return alphaIndexedBy(
                (Class<Object>) field.type().javaType(),
                ConstraintType.EQUAL,
                field.rank(),
                field::of,
                equality.values().iterator().next());
    }

    /** Hashed equality first, in the order of the fields, which puts the most selective first; then the rest, joins last. */
    private static int cost(Condition condition) {
        int fields = Field.values().length;
        if (!condition.joinedPatterns().isEmpty()) {
            return 3 * fields;
        }
        if (condition instanceof OneOf equality) {
            return equality.field().rank() + (equality.isIndexed() ? 0 : fields);
        }
        return 2 * fields;
    }

    /** Gets all facts that matched a pattern, since a note may name any of them. */
    private RuleItemBuilder<?> consequence() {
        List<Integer> present = IntStream.range(0, rule.patterns().size())
                .filter(place -> rule.patterns().get(place).presence() == Presence.PRESENT)
                .boxed()
                .toList();
        Variable<Fact> a = at(present, 0);
        Variable<Fact> b = at(present, 1);
        Variable<Fact> c = at(present, 2);
        Variable<Fact> d = at(present, 3);
        return switch (present.size()) {
            case 1 -> on(a).execute(w -> raise(present, w));
            case 2 -> on(a, b).execute((w, x) -> raise(present, w, x));
            case 3 -> on(a, b, c).execute((w, x, y) -> raise(present, w, x, y));
            default -> on(a, b, c, d).execute((w, x, y, z) -> raise(present, w, x, y, z));
        };
    }

    private Variable<Fact> at(List<Integer> present, int place) {
        return variables.get(present.get(Math.min(place, present.size() - 1)));
    }

    private void raise(List<Integer> present, Fact... matched) {
        @Nullable Fact[] facts = new Fact[rule.patterns().size()];
        for (int i = 0; i < matched.length; i++) {
            facts[present.get(i)] = matched[i];
        }
        rule.raises().forEach(raise -> matched[0].session.raise(rule.head(), raise, facts));
    }
}
