package io.demarche.api.article;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.api.store.ArticleRows;
import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.article.Imprint;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcArticleStore implements ArticleStore {

    private final JdbcClient jdbc;

    JdbcArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of ids, so that two savers of the same articles do not wait for each other. */
    @Override
    public List<Article> saveNew(List<Article> articles) {
        List<Article> fresh = new ArrayList<>();
        articles.stream().sorted(Comparator.comparing(Article::id)).forEach(article -> {
            if (insert(article) == 1) {
                fresh.add(article);
            }
        });
        return fresh;
    }

    private int insert(Article article) {
        Imprint imprint = article.imprint();
        return jdbc.sql("""
                        insert into article (id, url, outlet, language, title, text, published_at, received_at)
                        values (:id, :url, :outlet, :language, :title, :text, :publishedAt, :receivedAt)
                        on conflict do nothing""")
                .param("id", article.id())
                .param("url", imprint.url() == null ? null : imprint.url().toString())
                .param("outlet", imprint.outlet())
                .param("language", imprint.language())
                .param("title", article.title())
                .param("text", article.text())
                .param("publishedAt", timeOrNull(imprint.publishedAt()))
                .param("receivedAt", time(article.receivedAt()))
                .update();
    }

    @Override
    public Optional<Article> find(String id) {
        return jdbc.sql("select * from article where id = :id")
                .param("id", id)
                .query((row, number) -> ArticleRows.article(row))
                .optional();
    }
}
