package io.demarche.core.rulebook;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Statement;

/**
 * One rule fired on one statement.
 *
 * @param rule the name of the rule
 * @param revision the revision of the rulebook that held it
 * @param statement what it fired on
 * @param kind what the flag says, for example {@code proposal-to-lift}
 * @param severity how urgent it is
 * @param because what the rule is about, for a person to read: its title
 */
public record Flag(String rule, int revision, Statement statement, String kind, Severity severity, String because) {

    /** The shape of a kind, as a regular expression: lower-case words joined by hyphens. */
    public static final String KIND_SHAPE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** The longest kind, in characters. */
    public static final int MAX_KIND = 64;

    private static final Pattern KIND = Pattern.compile(KIND_SHAPE);

    public Flag {
        if (!isKind(kind)) {
            throw new IllegalArgumentException("a kind is lower-case words joined by hyphens, found '" + kind + "'");
        }
    }

    /** Whether the text may be a kind of flag. */
    public static boolean isKind(String text) {
        return text.length() <= MAX_KIND && KIND.matcher(text).matches();
    }

    /** The flags by what they are about, in their order. */
    public static Map<Doing, List<Flag>> byDoing(List<Flag> flags) {
        return flags.stream()
                .collect(Collectors.groupingBy(
                        flag -> flag.statement().doing(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The kinds of these flags. */
    public static SortedSet<String> kinds(List<Flag> flags) {
        return flags.stream().map(Flag::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The highest severity among these flags; the lowest of all if there are none. */
    public static Severity highestSeverity(List<Flag> flags) {
        return flags.stream().map(Flag::severity).max(Comparator.naturalOrder()).orElse(Severity.LOW);
    }
}
