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
import java.util.List;
import java.util.Map;

import io.demarche.core.article.Article;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final URI FEED = URI.create("https://news.example/feed");
    private static final Validators SENT = new Validators("\"v1\"", null);
    private static final String LONG = "A text that is longer than its summary.";

    private final Map<URI, Fetched> web = new HashMap<>();
    private final List<URI> fetched = new ArrayList<>();
    private final Map<String, Instant> known = new HashMap<>();
    private final Collector collector = new Collector(
            (url, validators) -> {
                fetched.add(url);
                return web.getOrDefault(url, new Fetched.Failed("the server answered 404"));
            },
            (id, updated) ->
                    known.containsKey(id) && (updated == null || !known.get(id).isBefore(updated)),
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

        known.put(article.id(), NOW);
        fetched.clear();
        collect(Source.Kind.FEED, FEED);
        assertThat(fetched).containsExactly(FEED);
    }

    @Test
    void whatItsPublisherChangedIsFetchedAgain() {
        URI page = URI.create("https://news.example/a");
        serve(
                FEED,
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title><link href='" + page
                        + "'/><summary>Short.</summary><updated>2026-03-02T07:00:00Z</updated></entry></feed>");
        serve(page, "<html><body><p>" + LONG + "</p></body></html>");
        known.put(Article.idAt(page), NOW.minusSeconds(7_200));

        assertThat(collect(Source.Kind.FEED, FEED).articles())
                .singleElement()
                .extracting(Article::text)
                .isEqualTo(LONG);
        web.remove(page);
        assertThat(collect(Source.Kind.FEED, FEED).articles())
                .as("its summary is no text of it")
                .isEmpty();
        known.put(Article.idAt(page), NOW);
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
    void aListGivesTheArticlesItLinksTo() {
        URI list = URI.create("https://mfa.example/news");
        serve(
                list,
                "<a href=/>Home</a><a href=/news/1>Statement on the expulsion of diplomats</a><a href='/news/1#c'>Comments</a>"
                        + "<a href=https://elsewhere.example/x>A headline of somebody else altogether</a><a href=/news/2>Note</a>");
        serve(URI.create("https://mfa.example/news/1"), "<title>One</title><p>" + LONG + "</p>");
        serve(URI.create("https://mfa.example/news/2"), "<title>Two</title><p>" + LONG + "</p>");
        assertThat(collect(Source.Kind.LIST, list).articles())
                .extracting(Article::title)
                .containsExactly("One");
        Source matched = Source.of(Source.Kind.LIST, list, "/news/[0-9]+$", NOW);
        assertThat(collector.collect(matched, SourceState.fresh(NOW)).articles())
                .extracting(Article::title)
                .containsExactly("One", "Two");
        Source none = Source.of(Source.Kind.LIST, list, "/press/", NOW);
        assertThat(collector.collect(none, SourceState.fresh(NOW)).problems())
                .containsExactly("https://mfa.example/news: no link on the page matches '/press/'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of(Source.Kind.LIST, list, "[", NOW))
                .withMessageContaining("is no regular expression");
    }

    @Test
    void aPageThatCouldNotBeHadIsAskedForAgain() {
        serve(FEED, "<urlset><url><loc>https://news.example/a</loc></url></urlset>");
        assertThat(collect(Source.Kind.FEED, FEED).look().whole()).isFalse();
        serve(URI.create("https://news.example/a"), "<p>" + LONG + "</p>");
        Collected second = collect(Source.Kind.FEED, FEED);
        assertThat(second.look().whole()).isTrue();
        assertThat(second.articles()).extracting(Article::text).containsExactly(LONG);
    }

    @Test
    void noMoreThanAHundredPagesAreFetchedAtOnceTheNewestFirst() {
        StringBuilder map = new StringBuilder("<urlset>");
        for (int day = 0; day < 150; day++) {
            URI page = URI.create("https://news.example/" + day);
            map.append("<url><loc>")
                    .append(page)
                    .append("</loc><lastmod>")
                    .append(NOW.plusSeconds(86_400L * day))
                    .append("</lastmod></url>");
            serve(page, "<title>" + day + "</title><p>" + LONG + "</p>");
        }
        serve(FEED, map + "</urlset>");
        Collected first = collect(Source.Kind.FEED, FEED);
        assertThat(first.articles()).hasSize(100);
        assertThat(first.articles().get(0).title()).isEqualTo("149");
        assertThat(first.look().whole()).isFalse();
        first.articles().forEach(article -> known.put(article.id(), NOW));
        Collected second = collect(Source.Kind.FEED, FEED);
        assertThat(second.articles()).hasSize(50);
        assertThat(second.look().whole()).isTrue();
    }

    @Test
    void whereASourceHasMovedItIsFetched() {
        URI there = URI.create("https://news.example/new");
        serve(there, "<rss><channel><item><title>T</title></item></channel></rss>");
        SourceState moved = new SourceState(Validators.NONE, there, null, null, 0, null, null, NOW, null);
        assertThat(collector
                        .collect(Source.of(Source.Kind.FEED, FEED, null, NOW), moved)
                        .articles())
                .hasSize(1);
    }

    @Test
    void newslettersAreRead(@TempDir Path folder) throws IOException {
        String mail =
                "From: Desk <desk@mfa.example>\nSubject: =?utf-8?q?Na_s=C3=BAhlas?=\nDate: Mon, 2 Mar 2026 08:00:00 +0100\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain.\n--b\nContent-Type: text/html; charset=utf-8\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + java.util.Base64.getMimeEncoder()
                                .encodeToString(("<p>" + LONG + "</p>").getBytes(StandardCharsets.UTF_8))
                        + "\n--b--\n";
        Files.writeString(folder.resolve("a.eml"), mail);
        Files.writeString(
                folder.resolve("b.mbox"),
                "From x\n" + mail + "\nFrom y\nSubject: Second\n\nFirst line.\n>From the ministry.\n");
        Collected collected = collect(Source.Kind.FOLDER, folder.toUri());
        assertThat(collected.problems()).isEmpty();
        assertThat(collected.articles()).extracting(Article::title).containsExactly("Na súhlas", "Na súhlas", "Second");
        assertThat(collected.articles().get(0).text()).isEqualTo(LONG);
        assertThat(collected.articles().get(0).imprint().publishedAt()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(collected.articles().get(2).text()).isEqualTo("First line.\n\nFrom the ministry.");
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
                .isThrownBy(() -> Source.of(Source.Kind.FEED, URI.create("file:///etc/hostname"), null, NOW))
                .withMessageContaining("http or https");
    }

    private Collected collect(Source.Kind kind, URI url) {
        return collector.collect(Source.of(kind, url, null, NOW), SourceState.fresh(NOW));
    }

    private void serve(URI url, String text) {
        web.put(url, new Fetched.Document(url, text.getBytes(StandardCharsets.UTF_8), null, SENT, Fetched.Notice.NONE));
    }
}
