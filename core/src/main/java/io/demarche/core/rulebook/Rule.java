package io.demarche.core.rulebook;

import java.util.List;

/**
 * A rule, for people to find.
 *
 * @param file the path of the file that holds it
 * @param line where it begins there, counted from 1
 * @param title what it is about
 * @param description what it is for; may be empty
 * @param severity that of its flags which name none of their own
 * @param kinds the kinds of flag that it raises
 * @param tags words to find it by
 * @param enabled whether it takes part
 */
public record Rule(
        String name,
        String file,
        int line,
        String title,
        String description,
        Severity severity,
        List<String> kinds,
        List<String> tags,
        boolean enabled) {

    public Rule {
        kinds = List.copyOf(kinds);
        tags = List.copyOf(tags);
    }
}
