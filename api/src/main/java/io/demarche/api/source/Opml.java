package io.demarche.api.source;

import java.util.List;

import io.demarche.ingest.source.Source;
import io.demarche.ingest.text.Charsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of feeds as feed readers exchange them: OPML 2.0 (opml.org). */
final class Opml {

    private static final int MOST = 10_000;

    private Opml() {}

    /** The addresses of the feeds in a list, in its order, each once. */
    static List<String> read(byte[] opml) {
        Document document =
                Jsoup.parse(Charsets.decode(opml, null), "", Parser.xmlParser().setMaxDepth(100));
        return document.getElementsByTag("outline").stream()
                .map(outline -> outline.attributes().getIgnoreCase("xmlUrl").strip())
                .filter(url -> !url.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    static String write(List<Source> sources) {
        Document document = Jsoup.parse("", "", Parser.xmlParser());
        Element opml = document.appendElement("opml").attr("version", "2.0");
        opml.appendElement("head").appendElement("title").text("Sources of Demarche");
        Element body = opml.appendElement("body");
        for (Source source : sources) {
            String url = source.url().toString();
            body.appendElement("outline").attr("type", "rss").attr("text", url).attr("xmlUrl", url);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.outerHtml() + "\n";
    }
}
