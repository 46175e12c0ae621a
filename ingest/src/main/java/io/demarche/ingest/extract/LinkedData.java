package io.demarche.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page says of its article in JSON-LD, in the vocabulary of schema.org. */
final class LinkedData {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final int DEEPEST = 6;

    private final List<JsonNode> articles = new ArrayList<>();

    /** Adds what a script of the page says. */
    void read(String script) {
        try {
            gather(JSON.readTree(script), 0);
        } catch (JacksonException e) {
            return; // a page whose data is broken has a text all the same
        }
    }

    private void gather(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> gather(item, depth + 1));
        } else if (node.isObject()) {
            if (isArticle(node.path("@type"))) {
                articles.add(node);
            }
            gather(node.path("@graph"), depth + 1);
            gather(node.path("mainEntity"), depth + 1);
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(LinkedData::isArticle);
        }
        String name = type.asString("").replaceFirst("^https?://schema.org/", "");
        return name.endsWith("Article")
                || (name.endsWith("Posting") && !name.equals("JobPosting"))
                || name.equals("Report");
    }

    Optional<String> headline() {
        return first("headline").or(() -> first("name"));
    }

    Optional<String> author() {
        return articles.stream()
                .map(article -> article.path("author"))
                .flatMap(author -> author.isArray() ? author.valueStream() : Stream.of(author))
                .map(author -> author.isString()
                        ? author.asString()
                        : author.path("name").asString(""))
                .filter(name -> !name.isBlank())
                .reduce((one, other) -> one.contains(other) ? one : one + ", " + other);
    }

    Optional<String> publisher() {
        return articles.stream()
                .map(article -> article.path("publisher").path("name").asString(""))
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    Stream<String> published() {
        return Stream.of(first("datePublished"), first("dateCreated")).flatMap(Optional::stream);
    }

    Stream<String> modified() {
        return first("dateModified").stream();
    }

    Optional<String> language() {
        return first("inLanguage");
    }

    Optional<String> body() {
        return first("articleBody");
    }

    boolean isPaid() {
        return articles.stream()
                .map(article -> article.path("isAccessibleForFree"))
                .anyMatch(free -> free.asString("").equalsIgnoreCase("false"));
    }

    private Optional<String> first(String field) {
        return articles.stream()
                .map(article -> article.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
