package io.demarche.ingest.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of markup, one paragraph for each block. */
public final class PlainText implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "table",
            "blockquote",
            "pre",
            "section",
            "article",
            "figure",
            "figcaption",
            "dt",
            "dd",
            "hr");

    private static final String CLUTTER =
            "script, style, noscript, template, nav, form, button, select, iframe, svg, dialog, [hidden], [aria-hidden=true]";

    /** Soft hyphen, zero width space, word joiner and byte order mark. */
    private static final Pattern WIDTHLESS = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** The text of a fragment of HTML, such as a feed's entry holds, without what is no text: scripts, forms, menus. */
    public static String ofFragment(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select(CLUTTER).remove();
        return of(document.body());
    }

    /** The text of an element. */
    public static String of(Element element) {
        PlainText plain = new PlainText();
        NodeTraversor.traverse(plain, element);
        return tidy(plain.text.toString());
    }

    /** White space folded within lines, lines without text left out, and what has no width, such as soft hyphens, in words. */
    public static String tidy(String text) {
        return text.lines()
                .map(line -> WIDTHLESS.matcher(line).replaceAll(""))
                .map(line -> BLANKS.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replace('\n', ' '));
        } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
            text.append('\n');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
            text.append('\n');
        }
    }
}
