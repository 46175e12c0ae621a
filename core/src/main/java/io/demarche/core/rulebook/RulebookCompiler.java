package io.demarche.core.rulebook;

import java.util.List;

/** Checks the text of a rulebook and makes it ready to be evaluated. Rule text is never turned into code. */
public interface RulebookCompiler {

    /**
     * Compiles the files; every mistake becomes a problem, none an exception.
     *
     * @param revision the number that its flags will name
     */
    Compilation compile(int revision, List<RulebookFile> files);
}
