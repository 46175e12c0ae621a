package io.demarche.core.rulebook;

import java.time.Instant;
import java.util.List;

/**
 * One published text of the rulebook; never changed.
 *
 * @param number counted from 1, the default rulebook
 * @param files in the order of their paths
 * @param author who published it
 * @param note why
 * @param overridden whether its author published it although an example of it fails
 * @param publishedAt when
 */
public record Revision(
        int number, List<RulebookFile> files, String author, String note, boolean overridden, Instant publishedAt) {

    public Revision {
        files = files.stream().sorted().toList();
        if (number < 1) {
            throw new IllegalArgumentException("revisions are counted from 1, found " + number);
        }
    }
}
