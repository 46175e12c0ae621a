package io.demarche.core.article;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an article says of its own publication. Everything may be unknown.
 *
 * @param url the canonical address ({@link CanonicalUrl}) under which it was published
 * @param outlet who published it, as a reader would name it: a newspaper, an agency, a ministry
 * @param language the language of its text, an IETF tag (BCP 47) such as {@code en} or {@code pt-BR}
 * @param publishedAt when it was published
 */
public record Imprint(
        @Nullable URI url,
        @Nullable String outlet,
        @Nullable String language,
        @Nullable Instant publishedAt) {

    /** Nothing is known of the publication. */
    public static final Imprint UNKNOWN = new Imprint(null, null, null, null);

    public Imprint {
        url = url == null ? null : CanonicalUrl.of(url);
        outlet = outlet == null && url != null ? url.getHost() : outlet;
    }
}
