package io.demarche.api.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Publishes the bundled feed and its pages on loopback. */
final class Outlet implements AutoCloseable {

    private static final String FEED = "/feed.xml";

    private final HttpServer server;
    private final int articles;

    Outlet() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Outlet::answer);
        server.start();
        byte[] feed = resource(FEED);
        articles = feed == null ? 0 : new String(feed, StandardCharsets.UTF_8).split("<item>", -1).length - 1;
    }

    String feed() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + FEED;
    }

    int articles() {
        return articles;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = path.matches("/[a-z-]+\\.(xml|html)") ? resource(path) : null;
        exchange.getResponseHeaders()
                .add("Content-Type", path.endsWith(".xml") ? "application/rss+xml" : "text/html; charset=utf-8");
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte @org.jspecify.annotations.Nullable [] resource(String path) throws IOException {
        try (InputStream in = Outlet.class.getResourceAsStream("/demo" + path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
