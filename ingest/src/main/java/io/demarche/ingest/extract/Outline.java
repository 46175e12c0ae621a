package io.demarche.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A page as rows, one for each element, in document order: what is asked of elements again and again is summed up once over arrays
 * rather than by walks through the tree. Elements may be struck out, with all below them; sums then go without them.
 */
final class Outline {

    /** What is summed over an element and all below it. */
    enum Sum {
        /** Characters of text, white space folded. */
        TEXT,
        /** Characters of text in links; those of links within the page count for a third. */
        LINK,
        /** Commas of any script. */
        COMMAS,
        /** Characters in paragraphs, quotations and the like. */
        PROSE,
        /** Characters in headings. */
        HEADING,
        /** Characters in lists. */
        LIST,
        PARAGRAPHS,
        IMAGES,
        ITEMS,
        INPUTS,
        EMBEDS
    }

    private static final int COLUMNS = Sum.values().length;

    private final ClassWords.Cache cache = new ClassWords.Cache();
    private final BiConsumer<Element, ClassWords> visitor;
    private final List<Element> elements = new ArrayList<>(1_024);
    private final List<ClassWords> words = new ArrayList<>(1_024);
    private int[] parents = new int[1_024];
    private int[] ends = new int[1_024];
    private Tag[] tags = new Tag[1_024];
    private boolean[] hidden = new boolean[1_024];
    private boolean[] within = new boolean[1_024];

    /** One number after the other for each row. */
    private int[] own = new int[COLUMNS * 1_024];

    private int[] sums = {};
    private boolean[] struck;

    private Outline(Element root, BiConsumer<Element, ClassWords> visitor) {
        this.visitor = visitor;
        add(root, -1);
        struck = new boolean[size()];
    }

    /** The outline of what is below and at that root; the visitor sees every element once, in document order. */
    static Outline of(Element root, BiConsumer<Element, ClassWords> visitor) {
        return new Outline(root, visitor);
    }

    /** The parser bounds how deep elements are nested, and so the depth of this. */
    private void add(Element element, int parent) {
        int row = elements.size();
        grow(row);
        elements.add(element);
        Tag tag = Tag.of(element.normalName());
        tags[row] = tag;
        ClassWords named = cache.of(element);
        words.add(named);
        hidden[row] = hides(element);
        visitor.accept(element, named);
        parents[row] = parent;
        count(row, tag, element);
        for (int place = 0; place < element.childNodeSize(); place++) {
            Node child = element.childNode(place);
            if (child instanceof TextNode text) {
                long counts = Scan.lengthAndCommas(text.getWholeText());
                own[cell(Sum.TEXT, row)] += (int) counts;
                own[cell(Sum.COMMAS, row)] += (int) (counts >> 32);
            } else if (child instanceof Element below) {
                add(below, row);
            }
        }
        ends[row] = elements.size();
    }

    private static boolean hides(Element element) {
        return element.attributesSize() > 0
                && (element.hasAttr("hidden")
                        || (element.attr("aria-hidden").equals("true")
                                && !element.attr("class").contains("fallback-image"))
                        || isInvisible(element.attr("style"))
                        || isElsewhere(element.attr("role")));
    }

    private static boolean isInvisible(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String dense = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return dense.contains("display:none") || dense.contains("visibility:hidden");
    }

    private static boolean isElsewhere(String role) {
        return switch (role) {
            case "menu",
                    "menubar",
                    "complementary",
                    "navigation",
                    "alert",
                    "alertdialog",
                    "dialog",
                    "search",
                    "banner",
                    "contentinfo" -> true;
            default -> false;
        };
    }

    private void count(int row, Tag tag, Element element) {
        switch (tag) {
            case P -> own[cell(Sum.PARAGRAPHS, row)] = 1;
            case IMG -> own[cell(Sum.IMAGES, row)] = 1;
            case LI -> own[cell(Sum.ITEMS, row)] = 1;
            case A -> within[row] = element.attr("href").startsWith("#");
            case INPUT -> own[cell(Sum.INPUTS, row)] = element.attr("type").equals("hidden") ? 0 : 1;
            case EMBED -> own[cell(Sum.EMBEDS, row)] = 1;
            default -> {}
        }
    }

    private void grow(int row) {
        if (row == parents.length) {
            parents = Arrays.copyOf(parents, 2 * row);
            ends = Arrays.copyOf(ends, 2 * row);
            tags = Arrays.copyOf(tags, 2 * row);
            hidden = Arrays.copyOf(hidden, 2 * row);
            within = Arrays.copyOf(within, 2 * row);
            own = Arrays.copyOf(own, 2 * row * COLUMNS);
        }
    }

    @SuppressWarnings("EnumOrdinal") // the columns are the sums, and live no longer than they
    private static int cell(Sum sum, int row) {
        return row * COLUMNS + sum.ordinal();
    }

    int size() {
        return elements.size();
    }

    Element element(int row) {
        return elements.get(row);
    }

    Tag tag(int row) {
        return tags[row];
    }

    ClassWords words(int row) {
        return words.get(row);
    }

    /** The row of the parent; -1 for the root. */
    int parent(int row) {
        return parents[row];
    }

    /** The first row behind the element and all below it. */
    int end(int row) {
        return ends[row];
    }

    /** Characters of text that belong to the element itself. */
    int ownText(int row) {
        return own[cell(Sum.TEXT, row)];
    }

    int of(Sum sum, int row) {
        return sums[cell(sum, row)];
    }

    /** How much of its text lies in links, 0 to 1. */
    double linkDensity(int row) {
        int text = of(Sum.TEXT, row);
        return text == 0 ? 0 : (double) of(Sum.LINK, row) / text;
    }

    /** Whether its attributes say that it is not shown, or is none of the page's main content. */
    boolean isHidden(int row) {
        return hidden[row];
    }

    boolean isStruck(int row) {
        return struck[row];
    }

    /** Strikes an element out with all below it, without summing up anew. */
    void strike(int row) {
        Arrays.fill(struck, row, ends[row], true);
    }

    /** Strikes an element out, and takes it from the sums of all above it. */
    void remove(int row) {
        for (int above = parents[row]; above >= 0; above = parents[above]) {
            for (int column = 0; column < COLUMNS; column++) {
                sums[above * COLUMNS + column] -= sums[row * COLUMNS + column];
            }
        }
        strike(row);
    }

    /** What is struck out now, to be brought back later. */
    boolean[] strikes() {
        return struck.clone();
    }

    /** Goes back to what was struck out then. */
    void restore(boolean[] strikes) {
        struck = strikes.clone();
        sum();
    }

    /** Sums up anew, after elements were struck out. */
    void sum() {
        sums = Arrays.copyOf(own, size() * COLUMNS);
        for (int row = size() - 1; row >= 0; row--) {
            if (!struck[row]) {
                classify(row);
                for (int column = 0; column < COLUMNS && parents[row] >= 0; column++) {
                    sums[parents[row] * COLUMNS + column] += sums[row * COLUMNS + column];
                }
            }
        }
    }

    private void classify(int row) {
        int text = of(Sum.TEXT, row);
        switch (tags[row]) {
            case A -> set(Sum.LINK, row, within[row] ? text / 3 : text);
            case P, BLOCKQUOTE, PRE, TD, DL, SPAN -> set(Sum.PROSE, row, text);
            case HEADING -> set(Sum.HEADING, row, text);
            case LIST -> set(Sum.LIST, row, text);
            default -> {}
        }
    }

    private void set(Sum sum, int row, int value) {
        sums[cell(sum, row)] = value;
    }
}
