package io.demarche.api.json;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.event.Report;
import org.jspecify.annotations.Nullable;

/**
 * One article that tells of an event.
 *
 * @param url where it was published
 * @param toldAt when it told of it
 * @param copyOf the article that had the text first, as of an agency; absent if it is this one, or not asked for
 * @param statement what in it tells of the event
 * @param flags the flags raised on that statement
 */
public record ReportJson(
        String articleId,
        String title,
        @Nullable String url,
        @Nullable String outlet,
        Instant toldAt,
        @Nullable String copyOf,
        StatementJson statement,
        List<FlagJson> flags) {

    /** The report as JSON. */
    public static ReportJson of(Report report) {
        Article article = report.article();
        URI url = article.imprint().url();
        return new ReportJson(
                article.id(),
                article.title(),
                url == null ? null : url.toString(),
                article.imprint().outlet(),
                article.toldAt(),
                null,
                StatementJson.of(report.statement()),
                report.flags().stream().map(FlagJson::of).toList());
    }
}
