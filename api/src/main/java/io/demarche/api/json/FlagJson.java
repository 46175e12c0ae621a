package io.demarche.api.json;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Statement;

/**
 * A flag.
 *
 * @param rule the rule that fired
 * @param revision the revision of the rulebook that held it
 * @param because what the rule is about
 */
public record FlagJson(String rule, int revision, String kind, Severity severity, String because) {

    /** The flag as JSON. */
    public static FlagJson of(Flag flag) {
        return new FlagJson(flag.rule(), flag.revision(), flag.kind(), flag.severity(), flag.because());
    }

    /** The flag itself, raised on that statement. */
    public Flag toFlag(Statement statement) {
        return new Flag(rule, revision, statement, kind, severity, because);
    }
}
