package io.demarche.core.statement;

import io.demarche.core.article.Article;

/** Reads an article into statements: deterministic, without I/O, safe for many threads at once. */
public interface StatementReader {

    /** What the article says. */
    Reading read(Article article);

    /** What the article says, and which words and constructions say so; slower, for people who check or debug. */
    Explanation explain(Article article);
}
