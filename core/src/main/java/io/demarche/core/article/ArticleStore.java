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
}
