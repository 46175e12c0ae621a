package io.demarche.ingest.source;

import java.net.URI;
import java.time.Instant;

import io.demarche.core.article.ContentId;

/**
 * Where articles come from.
 *
 * @param id derived from kind and address
 * @param kind what stands there
 * @param url an http or https address, or, for a folder, a file address
 * @param createdAt since when it is watched
 */
public record Source(String id, Kind kind, URI url, Instant createdAt) {

    /** What may stand at a source's address. */
    public enum Kind {
        /** RSS or Atom. */
        FEED,
        /** A page that is one article. */
        PAGE,
        /** A file of saved text or HTML, or a folder of them. */
        FOLDER
    }

    /** The source of that kind at that address. */
    public static Source of(Kind kind, URI url, Instant createdAt) {
        boolean web = url.getHost() != null && String.valueOf(url.getScheme()).matches("(?i)https?");
        boolean file = "file".equals(url.getScheme());
        if (kind == Kind.FOLDER ? !file : !web) {
            throw new IllegalArgumentException(
                    (kind == Kind.FOLDER ? "a file: address" : "an absolute http or https address")
                            + " is expected, found '" + url + "'");
        }
        return new Source(ContentId.of("src", kind.name(), url.toString()), kind, url, createdAt);
    }
}
