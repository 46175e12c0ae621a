package io.demarche.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.extract.SavedText;

/**
 * Articles from saved files: {@code .html} and {@code .htm} as pages, {@code .txt} as text whose first line is the title, UTF-8 both.
 * A folder is read with its subfolders, in the order of paths; other files in it are passed over.
 */
public final class SavedFiles {

    private static final long LARGEST = 20_000_000;

    private final InstantSource clock;

    /** Reads files; articles are received when they are read. */
    public SavedFiles(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the file's name says that it is a saved article. */
    public static boolean isSavedArticle(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(txt|html?)");
    }

    Collected collect(Path fileOrFolder) {
        List<Article> articles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (Path file : list(fileOrFolder)) {
                try {
                    articles.add(read(file));
                } catch (IOException | IllegalArgumentException e) {
                    problems.add(file + ": " + e.getMessage());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(fileOrFolder + ": " + e.getMessage());
        }
        return new Collected(articles, io.demarche.ingest.fetch.Validators.NONE, problems);
    }

    /**
     * The saved articles at a path: the file itself, or those in a folder.
     *
     * @throws IOException if the path does not exist or cannot be read
     */
    public static List<Path> list(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            if (!Files.exists(fileOrFolder)) {
                throw new IOException("there is no such file or folder");
            }
            return List.of(fileOrFolder);
        }
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.filter(file -> Files.isRegularFile(file) && isSavedArticle(file))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The article in one file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds no article
     */
    public Article read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("larger than %,d bytes".formatted(LARGEST));
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        boolean html = file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.html?");
        Extract extract = html ? PageExtractor.extract(content, "") : SavedText.extract(content);
        if (extract.text().isBlank()) {
            throw new IllegalArgumentException("holds no text");
        }
        return Articles.of(extract, null, clock.instant());
    }
}
