package io.demarche.rules.reading.english;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the text files of the lexicon: one entry a line, comments after #, fields and lists of words separated by signs. */
final class LexiconFile {

    private LexiconFile() {}

    static List<String> lines(String name) {
        try (InputStream in = LexiconFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon file " + name + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lexicon file " + name, e);
        }
    }

    /** The lines as fields; fields that are left out at the end are empty. */
    static List<List<String>> rows(String name, String separator, int fields) {
        return lines(name).stream().map(line -> row(line, separator, fields)).toList();
    }

    /**
     * One line as fields.
     *
     * @throws IllegalArgumentException if there are too many
     */
    static List<String> row(String line, String separator, int fields) {
        String[] given = line.split(java.util.regex.Pattern.quote(separator), -1);
        if (given.length > fields) {
            throw new IllegalArgumentException("at most " + fields + " fields are expected in '" + line + "'");
        }
        String[] row = new String[fields];
        Arrays.setAll(row, i -> i < given.length ? given[i].strip() : "");
        return List.of(row);
    }

    /**
     * What may stand at each place of an entry: of {@code tell|order … to leave|to go}, and of {@code reject|dismiss > the call|the idea},
     * where nothing stands between the places.
     */
    static List<List<String>> places(String entry) {
        return Arrays.stream(entry.split(" (?=…)|(?<=…) | > ", -1))
                .map(place -> List.of(place.split("\\|", -1)))
                .toList();
    }

    /** The entries that one stands for: each choice at each of its places. */
    static List<String> alternatives(String entry) {
        List<String> entries = List.of("");
        for (List<String> choices : places(entry)) {
            entries = entries.stream()
                    .flatMap(start -> choices.stream().map(choice -> start.isEmpty() ? choice : start + " " + choice))
                    .toList();
        }
        return entries;
    }

    static List<String> list(String field) {
        return Arrays.stream(field.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
