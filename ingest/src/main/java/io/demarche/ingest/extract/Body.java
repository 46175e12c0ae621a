package io.demarche.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.demarche.ingest.extract.ClassWords.Meaning;
import io.demarche.ingest.extract.Outline.Sum;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a page that hold its article, after the idea of Arc90's Readability (2009): paragraphs vote for what holds them, the more text and
 * commas they have the more, links count against them, and so do names that suggest something else. Around the winner its like are gathered,
 * and within it what looks like no text is struck out. Where little is left, it is tried again with less suspicion.
 */
final class Body {

    /** How suspicious a pass is; each further one trusts more. */
    private enum Suspicion {
        FULL,
        KEEPS_ODD_NAMES,
        WEIGHS_NO_NAMES,
        CLEANS_NOTHING;

        boolean strikesNames() {
            return this == FULL;
        }

        boolean weighsNames() {
            return compareTo(WEIGHS_NO_NAMES) < 0;
        }

        boolean cleans() {
            return this != CLEANS_NOTHING;
        }
    }

    private static final Set<Tag> NEVER =
            EnumSet.of(Tag.MUTE, Tag.NAV, Tag.BUTTON, Tag.NOSCRIPT, Tag.FOOTER, Tag.ASIDE, Tag.INPUT);

    private static final int ENOUGH = 500;
    private static final int SHORTEST_PARAGRAPH = 25;
    private static final int LEVELS = 5;
    private static final double SAME_TITLE = 0.75;
    private static final double LIKE_SCORE = 0.3;
    private static final int CANDIDATES = 5;

    private final Outline outline;
    private final String title;
    private final boolean[] holdsData;
    private Suspicion suspicion = Suspicion.FULL;
    /** NaN for what got no vote. */
    private double[] scores = {};

    /** Where the article's parts begin, in document order. */
    private List<Integer> roots = List.of();

    private Body(Outline outline, String title) {
        this.outline = outline;
        this.title = title;
        this.holdsData = dataTables();
    }

    /** The rows that hold the article, in document order; in the outline all is struck out in them that is none of it. */
    static List<Integer> find(Outline outline, String title) {
        return new Body(outline, title).find();
    }

    private List<Integer> find() {
        strikeMute();
        boolean[] mute = outline.strikes();
        boolean @Nullable [] best = null;
        List<Integer> bestRoots = List.of(0);
        int most = -1;
        for (Suspicion each : Suspicion.values()) {
            suspicion = each;
            outline.restore(mute);
            pass();
            int length =
                    roots.stream().mapToInt(row -> outline.of(Sum.TEXT, row)).sum();
            if (length > most) {
                most = length;
                best = outline.strikes();
                bestRoots = roots;
            }
            if (length >= ENOUGH) {
                break;
            }
        }
        if (best != null) {
            outline.restore(best);
        }
        return bestRoots;
    }

    private void strikeMute() {
        for (int row = 0; row < outline.size(); row++) {
            if (!outline.isStruck(row) && (outline.isHidden(row) || NEVER.contains(outline.tag(row)))) {
                outline.strike(row);
            }
        }
    }

    private void pass() {
        if (suspicion.strikesNames()) {
            strikeNames();
        }
        outline.sum();
        score();
        int top = top();
        roots = top < 0 ? List.of(0) : gather(top);
        if (suspicion.cleans()) {
            roots.forEach(this::clean);
        }
        roots.forEach(this::strikeHeadings);
    }

    private void strikeNames() {
        for (int row = 1; row < outline.size(); row++) {
            if (outline.isStruck(row)) {
                continue;
            }
            ClassWords words = outline.words(row);
            Tag tag = outline.tag(row);
            boolean kept = tag == Tag.BODY || tag == Tag.A || tag == Tag.ARTICLE;
            if (words.suggest(Meaning.ASIDE) && !words.suggest(Meaning.PERHAPS) && !kept) {
                outline.strike(row);
            } else if (words.suggest(Meaning.BYLINE) && isByline(row)) {
                outline.strike(row);
            }
        }
    }

    private boolean isByline(int row) {
        int length = outline.of(Sum.TEXT, row);
        return length > 0 && length < 100;
    }

    /** Paragraphs vote for what holds them. */
    private void score() {
        scores = new double[outline.size()];
        Arrays.fill(scores, Double.NaN);
        for (int row = 1; row < outline.size(); row++) {
            if (outline.isStruck(row)) {
                continue;
            }
            boolean paragraph = isParagraph(row);
            boolean loose = !paragraph && outline.tag(row) == Tag.DIV;
            int text = paragraph ? outline.of(Sum.TEXT, row) : outline.ownText(row);
            if (text < SHORTEST_PARAGRAPH || !(loose || paragraph)) {
                continue;
            }
            int commas = outline.of(Sum.COMMAS, row);
            double vote = 2 + (loose ? 0 : commas) + Math.min(text / 100, 3);
            int above = loose ? row : outline.parent(row);
            for (int level = 0; above > 0 && level < LEVELS; level++) {
                double share = level == 0 ? 1 : level == 1 ? 0.5 : 1.0 / (level * 3);
                scores[above] = (Double.isNaN(scores[above]) ? prior(above) : scores[above]) + vote * share;
                above = outline.parent(above);
            }
        }
        for (int row = 0; row < scores.length; row++) {
            scores[row] *= 1 - outline.linkDensity(row);
        }
    }

    private boolean isParagraph(int row) {
        return switch (outline.tag(row)) {
            case P, TD, PRE, HEADING, SECTION -> true;
            case DIV -> !holdsBlocks(row);
            default -> false;
        };
    }

    private boolean holdsBlocks(int row) {
        for (int child = row + 1; child < outline.end(row); child++) {
            Tag tag = outline.tag(child);
            if (!outline.isStruck(child) && tag.isBlock() && tag != Tag.BR) {
                return true;
            }
        }
        return false;
    }

    private double prior(int row) {
        double prior = switch (outline.tag(row)) {
            case DIV -> 5;
            case PRE, TD, BLOCKQUOTE -> 3;
            case ADDRESS, LIST, DL, LI, FORM -> -3;
            case HEADING -> -5;
            default -> 0;
        };
        return prior + (suspicion.weighsNames() ? outline.words(row).weight() : 0);
    }

    private boolean isCandidate(int row) {
        return !Double.isNaN(scores[row]);
    }

    private double score(int row) {
        return isCandidate(row) ? scores[row] : 0;
    }

    private int top() {
        List<Integer> best = IntStream.range(0, scores.length)
                .filter(this::isCandidate)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scores[row]))
                .limit(CANDIDATES)
                .toList();
        if (best.isEmpty()) {
            return -1;
        }
        int top = common(best);
        top = series(climb(top));
        while (outline.parent(top) > 0
                && outline.tag(outline.parent(top)) != Tag.BODY
                && outline.element(outline.parent(top)).childrenSize() == 1) {
            top = outline.parent(top);
        }
        return top;
    }

    /** Where several do about as well, what holds at least three of them. */
    private int common(List<Integer> best) {
        int top = best.get(0);
        List<Set<Integer>> lines = new ArrayList<>();
        for (int other : best.subList(1, best.size())) {
            if (score(other) >= 0.75 * score(top)) {
                lines.add(ancestors(other));
            }
        }
        for (int above = outline.parent(top); above > 0 && lines.size() >= 3; above = outline.parent(above)) {
            int shared = above;
            if (outline.tag(above) == Tag.BODY) {
                break;
            }
            if (lines.stream().filter(line -> line.contains(shared)).count() >= 3) {
                return above;
            }
        }
        return top;
    }

    private Set<Integer> ancestors(int row) {
        Set<Integer> ancestors = new HashSet<>();
        for (int above = outline.parent(row); above >= 0; above = outline.parent(above)) {
            ancestors.add(above);
        }
        return ancestors;
    }

    /** Where an article is split in parts, what holds them may have a higher score than any. */
    private int climb(int top) {
        double last = score(top);
        double threshold = last / 3;
        for (int above = outline.parent(top);
                above > 0 && outline.tag(above) != Tag.BODY;
                above = outline.parent(above)) {
            if (!isCandidate(above)) {
                continue;
            }
            double score = score(above);
            if (score < threshold) {
                break;
            }
            if (score > last) {
                return above;
            }
            last = score;
        }
        return top;
    }

    /** Where an article is cut into a series of boxes, the outermost box that has its like beside it. */
    private int series(int top) {
        int box = top;
        int above = top;
        for (int level = 0; level < 3 && above > 0 && outline.tag(above) != Tag.BODY; level++) {
            if (isOneOfSeries(above, score(top))) {
                box = above;
            }
            above = outline.parent(above);
        }
        return box;
    }

    private boolean isOneOfSeries(int box, double score) {
        String name = outline.element(box).className();
        int parent = outline.parent(box);
        for (int row = parent + 1;
                !name.isEmpty() && parent >= 0 && row < outline.end(parent);
                row = outline.end(row)) {
            boolean like = row != box
                    && !outline.isStruck(row)
                    && name.equals(outline.element(row).className());
            if (like && best(row) >= LIKE_SCORE * score) {
                return true;
            }
        }
        return false;
    }

    private double best(int box) {
        double best = 0;
        for (int row = box; row < outline.end(box); row++) {
            best = Math.max(best, score(row));
        }
        return best;
    }

    /** The winner, and what beside it is like it. */
    private List<Integer> gather(int top) {
        int parent = outline.parent(top);
        if (parent < 0) {
            return List.of(top);
        }
        double threshold = Math.max(10, 0.2 * score(top));
        String name = outline.element(top).className();
        List<Integer> roots = new ArrayList<>();
        for (int row = parent + 1; row < outline.end(parent); row = outline.end(row)) {
            if (outline.isStruck(row)) {
                continue;
            }
            double bonus = !name.isEmpty() && name.equals(outline.element(row).className()) ? 0.2 * score(top) : 0;
            boolean like = bonus > 0 && best(row) >= LIKE_SCORE * score(top);
            if (row == top || like || (isCandidate(row) && score(row) + bonus >= threshold) || isStrayParagraph(row)) {
                roots.add(row);
            }
        }
        return roots;
    }

    private boolean isStrayParagraph(int row) {
        if (outline.tag(row) != Tag.P) {
            return false;
        }
        int text = outline.of(Sum.TEXT, row);
        double links = outline.linkDensity(row);
        return text > 80
                ? links < 0.25
                : text > 0 && links == 0 && outline.element(row).text().matches(".*[.。!?؟](\\s.*)?");
    }

    private void clean(int root) {
        for (Set<Tag> tags : List.of(
                Set.of(Tag.FORM), Set.of(Tag.TABLE), Set.of(Tag.LIST), Set.of(Tag.DIV, Tag.SECTION, Tag.HEADER))) {
            for (int row = outline.end(root) - 1; row > root; row--) {
                if (!outline.isStruck(row) && tags.contains(outline.tag(row)) && isClutter(row)) {
                    outline.remove(row);
                }
            }
        }
        for (int row = outline.end(root) - 1; row > root; row--) {
            if (!outline.isStruck(row)
                    && outline.words(row).suggest(Meaning.SHARE)
                    && outline.of(Sum.TEXT, row) < ENOUGH) {
                outline.remove(row);
            }
        }
    }

    private boolean isClutter(int row) {
        int weight = suspicion.weighsNames() ? outline.words(row).weight() : 0;
        if (holdsData[row]) {
            return false;
        }
        if (weight < 0) {
            return true;
        }
        if (outline.of(Sum.COMMAS, row) >= 10) {
            return false;
        }
        int text = outline.of(Sum.TEXT, row);
        int paragraphs = outline.of(Sum.PARAGRAPHS, row);
        int images = outline.of(Sum.IMAGES, row);
        int embeds = outline.of(Sum.EMBEDS, row);
        double links = outline.linkDensity(row);
        boolean list = outline.tag(row) == Tag.LIST || outline.of(Sum.LIST, row) > 0.9 * text;
        boolean figure = isInFigure(row);
        double heading = text == 0 ? 0 : (double) outline.of(Sum.HEADING, row) / text;
        return (!figure && images > 1 && paragraphs < 0.5 * images)
                || (!list && outline.of(Sum.ITEMS, row) - 100 > paragraphs)
                || outline.of(Sum.INPUTS, row) > paragraphs / 3
                || (!list
                        && !figure
                        && heading < 0.9
                        && text < SHORTEST_PARAGRAPH
                        && images != 1
                        && images != 2
                        && links > 0)
                || (!list && weight < 25 && links > 0.2)
                || (weight >= 25 && links > 0.5)
                || (list && links > 0.5 && outline.tag(row) == Tag.LIST)
                || ((embeds == 1 && text < 75) || embeds > 1)
                || (images == 0
                        && outline.of(Sum.PROSE, row) + outline.of(Sum.LIST, row) + outline.of(Sum.HEADING, row) == 0
                        && holdsBlocks(row));
    }

    private boolean isInFigure(int row) {
        for (int above = row; above >= 0; above = outline.parent(above)) {
            if (outline.tag(above) == Tag.FIGURE) {
                return true;
            }
        }
        return false;
    }

    /** Tables of data, with all in them. */
    private boolean[] dataTables() {
        boolean[] data = new boolean[outline.size()];
        for (int row = 0; row < data.length; row++) {
            if (outline.tag(row) == Tag.TABLE && !data[row] && isDataTable(row)) {
                Arrays.fill(data, row, outline.end(row), true);
            }
        }
        return data;
    }

    /** A table that holds data rather than the layout of the page: it has headings, a caption, or many cells. */
    private boolean isDataTable(int row) {
        Element element = outline.element(row);
        if (!element.normalName().equals("table") || element.attr("role").equals("presentation")) {
            return false;
        }
        int rows = 0;
        int cells = 0;
        for (int below = row + 1; below < outline.end(row); below++) {
            String name = outline.element(below).normalName();
            switch (name) {
                case "table" -> {
                    return false;
                }
                case "caption", "th", "thead", "tfoot", "col" -> {
                    return true;
                }
                case "tr" -> rows++;
                case "td" -> cells++;
                default -> {}
            }
        }
        return rows > 0 && cells > 10 && cells > rows;
    }

    /** The headline is kept elsewhere. */
    private void strikeHeadings(int root) {
        for (int row = root; row < outline.end(root); row++) {
            if (!outline.isStruck(row) && outline.tag(row) == Tag.HEADING) {
                boolean first = outline.element(row).normalName().matches("h[12]");
                boolean bad = suspicion.weighsNames() && outline.words(row).weight() < 0;
                if (first && (bad || isTitle(outline.element(row).text()))) {
                    outline.remove(row);
                }
            }
        }
    }

    private boolean isTitle(String heading) {
        return !heading.isBlank() && Titles.similarity(title, heading) > SAME_TITLE;
    }
}
