package io.demarche.api.web;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** An answer that is written while the work goes on, in UTF-8 where it is text. */
public final class StreamedAnswer {

    private StreamedAnswer() {}

    /** Work that writes. */
    public interface Writing {

        /** Does it. */
        void to(Writer out) throws IOException;
    }

    /** Work that writes bytes. */
    public interface WritingBytes {

        /** Does it. */
        void to(OutputStream out) throws IOException;
    }

    /** Answers with what the work writes; it ends when whoever asked hangs up. */
    public static void write(HttpServletResponse response, String contentType, Writing writing) {
        writeBytes(response, contentType, bytes -> {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
                writing.to(out);
            }
        });
    }

    /** Answers with the bytes that the work writes; it ends when whoever asked hangs up. */
    public static void writeBytes(HttpServletResponse response, String contentType, WritingBytes writing) {
        response.setContentType(contentType);
        try {
            OutputStream out = response.getOutputStream();
            writing.to(new Unended(out));
            out.close();
        } catch (IOException | UncheckedIOException e) {
            // Whoever asked has hung up.
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new BrokenOffException(e) : e;
        }
    }

    /** An answer that its writers cannot end: what breaks off must not look complete. */
    private static final class Unended extends FilterOutputStream {

        private Unended(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
