package io.demarche.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of JSON lines, written while the work goes on. Whoever asked may hang up to end the work: the next line that is sent then
 * throws.
 */
public final class JsonLines {

    private final JsonMapper json;
    private final Writer out;

    private JsonLines(JsonMapper json, Writer out) {
        this.json = json;
        this.out = out;
    }

    /** Work that writes lines. */
    public interface Work {

        /** Does it. */
        void run(JsonLines lines);
    }

    /** How far it has come. */
    record Progress(int done, int total) {}

    /** Does the work, and answers with its lines. */
    public static void answer(HttpServletResponse response, JsonMapper json, Work work) {
        StreamedAnswer.write(response, MediaType.APPLICATION_NDJSON_VALUE, out -> work.run(new JsonLines(json, out)));
    }

    /** Writes a line that says how far it has come, and sends it with all before it. */
    public void progress(int done, int total) {
        line("progress", new Progress(done, total));
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line with one member of that name. */
    public void line(String name, Object value) {
        item(Map.of(name, value));
    }

    /** Writes a line that is this. */
    public void item(Object value) {
        try {
            out.write(json.writeValueAsString(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
