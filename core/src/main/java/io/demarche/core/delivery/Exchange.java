package io.demarche.core.delivery;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What went over the wire in one HTTP try.
 *
 * @param outcome how it ended
 * @param requestHeaders the header fields of the request, without what they hold of credentials
 * @param responseHeaders the header fields of the answer; empty if none came
 * @param responseBody the beginning of the body of the answer; null if none came
 * @param phases how long its parts lasted
 */
public record Exchange(
        Outcome outcome,
        SortedMap<String, String> requestHeaders,
        SortedMap<String, String> responseHeaders,
        @Nullable String responseBody,
        Phases phases) {

    /** How much of the body of an answer is read and kept, in bytes. */
    public static final int MAX_BODY = 20_000;

    /** An exchange of which only the outcome is known. */
    public static Exchange of(Outcome outcome) {
        return new Exchange(outcome, new TreeMap<>(), new TreeMap<>(), null, Phases.NONE);
    }

    /**
     * How long the parts of an exchange lasted; what it did not come to is null.
     *
     * @param connect looking the name up, connecting and securing the connection, until the request was written; next to nothing
     *     where a connection was kept
     * @param waiting from then until the head of the answer came
     * @param reading from then until its body was read
     */
    public record Phases(
            @Nullable Duration connect,
            @Nullable Duration waiting,
            @Nullable Duration reading) {

        /** It came to none. */
        public static final Phases NONE = new Phases(null, null, null);
    }
}
