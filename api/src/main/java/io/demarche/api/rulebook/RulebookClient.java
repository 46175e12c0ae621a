package io.demarche.api.rulebook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.demarche.core.rulebook.RulebookFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the rulebook of a running server. Every refusal becomes an exception whose message says what the server says. */
public final class RulebookClient {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI server;
    private final @Nullable String key;

    /** A client of the server at that address, with a key if it needs one. */
    public RulebookClient(URI server, @Nullable String key) {
        this.server = server;
        this.key = key;
    }

    /** The files of a revision, or of the one in force for null. */
    public List<RulebookFile> files(@Nullable Integer revision) throws IOException, InterruptedException {
        JsonNode found = revision == null ? send(request("")).get("revision") : send(request("/revisions/" + revision));
        return StreamSupport.stream(found.get("files").spliterator(), false)
                .map(file -> new RulebookFile(
                        file.get("path").asString(), file.get("text").asString()))
                .toList();
    }

    /** Publishes the files, and gives the number of the revision that they became. */
    public int publish(
            List<RulebookFile> files, @Nullable Integer base, @Nullable String author, String note, boolean override)
            throws IOException, InterruptedException {
        int began =
                base == null ? send(request("")).get("revision").get("number").asInt() : base;
        RulebookJson.DraftWish wish = new RulebookJson.DraftWish(author, began, RulebookJson.FileJson.of(files));
        String draft = "/drafts/" + send(post("/drafts", wish)).get("id").asString();
        try {
            JsonNode published = send(post(draft + "/publish", Map.of("note", note, "override", override))
                    .header("If-Match", Publishing.entityTag(began)));
            return published.get("number").asInt();
        } catch (IllegalArgumentException e) {
            send(request(draft).DELETE());
            throw e;
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/rulebook" + path))
                .timeout(PATIENCE);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder post(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IllegalStateException("no server answers at " + server
                    + "; start one with 'demarche serve', or name another with --server");
        }
        JsonNode body = response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body());
        if (response.statusCode() == 412) {
            throw new IllegalArgumentException(
                    "revision %1$d is in force, and your files began from %2$d: export it, bring your changes onto it, and publish with --base %1$d"
                            .formatted(
                                    body.path("current").asInt(),
                                    body.path("base").asInt()));
        }
        if (response.statusCode() >= 400) {
            throw new IllegalArgumentException(refusal(body));
        }
        return body;
    }

    /** What a problem says, and the problems or failing examples that it lists. */
    private static String refusal(JsonNode problem) {
        String detail = problem.path("detail").asString("the server refused without a reason");
        return detail
                + lines(
                        problem.path("problems"),
                        item -> "%s:%d:%d: %s"
                                .formatted(
                                        item.path("file").asString(),
                                        item.path("line").asInt(),
                                        item.path("column").asInt(),
                                        item.path("message").asString()))
                + lines(
                        problem.path("failing"),
                        item -> "%s:%d: the example '%s' %s"
                                .formatted(
                                        item.path("file").asString(),
                                        item.path("line").asInt(),
                                        item.path("example").asString(),
                                        item.path("mistakes")));
    }

    private static String lines(JsonNode items, Function<JsonNode, String> line) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> System.lineSeparator() + "  " + line.apply(item))
                .collect(Collectors.joining());
    }
}
