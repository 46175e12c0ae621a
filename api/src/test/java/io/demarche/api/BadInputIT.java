package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every door refuses what it cannot take, says why, and stores nothing of it. */
class BadInputIT {

    private static final String JSON = "application/json";

    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/articles | {\"text\": | body, line 1",
                "/api/v1/articles | {\"text\": \"a\" \"b\"} | body, line 1, column",
                "/api/v1/articles | [] | body",
                "/api/v1/articles | {} | text",
                "/api/v1/articles | {\"text\": \"  \"} | text",
                "/api/v1/articles | {\"text\": \"a\", \"txet\": \"b\"} | unknown field 'txet'; known: [",
                "/api/v1/articles | {\"text\": \"a\", \"url\": \"ftp://x/y\"} | an absolute http or https address is expected",
                "/api/v1/articles | {\"text\": \"a\", \"url\": \"not a url\"} | url",
                "/api/v1/articles | {\"text\": \"a\", \"language\": \"??\"} | must be a language tag",
                "/api/v1/articles | {\"text\": \"a\", \"publishedAt\": \"yesterday\"} | yesterday",
                "/api/v1/read | {\"text\": \"\"} | text",
                "/api/v1/read?explain=perhaps | {\"text\": \"a\"} | explain",
                "/api/v1/subscriptions | {} | url",
                "/api/v1/subscriptions | {\"url\": \"ftp://x/y\"} | must be an absolute http or https address",
                "/api/v1/subscriptions | {\"url\": \"http://user:pw@desk.example/\"} | without user information",
                "/api/v1/subscriptions | {\"url\": \"https://x.example/ a b\"} | is no URL",
                "/api/v1/subscriptions | {\"url\": \"http://desk.example/\"} | must be https",
                "/api/v1/subscriptions | {\"url\": \"https://10.0.0.1/\"} | 10.0.0.1 is a private address (RFC 1918)",
                "/api/v1/subscriptions | {\"url\": \"https://2130706433/\"} | neither a name nor an address written in the usual way",
                "/api/v1/sources | {\"url\": \"http://169.254.169.254/latest/\"} | the metadata service of a cloud",
                "/api/v1/subscriptions | {\"url\": \"https://x.example/\", \"secret\": \"short\"} | a secret starts with whsec_",
                "/api/v1/subscriptions | {\"url\": \"https://x.example/\", \"filter\": {\"actor\": [\"Russia\"]}} | must be a party's code",
                "/api/v1/subscriptions | {\"url\": \"https://x.example/\", \"filter\": {\"minSeverity\": \"HUGE\"}} | HUGE",
                "/api/v1/rulebook/drafts | {\"author\": \"\"} | author",
                "/api/v1/rulebook/drafts | {\"author\": \"a\", \"files\": [{\"path\": \"../x\", \"text\": \"\"}]} | files[0].path",
                "/api/v1/rulebook/reevaluation | {\"articles\": [null]} | articles[0]",
                "/api/v1/rulebook/drafts | {\"author\": []} | a text is expected",
                "/api/v1/rulebook/drafts | {\"files\": [null]} | files[0]",
                "/api/v1/rulebook/rollback | {\"to\": 1, \"author\": \"a\", \"note\": \"\"} | note",
                "/api/v1/sources | {\"url\": \"file:///etc/hostname\"} | an absolute http or https address is expected",
                "/api/v1/sources | {\"url\": \"http://127.0.0.1:1/feed\"} | gives no article",
                "/api/v1/sources | {\"url\": \"https://x.example/\", \"links\": \"x\"} | is for the kind LIST only",
                "/api/v1/sources | {\"url\": \"https://x.example/\", \"floor\": \"PT2H\", \"ceiling\": \"PT1H\"} | must not be below the floor",
                "/api/v1/sources | {\"url\": \"https://x.example/\", \"kind\": \"FOLDER\"} | a file: address is expected",
            })
    void aBadBodyIsRefusedWithItsMistake(String path, String body, String message) throws Exception {
        refused(server.post(path, JSON, body), 400, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\": {\"party\": [\"RUSS\"]}} | names 'RUSS', which is neither the code of a party",
                "{\"filter\": {\"kinds\": [\"A b\"]}} | must be lower-case words",
                "{\"filter\": {\"any\": [{\"any\": [{\"any\": [{\"any\": [{\"any\": [{}]}]}]}]}]}} | nested at most 5 deep",
                "{\"payload\": {\"form\": \"TEMPLATE\"}} | is given for the form TEMPLATE",
                "{\"payload\": {\"form\": \"TEMPLATE\", \"template\": \"{{#kinds}}\"}} | kinds",
                "{\"payload\": {\"form\": \"TEMPLATE\", \"template\": \"{{severity}}\"}} | what the template writes is no JSON",
                "{\"timing\": {\"digestMinutes\": 0}} | timing.digestMinutes",
                "{\"pace\": {\"perMinute\": 0}} | pace.perMinute",
                "{\"updates\": {\"everyReport\": false, \"severityRises\": false, \"outlets\": 1}} | updates.outlets",
                "{\"payload\": {\"contentType\": \"x\"}} | payload.contentType",
                "{\"silences\": [{\"filter\": {\"minConfidence\": 2}, \"until\": \"2100-01-01T00:00:00Z\"}]} | minConfidence",
                "{\"credentials\": {\"bearer\": \"a b\"}} | credentials.bearer",
                "{\"timing\": {\"quietHours\": {\"from\": \"22:00\", \"to\": \"06:00\", \"zone\": \"Mars\"}}} | is no time zone",
                "{\"timing\": {\"quietHours\": {\"from\": \"25:00\", \"to\": \"06:00\", \"zone\": \"UTC\"}}} | must be a time of day",
                "{\"credentials\": {\"bearer\": \"a\", \"basic\": {\"username\": \"u\", \"password\": \"p\"}}} | one of basic, bearer and oauth2",
                "{\"credentials\": {\"headers\": {\"Host\": \"a\"}}} | must not set Host",
                "{\"credentials\": {\"tls\": {\"authorities\": \"nonsense\"}}} | PEM",
                "{\"credentials\": {\"oauth2\": {\"tokenUrl\": \"https://10.0.0.1/t\", \"clientId\": \"a\", \"clientSecret\": \"b\"}}} | 10.0.0.1 is a private address",
                "{\"payload\": {\"form\": \"PAGERDUTY\"}, \"timing\": {\"digestMinutes\": 5}} | of the form PAGERDUTY there is no digest",
                "{\"poll\": true} | is where webhooks go",
            })
    void badTermsAreRefusedWithTheirMistake(String terms, String message) throws Exception {
        String wish =
                "{\"url\": \"https://desk.example/hook\", " + terms.strip().substring(1);
        refused(server.post("/api/v1/subscriptions", JSON, wish), 400, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/events?cursor=nonsense | is none that this service gave out",
                "/api/v1/events?cursor=%00 | is none that this service gave out",
                "/api/v1/events?limit=0 | limit",
                "/api/v1/events?limit=many | limit",
                "/api/v1/events?from=yesterday | a time in ISO 8601",
                "/api/v1/events?actor=Russia | must be a party's code in capitals",
                "/api/v1/events?kind=Expulsion! | must be lower-case words",
                "/api/v1/rulebook/revisions/one | number",
                "/api/v1/rulebook/revisions?limit=0 | limit",
                "/api/v1/rulebook/revisions?cursor=x | cursor",
            })
    void aBadParameterIsRefusedWithItsMistake(String path, String message) throws Exception {
        refused(server.get(path), 400, message);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/articles/art_0",
        "/api/v1/events/evt_0",
        "/api/v1/subscriptions/sub_0",
        "/api/v1/sources/src_0",
        "/api/v1/rulebook/revisions/9",
        "/api/v1/rulebook/drafts/dra_0",
        "/api/v1/nothing",
    })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void anotherMediaTypeOrMethodIsRefused() throws Exception {
        assertThat(server.post("/api/v1/articles", "application/xml", "<a/>").statusCode())
                .isEqualTo(415);
        assertThat(server.delete("/api/v1/articles").statusCode()).isEqualTo(405);
        refused(server.post("/api/v1/articles", "text/plain", " \n "), 400, "holds no text");
        refused(server.post("/api/v1/articles", "text/html", "<nav>menu</nav>"), 400, "holds no text");
    }

    @Test
    void fiftyMegabytesAreRefusedAnnouncedOrNot() throws Exception {
        byte[] body = ("{\"text\": \"" + "a".repeat(50_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        refused(
                server.post(
                        "/api/v1/articles",
                        JSON,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body, 0, 8_000_000))),
                413,
                "at most");
    }

    @Test
    void aFeedThatIsAPageIsRefused() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            byte[] page = "<!doctype html><html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        web.start();
        try {
            String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/";
            refused(server.post("/api/v1/sources", JSON, "{\"url\": \"" + url + "\"}"), 400, "this is an HTML page");
        } finally {
            web.stop(0);
        }
    }

    private static void refused(HttpResponse<String> response, int status, String message) throws Exception {
        assertThat(response.statusCode()).as("%s", response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(response.body());
        assertThat(problem.get("type").asString()).startsWith("/problems/");
        assertThat(problem.toString()).contains(message);
        assertThat(server.json("/api/v1/events").get("items")).isEmpty();
        assertThat(server.json("/api/v1/subscriptions")).isEmpty();
        assertThat(server.json("/api/v1/sources")).isEmpty();
    }
}
