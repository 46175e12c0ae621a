package io.demarche.ingest.extract;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A text as extracted, before it is an article.
 *
 * @param title the headline; may be empty
 * @param text plain text, paragraphs separated by line breaks; may be empty
 * @param url where it says it is published
 * @param outlet who it says publishes it
 * @param language the language it claims
 * @param publishedAt when it says it was published
 */
public record Extract(
        String title,
        String text,
        @Nullable URI url,
        @Nullable String outlet,
        @Nullable String language,
        @Nullable Instant publishedAt) {}
