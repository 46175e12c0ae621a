package io.demarche.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.demarche.ingest.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds, whatever its dialect, with its entries in its own order. What it does not say is null.
 *
 * @param about what it says of itself
 * @param hints how often it wants to be asked for
 * @param entries one for each text that it announces
 * @param further other feeds that it consists of, as a site map index does
 */
public record Feed(About about, Hints hints, List<Entry> entries, List<URI> further) {

    public Feed {
        entries = List.copyOf(entries);
        further = List.copyOf(further);
    }

    /**
     * What a feed says of itself.
     *
     * @param title plain text
     * @param subtitle a fragment of HTML
     * @param link the page that it belongs to
     * @param language a tag of BCP 47
     * @param hub where its changes are announced (WebSub)
     * @param self its own address, by which the hub knows it
     */
    public record About(
            @Nullable String title,
            @Nullable String subtitle,
            @Nullable URI link,
            @Nullable String id,
            @Nullable String language,
            @Nullable Author author,
            @Nullable Instant published,
            @Nullable Instant updated,
            @Nullable URI hub,
            @Nullable URI self) {

        static final About NOTHING = new About(null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * One entry.
     *
     * @param title plain text
     * @param link the page that holds the text
     * @param id as the feed gives it; neither unique nor an address for certain
     * @param summary a fragment of HTML
     * @param content a fragment of HTML that claims to be the whole
     */
    public record Entry(
            @Nullable String title,
            @Nullable URI link,
            @Nullable String id,
            @Nullable String summary,
            @Nullable String content,
            @Nullable Author author,
            @Nullable String language,
            @Nullable Instant published,
            @Nullable Instant updated) {

        /** The summary or the content, whichever says more, as plain text; empty if there is neither. */
        public String text() {
            String whole = content == null ? "" : PlainText.ofFragment(content);
            String part = summary == null ? "" : PlainText.ofFragment(summary);
            return whole.length() >= part.length() ? whole : part;
        }

        /** Whether the content, as opposed to the summary, is what there is to read. */
        public boolean isWhole() {
            return content != null && !content.isBlank() && (summary == null || content.length() >= summary.length());
        }
    }

    /** Who wrote it; one of both is there at least. */
    public record Author(@Nullable String name, @Nullable String email) {

        @Override
        public String toString() {
            if (name == null || email == null) {
                return name == null ? String.valueOf(email) : name;
            }
            return name + " (" + email + ")";
        }
    }
}
