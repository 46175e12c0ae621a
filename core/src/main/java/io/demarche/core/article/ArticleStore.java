package io.demarche.core.article;

import java.util.List;
import java.util.Optional;

/** Where articles are kept. */
public interface ArticleStore {

    /**
     * Saves the articles whose ids are not yet known and returns just those. Two callers that save the same article at the
     * same time see it returned to one of them.
     */
    List<Article> saveNew(List<Article> articles);

    /** The article of that id. */
    Optional<Article> find(String id);

    /** The first article with the text of this one, which has been saved; notes that it is a copy, or that others may be copies of it. */
    Optional<Copy> noteCopy(Article article);

    /** The id of the first article with the text of that one; empty if it is the first. */
    Optional<String> originalOf(String id);
}
