package io.demarche.ingest.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.demarche.ingest.feed.Feed.About;
import io.demarche.ingest.feed.Feed.Author;
import io.demarche.ingest.feed.Feed.Entry;
import io.demarche.ingest.feed.Fields.Dialect;
import io.demarche.ingest.text.Dates;
import io.demarche.ingest.text.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The dialects of XML: RSS (Winer's 0.91, 0.92, 2.0; Netscape's 0.90, 0.91; RDF Site Summary 1.0), Atom (0.3; RFC 4287), CDF, site maps
 * (sitemaps.org 0.9) with Google's news extension. They differ less than their names: a field is looked for under each of its names.
 */
final class XmlFeed {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "urlset", "sitemapindex");
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final int DEEPEST = 500;
    private static final int MOST_ENTRIES = 50_000;

    private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern MARKUP = Pattern.compile("<(?:/?[a-zA-Z]|!)|&(?:[a-zA-Z]\\w*|#\\w+);");

    private final Element root;
    private final Dialect dialect;
    private final URI url;

    private XmlFeed(Element root, URI url) {
        this.root = root;
        this.dialect = Dialect.of(root);
        this.url = url;
    }

    /** The feed in that text; empty if it has no root that a feed may have. */
    static Optional<Feed> parse(String xml, URI url) {
        Parser parser = Parser.xmlParser().setMaxDepth(DEEPEST);
        Document document = Jsoup.parse(xml, url.toString(), parser);
        document.outputSettings().prettyPrint(false);
        return document.children().stream()
                .filter(element -> ROOTS.contains(element.tag().localName().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(root -> new XmlFeed(root, url).feed());
    }

    private Feed feed() {
        Fields fields = new Fields(root, dialect);
        fields.first("channel").ifPresent(fields::add);
        About about = about(fields);
        List<URI> further = fields.all("sitemap")
                .map(map -> resolve(map, new Fields(map, dialect).text("loc")))
                .flatMap(Optional::stream)
                .limit(MOST_ENTRIES)
                .toList();
        return new Feed(about, hints(fields), entries(about), further);
    }

    /** Entries wherever they stand: a feed may have them in its channel, beside it, or, where an end tag is missing, somewhere else. */
    private List<Entry> entries(About about) {
        List<Entry> entries = new ArrayList<>();
        for (Element element : root.getAllElements()) {
            if (isEntry(element) && entries.size() < MOST_ENTRIES) {
                entries.add(entry(element, about));
            }
        }
        return entries;
    }

    private boolean isEntry(Element element) {
        String name = dialect.name(element);
        return ENTRIES.contains(name) || (name.equals("url") && root.equals(element.parent()) && isSiteMap());
    }

    private boolean isSiteMap() {
        return root.tag().localName().equalsIgnoreCase("urlset");
    }

    private About about(Fields fields) {
        String language = fields.text("language", "dc:language");
        return new About(
                plain(fields, "title", "dc:title", "media:title"),
                fields.first(
                                "description",
                                "tagline",
                                "subtitle",
                                "abstract",
                                "dc:description",
                                "itunes:subtitle",
                                "itunes:summary")
                        .map(XmlFeed::html)
                        .orElse(null),
                link(root, fields).orElse(null),
                fields.text("id", "guid"),
                language(language == null ? xmlLanguage(fields) : language),
                author(fields, null),
                published(fields),
                updated(fields),
                related(fields, "hub"),
                related(fields, "self"));
    }

    private @Nullable String xmlLanguage(Fields fields) {
        String own = root.attr("xml:lang");
        return own.isEmpty()
                ? fields.first("channel")
                        .map(channel -> channel.attr("xml:lang"))
                        .orElse("")
                : own;
    }

    private Entry entry(Element element, About about) {
        Fields fields = new Fields(element, dialect);
        fields.first("news:news").ifPresent(fields::add);
        fields.first("news:publication").ifPresent(fields::add);
        fields.first("media:group").ifPresent(fields::add);
        fields.first("media:content").ifPresent(fields::add);
        Texts texts = texts(element, fields);
        Author above = fields.first("source")
                .map(source -> author(new Fields(source, dialect), about.author()))
                .orElse(about.author());
        String language = element.attr("xml:lang");
        String own = fields.text("dc:language", "language", "news:language");
        return new Entry(
                plain(fields, "title", "dc:title", "media:title", "news:title"),
                link(element, fields).orElse(null),
                Optional.ofNullable(fields.text("id", "guid"))
                        .or(() -> Optional.of(element.attr("rdf:about")).filter(id -> !id.isEmpty()))
                        .orElse(null),
                texts.summary(),
                texts.content(),
                author(fields, above),
                own == null && language.isEmpty() ? about.language() : language(own == null ? language : own),
                published(fields),
                updated(fields));
    }

    private record Texts(@Nullable String summary, @Nullable String content) {}

    /** Of a summary and a description, the second is taken for the content. */
    private Texts texts(Element element, Fields fields) {
        List<Element> brief = element.children().stream()
                .filter(child -> Set.of("description", "summary", "abstract").contains(dialect.name(child)))
                .toList();
        Optional<Element> content =
                fields.first("content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div");
        Optional<Element> summary = brief.stream()
                .findFirst()
                .or(() -> fields.first("dc:description", "itunes:summary", "media:description"));
        boolean bothNames = brief.size() > 1 && !dialect.name(brief.get(0)).equals(dialect.name(brief.get(1)));
        return new Texts(
                summary.map(XmlFeed::html).orElse(null),
                content.or(() -> bothNames ? Optional.of(brief.get(1)) : Optional.empty())
                        .map(XmlFeed::html)
                        .orElse(null));
    }

    /** A construct of text as a fragment of HTML: whether it is markup or not is said by its type, its mode, or else its looks. */
    private static String html(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        String text = element.wholeText();
        if (element.childrenSize() > 0) {
            return element.html();
        }
        boolean binary = !type.isEmpty()
                && type.contains("/")
                && !type.startsWith("text/")
                && !type.contains("xml")
                && !type.contains("html");
        if (element.attr("mode").equals("base64") || binary) {
            return base64(text);
        }
        boolean plain = type.equals("text") || type.equals("text/plain");
        return plain ? Entities.escape(text) : text;
    }

    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A text that should hold no markup, but may; empty where the field is there and says nothing. */
    private static @Nullable String plain(Fields fields, String... names) {
        List<String> texts = fields.all(names)
                .map(XmlFeed::html)
                .map(text -> MARKUP.matcher(text).find() ? PlainText.ofFragment(text) : text)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
        return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse(texts.isEmpty() ? null : "");
    }

    private Optional<URI> link(Element element, Fields fields) {
        List<Element> links = fields.all("link").toList();
        return resolve(element, fields.text("feedburner:origlink"))
                .or(() -> links.stream()
                        .filter(XmlFeed::isAlternate)
                        .map(link -> resolve(link, link.hasAttr("href") ? link.attr("href") : link.wholeText()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> resolve(element, fields.text("loc", "a")))
                .or(() -> fields.all("guid")
                        .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                        .map(guid -> guid.wholeText().strip())
                        .filter(guid -> guid.matches("(?i)https?://.*"))
                        .findFirst()
                        .flatMap(guid -> resolve(element, guid)))
                .or(() ->
                        resolve(element, element.attr("href").isEmpty() ? channelHref(element) : element.attr("href")))
                .or(() -> isEntry(element) ? webId(element, fields) : Optional.empty());
    }

    private static String channelHref(Element element) {
        return Optional.ofNullable(element.firstElementChild())
                .filter(child -> child.tag().localName().equalsIgnoreCase("channel"))
                .map(channel -> channel.attr("href"))
                .orElse("");
    }

    private Optional<URI> webId(Element element, Fields fields) {
        String id = fields.text("id");
        return id != null && id.matches("(?i)https?://.*") ? resolve(element, id) : Optional.empty();
    }

    private static boolean isAlternate(Element link) {
        String rel = link.attr("rel");
        String type = link.attr("type");
        return (rel.isEmpty() || rel.equalsIgnoreCase("alternate"))
                && !type.contains("xml+")
                && !type.startsWith("audio/");
    }

    private @Nullable URI related(Fields fields, String rel) {
        return fields.all("link")
                .filter(link -> link.attr("rel").equalsIgnoreCase(rel))
                .map(link -> resolve(link, link.attr("href")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private Optional<URI> resolve(Element element, @Nullable String given) {
        return Optional.ofNullable(Links.resolve(base(element), given));
    }

    private URI base(Element element) {
        List<String> bases = new ArrayList<>();
        for (Element above = element; above != null; above = above.parent()) {
            if (above.hasAttr("xml:base")) {
                bases.add(above.attr("xml:base"));
            }
        }
        URI base = url;
        for (int outer = bases.size() - 1; outer >= 0; outer--) {
            URI inner = Links.resolve(base, bases.get(outer));
            base = inner == null ? base : inner;
        }
        return base;
    }

    private @Nullable Author author(Fields fields, @Nullable Author otherwise) {
        Optional<Element> person = fields.first("author", "managingeditor", "dc:author", "dc:creator", "itunes:author");
        if (person.isEmpty()) {
            return otherwise;
        }
        Fields parts = new Fields(person.get(), dialect);
        String name = parts.text("name", "itunes:name");
        String email = parts.text("email", "itunes:email");
        if (name != null || email != null) {
            return new Author(name, email);
        }
        return author(person.get().wholeText().strip(), otherwise);
    }

    /** A name and an address of mail in one text, as in "a@b.example (Name)" and "Name &lt;a@b.example&gt;". */
    static @Nullable Author author(String text, @Nullable Author otherwise) {
        Matcher matcher = EMAIL.matcher(text);
        String email = matcher.find() ? matcher.group() : null;
        String name = (email == null ? text : text.replace(email, "").replaceAll("[()<>]|\\bmailto:", " "))
                .replaceAll("\\s+", " ")
                .strip();
        return email == null && name.isEmpty() ? otherwise : new Author(name.isEmpty() ? null : name, email);
    }

    private static @Nullable Instant published(Fields fields) {
        return date(
                fields,
                "published",
                "issued",
                "pubdate",
                "news:publication_date",
                "dcterms:issued",
                "dcterms:created",
                "created");
    }

    private static @Nullable Instant updated(Fields fields) {
        return date(fields, "updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date", "lastmod");
    }

    private static @Nullable Instant date(Fields fields, String... names) {
        return Dates.parse(fields.lastText(names)).orElse(null);
    }

    private static @Nullable String language(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip().replace('_', '-');
    }

    private Hints hints(Fields fields) {
        Set<Integer> hours = inner(fields, "skiphours", "hour").stream()
                .filter(hour -> hour.matches("\\d{1,2}"))
                .map(hour -> Integer.parseInt(hour) % 24)
                .collect(Collectors.toSet());
        Set<DayOfWeek> days = inner(fields, "skipdays", "day").stream()
                .flatMap(day -> Arrays.stream(DayOfWeek.values())
                        .filter(known -> known.name().equalsIgnoreCase(day)))
                .collect(Collectors.toSet());
        return new Hints(interval(fields), hours, days);
    }

    private List<String> inner(Fields fields, String outer, String name) {
        return fields.all(outer)
                .flatMap(element -> new Fields(element, dialect).all(name))
                .map(element -> element.wholeText().strip())
                .toList();
    }

    private static @Nullable Duration interval(Fields fields) {
        String minutes = fields.text("ttl");
        if (minutes != null && minutes.matches("\\d{1,6}")) {
            return Duration.ofMinutes(Integer.parseInt(minutes));
        }
        String period = fields.text("sy:updateperiod");
        String frequency = fields.text("sy:updatefrequency");
        if (period == null) {
            return null;
        }
        int times = frequency != null && frequency.matches("[1-9]\\d{0,3}") ? Integer.parseInt(frequency) : 1;
        return switch (period.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1).dividedBy(times);
            case "daily" -> Duration.ofDays(1).dividedBy(times);
            case "weekly" -> Duration.ofDays(7).dividedBy(times);
            case "monthly" -> Duration.ofDays(30).dividedBy(times);
            case "yearly" -> Duration.ofDays(365).dividedBy(times);
            default -> null;
        };
    }
}
