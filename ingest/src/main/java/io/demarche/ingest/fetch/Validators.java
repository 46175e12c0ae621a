package io.demarche.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of the state in which it last sent something (RFC 9110 section 8.8), to be sent back with the next request.
 *
 * @param etag the entity tag, as it was sent
 * @param lastModified the date, as it was sent
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing was said. */
    public static final Validators NONE = new Validators(null, null);
}
