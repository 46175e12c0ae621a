package io.demarche.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import io.demarche.api.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandIT {

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void save() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "Out\n\nPoland expelled two Russian diplomats.");
        Files.writeString(folder.resolve("b.html"), "<title>B</title><p>Norway expelled two Chinese diplomats.</p>");
    }

    @Test
    void savedFilesAreTakenInOnce() throws Exception {
        assertThat(ingest(folder.toString())).isZero();
        assertThat(out.toString()).contains("2 articles, 2 of them new, 2 flags, 0 problems");
        assertThat(ingest(folder.toString(), folder.resolve("gone").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("2 articles, 0 of them new, 0 flags, 1 problems");
        assertThat(err.toString()).contains("gone: there is no such file or folder");
        try (TestServer server = new TestServer(data)) {
            assertThat(server.json("/api/v1/events").get("items")).hasSize(2);
        }
    }

    @Test
    void aRulebookWithProblemsKeepsTheApplicationFromStarting() throws IOException {
        Path rules = Files.writeString(
                folder.resolve("bad.drl"), "rule \"r\" when $s : Statment() then flag($s, \"x\"); end");
        assertThat(ingest("--rulebook", rules.toString(), folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("bad.drl:1:15: unknown fact 'Statment'");
    }

    @Test
    void settingsAreOptionsAndWhatIsNoneIsRefused() throws Exception {
        Path other = Files.createDirectory(data.resolve("other"));
        assertThat(ingest(
                        "--spring.datasource.url=jdbc:h2:file:" + other.resolve("db")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        folder.toString()))
                .isZero();
        assertThat(Files.exists(other.resolve("db.mv.db"))).isTrue();
        assertThat(ingest("--demarche.event.windo=1d", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("demarche.event.windo");
        assertThat(ingest("--rulebok=x", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--rulebok=x'");
    }

    private int ingest(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "ingest";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return DemarcheCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
