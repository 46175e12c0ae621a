package io.demarche.core.rulebook;

/** Checks a rule text and makes it ready to be evaluated. Rule text is never turned into code. */
public interface RulebookCompiler {

    /** Compiles the files of the revision; every mistake becomes a problem, none an exception. */
    Compilation compile(Revision revision);
}
