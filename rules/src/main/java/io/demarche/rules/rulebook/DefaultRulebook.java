package io.demarche.rules.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RuleFile;

/** The bundled rulebook, revision 1 of every installation. */
public final class DefaultRulebook {

    private static final List<String> FILES =
            List.of("expulsions.drl", "missions.drl", "proposals.drl", "relations.drl", "sanctions.drl", "visas.drl");

    private DefaultRulebook() {}

    /** The bundled rule files as revision 1, published at that time. */
    public static Revision revision(Instant publishedAt) {
        return new Revision(
                1, FILES.stream().map(DefaultRulebook::file).toList(), "demarche", "The default rulebook", publishedAt);
    }

    private static RuleFile file(String name) {
        try (InputStream in = DefaultRulebook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the rule file " + name + " is not on the class path");
            }
            return new RuleFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rule file " + name, e);
        }
    }
}
