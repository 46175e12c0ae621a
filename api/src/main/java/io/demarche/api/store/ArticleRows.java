package io.demarche.api.store;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;

/** Articles in rows. */
public final class ArticleRows {

    private ArticleRows() {}

    /** The article of a row that holds the columns of the table of articles. */
    public static Article article(ResultSet row) throws SQLException {
        String url = row.getString("url");
        Imprint imprint = new Imprint(
                url == null ? null : URI.create(url),
                row.getString("outlet"),
                row.getString("language"),
                timeOrNull(row, "published_at"));
        return new Article(
                row.getString("id"), row.getString("title"), row.getString("text"), imprint, time(row, "received_at"));
    }
}
