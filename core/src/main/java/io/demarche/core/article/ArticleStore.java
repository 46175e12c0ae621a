package io.demarche.core.article;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where articles are kept. */
public interface ArticleStore {

    /**
     * Saves the articles whose ids are not yet known and returns just those. Two callers that save the same article at the
     * same time see it returned to one of them.
     */
    List<Saved> saveNew(List<Article> articles);

    /**
     * An article that was new.
     *
     * @param copy of what earlier article it is a copy, one of those saved with it among them; null if it is the first with its text
     */
    record Saved(Article article, @Nullable Copy copy) {}

    /** Whether there is an article of that id. */
    boolean contains(String id);

    /** The article of that id. */
    Optional<Article> find(String id);

    /** The id of the first article with the text of that one; empty if it is the first. */
    Optional<String> originalOf(String id);
}
