package io.demarche.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import io.demarche.api.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is let in to what, over HTTP, against the documented table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SETUP_KEY = "a setup key for these tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Role, String> keys = new EnumMap<>(Role.class);
    private final Map<Role, String> accounts = new EnumMap<>(Role.class);
    private TestServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        List<String> properties = new ArrayList<>(List.of(Databases.POSTGRESQL.fresh(folder)));
        properties.addAll(
                List.of("demarche.security.setup-key=" + SETUP_KEY, "demarche.security.requests-per-minute=100000"));
        server = new TestServer(properties.toArray(String[]::new));
        JsonNode made = JSON.readTree(setUp(server, SETUP_KEY, "Ann").body());
        keys.put(Role.ADMINISTRATOR, made.get("text").asString());
        accounts.put(Role.ADMINISTRATOR, made.get("account").get("id").asString());
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                accounts.put(role, account(role.name().toLowerCase(java.util.Locale.ROOT), role));
                keys.put(role, key(accounts.get(role), Map.of()));
            }
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyCallIsAllowedOrRefusedAsDocumentedForEveryRole() throws Exception {
        DocumentedAccess documented = DocumentedAccess.read();
        Map<String, String> wrong = new TreeMap<>();
        List<Role> callers = new ArrayList<>(Arrays.asList(Role.values()));
        callers.add(0, null);
        int tried = 0;
        for (Call call : calls()) {
            for (Role role : callers) {
                int status = send(role == null ? null : keys.get(role), call.method(), call.brief(), null)
                        .statusCode();
                boolean isLetIn = status != 401 && (status != 403 || call.path().equals("/api/v1/setup"));
                tried++;
                if (isLetIn != documented.allows(role, call.method(), call.path())
                        || status >= 500
                        || (!isLetIn && status != (role == null ? 401 : 403))) {
                    wrong.put(call + " by " + role, "was answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(400);
    }

    @Test
    void everyCallOfTheInterfaceStandsInTheTable() throws Exception {
        DocumentedAccess documented = DocumentedAccess.read();

        assertThat(calls())
                .filteredOn(call -> documented.rows().stream()
                        .noneMatch(row -> row.method().equals(call.method())
                                && new org.springframework.util.AntPathMatcher().match(row.pattern(), call.path())))
                .isEmpty();
    }

    @Test
    void theSetupKeyWorksOnce() throws Exception {
        assertThat(setUp(server, SETUP_KEY, "Bob").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/v1/session").body()).contains("\"setup\":false");
    }

    @Test
    void whatOneSubscribedToIsNotThereForAnother() throws Exception {
        String other = key(account("another desk", Role.SUBSCRIBER), Map.of());
        String mine = create("/api/v1/subscriptions", keys.get(Role.SUBSCRIBER), Map.of("poll", true));
        String path = "/api/v1/subscriptions/" + mine;
        for (Call call : calls()) {
            if (call.path().startsWith("/api/v1/subscriptions/x")) {
                String asked = path + call.path().substring("/api/v1/subscriptions/x".length());
                assertThat(send(other, call.method(), asked, call.body()).statusCode())
                        .describedAs("%s %s", call.method(), asked)
                        .isEqualTo(404);
            }
        }
        assertThat(send(other, "GET", "/api/v1/subscriptions", null).body()).doesNotContain(mine);
        assertThat(send(keys.get(Role.SUBSCRIBER), "GET", path, null).statusCode())
                .isEqualTo(200);
        assertThat(send(keys.get(Role.ADMINISTRATOR), "GET", "/api/v1/subscriptions", null)
                        .body())
                .contains(mine);
    }

    @Test
    void aKeyMayDoNoMoreThanItWasMadeForAndMakesNoneThatMay() throws Exception {
        String admin = accounts.get(Role.ADMINISTRATOR);
        String narrow = key(admin, Map.of("roles", Set.of("READER")));

        assertThat(send(narrow, "GET", "/api/v1/audit", null).statusCode()).isEqualTo(403);
        HttpResponse<String> wider =
                send(narrow, "POST", "/api/v1/accounts/" + admin + "/keys", "{\"roles\": [\"ADMINISTRATOR\"]}");
        assertThat(wider.statusCode()).isEqualTo(400);
        assertThat(wider.body()).contains("ADMINISTRATOR is more than the key that you use may do");
        assertThat(send(keys.get(Role.READER), "GET", "/api/v1/accounts/" + admin + "/keys", null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsRevokedDisabledOrExpiredIsRefusedAtOnce() throws Exception {
        String account = account("leaves", Role.READER);
        String revoked = key(account, Map.of());
        String kept = key(account, Map.of());
        assertThat(send(revoked, "GET", "/api/v1/events", null).statusCode()).isEqualTo(200);

        String id = KeyText.parse(revoked).orElseThrow().id();
        assertThat(send(revoked, "DELETE", "/api/v1/accounts/" + account + "/keys/" + id, null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(revoked, "GET", "/api/v1/events", null).statusCode()).isEqualTo(401);
        assertThat(send(kept, "GET", "/api/v1/events", null).statusCode()).isEqualTo(200);

        put(account, "{\"name\": \"left\", \"roles\": [\"READER\"], \"disabled\": true}");
        assertThat(send(kept, "GET", "/api/v1/events", null).body()).contains("/problems/wrong-key");

        HttpResponse<String> past = send(
                keys.get(Role.ADMINISTRATOR),
                "POST",
                "/api/v1/accounts/" + account + "/keys",
                "{\"expiresAt\": \"" + Instant.EPOCH + "\"}");
        assertThat(past.body()).contains("must be a time to come");
        assertThat(new Account.Key("a", "b", "", Set.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(9), null, null))
                .matches(key -> key.isGood(Instant.EPOCH) && !key.isGood(Instant.EPOCH.plusSeconds(9)));
    }

    @Test
    void aFeedReaderSendsItsKeyAsAPassword() throws Exception {
        String pair = Base64.getEncoder()
                .encodeToString(("anything:" + keys.get(Role.READER)).getBytes(StandardCharsets.UTF_8));
        for (String field : List.of("Basic " + pair, "basic " + pair, "Basic ????", "Digest " + pair)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/events.atom"))
                    .header("Authorization", field)
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .describedAs(field)
                    .isEqualTo(field.endsWith(pair) && !field.startsWith("Digest") ? 200 : 401);
        }
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        HttpResponse<String> refused = put(
                accounts.get(Role.ADMINISTRATOR), "{\"name\": \"Ann\", \"roles\": [\"READER\"], \"disabled\": false}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/problems/last-administrator");
    }

    @Test
    void aSessionChangesNothingWithoutItsTokenAndEndsWithItsKey() throws Exception {
        String account = account("browser", Role.EDITOR);
        String key = key(account, Map.of());
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        HttpResponse<String> begun = browse(browser, "POST", "/api/v1/session", "{\"key\": \"" + key + "\"}", null);
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        String token = JSON.readTree(
                        browse(browser, "GET", "/api/v1/session", null, null).body())
                .get("csrf")
                .asString();

        assertThat(browse(browser, "DELETE", "/api/v1/sources/x", null, null).body())
                .contains("/problems/forged-request");
        assertThat(browse(browser, "DELETE", "/api/v1/sources/x", null, "another")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browse(browser, "DELETE", "/api/v1/sources/x", null, token).statusCode())
                .isEqualTo(404);

        String id = KeyText.parse(key).orElseThrow().id();
        send(keys.get(Role.ADMINISTRATOR), "DELETE", "/api/v1/accounts/" + account + "/keys/" + id, null);
        assertThat(browse(browser, "GET", "/api/v1/events", null, null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionThatHasEndedIsNotTakenAgain() throws Exception {
        String key = keys.get(Role.READER);
        HttpResponse<String> begun = send(null, "POST", "/api/v1/session", "{\"key\": \"" + key + "\"}");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpResponse<String> session = withCookie(cookie, "GET", "/api/v1/session", null);
        assertThat(session.body()).contains("\"name\":\"reader\"");
        String token = JSON.readTree(session.body()).get("csrf").asString();

        assertThat(withCookie(cookie, "DELETE", "/api/v1/session", token).statusCode())
                .isEqualTo(204);
        assertThat(withCookie(cookie, "GET", "/api/v1/events", null).statusCode())
                .isEqualTo(401);
        assertThat(withCookie("demarche-session=0123456789ABCDEF", "GET", "/api/v1/events", null)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyChangeIsInTheAuditLogWithWhatWasThereBeforeAndAfterAndNoSecret() throws Exception {
        String key = keys.get(Role.SUBSCRIBER);
        String id = create(
                "/api/v1/subscriptions",
                key,
                Map.of("poll", true, "description", "first", "secret", "whsec_" + "QUFB".repeat(8)));
        send(key, "PUT", "/api/v1/subscriptions/" + id, "{\"poll\": true, \"description\": \"second\"}");
        send(key, "PUT", "/api/v1/subscriptions/" + id, "{\"poll\": true, \"url\": \"https://x.example\"}");

        JsonNode entries = JSON.readTree(send(
                                keys.get(Role.ADMINISTRATOR),
                                "GET",
                                "/api/v1/audit?path=/api/v1/subscriptions/" + id,
                                null)
                        .body())
                .get("items");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).get("status").asInt()).isEqualTo(400);
        assertThat(entries.get(0).has("after")).isFalse();
        assertThat(entries.get(1).get("account").asString()).isEqualTo("subscriber");
        assertThat(entries.get(1).get("keyId").asString())
                .isEqualTo(KeyText.parse(key).orElseThrow().id());
        assertThat(entries.get(1).get("before").get("description").asString()).isEqualTo("first");
        assertThat(entries.get(1).get("after").get("description").asString()).isEqualTo("second");
        String all = send(keys.get(Role.ADMINISTRATOR), "GET", "/api/v1/audit?limit=200", null)
                .body();
        assertThat(all).doesNotContain("QUFB").doesNotContain(key);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(send(keys.get(Role.ADMINISTRATOR), method, "/api/v1/audit", "{}")
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void pathsThatHideWhereTheyLeadAreRefused() throws Exception {
        for (String path : List.of(
                "/api/v1//accounts",
                "/api/v1/events/..%2Faccounts",
                "/api/v1/events;x=/../accounts",
                "/api/v1/events/%2e%2e/accounts",
                "/docs/..;/api/v1/accounts",
                "/api/v1/accounts%00.css",
                "/api/v1/accounts/x.css",
                "/API/V1/ACCOUNTS")) {
            assertThat(send(keys.get(Role.READER), "GET", path, null).statusCode())
                    .describedAs(path)
                    .isIn(400, 403, 404);
        }
    }

    @Test
    void tooManyRequestsAndTooManyWrongKeysAreRefused(@TempDir Path folder) throws Exception {
        try (TestServer narrow = new TestServer(
                "demarche.data=" + folder,
                "demarche.security.setup-key=" + SETUP_KEY,
                "demarche.security.requests-per-minute=3",
                "demarche.security.failures-per-minute=2")) {
            String key = JSON.readTree(setUp(narrow, SETUP_KEY, "Ann").body())
                    .get("text")
                    .asString();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(send(narrow.base(), key, "GET", "/api/v1/events", null));
            }
            assertThat(answers.get(0).headers().firstValue("RateLimit").orElseThrow())
                    .startsWith("\"requests\";r=2;t=");
            assertThat(answers.get(3).statusCode()).isEqualTo(429);
            assertThat(answers.get(3).headers().firstValue("Retry-After")).isPresent();
            String wrong = "dmk_0123456789ab_" + "A".repeat(43);
            for (int i = 0; i < 2; i++) {
                assertThat(send(narrow.base(), wrong, "GET", "/api/v1/events", null)
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(send(narrow.base(), wrong, "GET", "/api/v1/events", null).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void aServerWithoutAccountsIsForThisMachineAlone(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> new TestServer(
                                "demarche.data=" + folder, "demarche.security.open=true", "server.address=0.0.0.0")
                        .close())
                .rootCause()
                .hasMessageContaining("a server without accounts listens on loopback only");
        try (TestServer open = new TestServer(folder.resolve("open"))) {
            assertThat(fromPage(open, "Origin", "https://evil.example").statusCode())
                    .isEqualTo(403);
            assertThat(fromPage(open, "Sec-Fetch-Site", "cross-site").statusCode())
                    .isEqualTo(403);
            assertThat(fromPage(open, "Sec-Fetch-Site", "same-origin").statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> fromPage(TestServer open, String field, String value) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(open.base() + "/api/v1/read"))
                        .header("Content-Type", "text/plain")
                        .header(field, value)
                        .POST(BodyPublishers.ofString("Norway expelled two Russian diplomats."))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A call of the interface, with {@code x} in place of what the path leaves open. */
    private record Call(String method, String path) {

        /** The same, but for one that would go on: that is given a place where it cannot begin. */
        String brief() {
            return path.endsWith("/stream") ? path + "?after=none" : path;
        }

        /** A body in order, so that only the id of another can be wrong. */
        @Nullable
        String body() {
            if (method.equals("GET") || method.equals("DELETE")) {
                return null;
            }
            return path.endsWith("/recovery")
                    ? "{\"since\": \"2026-01-01T00:00:00Z\"}"
                    : path.endsWith("/replays")
                            ? "{\"from\": \"2026-01-01T00:00:00Z\"}"
                            : path.endsWith("/x") ? "{\"poll\": true}" : "{}";
        }
    }

    private List<Call> calls() {
        return server
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> !mapping.getPatternValues().contains("/error"))
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Call(method.name(), pattern.replaceAll("\\{[^}]*\\}", "x")))))
                .distinct()
                .sorted(java.util.Comparator.comparing(Call::toString))
                .toList();
    }

    private HttpResponse<String> put(String account, String body) throws Exception {
        return send(keys.get(Role.ADMINISTRATOR), "PUT", "/api/v1/accounts/" + account, body);
    }

    private String account(String name, Role role) throws Exception {
        return create("/api/v1/accounts", keys.get(Role.ADMINISTRATOR), Map.of("name", name, "roles", Set.of(role)));
    }

    private String key(String account, Map<String, Object> wish) throws Exception {
        return JSON.readTree(send(
                                keys.get(Role.ADMINISTRATOR),
                                "POST",
                                "/api/v1/accounts/" + account + "/keys",
                                JSON.writeValueAsString(wish))
                        .body())
                .get("text")
                .asString();
    }

    private String create(String path, String key, Map<String, Object> wish) throws Exception {
        HttpResponse<String> response = send(key, "POST", path, JSON.writeValueAsString(wish));
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(201);
        return JSON.readTree(response.body()).get("id").asString();
    }

    private HttpResponse<String> setUp(TestServer at, String setupKey, String name) throws Exception {
        return send(
                at.base(),
                null,
                "POST",
                "/api/v1/setup",
                JSON.writeValueAsString(Map.of("setupKey", setupKey, "name", name)));
    }

    private HttpResponse<String> send(@Nullable String key, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        return send(server.base(), key, method, path, body);
    }

    private HttpResponse<String> send(
            String base, @Nullable String key, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(with(request, method, body), BodyHandlers.ofString());
    }

    private HttpResponse<String> browse(
            HttpClient browser, String method, String path, @Nullable String body, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path));
        if (token != null) {
            request.header("X-CSRF-TOKEN", token);
        }
        return browser.send(with(request, method, body), BodyHandlers.ofString());
    }

    private HttpResponse<String> withCookie(String cookie, String method, String path, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.base() + path)).header("Cookie", cookie);
        if (token != null) {
            request.header("X-CSRF-TOKEN", token);
        }
        return http.send(with(request, method, null), BodyHandlers.ofString());
    }

    private static HttpRequest with(HttpRequest.Builder request, String method, @Nullable String body) {
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }
}
