package io.demarche.api.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.demarche.ingest.feed.Feed;
import io.demarche.ingest.feed.FeedParser;
import io.demarche.ingest.feed.NotAFeedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what feeds hold, one JSON line each: {\"file\",\"ok\",\"feed\":{...},\"entries\":[...]}. No server, no database.",
            "Titles are plain text; subtitle, summary and content are HTML; times are ISO 8601 in UTC. Of what is no feed, \"ok\" is"
                    + " false and \"problem\" says what it seems to be; the exit code is then 1."
        })
final class FeedCommand implements Callable<Integer> {

    private final JsonMapper json = JsonMapper.builder().build();

    @Mixin
    private FetchOptions options = new FetchOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|URL|FOLDER",
            description = "Feeds; a file whose name ends in .gz is unpacked, a folder read with its subfolders.")
    private List<String> places = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return DocumentLines.print(
                "feeds", places, file -> true, options, spec.commandLine().getErr(), this::line);
    }

    private String line(String file, Documents.Document document, OrderedLines lines) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        try {
            Feed feed = FeedParser.parse(document.body(), document.contentType(), document.url());
            line.put("ok", true);
            line.put("feed", about(feed));
            line.put("entries", feed.entries().stream().map(FeedCommand::entry).toList());
        } catch (NotAFeedException e) {
            lines.problem(file, String.valueOf(e.getMessage()));
            line.put("ok", false);
            line.put("problem", String.valueOf(e.getMessage()));
        }
        return json.writeValueAsString(line);
    }

    private static Map<String, Object> about(Feed feed) {
        Feed.About about = feed.about();
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "title", about.title());
        put(fields, "link", about.link());
        put(fields, "id", about.id());
        put(fields, "subtitle", about.subtitle());
        put(fields, "language", about.language());
        put(fields, about.author());
        put(fields, "published", about.published());
        put(fields, "updated", about.updated());
        put(fields, "hub", about.hub());
        put(fields, "interval", feed.hints().interval());
        if (!feed.further().isEmpty()) {
            fields.put("further", feed.further().stream().map(String::valueOf).toList());
        }
        return fields;
    }

    private static Map<String, Object> entry(Feed.Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "title", entry.title());
        put(fields, "link", entry.link());
        put(fields, "id", entry.id());
        put(fields, "summary", entry.summary());
        put(fields, "content", entry.content());
        put(fields, entry.author());
        put(fields, "language", entry.language());
        put(fields, "published", entry.published());
        put(fields, "updated", entry.updated());
        return fields;
    }

    private static void put(Map<String, Object> fields, Feed.@Nullable Author author) {
        if (author != null) {
            put(fields, "author", author);
            put(fields, "author_name", author.name());
            put(fields, "author_email", author.email());
        }
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
