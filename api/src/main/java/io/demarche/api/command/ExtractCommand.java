package io.demarche.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.fetch.HttpFetcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the article in each page, one JSON line each: {\"id\",\"url\",\"title\",\"text\",\"author\",\"published\",\"language\","
                    + "\"captions\",\"related\"}, in the order given. No server, no database.",
            "The id is the file's name without its endings, or the address. Captions, and headlines of other articles that the page"
                    + " shows beside its own, are kept apart from the text."
        })
final class ExtractCommand implements Callable<Integer> {

    private final JsonMapper json = JsonMapper.builder().build();

    @Mixin
    private FetchOptions options = new FetchOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|URL|FOLDER",
            description =
                    "Pages; a file whose name ends in .gz is unpacked, of a folder every .html and .htm in it and below it is read.")
    private List<String> places = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        try (HttpFetcher fetcher = options.fetcher();
                OrderedLines lines =
                        new OrderedLines("pages", out, spec.commandLine().getErr())) {
            Documents documents = new Documents(fetcher);
            for (String place : places) {
                try {
                    List<String> files = Documents.expand(place);
                    for (String file : files) {
                        if (file.equals(place) || file.matches("(?i).*\\.(html?|xhtml)(\\.gz)?")) {
                            lines.submit(file, () -> line(file, documents));
                        }
                    }
                } catch (IOException e) {
                    lines.problem(place, String.valueOf(e.getMessage()));
                }
            }
            return lines.drain() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private String line(String place, Documents documents) throws IOException {
        Documents.Document document = documents.read(place);
        Extract extract = PageExtractor.extract(document.body(), document.contentType(), document.url());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id(place));
        put(line, "url", extract.url());
        line.put("title", extract.title());
        line.put("text", extract.text());
        put(line, "author", extract.author());
        put(line, "published", extract.publishedAt());
        put(line, "language", extract.language());
        line.put("captions", extract.captions());
        line.put("related", extract.related());
        return json.writeValueAsString(line);
    }

    /** The file's name without what says how it is packed and written, as in {@code bbc-1.source.html.gz}. */
    static String id(String place) {
        return Documents.isAddress(place)
                ? place
                : place.replaceFirst("^.*[/\\\\]", "")
                        .replaceFirst("(?i)(\\.source)?(\\.(html?|xhtml|txt))?(\\.gz)?$", "");
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value.toString());
        }
    }
}
