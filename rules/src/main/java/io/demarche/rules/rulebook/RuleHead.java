package io.demarche.rules.rulebook;

import io.demarche.core.rulebook.Severity;

/**
 * What stands above a rule's {@code when}.
 *
 * @param title for a person to read; the rule's name where none is given
 * @param enabled whether the rule takes part
 * @param salience rules with a higher one fire first
 */
record RuleHead(String name, Severity severity, String title, boolean enabled, int salience) {}
