package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.demarche.core.rulebook.Problem;

/** Finds rules that say what another one says already. */
final class Doubles {

    private Doubles() {}

    /** A warning for each rule that does nothing which an earlier one does not. */
    static List<Problem> among(List<CompiledFile.Ready> rules) {
        Map<List<Object>, CompiledFile.Ready> known = new HashMap<>();
        List<Problem> warnings = new ArrayList<>();
        for (CompiledFile.Ready rule : rules) {
            if (rule.checked().head().enabled()) {
                CompiledFile.Ready earlier = known.putIfAbsent(rule.checked().meaning(), rule);
                if (earlier != null) {
                    warnings.add(rule.at("the rule '" + rule.name() + "' says what '" + earlier.name() + "' says at "
                            + earlier.file() + ":" + earlier.line()));
                }
            }
        }
        return warnings;
    }
}
