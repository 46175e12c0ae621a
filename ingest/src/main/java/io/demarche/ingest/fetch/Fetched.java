package io.demarche.ingest.fetch;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** How a fetch ended. */
public sealed interface Fetched {

    /**
     * A document came.
     *
     * @param url where it was asked for
     * @param body its bytes, decompressed
     * @param contentType the media type with its parameters, as sent
     * @param validators for the next request
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Document(URI url, byte[] body, @Nullable String contentType, Validators validators) implements Fetched {}

    /** It is as it was when the validators were received (304). */
    record Unchanged() implements Fetched {}

    /** Nothing came; the reason is for a person to read. */
    record Failed(String reason) implements Fetched {}
}
