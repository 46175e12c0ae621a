package io.demarche.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.demarche.ingest.extract.ClassWords.Meaning;

/**
 * What a page shows beside its article that may tell a measure, though it is none of its text.
 *
 * @param captions of pictures; they are struck out of the outline
 * @param related headlines of other articles
 */
record Beside(List<String> captions, List<String> related) {

    private static final int MOST = 50;
    private static final int LONGEST_HEADLINE = 200;

    static Beside of(Outline outline, List<Integer> roots, String title) {
        Set<String> captions = new LinkedHashSet<>();
        Set<String> related = new LinkedHashSet<>();
        for (int root : roots) {
            for (int row = root; row < outline.end(root); row++) {
                boolean caption =
                        outline.tag(row) == Tag.FIGCAPTION || outline.words(row).suggest(Meaning.CAPTION);
                if (caption && row != root && !outline.isStruck(row)) {
                    String text = Paragraphs.of(outline, List.of(row));
                    if (!text.isBlank() && captions.size() < MOST) {
                        captions.add(text.replace("\n\n", " "));
                    }
                    outline.remove(row);
                }
            }
        }
        for (int row = 0; row < outline.size(); row++) {
            if (outline.words(row).suggest(Meaning.RELATED) && !isArticle(outline, roots, row)) {
                addHeadlines(outline, row, title, related);
            }
        }
        return new Beside(new ArrayList<>(captions), new ArrayList<>(related));
    }

    private static boolean isArticle(Outline outline, List<Integer> roots, int row) {
        return !outline.isStruck(row) && roots.stream().anyMatch(root -> row >= root && row < outline.end(root));
    }

    private static void addHeadlines(Outline outline, int box, String title, Set<String> related) {
        for (int row = box; row < outline.end(box) && related.size() < MOST; row++) {
            if (outline.tag(row) == Tag.A) {
                String text = outline.element(row).text().strip();
                boolean headline =
                        Titles.mayBeHeadline(text) && text.length() <= LONGEST_HEADLINE && !text.equals(title);
                if (headline) {
                    related.add(text);
                }
            }
        }
    }
}
