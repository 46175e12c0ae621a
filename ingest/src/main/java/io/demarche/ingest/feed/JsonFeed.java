package io.demarche.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.demarche.ingest.feed.Feed.About;
import io.demarche.ingest.feed.Feed.Author;
import io.demarche.ingest.feed.Feed.Entry;
import io.demarche.ingest.text.Dates;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFeed() {}

    static Feed parse(String text, URI url) throws NotAFeedException {
        JsonNode root = read(text);
        JsonNode items = root.path("items");
        if (!items.isArray()) {
            throw new NotAFeedException("this is JSON, but no JSON Feed: it has no 'items'");
        }
        Author author = author(root);
        About about = new About(
                text(root, "title"),
                escaped(text(root, "description")),
                Links.resolve(url, text(root, "home_page_url")),
                text(root, "feed_url"),
                text(root, "language"),
                author,
                null,
                null,
                hub(root, url),
                Links.resolve(url, text(root, "feed_url")));
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : items) {
            entries.add(entry(item, about, url));
        }
        return new Feed(about, Hints.NONE, entries, List.of());
    }

    private static JsonNode read(String text) throws NotAFeedException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new NotAFeedException("this begins like JSON, but is broken at line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage());
        }
    }

    private static Entry entry(JsonNode item, About about, URI url) {
        String html = text(item, "content_html");
        String language = text(item, "language");
        Author author = author(item);
        URI link = Links.resolve(url, text(item, "url"));
        return new Entry(
                text(item, "title"),
                link == null ? Links.resolve(url, text(item, "external_url")) : link,
                text(item, "id"),
                escaped(text(item, "summary")),
                html == null ? escaped(text(item, "content_text")) : html,
                author == null ? about.author() : author,
                language == null ? about.language() : language,
                Dates.parse(text(item, "date_published")).orElse(null),
                Dates.parse(text(item, "date_modified")).orElse(null));
    }

    private static @Nullable Author author(JsonNode node) {
        JsonNode first = node.path("authors").path(0);
        String name = text(first.isMissingNode() ? node.path("author") : first, "name");
        return name == null ? null : XmlFeed.author(name, null);
    }

    private static @Nullable URI hub(JsonNode root, URI url) {
        for (JsonNode hub : root.path("hubs")) {
            if ("WebSub".equalsIgnoreCase(text(hub, "type"))) {
                return Links.resolve(url, text(hub, "url"));
            }
        }
        return null;
    }

    /** A number is an id, too, though it should be none. */
    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : Entities.escape(text).replace("\n", "<br>");
    }
}
