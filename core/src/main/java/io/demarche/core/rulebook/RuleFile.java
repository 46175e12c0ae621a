package io.demarche.core.rulebook;

/**
 * One file of rule text.
 *
 * @param path its name within the rulebook, for example {@code sanctions.drl}
 * @param text DRL
 */
public record RuleFile(String path, String text) {}
