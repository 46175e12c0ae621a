package io.demarche.api.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.text.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
        return DocumentLines.print(
                "pages",
                places,
                ExtractCommand::isPage,
                options,
                spec.commandLine().getErr(),
                this::line);
    }

    private static boolean isPage(String file) {
        return file.matches("(?i).*\\.(html?|xhtml)(\\.gz)?");
    }

    private String line(String place, Documents.Document document, OrderedLines lines) {
        Extract extract = PageExtractor.extract(document.body(), document.contentType(), document.url());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id(place));
        put(line, "url", extract.url());
        line.put("title", extract.title());
        line.put("text", extract.text());
        put(line, "author", extract.author());
        put(line, "published", extract.publishedAt());
        put(line, "language", extract.language() == null ? Languages.of(extract.text()) : extract.language());
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
