package io.demarche.ingest.extract;

import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of what is left of a page: white space folded, one paragraph for each block, an empty line between two. */
final class Paragraphs {

    private final Outline outline;
    private final StringBuilder text = new StringBuilder();
    private boolean space;
    private boolean broken;

    private Paragraphs(Outline outline) {
        this.outline = outline;
    }

    static String of(Outline outline, List<Integer> roots) {
        Paragraphs paragraphs = new Paragraphs(outline);
        for (int root : roots) {
            paragraphs.add(root);
            paragraphs.broken = true;
        }
        return paragraphs.text.toString();
    }

    private void add(int row) {
        if (outline.isStruck(row)) {
            return;
        }
        Tag tag = outline.tag(row);
        boolean breaks = tag.isBlock() && tag != Tag.TD;
        broken |= breaks;
        space |= tag == Tag.TD;
        int child = row + 1;
        for (Node node : outline.element(row).childNodes()) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            } else if (node instanceof Element) {
                add(child);
                child = outline.end(child);
            }
        }
        broken |= breaks;
        space |= tag == Tag.TD;
    }

    private void add(String words) {
        int place = 0;
        while (place < words.length()) {
            int start = place;
            while (place < words.length() && !Scan.isSpace(words.charAt(place))) {
                place++;
            }
            if (place > start) {
                separate();
                text.append(words, start, place);
            }
            while (place < words.length() && Scan.isSpace(words.charAt(place))) {
                place++;
                space = true;
            }
        }
    }

    private void separate() {
        if (!text.isEmpty()) {
            text.append(broken ? "\n\n" : space ? " " : "");
        }
        broken = false;
        space = false;
    }
}
