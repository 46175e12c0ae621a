package io.demarche.core.rulebook;

/**
 * The rules in force. Publishing swaps one reference: an evaluation under way ends under the revision it began with, the next
 * one sees the new revision, and a text with problems never replaces a good one.
 */
public final class Rulebook {

    private final RulebookCompiler compiler;
    private volatile CompiledRulebook current;

    /**
     * Starts with a first revision.
     *
     * @throws IllegalArgumentException if it does not compile, naming its problems
     */
    public Rulebook(RulebookCompiler compiler, Revision first) {
        this.compiler = compiler;
        this.current = compiledOrThrow(compiler.compile(first));
    }

    /** The revision in force, compiled. */
    public CompiledRulebook current() {
        return current;
    }

    /** Puts the revision in force if it compiles; otherwise says why not and leaves everything as it was. */
    public Compilation publish(Revision revision) {
        Compilation compilation = compiler.compile(revision);
        if (compilation instanceof Compilation.Compiled compiled) {
            current = compiled.rulebook();
        }
        return compilation;
    }

    private static CompiledRulebook compiledOrThrow(Compilation compilation) {
        if (compilation instanceof Compilation.Broken broken) {
            throw new IllegalArgumentException("the rulebook has problems: " + broken.problems());
        }
        return ((Compilation.Compiled) compilation).rulebook();
    }
}
