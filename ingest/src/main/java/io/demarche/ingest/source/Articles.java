package io.demarche.ingest.source;

import java.net.URI;
import java.time.Instant;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.ingest.extract.Extract;
import org.jspecify.annotations.Nullable;

/** The border between what was extracted and the domain. */
public final class Articles {

    private Articles() {}

    /**
     * The article that an extract makes; what is longer than an article may be is cut.
     *
     * @param otherwise its address, where the extract names none
     */
    public static Article of(Extract extract, @Nullable URI otherwise, Instant receivedAt) {
        String text = extract.text().isBlank() ? extract.title() : extract.text();
        URI url = extract.url() == null ? otherwise : extract.url();
        return Article.of(
                cut(extract.title(), Article.MAX_TITLE),
                cut(text, Article.MAX_TEXT),
                new Imprint(url, extract.outlet(), extract.language(), extract.publishedAt()),
                receivedAt);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
