package io.demarche.ingest.source;

import java.net.URI;
import java.time.Instant;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.demarche.core.article.ContentId;
import org.jspecify.annotations.Nullable;

/**
 * Where articles come from.
 *
 * @param id derived from kind and address
 * @param kind what stands there
 * @param url an http or https address, or, for a folder, a file address
 * @param links of a list, which addresses on it are articles: a regular expression (RE2) that is found in them; null for what looks like one
 * @param createdAt since when it is watched
 */
public record Source(
        String id, Kind kind, URI url, @Nullable String links, Instant createdAt) {

    /** What may stand at a source's address. */
    public enum Kind {
        /** RSS, RDF, Atom, JSON Feed, or a site map. */
        FEED,
        /** A page that is one article. */
        PAGE,
        /** A page that links to articles. */
        LIST,
        /** A file of saved text, HTML or mail, or a folder of them. */
        FOLDER
    }

    /**
     * The source of that kind at that address.
     *
     * @throws IllegalArgumentException if the address is not of that kind, or the expression cannot be read; the message says which
     */
    public static Source of(Kind kind, URI url, @Nullable String links, Instant createdAt) {
        boolean web = url.getHost() != null && String.valueOf(url.getScheme()).matches("(?i)https?");
        boolean file = "file".equals(url.getScheme());
        if (kind == Kind.FOLDER ? !file : !web) {
            throw new IllegalArgumentException(
                    (kind == Kind.FOLDER ? "a file: address" : "an absolute http or https address")
                            + " is expected, found '" + url + "'");
        }
        if (links != null) {
            try {
                Pattern.compile(links);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("'" + links + "' is no regular expression: " + e.getMessage(), e);
            }
        }
        return new Source(ContentId.of("src", kind.name(), url.toString()), kind, url, links, createdAt);
    }
}
