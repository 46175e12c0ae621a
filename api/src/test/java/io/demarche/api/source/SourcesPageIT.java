package io.demarche.api.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.demarche.api.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of sources in a browser. */
class SourcesPageIT {

    @TempDir
    private Path folder;

    @Test
    void everySourceStandsThereWithWhatCameOfIt() throws Exception {
        String browser = browser();
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.writeString(news.resolve("one.txt"), "Norway expelled two Russian diplomats.");
        try (TestServer server = new TestServer(
                "demarche.data=" + folder, "demarche.source.poll=50ms", "demarche.source.folders=" + folder)) {
            server.post("/api/v1/sources", Map.of("url", news.toUri().toString(), "kind", "FOLDER"));
            await().until(() -> server.get("/api/v1/sources").body().contains("GOOD"));
            Process process = new ProcessBuilder(
                            browser,
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--user-data-dir=" + folder.resolve("browser"),
                            "--virtual-time-budget=5000",
                            "--dump-dom",
                            server.base() + "/sources.html")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String page = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(page)
                    .contains("1 watched, 0 failed")
                    .contains(news.getFileName().toString())
                    .contains("<span class=\"result GOOD\">good</span>");
        }
    }

    private static String browser() {
        String found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        assumeTrue(!found.isEmpty(), "skipped: there is no Chromium in /usr/bin");
        return found;
    }
}
