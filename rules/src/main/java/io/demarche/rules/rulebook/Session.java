package io.demarche.rules.rulebook;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Statement;

/** One evaluation under way: its budget, and the flags raised so far. Confined to one thread. */
final class Session {

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
    void raise(RuleHead rule, String kind, Statement statement) {
        flags.putIfAbsent(
                List.of(rule.name(), kind, statement.evidence(), statement.doing()),
                new Flag(rule.name(), revision, statement, kind, rule.severity(), rule.title()));
    }

    Collection<Flag> flags() {
        return flags.values();
    }
}
