package io.demarche.api.text;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The titles and texts of the articles that events were flagged for, to be searched for words. An event matches if an article does that tells of it. */
public interface FlaggedTexts {

    /** How much of an article is searched: its title and text up to so many characters. */
    int LONGEST = 100_000;

    /** An event was flagged for that article; called in the transaction that says so. */
    void flagged(String articleId);

    /** That article has another text now; called in the transaction that says so. */
    void revised(String articleId);

    /**
     * What is asked, as a condition of events.
     *
     * @throws io.demarche.api.web.RefusedException if too much came in of late to be searched already
     */
    Condition condition(TextQuery query);

    /** A sieve for what is asked, where so many articles match that it is better to take events in their order and to sift them. */
    Optional<Sieve> sieve(TextQuery query);

    /**
     * A condition.
     *
     * @param sql what must hold of the event {@code e}
     * @param parameters those of that SQL
     */
    record Condition(String sql, Map<String, Object> parameters) {}

    /** Tells which events match. */
    interface Sieve {

        /** Those of these events that match. */
        Set<String> sift(Collection<String> eventIds);
    }
}
