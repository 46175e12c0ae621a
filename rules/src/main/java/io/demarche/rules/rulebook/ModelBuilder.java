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

import io.demarche.rules.rulebook.CheckedRule.Pattern;
import io.demarche.rules.rulebook.CheckedRule.Raise;
import io.demarche.rules.rulebook.Condition.OneOf;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;

/** Builds a checked rule in Drools' canonical model, with conditions of ours as its predicates. */
final class ModelBuilder {

    private static final String PACKAGE = "rulebook";

    private final CheckedRule rule;
    private final List<Variable<StatementFact>> variables = new ArrayList<>();

    private ModelBuilder(CheckedRule rule) {
        this.rule = rule;
    }

    static Rule build(CheckedRule rule) {
        return new ModelBuilder(rule).build();
    }

    private Rule build() {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            variables.add(declarationOf(StatementFact.class, "p" + variables.size()));
            items.add(item(pattern));
        }
        items.add(consequence());
        return PatternDSL.rule(PACKAGE, rule.head().name())
                .attribute(Rule.Attribute.SALIENCE, rule.head().salience())
                .build(items.toArray(RuleItemBuilder<?>[]::new));
    }

    private RuleItemBuilder<?> item(Pattern pattern) {
        PatternDef<StatementFact> definition = pattern(variables.get(variables.size() - 1));
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
    private void add(PatternDef<StatementFact> definition, Condition condition) {
        String id = condition.toString();
        if (!condition.joinedPatterns().isEmpty()) {
            Variable<StatementFact> joined =
                    variables.get(condition.joinedPatterns().iterator().next());
            definition.expr(id, joined, condition::holds);
        } else if (condition instanceof OneOf equality && equality.isIndexed()) {
            definition.expr(id, fact -> condition.holds(fact, null), index(equality));
        } else {
            definition.expr(id, fact -> condition.holds(fact, null));
        }
    }

    @SuppressWarnings("unchecked") // the class is that of the field's values
    private static AlphaIndex<StatementFact, Object> index(OneOf equality) {
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

    private RuleItemBuilder<?> consequence() {
        List<Integer> raised =
                rule.raises().stream().map(Raise::pattern).distinct().toList();
        Variable<StatementFact> a = at(raised, 0);
        Variable<StatementFact> b = at(raised, 1);
        Variable<StatementFact> c = at(raised, 2);
        Variable<StatementFact> d = at(raised, 3);
        return switch (raised.size()) {
            case 1 -> on(a).execute(w -> raise(raised, w));
            case 2 -> on(a, b).execute((w, x) -> raise(raised, w, x));
            case 3 -> on(a, b, c).execute((w, x, y) -> raise(raised, w, x, y));
            default -> on(a, b, c, d).execute((w, x, y, z) -> raise(raised, w, x, y, z));
        };
    }

    private Variable<StatementFact> at(List<Integer> raised, int place) {
        return variables.get(raised.get(Math.min(place, raised.size() - 1)));
    }

    private void raise(List<Integer> raised, StatementFact... facts) {
        for (Raise raise : rule.raises()) {
            StatementFact fact = facts[raised.indexOf(raise.pattern())];
            fact.session.raise(rule.head(), raise.kind(), fact.statement);
        }
    }
}
