package io.demarche.core.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** What the compiler says of a rulebook. */
public sealed interface Compilation {

    /**
     * The text is in order and may be evaluated.
     *
     * @param warnings what is allowed and yet probably not meant, in the order of the text
     */
    record Compiled(CompiledRulebook rulebook, List<Problem> warnings) implements Compilation {

        public Compiled {
            warnings = List.copyOf(warnings);
        }
    }

    /** The text is refused; these are all the problems found, in the order of the text. */
    record Broken(List<Problem> problems) implements Compilation {

        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The compiled rulebook, for those who cannot go on without it.
     *
     * @throws IllegalArgumentException if the text is refused, naming its problems
     */
    default CompiledRulebook orThrow() {
        if (this instanceof Broken broken) {
            throw new IllegalArgumentException("the rulebook has problems:\n"
                    + broken.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return ((Compiled) this).rulebook();
    }
}
