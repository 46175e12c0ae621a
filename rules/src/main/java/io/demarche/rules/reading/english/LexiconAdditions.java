package io.demarche.rules.reading.english;

import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/**
 * Words that a rulebook adds to the lexicon, in the form of its files: names of parties, holders of offices, names that mean no party,
 * and words that say how far along a measure is.
 */
public record LexiconAdditions(List<Line> lines) {

    /** Nothing is added. */
    public static final LexiconAdditions NONE = new LexiconAdditions(List.of());

    private static final int LONGEST_NAME = 100;

    public LexiconAdditions {
        lines = List.copyOf(lines);
    }

    /** The files of the lexicon to which something may be added. */
    public enum File {
        PARTIES("parties.txt", "|", 4),
        OFFICES("offices.txt", "|", 4),
        TRAPS("traps.txt", "|", 1),
        CUES("cues.txt", ":", 2);

        private final String fileName;
        private final String separator;
        private final int fields;

        File(String fileName, String separator, int fields) {
            this.fileName = fileName;
            this.separator = separator;
            this.fields = fields;
        }

        /** The file of that name. */
        public static Optional<File> named(String name) {
            return Arrays.stream(values())
                    .filter(file -> file.fileName.equals(name))
                    .findFirst();
        }

        /** The names of all of them. */
        public static List<String> names() {
            return Arrays.stream(values()).map(file -> file.fileName).toList();
        }
    }

    /** One line, cut into its fields and known to be in order. */
    public record Line(File file, List<String> fields) {

        public Line {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Reads one line of a file; empty for a comment or nothing.
     *
     * @throws IllegalArgumentException if it is not in order, saying what would be
     */
    public static Optional<Line> line(File file, String text) {
        if (text.isBlank() || text.strip().startsWith("#")) {
            return Optional.empty();
        }
        List<String> row = LexiconFile.row(text, file.separator, file.fields);
        switch (file) {
            case PARTIES -> checkParty(row);
            case OFFICES -> checkOffice(row);
            case TRAPS -> checkNames(row.get(0), row.get(0));
            case CUES -> checkCues(row);
        }
        return Optional.of(new Line(file, row));
    }

    private static void checkParty(List<String> row) {
        new Party(row.get(0));
        List<String> names = new ArrayList<>();
        row.subList(1, row.size()).forEach(field -> names.addAll(LexiconFile.list(field)));
        checkNames(row.get(0), names.toArray(String[]::new));
    }

    private static void checkOffice(List<String> row) {
        checkNames(row.get(0), row.get(0));
        new Party(row.get(1));
        int from = year(row.get(2));
        int to = row.get(3).isEmpty() ? Year.MAX_VALUE : year(row.get(3));
        if (from > to) {
            throw new IllegalArgumentException("an office ends after it begins, found " + from + " to " + to);
        }
    }

    private static void checkCues(List<String> row) {
        List<String> known = Arrays.stream(Status.values()).map(Enum::name).toList();
        if (!known.contains(row.get(0))) {
            throw new IllegalArgumentException("a status is one of " + known + ", found '" + row.get(0) + "'");
        }
        List<String> cues = LexiconFile.list(row.get(1)).stream()
                .map(cue -> cue.startsWith("#") ? cue.substring(1) : cue)
                .toList();
        checkNames(row.get(0), cues.toArray(String[]::new));
    }

    private static void checkNames(String of, String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("'" + of + "' needs at least one word");
        }
        for (String name : names) {
            if (name.length() > LONGEST_NAME || name.isEmpty() || !Character.isLetterOrDigit(name.charAt(0))) {
                throw new IllegalArgumentException("a name begins with a letter and has at most " + LONGEST_NAME
                        + " characters, found '" + name + "'");
            }
        }
    }

    private static int year(String text) {
        if (!text.matches("\\d{4}")) {
            throw new IllegalArgumentException("a year such as 2024 is expected, found '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** The lines of one file. */
    List<List<String>> rows(File file) {
        return lines.stream()
                .filter(line -> line.file() == file)
                .map(Line::fields)
                .toList();
    }

    /** A name of each party that these lines name, by its code. */
    public Map<String, String> parties() {
        return rows(File.PARTIES).stream()
                .collect(Collectors.toMap(row -> row.get(0), LexiconAdditions::name, (first, other) -> first));
    }

    /** The first name, or a demonym or a place where a line adds no name. */
    private static String name(List<String> row) {
        return row.stream()
                .skip(1)
                .flatMap(field -> LexiconFile.list(field).stream())
                .findFirst()
                .orElseThrow();
    }
}
