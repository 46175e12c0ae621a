package io.demarche.rules.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.Example;
import io.demarche.core.rulebook.Example.Expectation;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads examples: a list in YAML, each with {@code example} (its name), {@code text}, {@code raises} and {@code never}, and, where
 * they matter, {@code title}, {@code date}, {@code outlet}, {@code language}, and {@code before}: a list of earlier articles.
 */
final class ExampleFile {

    /** The day of an article that names none. */
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    private static final Set<String> OF_ARTICLES = new TreeSet<>(Set.of("title", "text", "date", "outlet", "language"));
    private static final Set<String> OF_EXAMPLES = new TreeSet<>(
            Set.of("example", "title", "text", "date", "outlet", "language", "before", "raises", "never"));

    private final YamlFile yaml;
    private final String path;

    private ExampleFile(RulebookFile file) {
        this.yaml = new YamlFile(SourceText.of(file));
        this.path = file.path();
    }

    /** What a file holds, and what is wrong with it. */
    record Content(List<Example> examples, List<Problem> problems) {}

    static Content read(RulebookFile file) {
        ExampleFile reader = new ExampleFile(file);
        List<Example> examples = reader.yaml.root().map(reader.yaml::items).orElse(List.of()).stream()
                .flatMap(node -> reader.example(node).stream())
                .toList();
        return new Content(examples, List.copyOf(reader.yaml.problems()));
    }

    private Optional<Example> example(Node node) {
        Map<String, Node> fields = yaml.fields(node);
        refuseOthers(fields, OF_EXAMPLES);
        if (!fields.containsKey("raises") && !fields.containsKey("never")) {
            yaml.problem(node, "an example says what it 'raises' or what it 'never' raises, or both");
        }
        String name = text(fields, "example");
        List<Article> before = new ArrayList<>();
        for (Node earlier : fields.containsKey("before") ? yaml.items(fields.get("before")) : List.<Node>of()) {
            Map<String, Node> given = yaml.fields(earlier);
            refuseOthers(given, OF_ARTICLES);
            article(earlier, given).ifPresent(before::add);
        }
        return article(node, fields)
                .map(article -> new Example(
                        path,
                        yaml.line(node),
                        name.isEmpty() ? article.text().strip() : name,
                        before,
                        article,
                        expectations(fields.get("raises")),
                        expectations(fields.get("never"))));
    }

    private void refuseOthers(Map<String, Node> fields, Set<String> known) {
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                yaml.problem(value, "unknown field '" + name + "'; " + Suggestion.among(known, name));
            }
        });
    }

    private Optional<Article> article(Node node, Map<String, Node> fields) {
        try {
            Instant date = date(fields.get("date"));
            Imprint imprint = new Imprint(null, orNull(fields, "outlet"), orNull(fields, "language"), date);
            return Optional.of(Article.of(text(fields, "title"), text(fields, "text"), imprint, date));
        } catch (IllegalArgumentException e) {
            yaml.problem(node, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private String text(Map<String, Node> fields, String name) {
        Node node = fields.get(name);
        return node == null ? "" : yaml.text(node);
    }

    private @Nullable String orNull(Map<String, Node> fields, String name) {
        return fields.containsKey(name) ? text(fields, name) : null;
    }

    private Instant date(@Nullable Node node) {
        LocalDate day = SOME_DAY;
        if (node != null) {
            try {
                day = LocalDate.parse(yaml.text(node));
            } catch (DateTimeParseException e) {
                yaml.problem(node, "a day such as 2026-03-02 is expected here, found '" + yaml.text(node) + "'");
            }
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<Expectation> expectations(@Nullable Node list) {
        List<Expectation> expectations = new ArrayList<>();
        if (list != null) {
            for (Node item : yaml.items(list)) {
                try {
                    expectations.add(Expectation.parse(yaml.text(item)));
                } catch (IllegalArgumentException e) {
                    yaml.problem(item, String.valueOf(e.getMessage()));
                }
            }
        }
        return expectations;
    }
}
