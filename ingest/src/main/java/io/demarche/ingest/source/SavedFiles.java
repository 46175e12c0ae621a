package io.demarche.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.extract.SavedText;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.text.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * Articles from saved files: {@code .html} and {@code .htm} as pages, {@code .txt} as text whose first line is the title, {@code .eml} and {@code .mbox} as
 * newsletters. A folder is read with its subfolders, in the order of paths; other files in it are passed over.
 */
public final class SavedFiles {

    private static final long LARGEST = 20_000_000;
    private static final URI NOWHERE = URI.create("file:///");

    /** Files may be stamped by another machine's clock. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final InstantSource clock;

    /** Reads files; articles are received when they are read. */
    public SavedFiles(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the file's name says that it is a saved article. */
    public static boolean isSavedArticle(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(txt|html?|eml|mbox)");
    }

    /** What was saved there since then; all of it if that is null. */
    Collected collect(Path fileOrFolder, @Nullable Instant since) {
        List<Article> articles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (Path file : list(fileOrFolder)) {
                if (since == null
                        || !Files.getLastModifiedTime(file).toInstant().isBefore(since.minus(CLOCKS_DIFFER))) {
                    read(file, articles, problems);
                }
            }
            return new Collected(articles, problems, Look.local());
        } catch (IOException | UncheckedIOException e) {
            String reason = fileOrFolder + ": " + e.getMessage();
            return new Collected(articles, List.of(reason), Look.failed(Validators.NONE, new Fetched.Failed(reason)));
        }
    }

    private void read(Path file, List<Article> articles, List<String> problems) {
        try {
            articles.addAll(readAll(file));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file + ": " + e.getMessage());
        }
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
     * The articles in one file: as many as it has messages, or one.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds no article
     */
    public List<Article> readAll(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("larger than %,d bytes".formatted(LARGEST));
        }
        byte[] content = Files.readAllBytes(file);
        List<Article> articles = new ArrayList<>();
        for (Extract extract : extracts(ending(file), content)) {
            if (!extract.text().isBlank()) {
                articles.add(Articles.of(extract, null, clock.instant()));
            }
        }
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("holds no text");
        }
        return articles;
    }

    private static List<Extract> extracts(String ending, byte[] content) throws IOException {
        return switch (ending) {
            case "html", "htm" -> List.of(PageExtractor.extract(content, null, NOWHERE));
            case "eml" -> List.of(MailReader.read(content));
            case "mbox" -> {
                List<Extract> messages = new ArrayList<>();
                for (byte[] message : MailReader.split(content)) {
                    messages.add(MailReader.read(message));
                }
                yield messages;
            }
            default -> List.of(SavedText.extract(Charsets.decode(content, null)));
        };
    }

    private static String ending(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
    }
}
