package io.demarche.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The children of an element by their names, in a form that does not depend on the prefixes a feed chose: {@code title} for what belongs
 * to the dialects themselves, {@code dc:title} for what belongs to a module. Children in namespaces that mean nothing here are left out.
 */
final class Fields {

    private static final String FOREIGN = "?";

    /** Namespaces by what they begin with, without the protocol; a module has been published under several. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", ""),
            Map.entry("purl.org/atom/ns", ""),
            Map.entry("example.com/newformat", ""),
            Map.entry("example.com/necho", ""),
            Map.entry("purl.org/echo", ""),
            Map.entry("uri/of/echo", ""),
            Map.entry("purl.org/pie", ""),
            Map.entry("purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy:"),
            Map.entry("purl.org/rss/1.0/modules/", FOREIGN),
            Map.entry("purl.org/rss/modules/", FOREIGN),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("purl.org/net/rss", ""),
            Map.entry("my.netscape.com/rdf/simple", ""),
            Map.entry("my.netscape.com/publish/formats", ""),
            Map.entry("channel.netscape.com/rdf/simple", ""),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("cyber.law.harvard.edu/rss", ""),
            Map.entry("www.rssboard.org/rss", ""),
            Map.entry("my.theinfo.org/changed/1.0/rss", ""),
            Map.entry("purl.org/dc/elements", "dc:"),
            Map.entry("purl.org/dc/terms", "dcterms:"),
            Map.entry("www.itunes.com/dtds", "itunes:"),
            Map.entry("example.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("search.yahoo.com/mrss", "media:"),
            Map.entry("video.search.yahoo.com/mrss", "media:"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("rssnamespace.org/feedburner", "feedburner:"),
            Map.entry("www.sitemaps.org/schemas/sitemap", ""),
            Map.entry("www.google.com/schemas/sitemap-news", "news:"),
            Map.entry("www.google.com/schemas/sitemap", ""));

    private final Map<String, List<Element>> children = new HashMap<>();
    private final Dialect dialect;

    /** What a feed's root tells of the names in it. */
    record Dialect(String rootNamespace) {

        static Dialect of(Element root) {
            return new Dialect(root.tag().namespace());
        }

        /** The field's name, lower case. */
        String name(Element element) {
            return prefix(element) + element.tag().localName().toLowerCase(Locale.ROOT);
        }

        private String prefix(Element element) {
            String namespace = element.tag().namespace();
            String prefix = element.tag().prefix();
            boolean undeclared = namespace.isEmpty() || namespace.equals(org.jsoup.parser.Parser.NamespaceXml);
            if (undeclared) {
                // a prefix that nobody declared means what it usually does
                return prefix.isEmpty() ? "" : prefix.toLowerCase(Locale.ROOT) + ":";
            }
            String place = namespace.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
            return PREFIXES.entrySet().stream()
                    .filter(known -> place.startsWith(known.getKey()))
                    .max(java.util.Comparator.comparingInt(
                            known -> known.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(namespace.equals(rootNamespace) ? "" : FOREIGN);
        }
    }

    Fields(Element parent, Dialect dialect) {
        this.dialect = dialect;
        add(parent);
    }

    /** Adds the children of another element, as where an element of its own wraps some. */
    void add(Element parent) {
        for (Element child = parent.firstElementChild(); child != null; child = child.nextElementSibling()) {
            children.computeIfAbsent(dialect.name(child), name -> new ArrayList<>())
                    .add(child);
        }
    }

    Stream<Element> all(String... names) {
        return Stream.of(names).flatMap(name -> children.getOrDefault(name, List.of()).stream());
    }

    /** The first of those names, in the order of the names. */
    Optional<Element> first(String... names) {
        return all(names).findFirst();
    }

    /** The text of the first of those names that has any; null if none has. */
    @Nullable
    String text(String... names) {
        return all(names)
                .map(element -> element.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The text of the last one of the first name that has any: of two dates, the later one in the document holds. */
    @Nullable
    String lastText(String... names) {
        for (String name : names) {
            String last = all(name)
                    .map(element -> element.wholeText().strip())
                    .filter(text -> !text.isEmpty())
                    .reduce(null, (before, after) -> after);
            if (last != null) {
                return last;
            }
        }
        return null;
    }
}
