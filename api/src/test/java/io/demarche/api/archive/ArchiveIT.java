package io.demarche.api.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.demarche.api.TestServer;
import io.demarche.api.command.DemarcheCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that takes archives in, in processes of its own where it is to be killed. */
@Tag("long")
class ArchiveIT {

    private static final int PAGES = 2_000;

    /** One in fifty is an answer of 404. */
    private static final int GOOD = PAGES - PAGES / 50;

    @TempDir
    private Path data;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anImportThatIsKilledGoesOnWhereItWas() throws Exception {
        Path archive = MadeArchive.write(folder.resolve("news.warc.gz"), PAGES);
        int killed = 0;
        while (killed < 3 && runUntilKilled(archive)) {
            killed++;
        }
        assertThat(killed).as("it was killed on its way at least once").isPositive();
        assertThat(ingest(archive.toString())).isZero();
        assertThat(out.toString()).contains("%,d articles, %,d of them new".formatted(GOOD, GOOD));
        assertThat(err.toString()).contains("100.0 %");
        try (TestServer server = new TestServer(data)) {
            assertThat(reports(server)).isEqualTo(PAGES / 20);
        }
        assertThat(ingest(archive.toString())).isZero();
        assertThat(ingest("--again", archive.toString())).isZero();
        assertThat(out.toString()).contains("%,d articles, 0 of them new, 0 flags, 0 problems".formatted(GOOD));
    }

    /** Kills it without warning after its first report; false if it was done before. */
    private boolean runUntilKilled(Path archive) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemarcheCommand.class.getName(),
                        "ingest",
                        "--data",
                        data.toString(),
                        archive.toString())
                .redirectErrorStream(true)
                .start();
        int reports = 0;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                reports += line.contains("pages/s") ? 1 : 0;
                if (reports == 1) {
                    process.destroyForcibly().waitFor();
                    return true;
                }
            }
        }
        process.waitFor();
        return false;
    }

    @Test
    void whatComesBeforeTheDamageIsTakenIn() throws Exception {
        byte[] whole = Files.readAllBytes(MadeArchive.write(folder.resolve("whole.warc.gz"), 500));
        Path damaged = folder.resolve("damaged.warc.gz");
        Files.write(damaged, Arrays.copyOf(whole, whole.length * 3 / 4));
        assertThat(ingest(damaged.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("damaged.warc.gz: the archive is damaged in the record at byte");
        try (TestServer server = new TestServer(data)) {
            assertThat(reports(server)).isBetween(15, 25);
        }
    }

    @Test
    void whatIsNoArchiveIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("text.warc"), "no archive");
        assertThat(ingest(file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("text.warc: ");
    }

    /** How many articles tell of the one event that all are about. */
    private static int reports(TestServer server) throws Exception {
        return server.json("/api/v1/events")
                .get("items")
                .get(0)
                .get("reportCount")
                .asInt();
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
