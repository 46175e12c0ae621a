package io.demarche.rules.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.demarche.core.rulebook.RulebookFile;

/** The bundled rulebook, revision 1 of every installation. */
public final class DefaultRulebook {

    /** Who publishes it. */
    public static final String AUTHOR = "demarche";

    private static final List<String> FILES = List.of(
            "expulsions.drl",
            "missions.drl",
            "patterns.drl",
            "proposals.drl",
            "relations.drl",
            "sanctions.drl",
            "visas.drl",
            "examples/expulsions.yaml",
            "examples/missions.yaml",
            "examples/nothing.yaml",
            "examples/patterns.yaml",
            "examples/proposals.yaml",
            "examples/relations.yaml",
            "examples/sanctions.yaml",
            "examples/visas.yaml");

    private DefaultRulebook() {}

    /** The bundled files. */
    public static List<RulebookFile> files() {
        return FILES.stream().map(DefaultRulebook::resource).toList();
    }

    static RulebookFile resource(String name) {
        try (InputStream in = DefaultRulebook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is not on the class path");
            }
            return new RulebookFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file " + name, e);
        }
    }
}
