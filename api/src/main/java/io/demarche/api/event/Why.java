package io.demarche.api.event;

import java.util.List;

import io.demarche.api.json.StatementJson;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why an event was flagged, by one of the articles that tell of it.
 *
 * @param sentence the sentence in which it was read; absent if the reader does not read it there any more
 * @param reasons what gave each field of the statement; absent likewise
 * @param flags the flags on it, with the rules as they stood in the revision that raised them
 */
record Why(
        String eventId,
        String articleId,
        String title,
        @Nullable String url,
        @Nullable String sentence,
        StatementJson statement,
        @Nullable List<Reason> reasons,
        List<RaisedBy> flags) {

    /**
     * A flag and the rule that raised it.
     *
     * @param text the rule; absent if the revision does not hold it under that name
     */
    record RaisedBy(
            String kind,
            Severity severity,
            String because,
            int revision,
            String rule,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable String text) {}
}
