package io.demarche.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives webhooks on a bare socket, verifies each with the Java library of Standard Webhooks, and answers as badly as chance wants
 * it: errors, hangs, resets, 429, answers that break off and answers without an end.
 */
final class FaultyReceiver implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final Random random = new Random(11);
    private final Consumer<String> lines;
    private volatile List<String> secrets = List.of();

    /** Hears, for every webhook, a line: what became of it, its id, its event. */
    FaultyReceiver(Consumer<String> lines) throws IOException {
        this.lines = lines;
        connections.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    /** From now on that secret holds, and beside it the one before. */
    void trust(String secret) {
        secrets = secrets.isEmpty() ? List.of(secret) : List.of(secret, secrets.get(0));
    }

    private boolean isSigned(String body, Map<String, List<String>> headers) {
        return secrets.stream().anyMatch(secret -> {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
                return false;
            }
        });
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean kept = true;
            while (kept) {
                Map<String, List<String>> headers = headers(in);
                if (headers.isEmpty()) {
                    return;
                }
                int length = Integer.parseInt(headers.get("content-length").get(0));
                String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                kept = receive(body, headers, socket);
            }
        } catch (IOException e) {
            // The sender has hung up, or was killed.
        }
    }

    private boolean receive(String body, Map<String, List<String>> headers, Socket socket) throws IOException {
        String id = headers.get("webhook-id").get(0);
        if (!isSigned(body, headers)) {
            lines.accept("INVALID " + id + " no signature fits");
            return false;
        }
        String event = new JsonMapper().readTree(body).get("data").get("id").asString();
        double dice = random.nextDouble();
        OutputStream out = socket.getOutputStream();
        String what = (dice >= 0.18 && dice < 0.198) || dice >= 0.2 ? "TAKEN " : "REFUSED ";
        lines.accept(what + id + " " + event);
        if (dice < 0.12) {
            return write(out, "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno");
        }
        if (dice < 0.14) {
            return socket.getInputStream().read() >= 0;
        }
        if (dice < 0.16) {
            socket.setSoLinger(true, 0);
            return false;
        }
        if (dice < 0.18) {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
            return false;
        }
        if (dice < 0.198) {
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true) {
                write(out, "x".repeat(8_192));
            }
        }
        return write(
                out,
                dice < 0.2
                        ? "HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
                        : "HTTP/1.1 204 Taken\r\n\r\n");
    }

    private static boolean write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    /** The header fields of a request, their names in lower case; none if there is no request. */
    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), List.of(line.substring(colon + 2)));
            }
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.shutdownNow();
    }
}
