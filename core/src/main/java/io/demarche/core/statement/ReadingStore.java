package io.demarche.core.statement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where readings are kept. */
public interface ReadingStore {

    /** Keeps the readings, each in place of an earlier one of the same article. */
    void save(List<Reading> readings);

    /** The reading of that article. */
    Optional<Reading> find(String articleId);

    /** How many articles told since then have statements. */
    int countSince(Instant since);

    /**
     * Articles told since then that have statements, in the order of their ids: a part of them, so that many can be gone through.
     *
     * @param after the id of the last article of the part before it; empty for the first
     * @param texts whether the text is wanted; if not, an ellipsis stands for it
     */
    List<ReadArticle> since(Instant since, String after, boolean texts, int limit);

    /** Those of these articles that have statements, in the order of their ids. */
    List<ReadArticle> of(Collection<String> articleIds, boolean texts);

    /**
     * A text that an article had, or has.
     *
     * @param number 1 is the first
     * @param since when it came in
     */
    record Version(int number, String title, String text, Instant since, List<Statement> statements) {

        public Version {
            statements = List.copyOf(statements);
        }
    }

    /** The texts of that article and what was read in each, the first first; empty if there is no such article. */
    List<Version> versions(String id);
}
