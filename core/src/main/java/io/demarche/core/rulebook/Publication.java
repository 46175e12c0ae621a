package io.demarche.core.rulebook;

import java.util.List;

/** What came of publishing. */
public sealed interface Publication {

    /** It is in force. */
    record Published(Revision revision) implements Publication {}

    /** It does not compile; the revision in force stays. */
    record Broken(List<Problem> problems) implements Publication {

        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** Examples of it fail, and its author did not override them; the revision in force stays. */
    record Failing(List<Example.Outcome> outcomes) implements Publication {

        public Failing {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Somebody else published meanwhile; that revision is in force. */
    record Overtaken(Revision current) implements Publication {}
}
