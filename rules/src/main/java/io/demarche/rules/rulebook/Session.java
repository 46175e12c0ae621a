package io.demarche.rules.rulebook;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Statement;
import io.demarche.rules.rulebook.CheckedRule.Raise;
import org.jspecify.annotations.Nullable;

/** One evaluation under way: its budget, and the flags raised so far. Confined to one thread. */
final class Session {

    private static final int STEPS_OF_A_FIRING = 10;

    private final int revision;
    private final Budget budget;
    private final Map<List<Object>, Flag> flags = new LinkedHashMap<>();

    Session(int revision, Budget budget) {
        this.revision = revision;
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    /** Raises a flag; a rule that fires for several pairs of one statement raises it once. */
    void raise(RuleHead rule, Raise raise, @Nullable Fact[] facts) {
        budget.spend(STEPS_OF_A_FIRING);
        if (!(facts[raise.pattern()] instanceof StatementFact flagged)) {
            return;
        }
        Statement statement = flagged.statement;
        List<Object> key = List.of(rule.name(), raise.kind(), statement.evidence(), statement.doing());
        if (!flags.containsKey(key)) {
            budget.flag();
            String because = raise.note() == null ? rule.title() : raise.note().about(facts);
            flags.put(key, new Flag(rule.name(), revision, statement, raise.kind(), raise.severity(), because));
        }
    }

    Collection<Flag> flags() {
        return flags.values();
    }
}
