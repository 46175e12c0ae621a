package io.demarche.api.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.RulebookCompiler;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.rules.rulebook.DefaultRulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the store holds the revision that shall be in force at the start: the bundled rulebook where there is none yet or
 * where nobody has published another, or that of a folder, if one is set and has changed since it was last published.
 */
final class RulebookStart {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookStart.class);

    private static final String OPERATOR = "operator";

    private final RulebookCompiler compiler;
    private final RevisionStore revisions;

    RulebookStart(RulebookCompiler compiler, RevisionStore revisions) {
        this.compiler = compiler;
        this.revisions = revisions;
    }

    /**
     * Publishes what is missing.
     *
     * @throws IllegalArgumentException if that does not compile, naming its problems
     */
    void prepare(RulebookSettings settings, Instant now) {
        List<RulebookFile> bundled = DefaultRulebook.files();
        Optional<Revision> latest = revisions.find(revisions.latest());
        if (latest.isEmpty()) {
            publish(1, bundled, DefaultRulebook.AUTHOR, "The default rulebook", now);
        } else if (latest.get().author().equals(DefaultRulebook.AUTHOR) && !isTextOf(latest.get(), bundled)) {
            publish(
                    latest.get().number() + 1,
                    bundled,
                    DefaultRulebook.AUTHOR,
                    "The default rulebook of a newer release",
                    now);
        }
        if (settings.folder() != null) {
            List<RulebookFile> files = RulebookFolder.read(settings.folder());
            if (!isPublished(files)) {
                publish(revisions.latest() + 1, files, OPERATOR, "from the folder " + settings.folder(), now);
            }
        }
    }

    /** Whether the folder is as it was when it was last published, so that what was edited since then stays; or is in force. */
    private boolean isPublished(List<RulebookFile> files) {
        int number = revisions.latest();
        Revision revision = revisions.find(number).orElseThrow();
        boolean inForce = isTextOf(revision, files);
        while (number > 1 && !revision.author().equals(OPERATOR)) {
            number--;
            revision = revisions.find(number).orElseThrow();
        }
        return inForce || (revision.author().equals(OPERATOR) && isTextOf(revision, files));
    }

    /** Two processes that start at once publish the same; whoever comes second finds the number taken. */
    private void publish(int number, List<RulebookFile> files, String author, String note, Instant now) {
        compiler.compile(number, files).orThrow();
        if (revisions.add(new Revision(number, files, author, note, false, now))) {
            LOG.info("rulebook: revision {} is published: {}", number, note);
        }
    }

    private static boolean isTextOf(Revision revision, List<RulebookFile> files) {
        return revision.files().equals(files.stream().sorted().toList());
    }
}
