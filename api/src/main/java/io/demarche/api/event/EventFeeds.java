package io.demarche.api.event;

import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.demarche.api.json.EventJson;

/** The latest events of a query as a feed reader takes them: Atom (RFC 4287) and JSON Feed 1.1. */
final class EventFeeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TITLE = "Demarche: flagged events";

    private EventFeeds() {}

    /** A JSON Feed, version 1.1. */
    record JsonFeed(
            String version,
            String title,
            @JsonProperty("feed_url") String feedUrl,
            List<Item> items) {

        /** An event. */
        record Item(
                String id,
                String url,
                String title,
                @JsonProperty("content_text") String contentText,
                @JsonProperty("date_published") Instant datePublished,
                @JsonProperty("date_modified") Instant dateModified,
                List<String> tags) {}
    }

    /**
     * The events as a JSON Feed.
     *
     * @param self the address of the feed
     * @param base the address below which events lie
     */
    static JsonFeed json(List<EventJson> events, String self, String base) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                TITLE,
                self,
                events.stream()
                        .map(event -> new JsonFeed.Item(
                                event.id(),
                                base + event.id(),
                                title(event),
                                content(event),
                                event.firstToldAt(),
                                event.lastToldAt(),
                                List.copyOf(event.kinds())))
                        .toList());
    }

    /** Writes the events as an Atom feed; likewise. */
    static void atom(List<EventJson> events, String self, String base, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "title", TITLE);
            element(xml, "id", self);
            link(xml, "self", self);
            element(
                    xml,
                    "updated",
                    events.stream()
                            .map(EventJson::lastToldAt)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                            .toString());
            xml.writeStartElement(ATOM, "author");
            element(xml, "name", "Demarche");
            xml.writeEndElement();
            for (EventJson event : events) {
                xml.writeStartElement(ATOM, "entry");
                element(xml, "title", title(event));
                element(xml, "id", "urn:demarche:" + event.id());
                link(xml, "alternate", base + event.id());
                element(xml, "published", event.firstToldAt().toString());
                element(xml, "updated", event.lastToldAt().toString());
                for (String kind : event.kinds()) {
                    xml.writeEmptyElement(ATOM, "category");
                    xml.writeAttribute("term", kind);
                }
                element(xml, "summary", content(event));
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed could not be written", e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static String title(EventJson event) {
        return "%s: %s %s %s"
                .formatted(
                        String.join(", ", event.kinds()),
                        String.join("+", event.actor()),
                        event.mutual() ? "<->" : "->",
                        String.join("+", event.target()));
    }

    private static String content(EventJson event) {
        return "%s %s %s, severity %s, told by %d articles"
                .formatted(
                        event.measure(),
                        event.move(),
                        event.status(),
                        event.severity(),
                        Objects.requireNonNull(event.reports()).reportCount());
    }
}
