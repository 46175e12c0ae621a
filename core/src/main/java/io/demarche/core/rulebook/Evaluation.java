package io.demarche.core.rulebook;

import java.util.List;

/**
 * What the rulebook says of one reading.
 *
 * @param flags in the order of the statements, then of the rules' names
 * @param setAside the names of rules that used up their budget of steps on this reading and were left out of it
 */
public record Evaluation(List<Flag> flags, List<String> setAside) {

    public Evaluation {
        flags = List.copyOf(flags);
        setAside = List.copyOf(setAside);
    }
}
