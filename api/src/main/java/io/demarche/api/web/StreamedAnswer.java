package io.demarche.api.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** An answer in UTF-8 that is written while the work goes on. */
public final class StreamedAnswer {

    private StreamedAnswer() {}

    /** Work that writes. */
    public interface Writing {

        /** Does it. */
        void to(Writer out) throws IOException;
    }

    /** Answers with what the work writes; it ends when whoever asked hangs up. */
    public static void write(HttpServletResponse response, String contentType, Writing writing) {
        response.setContentType(contentType);
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            writing.to(out);
        } catch (IOException | UncheckedIOException e) {
            // Whoever asked has hung up.
        }
    }
}
