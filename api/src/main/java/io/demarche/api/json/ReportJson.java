package io.demarche.api.json;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One article that tells of an event.
 *
 * @param url where it was published
 * @param toldAt when it told of it
 * @param statement what in it tells of the event
 * @param flags the flags raised on that statement
 */
public record ReportJson(
        String articleId,
        String title,
        @Nullable String url,
        @Nullable String outlet,
        Instant toldAt,
        StatementJson statement,
        List<FlagJson> flags) {}
