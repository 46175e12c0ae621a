package io.demarche.rules.rulebook;

import java.util.List;

import io.demarche.core.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a rule's {@code when}.
 *
 * @param severity that of its flags which name none of their own
 * @param kind that of its flags which name none of their own
 * @param title for a person to read; the rule's name where none is given
 * @param description what it is for; may be empty
 * @param tags words to find it by
 * @param enabled whether the rule takes part
 * @param salience rules with a higher one fire first
 */
record RuleHead(
        String name,
        Severity severity,
        @Nullable String kind,
        String title,
        String description,
        List<String> tags,
        boolean enabled,
        int salience) {}
