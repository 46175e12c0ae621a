package io.demarche.ingest.extract;

import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an element, one line for each block. */
final class PlainText implements NodeVisitor {

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

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Element element) {
        PlainText plain = new PlainText();
        NodeTraversor.traverse(plain, element);
        return tidy(plain.text.toString());
    }

    /** White space folded within lines, lines without text left out. */
    static String tidy(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[\\s\\u00a0]+", " ").strip())
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
