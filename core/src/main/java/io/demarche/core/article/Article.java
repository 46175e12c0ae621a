package io.demarche.core.article;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One published text, as cleaned. Its id stays when its publisher changes the text.
 *
 * @param id derived from the canonical URL, or from title and text where there is none
 * @param title the headline; may be empty
 * @param text the body, plain text, paragraphs separated by line breaks; never blank
 * @param imprint what is known of its publication
 * @param receivedAt when it first came in
 */
public record Article(String id, String title, String text, Imprint imprint, Instant receivedAt) {

    /** The longest text taken, in UTF-16 units: a long book; what is longer is no article. */
    public static final int MAX_TEXT = 1_000_000;

    /** The longest headline taken, in UTF-16 units. */
    public static final int MAX_TITLE = 2_000;

    public Article {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an article needs a text");
        }
        if (text.length() > MAX_TEXT || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException(
                    "an article's text has at most %,d characters, its title %,d; found %,d and %,d"
                            .formatted(MAX_TEXT, MAX_TITLE, text.length(), title.length()));
        }
    }

    /** The article with the id that follows from its content. */
    public static Article of(String title, String text, Imprint imprint, Instant receivedAt) {
        URI url = imprint.url();
        String id = url == null ? ContentId.of("art", title, text) : idAt(url);
        return new Article(id, title, text, imprint, receivedAt);
    }

    /** What is stored of this article if the other is what it says now: where and when it was published, and when it first came in, stay as they are. */
    public Article revisedTo(Article other) {
        return new Article(id, other.title, other.text, imprint, receivedAt);
    }

    /** Whether the other says something else than this one: another word, or another headline. Less than half of this one's text is a teaser of it. */
    public boolean isRevisedBy(Article other) {
        Sketch mine = Sketch.of(title, text);
        Sketch others = Sketch.of(other.title, other.text);
        if (mine.digest() == others.digest()) {
            return !title.equals(other.title) && !other.title.isBlank();
        }
        boolean part = Sketch.relation(other.text, text) == Sketch.Relation.COPY;
        return !part || 2 * other.text.length() >= text.length();
    }

    /** The id of whatever article is published at that address. */
    public static String idAt(URI url) {
        return ContentId.of("art", CanonicalUrl.identity(url));
    }

    /**
     * When its news was told: its date of publication, unless that is unknown or lies after its receipt (a wrong clock, an
     * embargo date), in which case the time it came in.
     */
    public Instant toldAt() {
        @Nullable Instant published = imprint.publishedAt();
        return published == null || published.isAfter(receivedAt) ? receivedAt : published;
    }
}
