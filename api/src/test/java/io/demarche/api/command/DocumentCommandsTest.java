package io.demarche.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands 'feed' and 'extract', as they are called. */
@ResourceLock(Resources.SYSTEM_OUT)
class DocumentCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aFeedALineInOrderWithWhatIsNone() throws IOException {
        Files.writeString(folder.resolve("a.xml"), """
                <rss><channel><title>T</title><item><title>One</title><author>j@x.example (Jane)</author>
                <pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>""");
        Files.writeString(folder.resolve("b.html"), "<html><body>Hello</body></html>");
        Result result = run("feed", folder.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.lines()).hasSize(2);
        JsonNode feed = result.lines().get(0);
        assertThat(feed.get("file").asString()).endsWith("a.xml");
        assertThat(feed.get("ok").asBoolean()).isTrue();
        assertThat(feed.get("feed").get("title").asString()).isEqualTo("T");
        JsonNode entry = feed.get("entries").get(0);
        assertThat(entry.get("author").asString()).isEqualTo("Jane (j@x.example)");
        assertThat(entry.get("author_name").asString()).isEqualTo("Jane");
        assertThat(entry.get("published").asString()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(entry.has("summary")).isFalse();
        JsonNode page = result.lines().get(1);
        assertThat(page.get("ok").asBoolean()).isFalse();
        assertThat(page.get("problem").asString()).startsWith("this is an HTML page and no feed");
        assertThat(err.toString()).contains("b.html: this is an HTML page", "2 feeds, 1 problems");
    }

    @Test
    void aPageALinePackedOrNot() throws IOException {
        String page =
                "<html lang=en><head><title>A story told</title></head><body><p>Norway expelled two Russian diplomats.</p></body></html>";
        Files.writeString(folder.resolve("b.html"), page);
        Files.writeString(folder.resolve("notes.md"), "no page");
        try (GZIPOutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.source.html.gz")))) {
            packed.write(page.getBytes(StandardCharsets.UTF_8));
        }
        Result result = run("extract", folder.toString());
        assertThat(result.code()).isZero();
        assertThat(result.lines()).extracting(line -> line.get("id").asString()).containsExactly("a", "b");
        assertThat(result.lines()).allSatisfy(line -> {
            assertThat(line.propertyNames()).containsExactly("id", "title", "text", "language", "captions", "related");
            assertThat(line.get("text").asString()).isEqualTo("Norway expelled two Russian diplomats.");
        });
    }

    @Test
    void whatCannotBeReadIsNamed() {
        Result result = run("extract", folder.resolve("none.html").toString(), "http://127.0.0.1:1/");
        assertThat(result.code()).isEqualTo(1);
        assertThat(err.toString())
                .contains("none.html: there is no such file or folder", "http://127.0.0.1:1/: ", "loopback");
    }

    @ParameterizedTest
    @CsvSource({
        "pages/bbc-1.source.html.gz, bbc-1",
        "a.b.html, a.b",
        "x.txt, x",
        "https://news.example/a.html, https://news.example/a.html",
    })
    void theIdIsTheNameWithoutItsEndings(String place, String id) {
        assertThat(ExtractCommand.id(place)).isEqualTo(id);
    }

    private record Result(int code, List<JsonNode> lines) {}

    private Result run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code =
                    DemarcheCommand.commandLine().setErr(new PrintWriter(err)).execute(arguments);
            return new Result(
                    code,
                    out.toString(StandardCharsets.UTF_8)
                            .lines()
                            .map(JSON::readTree)
                            .toList());
        } finally {
            System.setOut(before);
        }
    }
}
