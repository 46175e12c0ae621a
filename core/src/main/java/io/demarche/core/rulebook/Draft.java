package io.demarche.core.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An edit of the rulebook that is not published yet.
 *
 * @param id made up when it is begun
 * @param base the number of the revision that it began from
 * @param version counted up with each change of it, from 1
 * @param files in the order of their paths
 * @param author who began it
 * @param changedAt when it was last changed
 */
public record Draft(String id, int base, int version, List<RulebookFile> files, String author, Instant changedAt) {

    public Draft {
        files = files.stream().sorted().toList();
    }

    /** This draft with that file, in place of one of the same path. */
    public Draft with(RulebookFile file, Instant now) {
        List<RulebookFile> changed = new ArrayList<>(others(file.path()));
        changed.add(file);
        return changed(base, changed, now);
    }

    /** This draft without the file of that path. */
    public Draft without(String path, Instant now) {
        return changed(base, others(path), now);
    }

    /** This draft with other files, as if it began from that revision. */
    public Draft changed(int newBase, List<RulebookFile> newFiles, Instant now) {
        return new Draft(id, newBase, version + 1, newFiles, author, now);
    }

    private List<RulebookFile> others(String path) {
        return files.stream().filter(file -> !file.path().equals(path)).toList();
    }
}
