package io.demarche.ingest.extract;

import java.net.URI;
import java.time.Instant;
import java.util.List;

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
        List<String> related) {

    public Extract {
        captions = List.copyOf(captions);
        related = List.copyOf(related);
    }

    /** A text of which no more is known than its headline. */
    public static Extract of(String title, String text) {
        return new Extract(title, text, null, null, null, null, null, List.of(), List.of());
    }
}
