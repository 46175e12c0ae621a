package io.demarche.rules.rulebook;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The names that rules may use beside the words of the language.
 *
 * @param names the name of each party that the lexicon knows, by its code
 * @param lists the codes of the parties of each list, by its name
 */
record Vocabulary(SortedMap<String, String> names, Map<String, SortedSet<String>> lists) {

    Set<String> parties() {
        return names.keySet();
    }
}
