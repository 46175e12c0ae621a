package io.demarche.core.article;

import java.time.Instant;
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

    /**
     * Takes what those of the articles say that are known and say something else by now, in the place of what they said before, which is kept; returns just those, as
     * they are now. A text that an article had before is no news of it, nor is a part of its text.
     */
    List<Article> revise(List<Article> articles);

    /**
     * Whether there is an article of that id, as it was at that time.
     *
     * @param updated when it is said to have been changed last; null if that is unknown
     */
    boolean isCurrent(String id, @Nullable Instant updated);

    /** The article of that id. */
    Optional<Article> find(String id);

    /** The id of the first article with the text of that one; empty if it is the first. */
    Optional<String> originalOf(String id);
}
