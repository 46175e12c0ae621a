package io.demarche.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface is what its description says, and no request that the description allows, or nearly allows, breaks it. */
class ContractIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DESCRIPTION = "/api/v1/openapi";
    private static final int TRIES = 25;

    /** What would show that a fault of ours, or something of what lies beneath, reached the caller. */
    private static final List<String> LEAKS = List.of(
            "Exception",
            "org.springframework",
            "org.h2",
            "postgres",
            "select ",
            "insert into",
            "java.",
            "/problems/unexpected");

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    @TempDir
    private Path data;

    @Test
    void theDescriptionIsInOrderAndNamesEveryCall() throws Exception {
        try (TestServer server = new TestServer(data)) {
            String text = server.get(DESCRIPTION).body();
            SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text);
            assertThat(parsed.getMessages()).isEmpty();
            JsonNode description = JSON.readTree(text);
            assertThat(description.get("openapi").asString()).startsWith("3.1");
            Set<String> described = new TreeSet<>();
            description
                    .get("paths")
                    .forEachEntry((path, item) ->
                            METHODS.stream().filter(item::has).forEach(method -> described.add(method + " " + path)));

            assertThat(described).isEqualTo(mapped(server));
            assertThat(bodies(server, description))
                    .as("bodies are described as they are taken")
                    .isNotEmpty()
                    .allSatisfy(
                            (call, fields) -> assertThat(fields.get(0)).as(call).isEqualTo(fields.get(1)));
            operations(description).forEach((call, operation) -> {
                assertThat(operation.path("summary").asString("")).as(call).isNotBlank();
                assertThat(operation.path("parameters").toString().contains("Idempotency-Key"))
                        .as(call)
                        .isEqualTo(call.startsWith("post "));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void noRequestByTheDescriptionOrNearItBreaksTheServer(Databases database) throws Exception {
        List<String> properties = new ArrayList<>(List.of(database.fresh(data)));
        properties.addAll(List.of(
                "demarche.source.enabled=false", "demarche.delivery.enabled=false", "demarche.event.followers=0"));
        try (TestServer server = new TestServer(properties.toArray(String[]::new))) {
            JsonNode description = JSON.readTree(server.get(DESCRIPTION).body());
            Fuzz fuzz = new Fuzz(description, new Random(7), ids(server));
            HttpClient http = HttpClient.newHttpClient();
            Map<Integer, Integer> answers = new TreeMap<>();
            Map<String, String> broken = new TreeMap<>();
            for (Map.Entry<String, JsonNode> operation : operations(description).entrySet()) {
                for (int i = 0; i < TRIES; i++) {
                    HttpRequest request = fuzz.request(server.base(), operation.getKey(), operation.getValue());
                    HttpResponse<String> answer = send(http, request);
                    answers.merge(answer.statusCode(), 1, Integer::sum);
                    boolean isFull = answer.body().contains("/problems/too-many-followers");
                    boolean isProblem = answer.statusCode() >= 400;
                    boolean isTold = answer.body().contains("\"type\":\"/problems/")
                            || isOfTomcat(answer)
                            // What a hub is told, it is told by the status (WebSub, section 5.3).
                            || operation.getKey().contains("/websub/");
                    if ((answer.statusCode() >= 500 && !isFull)
                            || (isProblem && LEAKS.stream().anyMatch(withoutInput(answer.body())::contains))
                            || (isProblem && !isTold)) {
                        broken.put(
                                operation.getKey(),
                                brief(request.uri() + " " + fuzz.body) + " -> " + answer.statusCode() + " "
                                        + brief(answer.body()));
                    }
                }
            }
            assertThat(broken).isEmpty();
            assertThat(answers).as("some are taken, some refused").containsKeys(200, 201, 400, 404);
        }
    }

    /** A connection that was kept may have been closed just then: once more, on another. */
    private static HttpResponse<String> send(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    /** A path that is no path, such as one with an encoded slash, is refused before it gets to us. */
    private static boolean isOfTomcat(HttpResponse<String> answer) {
        return answer.statusCode() == 400
                && answer.body().startsWith("<!doctype html><html lang=\"en\"><head><title>HTTP Status 400");
    }

    private static String brief(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }

    /** What was sent may come back in a message. */
    private static String withoutInput(String body) {
        return body.replaceAll("found '[^\"]*'", "").replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static Map<String, JsonNode> operations(JsonNode description) {
        Map<String, JsonNode> operations = new TreeMap<>();
        description
                .get("paths")
                .forEachEntry((path, item) -> METHODS.stream()
                        .filter(item::has)
                        .forEach(method -> operations.put(method + " " + path, item.get(method))));
        return operations;
    }

    private static Set<String> mapped(TestServer server) {
        return server
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/websub/"))
                        .filter(pattern -> !pattern.startsWith(DESCRIPTION))
                        .map(pattern -> pattern.replace("{*", "{"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(java.util.Locale.ROOT) + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of each call that takes an object: the fields that are described, and those that the code takes. */
    private static Map<String, List<Set<String>>> bodies(TestServer server, JsonNode description) {
        Map<String, List<Set<String>>> bodies = new TreeMap<>();
        server.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    String path = mapping.getPatternValues().iterator().next().replace("{*", "{");
                    String call = mapping.getMethodsCondition().getMethods().stream()
                            .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                            .findFirst()
                            .orElse("get");
                    JsonNode schema = description
                            .path("paths")
                            .path(path)
                            .path(call)
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    for (MethodParameter parameter : method.getMethodParameters()) {
                        if (parameter.hasParameterAnnotation(RequestBody.class)
                                && parameter.getParameterType().isRecord()) {
                            String name = schema.get("$ref").asString().replace("#/components/schemas/", "");
                            JsonNode properties = description
                                    .get("components")
                                    .get("schemas")
                                    .get(name)
                                    .get("properties");
                            bodies.put(
                                    call + " " + path,
                                    List.of(
                                            new TreeSet<>(properties.propertyNames()),
                                            Arrays.stream(parameter
                                                            .getParameterType()
                                                            .getRecordComponents())
                                                    .map(RecordComponent::getName)
                                                    .collect(Collectors.toCollection(TreeSet::new))));
                        }
                    }
                });
        return bodies;
    }

    /** Ids of things that are there, so that requests get further than not being found. */
    private static List<String> ids(TestServer server) throws Exception {
        List<String> ids = new ArrayList<>();
        server.post(
                "/api/v1/articles", Map.of("text", "Norway expelled two Russian diplomats.", "outlet", "The Herald"));
        ids.add(server.json("/api/v1/events").get("items").get(0).get("id").asString());
        ids.add(server.json("/api/v1/events/" + ids.get(0))
                .get("reports")
                .get(0)
                .get("articleId")
                .asString());
        ids.add(server.post("/api/v1/subscriptions", Map.of("poll", true))
                .get("id")
                .asString());
        ids.add(server.post("/api/v1/rulebook/drafts", Map.of("author", "ann"))
                .get("id")
                .asString());
        return ids;
    }

    /** Requests made from the description: mostly in order, with something wrong in many. */
    private static final class Fuzz {

        private static final List<String> HOSTILE = List.of(
                "",
                " ",
                "'",
                "'; drop table event; --",
                "\" or 1=1",
                "%",
                "_",
                "\\",
                "${7*7}",
                "#{7*7}",
                "{{7*7}}",
                "../../etc/passwd",
                "<script>alert(1)</script>",
                "\u0000",
                "\u0007",
                "\ud83d\ude00",
                "\ud800",
                "NaN",
                "-1",
                "0",
                "99999999999999999999",
                "1e400",
                "2026-13-45",
                "9999999-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "null",
                "true",
                "[]",
                "{}",
                "x".repeat(5_000),
                "*".repeat(60));

        private final JsonNode description;
        private final Random random;
        private final List<String> ids;
        private @Nullable String body;

        private Fuzz(JsonNode description, Random random, List<String> ids) {
            this.description = description;
            this.random = random;
            this.ids = ids;
        }

        private HttpRequest request(String base, String name, JsonNode operation) {
            String path = name.substring(name.indexOf(' ') + 1);
            StringBuilder query = new StringBuilder();
            List<String> fields = new ArrayList<>();
            for (JsonNode parameter : operation.path("parameters")) {
                String key = parameter.get("name").asString();
                String value = text(parameter.get("schema"));
                switch (parameter.get("in").asString()) {
                    case "path" -> path = path.replace("{" + key + "}", encode(id(value)));
                    case "query" -> {
                        if (random.nextInt(4) == 0 || parameter.path("required").asBoolean(false)) {
                            query.append(query.isEmpty() ? '?' : '&')
                                    .append(encode(key))
                                    .append('=')
                                    .append(encode(value));
                        }
                    }
                    default -> {
                        if (random.nextBoolean()) {
                            fields.add(key);
                            fields.add(value.replaceAll("[^\\x20-\\x7e]", "").strip());
                        }
                    }
                }
            }
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path + query)).timeout(Duration.ofSeconds(30));
            for (int i = 0; i < fields.size(); i += 2) {
                request.header(fields.get(i), fields.get(i + 1));
            }
            body = null;
            JsonNode content = operation.path("requestBody").path("content");
            if (!content.isEmpty()) {
                List<String> types = new ArrayList<>(content.propertyNames());
                String type = types.get(random.nextInt(types.size()));
                body = type.contains("json")
                        ? JSON.writeValueAsString(value(content.get(type).get("schema"), 0))
                        : text(null);
                request.header("Content-Type", random.nextInt(20) == 0 ? "image/png" : type);
            }
            String method = name.substring(0, name.indexOf(' ')).toUpperCase(java.util.Locale.ROOT);
            return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
        }

        /** An empty part of a path would make another path. */
        private String id(String value) {
            return random.nextInt(3) > 0
                    ? ids.get(random.nextInt(ids.size()))
                    : value.isBlank() || value.startsWith(".") ? "x" : value;
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }

        private String text(@Nullable JsonNode schema) {
            if (schema == null || random.nextInt(3) == 0) {
                return HOSTILE.get(random.nextInt(HOSTILE.size()));
            }
            Object value = value(schema, 0);
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : String.valueOf(value);
        }

        private @Nullable Object value(@Nullable JsonNode schema, int depth) {
            if (schema == null || depth > 6 || random.nextInt(12) == 0) {
                return any();
            }
            if (schema.has("$ref")) {
                String[] parts = schema.get("$ref").asString().split("/", -1);
                return value(description.get("components").get("schemas").get(parts[parts.length - 1]), depth);
            }
            if (schema.has("enum")) {
                JsonNode values = schema.get("enum");
                return values.get(random.nextInt(values.size())).asString();
            }
            return switch (type(schema)) {
                case "object" -> object(schema, depth);
                case "array" -> {
                    List<@Nullable Object> items = new ArrayList<>();
                    for (int i = random.nextInt(3); i >= 0; i--) {
                        items.add(value(schema.get("items"), depth + 1));
                    }
                    yield items;
                }
                case "integer", "number" ->
                    List.of(0, 1, 2, -1, 50, 1_000_000, Long.MAX_VALUE, 1.5).get(random.nextInt(8));
                case "boolean" -> random.nextBoolean();
                default -> string(schema.path("format").asString(""));
            };
        }

        private static String type(JsonNode schema) {
            JsonNode type = schema.path("type");
            return type.isArray() ? type.get(0).asString() : type.asString("string");
        }

        private String string(String format) {
            if (format.equals("date-time")) {
                return random.nextBoolean() ? "2026-03-02T08:00:00Z" : "-999999999-01-01T00:00:00Z";
            }
            List<String> plain = List.of("RUS", "EU27", "expulsion", "POL,RUS", "PT5M", "some words", "a-b", "*", "en");
            return random.nextInt(3) == 0
                    ? HOSTILE.get(random.nextInt(HOSTILE.size()))
                    : plain.get(random.nextInt(plain.size()));
        }

        private Object object(JsonNode schema, int depth) {
            Map<String, @Nullable Object> object = new TreeMap<>();
            schema.path("properties").forEachEntry((name, property) -> {
                if (random.nextInt(3) > 0) {
                    object.put(name, value(property, depth + 1));
                }
            });
            if (random.nextInt(15) == 0) {
                object.put("admin", true);
            }
            return object;
        }

        private @Nullable Object any() {
            return switch (random.nextInt(6)) {
                case 0 -> null;
                case 1 -> List.of();
                case 2 -> Map.of("a", Map.of("b", List.of(1)));
                case 3 -> -7.5;
                case 4 -> true;
                default -> HOSTILE.get(random.nextInt(HOSTILE.size()));
            };
        }
    }
}
