package io.demarche.core.delivery;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a receiver is sent, exactly the same at every try.
 *
 * @param contentType the media type of the body
 * @param headers header fields that belong to the form of the payload
 * @param body the body
 */
public record Payload(String contentType, SortedMap<String, String> headers, String body) {

    /** A body of JSON. */
    public static Payload json(String body) {
        return new Payload("application/json", new TreeMap<>(), body);
    }
}
