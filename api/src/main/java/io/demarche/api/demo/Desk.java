package io.demarche.api.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.demarche.core.delivery.WebhookSignature;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Receives webhooks on loopback and takes only those whose signature is right. */
final class Desk implements AutoCloseable {

    private final Consumer<String> out;
    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final AtomicReference<@Nullable Secret> secret = new AtomicReference<>();
    private final AtomicInteger verified = new AtomicInteger();

    Desk(Consumer<String> out) throws IOException {
        this.out = out;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void trust(String text) {
        secret.set(new Secret(text));
    }

    int verified() {
        return verified.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean good = isSigned(exchange, body);
        if (good) {
            out.accept("WEBHOOK  verified: " + Lines.of(json.readTree(body).get("data")));
            verified.incrementAndGet();
        }
        exchange.sendResponseHeaders(good ? 204 : 401, -1);
        exchange.close();
    }

    private boolean isSigned(HttpExchange exchange, String body) {
        Secret trusted = secret.get();
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (trusted == null || id == null || timestamp == null || signature == null) {
            return false;
        }
        String expected = WebhookSignature.of(
                List.of(SigningKeys.of(trusted)), id, Instant.ofEpochSecond(Long.parseLong(timestamp)), body);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
