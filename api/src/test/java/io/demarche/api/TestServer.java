package io.demarche.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.demarche.api.event.MigratedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port with a database in a folder, and a caller of its interface. */
public final class TestServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SECURITY = "demarche.security.";
    private static final String DATA = "demarche.data=";
    private static final String ALLOWED = "demarche.network.allowed";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable String key;

    /** A server on the embedded database in that folder. */
    public TestServer(Path data) {
        this(DATA + data);
    }

    /** A server with these properties, which may send to and fetch from this machine, and has no accounts, unless they say otherwise. */
    public TestServer(String... properties) {
        List<String> arguments = new ArrayList<>();
        if (lacks(properties, "server.port")) {
            arguments.add("--server.port=0");
        }
        if (lacks(properties, ALLOWED)) {
            arguments.add("--" + ALLOWED + "=127.0.0.1");
        }
        if (lacks(properties, SECURITY)) {
            arguments.add("--" + SECURITY + "open=true");
        }
        Stream.of(properties).map(property -> "--" + property).forEach(arguments::add);
        if (lacks(properties, "spring.datasource")) {
            Stream.of(properties)
                    .filter(property -> property.startsWith(DATA))
                    .forEach(property -> MigratedDatabase.copyTo(Path.of(property.substring(DATA.length()))));
        }
        context = SpringApplication.run(DemarcheApplication.class, arguments.toArray(String[]::new));
    }

    private static boolean lacks(String[] properties, String beginning) {
        return Stream.of(properties).noneMatch(property -> property.startsWith(beginning));
    }

    /** A part of the application. */
    public <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Whether a part of the application is of that type. */
    boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    public String base() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Keeps what the path answers as a file. */
    public void download(String path, Path file) throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(URI.create(base() + path)).build(), BodyHandlers.ofFile(file));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path)));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path)).DELETE());
    }

    public HttpResponse<String> post(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return post(path, contentType, BodyPublishers.ofString(body));
    }

    public HttpResponse<String> post(String path, String contentType, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", contentType)
                .POST(body));
    }

    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return JSON.readTree(
                post(path, "application/json", JSON.writeValueAsString(body)).body());
    }

    /** A request in JSON that is carried out once, however often it is sent. */
    public HttpResponse<String> postOnce(String idempotencyKey, String path, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    /** A request with a condition on what it changes. */
    public HttpResponse<String> onlyIf(String entityTag, String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", contentType)
                .header("If-Match", entityTag)
                .method(method, BodyPublishers.ofString(body)));
    }

    /** A request for what is not as it was. */
    public HttpResponse<String> unlessSame(String entityTag, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path)).header("If-None-Match", entityTag));
    }

    public HttpResponse<String> put(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", contentType)
                .PUT(BodyPublishers.ofString(body)));
    }

    /** From now on everything is asked for with that key. */
    public void callAs(String key) {
        this.key = key;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
