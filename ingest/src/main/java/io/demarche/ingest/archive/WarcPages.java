package io.demarche.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import io.demarche.core.article.Article;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.source.Articles;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages in a WARC archive (ISO 28500), such as those of Common Crawl, one after the other, packed record by record or not at all. What is no answer with a
 * page in it is passed over.
 */
public final class WarcPages implements Closeable {

    private static final int LARGEST = 10_000_000;

    private final WarcReader reader;

    /**
     * The pages of a file.
     *
     * @param from where the first record begins, in bytes of the file: 0, or the {@linkplain Page#start start} of a page
     * @throws IOException if it cannot be opened, or is no archive
     */
    public WarcPages(Path file, long from) throws IOException {
        reader = new WarcReader(file);
        if (from > 0) {
            reader.position(from);
        }
    }

    /** Whether a file is an archive, by its name. */
    public static boolean isArchive(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.warc(\\.gz)?");
    }

    /**
     * A page as it was when it was archived.
     *
     * @param start where its record begins in the file
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Page(
            URI url,
            Instant capturedAt,
            byte[] html,
            @Nullable String contentType,
            long start) {

        /** Its article, as told when the page was archived if it does not say when; empty if it holds none, or asks for something first. */
        public Optional<Article> article(Instant receivedAt) {
            Extract extract = PageExtractor.extract(html, contentType, url);
            boolean hidden = extract.obstacle() != null && extract.obstacle().hidesAll();
            return extract.text().isBlank() || hidden
                    ? Optional.empty()
                    : Optional.of(Articles.of(extract.toldAt(capturedAt), url, receivedAt));
        }
    }

    /**
     * The next page; empty at the end.
     *
     * @throws IOException if the archive is damaged from here on; the message says where
     */
    public Optional<Page> next() throws IOException {
        try {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                if (record.get() instanceof WarcResponse response) {
                    Optional<Page> page = page(response);
                    if (page.isPresent()) {
                        return page;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "the archive is damaged in the record at byte %,d: %s".formatted(reader.position(), e.getMessage()),
                    e);
        }
    }

    private Optional<Page> page(WarcResponse response) throws IOException {
        String target = response.target();
        if (!target.matches("(?i)https?://.*")
                || !response.contentType().toString().startsWith("application/http")) {
            return Optional.empty();
        }
        HttpResponse http = response.http();
        String contentType = http.headers().first("Content-Type").orElse(null);
        boolean html =
                contentType == null || contentType.toLowerCase(Locale.ROOT).contains("html");
        if (http.status() != 200 || !html) {
            return Optional.empty();
        }
        try (InputStream in = http.bodyDecoded().stream()) {
            byte[] body = in.readNBytes(LARGEST);
            return Optional.of(new Page(URI.create(target), response.date(), body, contentType, response.position()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
