package io.demarche.core.rulebook;

import java.time.Instant;
import java.util.List;

/**
 * One published text of the rulebook; never changed.
 *
 * @param number counted from 1, the default rulebook
 * @param files the rule files, in the order of their paths
 * @param author who published it
 * @param note why
 * @param publishedAt when
 */
public record Revision(int number, List<RuleFile> files, String author, String note, Instant publishedAt) {

    public Revision {
        files = List.copyOf(files);
        if (number < 1) {
            throw new IllegalArgumentException("revisions are counted from 1, found " + number);
        }
    }
}
