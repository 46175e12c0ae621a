package io.demarche.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

import io.demarche.ingest.fetch.HttpFetcher;
import picocli.CommandLine.ExitCode;

/** Prints a line for each of some documents, in their order. */
final class DocumentLines {

    private DocumentLines() {}

    /** Makes the line of a document. */
    interface Work {

        /**
         * The line.
         *
         * @param lines to which a problem is told that the line itself does not report by failing
         */
        String line(String place, Documents.Document document, OrderedLines lines) throws IOException;
    }

    /**
     * Prints the lines; the exit code says whether all went well.
     *
     * @param what the documents are, in the plural
     * @param inFolders which files of a folder are meant
     */
    static int print(
            String what,
            List<String> places,
            Predicate<String> inFolders,
            FetchOptions options,
            PrintWriter err,
            Work work)
            throws InterruptedException {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        try (HttpFetcher fetcher = options.fetcher();
                OrderedLines lines = new OrderedLines(what, out, err)) {
            Documents documents = new Documents(fetcher);
            for (String place : places) {
                try {
                    for (String file : Documents.expand(place)) {
                        if (file.equals(place) || inFolders.test(file)) {
                            lines.submit(file, () -> work.line(file, documents.read(file), lines));
                        }
                    }
                } catch (IOException e) {
                    lines.problem(place, String.valueOf(e.getMessage()));
                }
            }
            return lines.drain() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
