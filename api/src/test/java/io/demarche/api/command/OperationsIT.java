package io.demarche.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.demarche.api.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs a server does beside it: checks it, copies its database, and makes it of the copy. */
class OperationsIT {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void aDatabaseIsMadeAgainOfItsBackup() throws Exception {
        Path data = folder.resolve("data");
        Path other = folder.resolve("other");
        Path file = folder.resolve("backup.zip");
        try (TestServer server = new TestServer(data)) {
            server.post("/api/v1/articles", Map.of("text", "Norway expelled two Russian diplomats."));
        }

        assertThat(run("backup", "--data", data.toString(), file.toString())).isZero();
        assertThat(run("restore", "--data", other.toString(), file.toString())).isZero();
        Files.copy(data.resolve("secrets.key"), other.resolve("secrets.key"));
        try (TestServer server = new TestServer(other)) {
            assertThat(server.json("/api/v1/events").get("items")).hasSize(1);
        }

        assertThat(run("backup", "--data", data.toString(), file.toString())).isEqualTo(1);
        assertThat(run("restore", "--data", other.toString(), file.toString())).isEqualTo(1);
        assertThat(said.toString())
                .contains("backup.zip exists; name a file that does not")
                .contains("demarche.mv.db exists; move it away first");
        assertThat(run(
                        "restore",
                        "--data",
                        folder.resolve("third").toString(),
                        data.resolve("secrets.key").toString()))
                .isEqualTo(1);
        assertThat(folder.resolve("third").resolve("demarche.mv.db")).doesNotExist();
    }

    /** What the alerts watch, the dashboard shows and the page of operations names is there once an article came in. */
    @Test
    void alertsAndTheDashboardWatchMetricsThatThereAre() throws Exception {
        Pattern name = Pattern.compile("(demarche|http_server|hikaricp|disk)_[a-z_]*[a-z]");
        try (TestServer server = new TestServer(folder.resolve("data"))) {
            server.post("/api/v1/articles", Map.of("title", "News", "text", "Norway expelled two Russian diplomats."));
            String metrics = server.get("/actuator/prometheus").body();
            for (String page : List.of("alerts.yml", "dashboard.json", "operations.md")) {
                Matcher named = name.matcher(Files.readString(Path.of("..", "docs", page)));
                Set<String> names = new TreeSet<>();
                while (named.find()) {
                    names.add(named.group());
                }
                assertThat(names)
                        .hasSizeGreaterThan(3)
                        .allSatisfy(metric -> assertThat(metrics).contains("\n" + metric));
            }
        }
    }

    @Test
    void aCheckSaysWhatIsWrong() throws Exception {
        try (TestServer server = new TestServer(folder.resolve("there"))) {
            assertThat(run(
                            "check",
                            "--data",
                            folder.resolve("data").toString(),
                            "--fetch",
                            server.base() + "/actuator/health",
                            "--demarche.network.allowed=127.0.0.1"))
                    .isZero();
            assertThat(said.toString())
                    .contains("ok       settings   taken")
                    .contains("ok       database   H2 2.")
                    .contains("ok       clock      agrees")
                    .contains("ok       disk")
                    .contains("/actuator/health answers");

            assertThat(run("check", "--data", folder.resolve("data").toString(), "--fetch", server.base()))
                    .isEqualTo(1);
            assertThat(said.toString()).contains("PROBLEM  outbound").contains("demarche.network.allowed");

            assertThat(run("check", "--data", folder.resolve("data").toString(), "--demarche.event.windo=1d"))
                    .isEqualTo(1);
            assertThat(said.toString())
                    .contains("PROBLEM  settings or database")
                    .contains("[demarche.event.windo]");
        }
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said);
        int code = DemarcheCommand.commandLine().setOut(out).setErr(out).execute(arguments);
        out.flush();
        return code;
    }
}
