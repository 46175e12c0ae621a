package io.demarche.core.rulebook;

import java.time.Instant;
import java.util.List;

/**
 * The rules in force on this node. A revision comes into force by one reference: an evaluation under way ends under the revision it
 * began with, the next one sees the new revision, and a text with problems never replaces a good one.
 */
public final class Rulebook {

    private final RulebookCompiler compiler;
    private final RevisionStore revisions;
    private volatile CompiledRulebook current;

    /**
     * Puts the latest revision of the store in force.
     *
     * @throws IllegalArgumentException if it does not compile, naming its problems
     * @throws IllegalStateException if the store holds none
     */
    public Rulebook(RulebookCompiler compiler, RevisionStore revisions) {
        this.compiler = compiler;
        this.revisions = revisions;
        Revision latest = revision(revisions.latest());
        this.current = compiler.compile(latest.number(), latest.files()).orThrow();
    }

    /** The revision in force, compiled. */
    public CompiledRulebook current() {
        return current;
    }

    /**
     * Puts in force what another node has published since; false if there is nothing new.
     *
     * @throws IllegalArgumentException if it does not compile here; the revision in force stays
     */
    public boolean refresh() {
        int latest = revisions.latest();
        if (latest <= current.revision()) {
            return false;
        }
        putInForce(compiler.compile(latest, revision(latest).files()).orThrow());
        return true;
    }

    /** What somebody wants to publish: the text, who and why, and whether failing examples shall not stop it. */
    public record Wish(List<RulebookFile> files, String author, String note, boolean override) {}

    /** Publishes a text as the revision after {@code expected}, the one that its author believes to be in force. */
    public Publication publish(Wish wish, int expected, Instant now) {
        if (revisions.latest() != expected) {
            return new Publication.Overtaken(revision(revisions.latest()));
        }
        Compilation compilation = compiler.compile(expected + 1, wish.files());
        if (compilation instanceof Compilation.Broken broken) {
            return new Publication.Broken(broken.problems());
        }
        CompiledRulebook compiled = compilation.orThrow();
        List<Example.Outcome> failing = compiled.examples().stream()
                .map(example -> example.run(compiled))
                .filter(outcome -> !outcome.passes())
                .toList();
        if (!failing.isEmpty() && !wish.override()) {
            return new Publication.Failing(failing);
        }
        Revision revision =
                new Revision(expected + 1, wish.files(), wish.author(), wish.note(), !failing.isEmpty(), now);
        if (!revisions.add(revision)) {
            return new Publication.Overtaken(revision(revisions.latest()));
        }
        putInForce(compiled);
        return new Publication.Published(revision);
    }

    private synchronized void putInForce(CompiledRulebook compiled) {
        if (compiled.revision() > current.revision()) {
            current = compiled;
        }
    }

    private Revision revision(int number) {
        return revisions
                .find(number)
                .orElseThrow(() -> new IllegalStateException("there is no revision " + number + " of the rulebook"));
    }
}
