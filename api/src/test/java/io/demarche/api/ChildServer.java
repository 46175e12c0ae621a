package io.demarche.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.demarche.api.command.DemarcheCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server in a process of its own, which may be killed without warning. It may send to this machine. */
final class ChildServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    private ChildServer(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    /** Starts it on the database in that folder, with more options for its JVM. */
    static ChildServer start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Ddemarche.security.open=true",
                "-Ddemarche.network.allowed=127.0.0.1"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                DemarcheCommand.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Demarche listens on ")) {
                return new ChildServer(process, line.substring("Demarche listens on ".length()));
            }
        }
        throw new AssertionError("the server did not start: " + said);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return JSON.readTree(
                post(path, "application/json", JSON.writeValueAsString(body)).body());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
                        .body());
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
