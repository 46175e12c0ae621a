package io.demarche.ingest.extract;

import io.demarche.core.article.Article;

/** Text without markup, as files and pushes bring it: its first line is the title, if others follow. */
public final class SavedText {

    private SavedText() {}

    /** The article in a text, sorted from what else its page showed. */
    public static Extract extract(String content) {
        String text = content.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\uFEFF", "")
                .strip();
        int end = text.indexOf('\n');
        boolean titled = end > 0 && end <= Article.MAX_TITLE;
        Noise sorted = Noise.sort(titled ? text.substring(end + 1) : text);
        return Extract.of(titled ? text.substring(0, end).strip() : "", sorted.text())
                .with(sorted.captions(), sorted.related());
    }
}
