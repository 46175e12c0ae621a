package io.demarche.api.article;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.api.store.ArticleRows;
import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.article.Copy;
import io.demarche.core.article.Imprint;
import io.demarche.core.article.Sketch;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcArticleStore implements ArticleStore {

    /** More that share a band and are no copies are boilerplate. */
    private static final int MOST_CANDIDATES = 20;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    JdbcArticleStore(NamedParameterJdbcOperations batches) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
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

    @Override
    public Optional<Copy> noteCopy(Article article) {
        Sketch sketch = Sketch.of(article.text());
        Optional<Copy> copy = sameWords(article, sketch).or(() -> alike(article, sketch));
        jdbc.sql(
                        "update article set digest = :digest, runs = :runs, minima = :minima, copy_of = :original where id = :id")
                .param("digest", sketch.digest())
                .param("runs", sketch.runs())
                .param("minima", Base64.getEncoder().encodeToString(sketch.toBytes()))
                .param("original", copy.map(Copy::originalId).orElse(null))
                .param("id", article.id())
                .update();
        if (copy.isEmpty()) {
            SqlParameterSource[] bands = sketch.bands().stream()
                    .map(band -> new MapSqlParameterSource("band", band).addValue("id", article.id()))
                    .toArray(SqlParameterSource[]::new);
            if (bands.length > 0) {
                batches.batchUpdate("insert into article_band (band, article_id) values (:band, :id)", bands);
            }
        }
        return copy;
    }

    @Override
    public Optional<String> originalOf(String id) {
        return jdbc.sql("select copy_of from article where id = :id and copy_of is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Short texts are shared by articles that tell different things in their headlines; those must be the same, too. */
    private Optional<Copy> sameWords(Article article, Sketch sketch) {
        return jdbc.sql("""
                        select id from article where digest = :digest and copy_of is null and id <> :id and (:long or title = :title)
                        order by received_at, id limit 1""")
                .param("digest", sketch.digest())
                .param("id", article.id())
                .param("long", sketch.isLong())
                .param("title", article.title())
                .query(String.class)
                .optional()
                .map(original -> new Copy(original, true));
    }

    private Optional<Copy> alike(Article article, Sketch sketch) {
        if (sketch.bands().isEmpty()) {
            return Optional.empty();
        }
        return jdbc
                .sql("""
                        select distinct a.id, a.text, a.runs, a.minima, a.received_at from article_band b join article a on a.id = b.article_id
                        where b.band in (:bands) and a.id <> :id order by a.received_at, a.id limit :most""")
                .param("bands", sketch.bands())
                .param("id", article.id())
                .param("most", MOST_CANDIDATES)
                .query((row, number) -> new Candidate(
                        row.getString("id"),
                        row.getString("text"),
                        new Sketch(
                                0,
                                0,
                                row.getInt("runs"),
                                Sketch.minima(Base64.getDecoder().decode(row.getString("minima"))))))
                .list()
                .stream()
                .filter(candidate -> candidate.sketch().resembles(sketch))
                .flatMap(candidate -> copy(article, candidate).stream())
                .findFirst();
    }

    private static Optional<Copy> copy(Article article, Candidate candidate) {
        return switch (Sketch.relation(article.text(), candidate.text())) {
            case COPY -> Optional.of(new Copy(candidate.id(), true));
            case LONGER -> Optional.of(new Copy(candidate.id(), false));
            case OTHER -> Optional.empty();
        };
    }

    /** An article that may have the text of another. */
    private record Candidate(String id, String text, Sketch sketch) {}
}
