package io.demarche.api.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import io.demarche.api.web.Caller;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.RefusedException;
import io.demarche.core.article.ContentId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Carries a POST request that bears an {@code Idempotency-Key} out once, and answers it again with what it was answered with, as the
 * IETF's draft "The Idempotency-Key HTTP Header Field" has it. What is refused or fails is not kept: it may be sent again under its key.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    /** Set on a request whose answer holds a secret. */
    static final String SECRET = IdempotencyFilter.class.getName() + ".secret";

    static final Pattern KEYS = Pattern.compile("[!-~]{1,255}");
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final KeptAnswers answers;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(KeptAnswers answers, HandlerExceptionResolver problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = Caller.find();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String account = caller.get().account();
        String key = request.getHeader(KEY);
        Optional<KeptAnswer> kept;
        byte[] body;
        try {
            if (!KEYS.matcher(key).matches()) {
                throw new InvalidRequestException(
                        KEY, "must be 1 to 255 printable characters of ASCII without spaces, such as a UUID");
            }
            body = request.getInputStream().readAllBytes();
            kept = answers.claim(account, key, fingerprint(request, body));
            kept.filter(answer -> answer.body() == null).ifPresent(IdempotencyFilter::refuseWithoutBody);
        } catch (RuntimeException | IOException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        if (kept.isPresent()) {
            answer(response, kept.get());
        } else {
            carryOut(account, key, new Read(request, body), new Copied(response), chain);
        }
    }

    private static void refuseWithoutBody(KeptAnswer answer) {
        throw new RefusedException(
                HttpStatus.CONFLICT,
                "answer-not-kept",
                "the request was carried out, and answered with %d; that answer was long or held a secret and is not kept"
                        .formatted(answer.status()),
                answer.location() == null ? Map.of() : Map.of("location", answer.location()));
    }

    private static void answer(HttpServletResponse response, KeptAnswer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(String.valueOf(answer.body()).getBytes(StandardCharsets.UTF_8));
    }

    private void carryOut(String account, String key, Read request, Copied response, FilterChain chain)
            throws ServletException, IOException {
        boolean done = false;
        try {
            chain.doFilter(request, response);
            response.flushWriter();
            done = response.getStatus() < HttpStatus.BAD_REQUEST.value();
        } finally {
            if (done) {
                String body = request.getAttribute(SECRET) == null ? response.copy() : null;
                answers.keep(
                        account,
                        key,
                        new KeptAnswer(
                                response.getStatus(),
                                response.getContentType(),
                                response.getHeader(HttpHeaders.LOCATION),
                                body));
            } else {
                answers.release(account, key);
            }
            response.send();
        }
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        return ContentId.of(
                "req",
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                String.valueOf(request.getContentType()),
                new String(body, StandardCharsets.ISO_8859_1)); // a character for each byte, whatever it holds
    }

    /** A request whose body was read already. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return in.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is there already");
                }
            };
        }
    }

    /** An answer that is held back until it is kept, so that nobody has it who could not ask for it again; unless it is long. */
    private static final class Copied extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private boolean isLong;
        private @Nullable PrintWriter writer;

        Copied(HttpServletResponse response) {
            super(response);
        }

        /** The body; null if it is long. */
        @Nullable
        String copy() {
            return isLong ? null : copy.toString(StandardCharsets.UTF_8);
        }

        /** Sends what was held back. */
        void send() throws IOException {
            if (!isLong) {
                copy.writeTo(super.getOutputStream());
            }
        }

        @Override
        public void flushBuffer() throws IOException {
            if (isLong) {
                super.flushBuffer();
            }
        }

        void flushWriter() {
            if (writer != null) {
                writer.flush();
            }
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
            }
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream out = super.getOutputStream();
            return new ServletOutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    if (!isLong && copy.size() + length > LONGEST_ANSWER) {
                        isLong = true;
                        copy.writeTo(out);
                    }
                    if (isLong) {
                        out.write(bytes, offset, length);
                    } else {
                        copy.write(bytes, offset, length);
                    }
                }

                @Override
                public void flush() throws IOException {
                    if (isLong) {
                        out.flush();
                    }
                }

                @Override
                public boolean isReady() {
                    return out.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    out.setWriteListener(listener);
                }
            };
        }
    }
}
