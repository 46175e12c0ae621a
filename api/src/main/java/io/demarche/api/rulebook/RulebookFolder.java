package io.demarche.api.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RuleFile;
import io.demarche.rules.rulebook.DefaultRulebook;
import org.jspecify.annotations.Nullable;

/** A rulebook as a folder of {@code .drl} files, or one such file. */
public final class RulebookFolder {

    private RulebookFolder() {}

    /**
     * The rulebook at that path, or the bundled one for no path, as revision 1.
     *
     * @throws IllegalArgumentException if there is no rule file
     */
    public static Revision revision(@Nullable Path fileOrFolder, Instant now) {
        if (fileOrFolder == null) {
            return DefaultRulebook.revision(now);
        }
        List<RuleFile> files = files(fileOrFolder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no .drl file at " + fileOrFolder);
        }
        return new Revision(1, files, "operator", "from " + fileOrFolder, now);
    }

    private static List<RuleFile> files(Path fileOrFolder) {
        if (!Files.exists(fileOrFolder)) {
            throw new IllegalArgumentException("there is no such file or folder: " + fileOrFolder);
        }
        try (Stream<Path> found = Files.walk(fileOrFolder)) {
            return found.filter(file -> Files.isRegularFile(file)
                            && (file.toString().endsWith(".drl") || file.equals(fileOrFolder)))
                    .sorted()
                    .map(file -> ruleFile(fileOrFolder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rulebook at " + fileOrFolder, e);
        }
    }

    private static RuleFile ruleFile(Path root, Path file) {
        try {
            String name = file.equals(root)
                    ? file.getFileName().toString()
                    : root.relativize(file).toString();
            return new RuleFile(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rule file " + file, e);
        }
    }
}
