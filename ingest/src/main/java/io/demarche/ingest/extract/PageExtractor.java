package io.demarche.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

import io.demarche.ingest.text.Charsets;
import io.demarche.ingest.text.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Takes the article out of an HTML page: {@link Body} finds its text, {@link Metadata} what is known of it, {@link Beside} what stands beside it. */
public final class PageExtractor {

    private static final int DEEPEST = 512;
    private static final int LONGEST_TITLE = 10_000;

    private PageExtractor() {}

    /**
     * The article in a page's bytes.
     *
     * @param contentType the media type as the server sent it, with its parameters; null if unknown
     * @param base the page's address; relative addresses are resolved against it
     */
    public static Extract extract(byte[] html, @Nullable String contentType, URI base) {
        return extract(parse(html, contentType, base));
    }

    /** The page in its bytes. */
    static Document parse(byte[] html, @Nullable String contentType, URI base) {
        try (InputStream in = new ByteArrayInputStream(html)) {
            return Jsoup.parse(in, Charsets.of(html, contentType).name(), base.toString(), parser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** The article in a page's text. */
    public static Extract extract(String html, String base) {
        return extract(Jsoup.parse(html, base, parser()));
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(DEEPEST);
    }

    private static Extract extract(Document page) {
        Metadata metadata = new Metadata(page);
        Outline outline = Outline.of(page.body(), metadata::note);
        String title = metadata.title();
        List<Integer> roots = Body.find(outline, title);
        Beside beside = Beside.of(outline, roots, title);
        URI url = metadata.url();
        Noise sorted = Noise.sort(text(outline, roots, metadata));
        return new Extract(
                        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                        sorted.text(),
                        url,
                        metadata.outlet(),
                        metadata.author(),
                        metadata.language(),
                        metadata.publishedAt(url),
                        beside.captions(),
                        beside.related(),
                        Obstacle.of(title, sorted.text(), page.location(), metadata.isPaid())
                                .orElse(null))
                .with(sorted.captions(), sorted.related());
    }

    /** Where a page is put together by scripts, the text may be there for machines only. */
    private static String text(Outline outline, List<Integer> roots, Metadata metadata) {
        String seen = Paragraphs.of(outline, roots);
        String given = metadata.articleBody().orElse("");
        return given.length() > 2 * seen.length() ? PlainText.tidy(given) : seen;
    }
}
