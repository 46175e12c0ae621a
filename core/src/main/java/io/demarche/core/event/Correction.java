package io.demarche.core.event;

import java.time.Instant;
import java.util.List;

import io.demarche.core.rulebook.Flag;

/**
 * The flags of a report were raised anew, under another revision of the rulebook, and are others now.
 *
 * @param eventId the event that holds the report
 * @param articleId the article that tells of it
 * @param revision the revision that raised them anew
 * @param at when
 * @param before the flags until then
 * @param after the flags since then; empty if the article tells nothing of the event any more
 */
public record Correction(
        String eventId, String articleId, int revision, Instant at, List<Flag> before, List<Flag> after) {

    public Correction {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
