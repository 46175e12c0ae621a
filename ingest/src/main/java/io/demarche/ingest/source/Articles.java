package io.demarche.ingest.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.text.Languages;
import org.jspecify.annotations.Nullable;

/** The border between what was extracted and the domain. */
public final class Articles {

    private static final String CAPTION = "Caption: ";
    private static final String RELATED = "See also: ";

    private static final Pattern UNSOUND = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private Articles() {}

    /**
     * The article that an extract makes; what is longer than an article may be is cut. Captions and headlines of other articles, which
     * may tell a measure too, follow the text, one marked paragraph each.
     *
     * @param otherwise its address, where the extract names none
     */
    public static Article of(Extract extract, @Nullable URI otherwise, Instant receivedAt) {
        String body = extract.text().isBlank() ? extract.title() : extract.text();
        String text = body + marked(CAPTION, extract.captions()) + marked(RELATED, extract.related());
        URI url = extract.url() == null ? otherwise : extract.url();
        String language = extract.language() == null ? Languages.of(body) : extract.language();
        return Article.of(
                cut(extract.title(), Article.MAX_TITLE),
                cut(text, Article.MAX_TEXT),
                new Imprint(url, extract.outlet(), language, extract.publishedAt()),
                receivedAt);
    }

    private static String marked(String mark, List<String> lines) {
        return lines.stream().map(line -> "\n\n" + mark + line.strip()).collect(Collectors.joining());
    }

    private static String cut(String text, int longest) {
        return sound(text.length() <= longest ? text : text.substring(0, longest));
    }

    /** Without what no store takes and no reader sees: halves of surrogate pairs and control characters. */
    private static String sound(String text) {
        return UNSOUND.matcher(text).replaceAll("\uFFFD");
    }
}
