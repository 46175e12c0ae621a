package io.demarche.api.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.demarche.core.rulebook.RulebookFile;
import io.demarche.rules.rulebook.DefaultRulebook;
import org.jspecify.annotations.Nullable;

/** A rulebook as a folder of files, as it lives in a version control system; or one file of it. */
public final class RulebookFolder {

    private RulebookFolder() {}

    /**
     * The files at that path, or the bundled ones for no path. What is hidden and what is no file of a rulebook (a README) is passed
     * over.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<RulebookFile> read(@Nullable Path fileOrFolder) {
        if (fileOrFolder == null) {
            return DefaultRulebook.files();
        }
        if (!Files.exists(fileOrFolder)) {
            throw new IllegalArgumentException("there is no such file or folder: " + fileOrFolder);
        }
        List<RulebookFile> files = paths(fileOrFolder).stream()
                .map(file -> rulebookFile(fileOrFolder, file))
                .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no .drl, .yaml or lexicon/*.txt file at " + fileOrFolder);
        }
        return files;
    }

    /** Writes the files into a folder, in place of those of the same paths. */
    public static void write(List<RulebookFile> files, Path folder) {
        try {
            for (RulebookFile file : files) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the rulebook to " + folder, e);
        }
    }

    /** The paths in a folder that files of a rulebook have, but none of these. */
    public static List<String> others(List<RulebookFile> files, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> known = files.stream().map(RulebookFile::path).toList();
        return paths(folder).stream()
                .map(file -> name(folder, file))
                .filter(name -> !known.contains(name))
                .toList();
    }

    private static List<Path> paths(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> isRulebookFile(root, file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rulebook at " + root, e);
        }
    }

    private static boolean isRulebookFile(Path root, Path file) {
        String name = name(root, file);
        return Files.isRegularFile(file)
                && !("/" + name).contains("/.")
                && (name.endsWith(".drl")
                        || name.endsWith(".yaml")
                        || (name.startsWith("lexicon/") && name.endsWith(".txt"))
                        || file.equals(root));
    }

    private static RulebookFile rulebookFile(Path root, Path file) {
        try {
            return new RulebookFile(name(root, file), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file " + file, e);
        }
    }

    private static String name(Path root, Path file) {
        return file.equals(root)
                ? String.valueOf(file.getFileName())
                : root.relativize(file).toString().replace('\\', '/');
    }
}
