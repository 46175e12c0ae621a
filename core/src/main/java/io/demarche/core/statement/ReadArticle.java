package io.demarche.core.statement;

import io.demarche.core.article.Article;

/** A stored article with what was read in it. */
public record ReadArticle(Article article, Reading reading) {}
