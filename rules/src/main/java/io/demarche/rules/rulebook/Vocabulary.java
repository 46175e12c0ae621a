package io.demarche.rules.rulebook;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The names that rules may use beside the words of the language.
 *
 * @param parties the codes of all parties that the lexicon knows
 * @param lists the codes of the parties of each list, by its name
 */
record Vocabulary(Set<String> parties, Map<String, SortedSet<String>> lists) {}
