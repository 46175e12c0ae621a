package io.demarche.api.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Fetcher;
import io.demarche.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/** Documents named on the command line: files, packed by gzip or not, folders of them, web addresses. */
final class Documents {

    private static final int LARGEST = 100_000_000;

    private final Fetcher fetcher;

    /** Documents that are fetched, where they are on the web, by {@code fetcher}. */
    Documents(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * A document.
     *
     * @param url where it came from; of a file, an address that leads nowhere
     * @param contentType as the server sent it; null for a file
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Document(URI url, byte[] body, @Nullable String contentType) {}

    static boolean isAddress(String place) {
        return place.matches("(?i)https?://.*");
    }

    /**
     * The places themselves, or, of a folder, the files in it and below it, sorted.
     *
     * @throws IOException if a file or folder is not there; the message is for a person to read
     */
    static List<String> expand(String place) throws IOException {
        if (isAddress(place) || Files.isRegularFile(Path.of(place))) {
            return List.of(place);
        }
        if (!Files.isDirectory(Path.of(place))) {
            throw new IOException("there is no such file or folder");
        }
        try (Stream<Path> files = Files.walk(Path.of(place))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    /**
     * The document at a place.
     *
     * @throws IOException if it cannot be read or fetched; the message is for a person to read
     */
    Document read(String place) throws IOException {
        if (isAddress(place)) {
            return fetch(URI.create(place));
        }
        try (InputStream in = unpacked(Path.of(place))) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new IOException("larger than %,d bytes".formatted(LARGEST));
            }
            return new Document(URI.create("http://localhost/"), body, null);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private Document fetch(URI url) throws IOException {
        Fetched fetched = fetcher.fetch(url, Validators.NONE);
        if (fetched instanceof Fetched.Document document) {
            return new Document(document.url(), document.body(), document.contentType());
        }
        throw new IOException(fetched instanceof Fetched.Failed failed ? failed.reason() : "the server sent nothing");
    }
}
