package io.demarche.api.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the parts around the server: the outlet that publishes, the desk that subscribes and verifies, and somebody who watches the
 * list of events. All of it by the same HTTP interface that a user has.
 */
public final class Demo implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final String server;
    private final Consumer<String> out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Outlet outlet;
    private final Desk desk;

    /** A demo against the server at that address; it prints what happens. */
    public Demo(String server, Consumer<String> out) throws IOException {
        this.server = server;
        this.out = out;
        this.outlet = new Outlet();
        this.desk = new Desk(out);
    }

    /** Subscribes, adds the bundled feed as a source, and prints events and webhooks until all have come. */
    public void run() throws IOException, InterruptedException {
        JsonNode subscription = post("/api/v1/subscriptions", Map.of("url", desk.url()));
        desk.trust(subscription.get("secret").asString());
        out.accept("A desk subscribed; it receives webhooks at " + desk.url());
        post("/api/v1/sources", Map.of("url", outlet.feed()));
        out.accept("A feed of %d articles is watched: %s%n".formatted(outlet.articles(), outlet.feed()));
        Set<String> seen = new HashSet<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !(isFetched() && desk.verified() >= seen.size() && !printNew(seen))) {
            Thread.sleep(GLANCE.toMillis());
            printNew(seen);
        }
        out.accept("%n%d flagged events, %d webhooks received, each with a verified signature. Try next:%n"
                .formatted(seen.size(), desk.verified()));
        out.accept("""
                  curl -s %1$s/api/v1/events?kind=proposal-to-lift
                  curl -s -H 'Content-Type: text/plain' --data 'Norway expelled two Russian diplomats.' %1$s/api/v1/read

                """.formatted(server));
    }

    private boolean isFetched() throws IOException, InterruptedException {
        return get("/api/v1/sources").get(0).has("fetchedAt");
    }

    private boolean printNew(Set<String> seen) throws IOException, InterruptedException {
        boolean any = false;
        JsonNode events = get("/api/v1/events?limit=200").get("items");
        for (int i = events.size() - 1; i >= 0; i--) {
            JsonNode event = events.get(i);
            if (seen.add(event.get("id").asString())) {
                any = true;
                out.accept("EVENT    " + Lines.of(event));
            }
        }
        return any;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + path)).build());
    }

    private JsonNode post(String path, Map<String, String> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() > 299) {
            throw new IllegalStateException(
                    request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() {
        outlet.close();
        desk.close();
    }
}
