package io.demarche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.demarche.core.article.Article;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final URI FEED = URI.create("https://news.example/feed");
    private static final String LONG = "A text that is longer than its summary.";

    private final Map<URI, Fetched> web = new HashMap<>();
    private final List<URI> fetched = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Collector collector = new Collector(
            (url, validators) -> {
                fetched.add(url);
                return web.getOrDefault(url, new Fetched.Failed("the server answered 404"));
            },
            known::contains,
            InstantSource.fixed(NOW));

    @Test
    void aSummaryIsCompletedFromItsPageOnce() {
        URI page = URI.create("https://news.example/a");
        serve(
                FEED,
                "<rss version='2.0'><channel><title>C</title><item><title>T</title><link>" + page
                        + "</link><description>Short.</description></item></channel></rss>");
        serve(page, "<html><body><p>" + LONG + "</p></body></html>");

        Article article = collect(Source.Kind.FEED, FEED).articles().get(0);
        assertThat(article.text()).isEqualTo(LONG);
        assertThat(article.imprint().url()).isEqualTo(page);
        assertThat(article.receivedAt()).isEqualTo(NOW);

        known.add(article.id());
        fetched.clear();
        collect(Source.Kind.FEED, FEED);
        assertThat(fetched).containsExactly(FEED);
    }

    @Test
    void whereThePageIsMissingTheSummaryIsTakenAndTheProblemTold() {
        serve(
                FEED,
                "<rss version='2.0'><channel><title>C</title><item><title>T</title><link>https://news.example/a"
                        + "</link><description>Short.</description></item></channel></rss>");
        Collected collected = collect(Source.Kind.FEED, FEED);
        assertThat(collected.articles()).extracting(Article::text).containsExactly("Short.");
        assertThat(collected.problems())
                .containsExactly("https://news.example/a: the server answered 404; its summary is taken");
    }

    @Test
    void aPageIsOneArticleUnderItsOwnAddress() {
        URI page = URI.create("https://news.example/a");
        serve(page, "<html><body><p>" + LONG + "</p></body></html>");
        assertThat(collect(Source.Kind.PAGE, page).articles())
                .singleElement()
                .satisfies(article -> assertThat(article.id()).isEqualTo(Article.idAt(page)));
    }

    @Test
    void whatIsNoFeedGivesAProblemAndNothingElse() {
        serve(FEED, "<html><body>Hello</body></html>");
        Collected collected = collect(Source.Kind.FEED, FEED);
        assertThat(collected.articles()).isEmpty();
        assertThat(collected.problems()).singleElement().asString().contains("HTML page");
    }

    @Test
    void aFolderGivesItsSavedFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "\uFEFFThe title\r\n\r\nThe text.\r\n");
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("more/b.html"), "<title>B</title><body><p>" + LONG + "</p></body>");
        Files.writeString(folder.resolve("empty.txt"), " \n ");
        Files.writeString(folder.resolve("picture.png"), "not an article");

        Collected collected = collect(Source.Kind.FOLDER, folder.toUri());

        assertThat(collected.articles()).extracting(Article::title).containsExactly("The title", "B");
        assertThat(collected.articles().get(0).text()).isEqualTo("The text.");
        assertThat(collected.problems()).singleElement().asString().endsWith("empty.txt: holds no text");
    }

    @Test
    void aMissingFolderIsAProblem(@TempDir Path folder) {
        assertThat(collect(Source.Kind.FOLDER, folder.resolve("gone").toUri()).problems())
                .singleElement()
                .asString()
                .contains("there is no such file or folder");
    }

    @Test
    void anAddressMustFitItsKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of(Source.Kind.FEED, URI.create("file:///etc/hostname"), NOW))
                .withMessageContaining("http or https");
    }

    private Collected collect(Source.Kind kind, URI url) {
        return collector.collect(Source.of(kind, url, NOW), Validators.NONE);
    }

    private void serve(URI url, String text) {
        web.put(url, new Fetched.Document(url, text.getBytes(StandardCharsets.UTF_8), null, Validators.NONE));
    }
}
