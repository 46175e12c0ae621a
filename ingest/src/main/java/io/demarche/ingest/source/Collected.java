package io.demarche.ingest.source;

import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;

/**
 * What one look at a source gave.
 *
 * @param articles the articles found there, known ones only where that could not be told before
 * @param problems what could not be read, for a person to read
 * @param look what it taught about the next one
 */
public record Collected(List<Article> articles, List<String> problems, Look look) {

    public Collected {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }

    /** Nothing could be made of what came. */
    public static Collected unreadable(Validators validators, String reason) {
        return new Collected(List.of(), List.of(reason), Look.failed(validators, new Fetched.Failed(reason)));
    }
}
