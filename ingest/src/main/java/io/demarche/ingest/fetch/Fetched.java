package io.demarche.ingest.fetch;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** How a fetch ended. */
public sealed interface Fetched {

    /**
     * A document came.
     *
     * @param url where it came from, after all redirects
     * @param body its bytes, decompressed
     * @param contentType the media type with its parameters, as sent
     * @param validators for the next request
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Document(URI url, byte[] body, @Nullable String contentType, Validators validators, Notice notice)
            implements Fetched {}

    /** It is as it was when the validators were received (304). */
    record Unchanged(Notice notice) implements Fetched {}

    /**
     * Nothing came.
     *
     * @param status of the answer; 0 if there was none
     * @param reason for a person to read
     * @param retryAfter how long the server asks to be left alone
     */
    record Failed(int status, String reason, @Nullable Duration retryAfter) implements Fetched {

        /** A failure without an answer. */
        public Failed(String reason) {
            this(0, reason, null);
        }

        /** Whether it will never come back (410). */
        public boolean isGone() {
            return status == 410;
        }
    }

    /**
     * What an answer says of the next request.
     *
     * @param movedTo where to ask from now on: the end of a chain of permanent redirects (301, 308)
     * @param freshFor for how long the answer need not be asked for again
     */
    record Notice(@Nullable URI movedTo, @Nullable Duration freshFor) {

        /** Nothing is said. */
        public static final Notice NONE = new Notice(null, null);
    }
}
