package io.demarche.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import org.jspecify.annotations.Nullable;

/** Parses RSS and Atom by ROME. Document type declarations are refused, so that no entity is expanded or fetched. */
public final class FeedParser {

    private FeedParser() {}

    /**
     * The feed in these bytes.
     *
     * @param url where it came from; relative links are resolved against it
     * @throws NotAFeedException if it is none
     */
    public static Feed parse(byte[] body, @Nullable String contentType, URI url) throws NotAFeedException {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        try (InputStream in = new ByteArrayInputStream(body);
                XmlReader reader = contentType == null ? new XmlReader(in) : new XmlReader(in, contentType, true)) {
            return feed(input.build(reader), url);
        } catch (FeedException | IOException | RuntimeException e) {
            throw new NotAFeedException(whatInstead(body, contentType) + " (" + e.getMessage() + ")");
        }
    }

    private static String whatInstead(byte[] body, @Nullable String contentType) {
        String start = new String(body, 0, Math.min(body.length, 512), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean html = start.startsWith("<!doctype html") || start.startsWith("<html");
        String found = html ? "this is an HTML page" : "this is no RSS or Atom";
        return found
                + (contentType == null ? "" : ", sent as " + contentType)
                + (html ? "; add it as a page, or give the address of its feed" : "");
    }

    private static Feed feed(SyndFeed feed, URI url) {
        String title = orEmpty(feed.getTitle());
        List<Feed.Entry> entries = feed.getEntries().stream()
                .map(entry -> entry(entry, url, title, feed.getLanguage()))
                .toList();
        return new Feed(title, entries);
    }

    private static Feed.Entry entry(SyndEntry entry, URI url, String outlet, @Nullable String language) {
        String content = longest(entry.getContents().stream());
        String summary = longest(Stream.ofNullable(entry.getDescription()));
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        boolean whole = !content.isEmpty() && content.length() >= summary.length();
        return new Feed.Entry(
                new Extract(
                        PageExtractor.text(orEmpty(entry.getTitle())),
                        whole ? content : summary,
                        link(entry, url),
                        outlet.isBlank() ? null : outlet,
                        language,
                        date == null ? null : date.toInstant()),
                whole);
    }

    private static String longest(Stream<SyndContent> contents) {
        return contents.map(content -> PageExtractor.text(orEmpty(content.getValue())))
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }

    private static @Nullable URI link(SyndEntry entry, URI base) {
        String given = Optional.ofNullable(entry.getLink())
                .orElse(orEmpty(entry.getUri()))
                .strip();
        try {
            URI resolved = base.resolve(new URI(given));
            boolean web = resolved.getHost() != null
                    && String.valueOf(resolved.getScheme()).startsWith("http");
            return given.isEmpty() || !web ? null : resolved;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
