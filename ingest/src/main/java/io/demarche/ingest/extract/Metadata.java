package io.demarche.ingest.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.demarche.ingest.extract.ClassWords.Meaning;
import io.demarche.ingest.text.Dates;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article outside the text: in {@code meta} and {@code link} elements (Open Graph, Dublin Core, Parse.ly and others), in
 * schema.org's vocabulary as JSON-LD or microdata, and in the elements that people see. Where these differ, what is written for machines holds, schema.org
 * before the rest; of dates, the one of publication before any other.
 */
final class Metadata {

    private static final List<String> DATES = List.of(
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.created",
            "dc.date.created",
            "citation_publication_date",
            "publication_date",
            "publish-date",
            "publishdate",
            "pubdate",
            "pdate",
            "date",
            "cxenseparse:recs:publishtime",
            "bt:pubdate");

    private static final List<String> AUTHORS = List.of(
            "author",
            "parsely-author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "sailthru.author",
            "article:author",
            "citation_author");

    private static final Pattern DAY_IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(\\d{2})[/-]?(\\d{2})(?:/|-|\\b)");
    private static final Pattern BY =
            Pattern.compile("(?iU)^\\s*(?:written\\s+)?(?:by|von|par|por|di|door|autor|auteur|автор)\\b[:\\s]*");
    private static final Pattern DATE_BEHIND =
            Pattern.compile("(?U)[\\s—–|•,]*\\b(?:\\p{L}{3,9}\\.? )?\\d.*$|[\\s—–|•]+$");
    private static final int LONGEST_AUTHOR = 100;
    private static final double SAME_TITLE = 0.75;

    private final Document page;
    private final Map<String, String> metas = new HashMap<>();
    private final LinkedData linked = new LinkedData();
    private final List<Element> authors = new ArrayList<>();
    private final List<Element> bylines = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private String canonical = "";
    private final List<Element> headings = new ArrayList<>();

    /** What the head of a page says; what its body says is to be {@linkplain #note noted} yet. */
    Metadata(Document page) {
        this.page = page;
        for (Element element : page.head().children()) {
            read(element);
        }
    }

    /** Takes note of an element of the page's body. */
    void note(Element element, ClassWords words) {
        switch (element.normalName()) {
            case "meta", "link", "script" -> read(element);
            case "time" -> times.add(element);
            case "h1" -> headings.add(element);
            default -> {}
        }
        String property = element.attr("itemprop");
        boolean link = element.normalName().equals("a");
        if (property.equals("author") || (link && element.attr("rel").equals("author"))) {
            authors.add(element);
        } else if (words.suggest(Meaning.BYLINE)) {
            bylines.add(element);
        }
        if (property.equals("datePublished")) {
            times.add(0, element);
        }
    }

    private void read(Element element) {
        switch (element.normalName()) {
            case "meta" -> {
                String content = element.attr("content").strip();
                for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                    String name = element.attr(key);
                    if (!name.isEmpty() && !content.isEmpty()) {
                        metas.putIfAbsent(name.toLowerCase(Locale.ROOT), content);
                    }
                }
            }
            case "link" -> {
                if (element.attr("rel").equalsIgnoreCase("canonical") && canonical.isEmpty()) {
                    canonical = element.attr("abs:href");
                }
            }
            case "script" -> {
                if (element.attr("type").equalsIgnoreCase("application/ld+json")) {
                    linked.read(element.data());
                }
            }
            default -> {}
        }
    }

    String title() {
        String site = outlet();
        String given = Stream.of(
                        meta("og:title"),
                        linked.headline(),
                        meta("twitter:title"),
                        meta("dc.title"),
                        meta("parsely-title"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        if (!given.isEmpty()) {
            return Titles.withoutSite(given, site);
        }
        String whole = page.title().strip();
        String heading = headings.isEmpty() ? "" : headings.get(0).text().strip();
        boolean same = headings.size() == 1 && Titles.similarity(whole, heading) > SAME_TITLE;
        return whole.isEmpty() || (same && !heading.isEmpty())
                ? heading
                : Titles.withoutTail(Titles.withoutSite(whole, site));
    }

    @Nullable
    String outlet() {
        return Stream.of(meta("og:site_name"), linked.publisher(), meta("application-name"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    URI url() {
        try {
            String given = canonical.isEmpty() ? meta("og:url").orElse("") : canonical;
            URI url = new URI(given);
            boolean web =
                    url.getHost() != null && String.valueOf(url.getScheme()).startsWith("http");
            return web ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Nullable
    String language() {
        Element root = page.body().parent() == null ? page : page.body().parent();
        return Stream.of(
                        root.attr("lang"),
                        root.attr("xml:lang"),
                        linked.language().orElse(""),
                        meta("og:locale").orElse(""),
                        meta("content-language").orElse(""),
                        meta("dc.language").orElse(""))
                .map(tag -> tag.strip().replace('_', '-'))
                .filter(tag -> tag.matches("[a-zA-Z]{2,3}(-[\\w-]+)?"))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String author() {
        Stream<String> given =
                Stream.concat(linked.author().stream(), AUTHORS.stream().flatMap(name -> meta(name).stream()));
        return Stream.concat(given, seenAuthors())
                .map(text -> BY.matcher(text).replaceFirst("").replaceAll("\\s+", " "))
                .map(text -> DATE_BEHIND.matcher(text).replaceFirst("").strip())
                .filter(text -> !text.isEmpty() && text.length() < LONGEST_AUTHOR && !text.matches("(?i)https?://.*"))
                .findFirst()
                .orElse(null);
    }

    private Stream<String> seenAuthors() {
        return Stream.concat(authors.stream(), bylines.stream()).map(Element::text);
    }

    @Nullable
    Instant publishedAt(@Nullable URI url) {
        return Stream.of(
                        linked.published(),
                        DATES.stream().flatMap(name -> meta(name).stream()),
                        times(),
                        linked.modified())
                .flatMap(texts -> texts)
                .flatMap(text -> Dates.parse(text).stream())
                .findFirst()
                .or(() -> inAddress(url))
                .orElse(null);
    }

    private Stream<String> times() {
        return times.stream()
                .map(element -> element.attr("datetime").isEmpty() ? element.text() : element.attr("datetime"));
    }

    private static Optional<Instant> inAddress(@Nullable URI url) {
        Matcher day = DAY_IN_ADDRESS.matcher(url == null ? "" : String.valueOf(url.getPath()));
        return day.find() ? Dates.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3)) : Optional.empty();
    }

    /** Whether the page says that not everybody may read all of it. */
    boolean isPaid() {
        return linked.isPaid()
                || meta("article:content_tier")
                        .filter(tier -> tier.matches("(?i)locked|metered|premium"))
                        .isPresent();
    }

    /** The text as given for machines. */
    Optional<String> articleBody() {
        return linked.body();
    }

    private Optional<String> meta(String name) {
        return Optional.ofNullable(metas.get(name));
    }
}
