package io.demarche.ingest.source;

import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.ingest.fetch.Validators;

/**
 * What one look at a source gave.
 *
 * @param articles the articles found there, the known among them too
 * @param validators for the next look
 * @param problems what could not be read, for a person to read
 */
public record Collected(List<Article> articles, Validators validators, List<String> problems) {

    public Collected {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }

    static Collected nothing(Validators validators) {
        return new Collected(List.of(), validators, List.of());
    }

    static Collected failed(Validators validators, String problem) {
        return new Collected(List.of(), validators, List.of(problem));
    }
}
