package io.demarche.ingest.extract;

import java.util.List;

/** What a feed holds, whatever its dialect: its entries, the newest wherever the feed puts it. */
public record Feed(String title, List<Entry> entries) {

    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param extract what the feed itself says of it; its text may be a summary, or empty
     * @param whole whether the text is the whole article rather than a summary
     */
    public record Entry(Extract extract, boolean whole) {}
}
