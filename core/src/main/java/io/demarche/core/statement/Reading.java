package io.demarche.core.statement;

import java.util.List;

/**
 * What one version of the reader found in one article.
 *
 * @param articleId the article read
 * @param readerVersion the version of the reader, so that a later one may read again and be compared
 * @param statements in the order of the text; no two tell the same thing
 */
public record Reading(String articleId, String readerVersion, List<Statement> statements) {

    public Reading {
        statements = List.copyOf(statements);
    }
}
