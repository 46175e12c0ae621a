package io.demarche.core.rulebook;

import java.util.regex.Pattern;

/**
 * One file of a rulebook.
 *
 * @param path its name within the rulebook, for example {@code sanctions.drl}; never leads out of a folder that it is written to
 * @param text what it says
 */
public record RulebookFile(String path, String text) implements Comparable<RulebookFile> {

    /** The shape of a path, as a regular expression: names of letters, digits, {@code . _ -}, joined by slashes. */
    public static final String PATH_SHAPE = "[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*";

    /** The longest path, in characters. */
    public static final int MAX_PATH = 200;

    private static final Pattern PATH = Pattern.compile(PATH_SHAPE);

    public RulebookFile {
        if (path.length() > MAX_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "a file of the rulebook is named by letters, digits, '.', '_', '-' and '/', found '" + path + "'");
        }
    }

    /** In the order of paths. */
    @Override
    public int compareTo(RulebookFile other) {
        return path.compareTo(other.path);
    }
}
