package io.demarche.core.rulebook;

import java.util.List;

/** What the compiler says of a rule text. */
public sealed interface Compilation {

    /** The text is in order and may be evaluated. */
    record Compiled(CompiledRulebook rulebook) implements Compilation {}

    /** The text is refused; these are all the problems found, in the order of the text. */
    record Broken(List<Problem> problems) implements Compilation {

        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
