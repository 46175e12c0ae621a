package io.demarche.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.demarche.ingest.text.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes the article out of an HTML page: what lies in {@code article} or {@code main}, or else in the element whose paragraphs hold
 * most text, without menus, forms and asides. Title, date, language and address come from the page's own metadata.
 */
public final class PageExtractor {

    private static final String CLUTTER =
            "script, style, noscript, template, nav, header, footer, aside, form, button, select, iframe,"
                    + " svg, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=search]";
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");
    private static final int SHORTEST_BODY = 80;

    private PageExtractor() {}

    /** The article in a page's bytes; the charset is the server's, or else what the page says of itself. */
    public static Extract extract(byte[] html, @Nullable String contentType, URI base) {
        try {
            return extract(Jsoup.parse(new ByteArrayInputStream(html), charset(contentType), base.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** The article in a page's text. */
    public static Extract extract(String html, String base) {
        return extract(Jsoup.parse(html, base));
    }

    private static Extract extract(Document page) {
        String title = title(page);
        URI url = url(page);
        String outlet = meta(page, "og:site_name");
        String language = blankToNull(page.select("html").attr("lang"));
        Instant publishedAt = publishedAt(page);
        page.select(CLUTTER).remove();
        String text = PlainText.of(body(page));
        return new Extract(title, text, url, outlet, null, language, publishedAt, List.of(), List.of());
    }

    private static Element body(Document page) {
        for (String place : List.of("[itemprop=articleBody]", "article", "main", "[role=main]")) {
            Element found = page.selectFirst(place);
            if (found != null && found.text().length() >= SHORTEST_BODY) {
                return found;
            }
        }
        return page.select("p").stream()
                .map(Element::parent)
                .filter(parent -> parent != null && ownParagraphs(parent) >= SHORTEST_BODY)
                .max(Comparator.comparingInt(PageExtractor::ownParagraphs))
                .orElse(page.body());
    }

    private static int ownParagraphs(Element element) {
        return element.children().stream()
                .filter(child -> child.normalName().equals("p"))
                .mapToInt(child -> child.text().length())
                .sum();
    }

    private static String title(Document page) {
        String social = meta(page, "og:title");
        if (social != null) {
            return social;
        }
        Element heading = page.selectFirst("article h1, main h1, h1");
        return heading == null ? page.title().strip() : heading.text().strip();
    }

    private static @Nullable URI url(Document page) {
        String canonical = page.select("link[rel=canonical]").attr("abs:href");
        String given = canonical.isEmpty() ? meta(page, "og:url") : canonical;
        try {
            URI url = given == null ? null : new URI(given);
            boolean web = url != null
                    && url.getHost() != null
                    && String.valueOf(url.getScheme()).startsWith("http");
            return web ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable Instant publishedAt(Document page) {
        for (String name : List.of("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued")) {
            Instant found = instant(meta(page, name));
            if (found != null) {
                return found;
            }
        }
        Matcher json = Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(page.select("script[type=application/ld+json]").html());
        Instant found = json.find() ? instant(json.group(1)) : null;
        return found != null
                ? found
                : instant(blankToNull(page.select("time[datetime]").attr("datetime")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String meta(Document page, String name) {
        Element found = page.selectFirst(
                "meta[property=\"%1$s\"], meta[name=\"%1$s\"], meta[itemprop=\"%1$s\"]".formatted(name));
        return found == null ? null : blankToNull(found.attr("content").strip());
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher matcher = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)).name() : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
