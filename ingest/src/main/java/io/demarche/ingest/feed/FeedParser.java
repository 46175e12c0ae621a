package io.demarche.ingest.feed;

import java.net.URI;
import java.util.Locale;

import io.demarche.ingest.text.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses feeds: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, and site maps with or without news. Most feeds break some rule
 * of XML or their own; what can be understood is taken, and no entity is ever expanded from or fetched for a document type declaration.
 */
public final class FeedParser {

    private static final int STARTS_WITHIN = 2_000;

    private FeedParser() {}

    /**
     * The feed in these bytes.
     *
     * @param contentType the media type as the server sent it; null if unknown
     * @param url where it came from; relative links are resolved against it
     * @throws NotAFeedException if it is none
     */
    public static Feed parse(byte[] body, @Nullable String contentType, URI url) throws NotAFeedException {
        String text = Charsets.decode(body, contentType).strip();
        if (text.startsWith("{")) {
            return JsonFeed.parse(text, url);
        }
        return XmlFeed.parse(text, url)
                .orElseThrow(() -> new NotAFeedException(
                        whatInstead(text) + (contentType == null ? "" : ", sent as " + contentType)));
    }

    private static String whatInstead(String text) {
        String start = text.substring(0, Math.min(text.length(), STARTS_WITHIN)).toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return "the answer is empty";
        }
        boolean html = start.contains("<html") || start.contains("<!doctype html") || start.contains("<head");
        return html
                ? "this is an HTML page and no feed; add it as a page, or give the address of its feed"
                : "this is no RSS, Atom, JSON Feed or site map; it begins with '"
                        + start.substring(0, Math.min(start.length(), 40)).replaceAll("\\s+", " ") + "'";
    }
}
