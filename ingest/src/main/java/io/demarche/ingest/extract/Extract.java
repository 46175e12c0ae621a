package io.demarche.ingest.extract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A text as extracted, before it is an article.
 *
 * @param title the headline; may be empty
 * @param text plain text, paragraphs separated by line breaks; may be empty
 * @param url where it says it is published
 * @param outlet who it says publishes it
 * @param author who it says wrote it
 * @param language the language it claims
 * @param publishedAt when it says it was published
 * @param captions of pictures
 * @param related headlines of other articles, shown beside its own
 * @param obstacle what keeps the text, or part of it, from readers
 */
public record Extract(
        String title,
        String text,
        @Nullable URI url,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant publishedAt,
        List<String> captions,
        List<String> related,
        @Nullable Obstacle obstacle) {

    public Extract {
        captions = List.copyOf(captions);
        related = List.copyOf(related);
    }

    /** A text of which no more is known than its headline. */
    public static Extract of(String title, String text) {
        return new Extract(title, text, null, null, null, null, null, List.of(), List.of(), null);
    }

    /** Whether there is nothing to read in it. */
    public boolean isEmpty() {
        return text.isBlank() && title.isBlank();
    }

    /** The same, as published then if it does not say when. */
    public Extract toldAt(Instant otherwise) {
        return publishedAt != null
                ? this
                : new Extract(title, text, url, outlet, author, language, otherwise, captions, related, obstacle);
    }

    /** The same, with what stands beside it. */
    Extract with(List<String> moreCaptions, List<String> moreRelated) {
        return new Extract(
                title,
                text,
                url,
                outlet,
                author,
                language,
                publishedAt,
                joined(captions, moreCaptions),
                joined(related, moreRelated),
                obstacle);
    }

    /** What a feed knows of an article, and the page itself of the same: the feed's word holds, the page has the text. */
    public Extract filledBy(Extract page) {
        return new Extract(
                title.isBlank() ? page.title : title,
                page.text.length() > text.length() ? page.text : text,
                url == null ? page.url : url,
                outlet == null ? page.outlet : outlet,
                author == null ? page.author : author,
                language == null ? page.language : language,
                publishedAt == null ? page.publishedAt : publishedAt,
                page.captions,
                page.related,
                page.obstacle);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
