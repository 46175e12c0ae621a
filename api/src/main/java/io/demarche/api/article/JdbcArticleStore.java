package io.demarche.api.article;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

    /** More than these for each article saved at once, that share a digest or a band and are no copies, are boilerplate. */
    private static final int MOST_CANDIDATES = 20;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    JdbcArticleStore(NamedParameterJdbcOperations batches) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** In the order of ids, so that two savers of the same articles do not wait for each other. */
    @Override
    public List<Saved> saveNew(List<Article> articles) {
        List<Article> unknown = unknown(articles);
        if (unknown.isEmpty()) {
            return List.of();
        }
        Originals originals = new Originals(unknown);
        List<Saved> found = unknown.stream().map(originals::saved).toList();
        int[] inserted = batches.batchUpdate(
                """
                insert into article (id, url, outlet, language, title, text, published_at, received_at, digest, runs, minima, copy_of)
                values (:id, :url, :outlet, :language, :title, :text, :publishedAt, :receivedAt, :digest, :runs, :minima, :original)
                on conflict do nothing""",
                found.stream()
                        .map(saved -> row(saved, originals.sketch(saved.article())))
                        .toArray(SqlParameterSource[]::new));
        List<Saved> fresh = IntStream.range(0, inserted.length)
                .filter(place -> inserted[place] == 1)
                .mapToObj(found::get)
                .toList();
        SqlParameterSource[] bands = fresh.stream()
                .filter(saved -> saved.copy() == null)
                .flatMap(saved -> originals.sketch(saved.article()).bands().stream()
                        .map(band -> new MapSqlParameterSource("band", band)
                                .addValue("id", saved.article().id())))
                .toArray(SqlParameterSource[]::new);
        if (bands.length > 0) {
            batches.batchUpdate("insert into article_band (band, article_id) values (:band, :id)", bands);
        }
        return fresh;
    }

    private List<Article> unknown(List<Article> articles) {
        Map<String, Article> byId = new TreeMap<>();
        articles.forEach(article -> byId.putIfAbsent(article.id(), article));
        if (!byId.isEmpty()) {
            jdbc.sql("select id from article where id in (:ids)")
                    .param("ids", List.copyOf(byId.keySet()))
                    .query(String.class)
                    .list()
                    .forEach(byId::remove);
        }
        return List.copyOf(byId.values());
    }

    private static SqlParameterSource row(Saved saved, Sketch sketch) {
        Article article = saved.article();
        Copy copy = saved.copy();
        Imprint imprint = article.imprint();
        return new MapSqlParameterSource("id", article.id())
                .addValue("url", imprint.url() == null ? null : imprint.url().toString())
                .addValue("outlet", imprint.outlet())
                .addValue("language", imprint.language())
                .addValue("title", article.title())
                .addValue("text", article.text())
                .addValue("publishedAt", timeOrNull(imprint.publishedAt()))
                .addValue("receivedAt", time(article.receivedAt()))
                .addValue("digest", sketch.digest())
                .addValue("runs", sketch.runs())
                .addValue("minima", Base64.getEncoder().encodeToString(sketch.toBytes()))
                .addValue("original", copy == null ? null : copy.originalId());
    }

    @Override
    public boolean contains(String id) {
        return jdbc.sql("select count(*) from article where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Article> find(String id) {
        return jdbc.sql("select * from article where id = :id")
                .param("id", id)
                .query((row, number) -> ArticleRows.article(row))
                .optional();
    }

    /** An article of which another may be a copy. */
    private record Candidate(String id, String title, String text, Sketch sketch) {}

    /** Articles that were first with their texts, as far as they may concern some others: those stored, and those of the others that have been added. */
    private final class Originals {

        private final Map<String, Sketch> sketches = new HashMap<>();
        private final Map<Long, List<Candidate>> byDigest = new HashMap<>();
        private final Map<Long, List<Candidate>> byBand = new HashMap<>();

        Originals(List<Article> articles) {
            articles.forEach(article -> sketches.put(article.id(), Sketch.of(article.text())));
            List<Long> digests = sketches.values().stream().map(Sketch::digest).toList();
            List<Long> bands = sketches.values().stream()
                    .flatMap(sketch -> sketch.bands().stream())
                    .distinct()
                    .toList();
            find(
                    "select digest as band, id from article where copy_of is null and digest in (:keys)",
                    digests,
                    byDigest);
            if (!bands.isEmpty()) {
                find("select band, article_id as id from article_band where band in (:keys)", bands, byBand);
            }
        }

        private void find(String sql, List<Long> keys, Map<Long, List<Candidate>> into) {
            Map<String, List<Long>> found = new LinkedHashMap<>();
            jdbc.sql(sql)
                    .param("keys", keys)
                    .query((row, number) -> found.computeIfAbsent(row.getString("id"), id -> new ArrayList<>())
                            .add(row.getLong("band")))
                    .list();
            for (Candidate candidate : candidates(found.keySet())) {
                found.getOrDefault(candidate.id(), List.of())
                        .forEach(key -> into.computeIfAbsent(key, other -> new ArrayList<>())
                                .add(candidate));
            }
        }

        /** The earliest first. */
        private List<Candidate> candidates(Set<String> ids) {
            return ids.isEmpty()
                    ? List.of()
                    : jdbc.sql(
                                    "select id, title, text, digest, runs, minima from article where id in (:ids) order by received_at, id limit :most")
                            .param("ids", ids)
                            .param("most", MOST_CANDIDATES * sketches.size())
                            .query((row, number) -> new Candidate(
                                    row.getString("id"),
                                    row.getString("title"),
                                    row.getString("text"),
                                    new Sketch(
                                            row.getLong("digest"),
                                            0,
                                            row.getInt("runs"),
                                            Sketch.minima(Base64.getDecoder().decode(row.getString("minima"))))))
                            .list();
        }

        Sketch sketch(Article article) {
            return Objects.requireNonNull(sketches.get(article.id()));
        }

        /** What it is a copy of; if of nothing, others may be copies of it from now on. */
        Saved saved(Article article) {
            Sketch sketch = sketch(article);
            Copy copy = of(article, sketch).orElse(null);
            if (copy == null) {
                add(article, sketch);
            }
            return new Saved(article, copy);
        }

        /** Short texts are shared by articles that tell different things in their headlines; those must be the same, too. */
        private Optional<Copy> of(Article article, Sketch sketch) {
            return byDigest.getOrDefault(sketch.digest(), List.of()).stream()
                    .filter(candidate -> sketch.isLong() || candidate.title().equals(article.title()))
                    .findFirst()
                    .map(candidate -> new Copy(candidate.id(), true))
                    .or(() -> alike(article, sketch));
        }

        private Optional<Copy> alike(Article article, Sketch sketch) {
            return sketch.bands().stream()
                    .flatMap(band -> byBand.getOrDefault(band, List.of()).stream())
                    .distinct()
                    .filter(candidate -> candidate.sketch().resembles(sketch))
                    .flatMap(candidate -> copy(article, candidate).stream())
                    .findFirst();
        }

        private void add(Article article, Sketch sketch) {
            Candidate candidate = new Candidate(article.id(), article.title(), article.text(), sketch);
            byDigest.computeIfAbsent(sketch.digest(), key -> new ArrayList<>()).add(candidate);
            sketch.bands()
                    .forEach(band -> byBand.computeIfAbsent(band, key -> new ArrayList<>())
                            .add(candidate));
        }
    }

    @Override
    public Optional<String> originalOf(String id) {
        return jdbc.sql("select copy_of from article where id = :id and copy_of is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static Optional<Copy> copy(Article article, Candidate candidate) {
        return switch (Sketch.relation(article.text(), candidate.text())) {
            case COPY -> Optional.of(new Copy(candidate.id(), true));
            case LONGER -> Optional.of(new Copy(candidate.id(), false));
            case OTHER -> Optional.empty();
        };
    }
}
