package io.demarche.ingest.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.re2j.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The articles that a page links to, in its order. */
public final class LinkedPages {

    private static final int MOST = 1_000;

    private LinkedPages() {}

    /**
     * Addresses of articles.
     *
     * @param pattern a regular expression (RE2) that is found in their addresses; if null, links to the same site are taken whose text is as long as a
     *     headline
     */
    public static List<URI> find(byte[] html, @Nullable String contentType, URI url, @Nullable String pattern) {
        Pattern wanted = pattern == null ? null : Pattern.compile(pattern);
        Set<URI> found = new LinkedHashSet<>();
        for (Element link : PageExtractor.parse(html, contentType, url).select("a[href]")) {
            Optional<URI> target = target(link, url);
            boolean article = target.isPresent()
                    && (wanted == null
                            ? Titles.mayBeHeadline(link.text().strip()) && isSameSite(target.get(), url)
                            : wanted.matcher(target.get().toString()).find());
            if (article && found.size() < MOST) {
                found.add(target.get());
            }
        }
        return new ArrayList<>(found);
    }

    /** The feeds that a page offers, in its order. */
    public static List<URI> feeds(byte[] html, @Nullable String contentType, URI url) {
        return PageExtractor.parse(html, contentType, url)
                .select("link[rel~=(?i)\\balternate\\b][type~=(?i)(rss|atom|rdf|feed\\+json)]")
                .stream()
                .flatMap(link -> target(link, url).stream())
                .distinct()
                .toList();
    }

    private static Optional<URI> target(Element link, URI url) {
        try {
            String address = link.absUrl("href").replaceFirst("#.*$", "");
            URI target = URI.create(address);
            boolean other = target.getHost() != null && !address.equals(url.toString());
            return other && address.matches("(?i)https?:.*") ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameSite(URI target, URI page) {
        String host = withoutWww(page.getHost());
        String other = withoutWww(target.getHost());
        return other.equals(host) || other.endsWith("." + host);
    }

    private static String withoutWww(String host) {
        return host.toLowerCase(java.util.Locale.ROOT).replaceFirst("^www\\.", "");
    }
}
