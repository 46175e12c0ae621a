package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.demarche.api.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The documented clients, as programs of their own, against a server that asks for a key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final Pattern ID = Pattern.compile("evt_[0-9a-f]{32}");
    private static final String SETUP_KEY = "a setup key for these tests";

    private TestServer server;
    private String key;
    private final Set<String> expected = new HashSet<>();

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        server = new TestServer("demarche.data=" + data, "demarche.security.setup-key=" + SETUP_KEY);
        key = server.post("/api/v1/setup", Map.of("setupKey", SETUP_KEY, "name", "Ann"))
                .get("text")
                .asString();
        server.callAs(key);
        for (String state : List.of("Norway", "Sweden", "Poland", "France", "Spain")) {
            server.post("/api/v1/articles", Map.of("text", state + " expelled two Russian diplomats."));
        }
        server.json("/api/v1/events")
                .get("items")
                .forEach(event -> expected.add(event.get("id").asString()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void curl() throws Exception {
        assertThat(printed("sh", "events.sh")).isEqualTo(expected);
    }

    @Test
    void python() throws Exception {
        assertThat(printed("python3", "events.py")).isEqualTo(expected);
    }

    @Test
    void java() throws Exception {
        assertThat(printed(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Events.java"))
                .isEqualTo(expected);
    }

    private Set<String> printed(String program, String example) throws Exception {
        String needed = program.equals("sh") ? "curl" : program;
        assumeTrue(
                Files.isExecutable(Path.of(needed))
                        || Stream.of(System.getenv("PATH").split(":", -1))
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, needed))),
                "skipped: there is no " + needed);
        List<String> command =
                new ArrayList<>(List.of(program, EXAMPLES.resolve(example).toString()));
        // Curl is shown with the form that has no pages, the others with two events a page.
        command.addAll(List.of(server.base(), "party=RUS" + (program.equals("sh") ? "" : "&limit=2")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEMARCHE_KEY", key);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        Set<String> ids = new HashSet<>();
        Matcher found = ID.matcher(said);
        while (found.find()) {
            ids.add(found.group());
        }
        return ids;
    }
}
