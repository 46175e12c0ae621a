package io.demarche.api.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.demarche.ingest.source.Source;

/** Public sources to start with, by group; none is watched before somebody asks for its group. */
final class Starter {

    private static final String FILE = "/sources/starter.tsv";

    private Starter() {}

    /**
     * A source to start with.
     *
     * @param language of its texts, an IETF tag
     */
    record Entry(String group, Source.Kind kind, String language, String name, String url) {

        private static Entry of(String line) {
            String[] fields = line.split("\t", -1);
            return new Entry(fields[0], Source.Kind.valueOf(fields[1]), fields[2], fields[3], fields[4]);
        }
    }

    /** All of them, in the order of their groups. */
    static List<Entry> entries() {
        try (InputStream in = Objects.requireNonNull(Starter.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Entry::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of our own cannot be read", e);
        }
    }
}
