package io.demarche.api.event;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Ids of events in an order, put aside in a temporary file: as many as there are, without holding them. */
final class IdFile implements Closeable {

    private final Path file;

    IdFile() {
        try {
            file = Files.createTempFile("demarche-events", ".ids");
        } catch (IOException e) {
            throw new UncheckedIOException("the order of the events cannot be put aside", e);
        }
    }

    /** Takes the ids that come in parts. */
    void write(Consumer<Consumer<List<String>>> parts) {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            parts.accept(ids -> ids.forEach(id -> writeLine(lines, id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeLine(BufferedWriter lines, String id) {
        try {
            lines.write(id);
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives them back in the same order, so many at a time, and no part without any. */
    void read(int size, Consumer<List<String>> use) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> part = new ArrayList<>();
            for (String id = lines.readLine(); id != null; id = lines.readLine()) {
                part.add(id);
                if (part.size() == size) {
                    use.accept(part);
                    part = new ArrayList<>();
                }
            }
            if (!part.isEmpty()) {
                use.accept(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
