package io.demarche.api.article;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.demarche.api.store.ArticleRows;
import io.demarche.api.text.FlaggedTexts;
import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.article.Copy;
import io.demarche.core.article.Imprint;
import io.demarche.core.article.Sketch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcArticleStore implements ArticleStore {

    private static final int REMOVED_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final FlaggedTexts texts;

    JdbcArticleStore(NamedParameterJdbcOperations batches, FlaggedTexts texts) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.texts = texts;
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
                insert into article (id, url, outlet, language, title, text, published_at, received_at, since, confirmed_at, copy_of)
                values (:id, :url, :outlet, :language, :title, :text, :publishedAt, :receivedAt, :receivedAt, :receivedAt, :original)
                on conflict do nothing""", found.stream().map(JdbcArticleStore::row).toArray(SqlParameterSource[]::new));
        List<Saved> fresh = IntStream.range(0, inserted.length)
                .filter(place -> inserted[place] == 1)
                .mapToObj(found::get)
                .toList();
        originals.save(fresh);
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

    private static SqlParameterSource row(Saved saved) {
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
                .addValue("original", copy == null ? null : copy.originalId());
    }

    @Override
    public boolean isCurrent(String id, @Nullable Instant updated) {
        return jdbc.sql("select count(*) from article where id = :id and confirmed_at >= :updated")
                        .param("id", id)
                        .param("updated", time(updated == null ? Instant.EPOCH : updated))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<Article> revise(List<Article> articles) {
        Map<String, Article> latest = new TreeMap<>();
        articles.forEach(article -> latest.put(article.id(), article));
        List<Article> revised = new ArrayList<>();
        for (Article offered : latest.values()) {
            Article stored = jdbc.sql("select * from article where id = :id for update")
                    .param("id", offered.id())
                    .query((row, number) -> ArticleRows.article(row))
                    .single();
            if (stored.isRevisedBy(offered) && !isFormer(offered)) {
                revised.add(replace(stored, offered));
            }
            jdbc.sql("update article set confirmed_at = :at where id = :id")
                    .param("at", time(offered.receivedAt()))
                    .param("id", offered.id())
                    .update();
        }
        return revised;
    }

    private boolean isFormer(Article offered) {
        Sketch sketch = Sketch.of(offered.title(), offered.text());
        return jdbc.sql("select title, text from article_version where article_id = :id and title = :title")
                .param("id", offered.id())
                .param("title", offered.title())
                .query((row, number) -> Sketch.of(row.getString("title"), row.getString("text")))
                .list()
                .contains(sketch);
    }

    private Article replace(Article stored, Article offered) {
        jdbc.sql("""
                        insert into article_version (article_id, number, title, text, since, statements)
                        select a.id, a.version, a.title, a.text, a.since, coalesce(r.statements, '[]')
                        from article a left join reading r on r.article_id = a.id where a.id = :id""").param("id", stored.id()).update();
        forgetHashes(stored);
        Article revised = stored.revisedTo(offered);
        jdbc.sql(
                        "update article set title = :title, text = :text, copy_of = null, version = version + 1, since = :since where id = :id")
                .param("title", revised.title())
                .param("text", revised.text())
                .param("since", time(offered.receivedAt()))
                .param("id", revised.id())
                .update();
        texts.revised(revised.id());
        Originals originals = new Originals(List.of(revised));
        Saved saved = originals.saved(revised);
        originals.save(List.of(saved));
        return revised;
    }

    /** Of its text of before, it is not the one to compare with any more. */
    private void forgetHashes(Article former) {
        jdbc.sql("delete from article_hash where hash = any(:hashes) and article_id = :id")
                .param("hashes", hashes(List.of(Sketch.of(former.title(), former.text()))))
                .param("id", former.id())
                .update();
    }

    /**
     * Removes some of the articles that came in before that time and that no event was flagged for, with what was read in them, and says how many. A copy that comes in later is
     * the first with its text again.
     */
    int removeUnflagged(Instant before) {
        List<Article> some = jdbc.sql("""
                        select * from article a where received_at < :before
                        and not exists (select 1 from report r where r.article_id = a.id) order by received_at limit :limit""")
                .param("before", time(before))
                .param("limit", REMOVED_AT_ONCE)
                .query((row, number) -> ArticleRows.article(row))
                .list();
        for (Article article : some) {
            forgetHashes(article);
            jdbc.sql("delete from article where id = :id")
                    .param("id", article.id())
                    .update();
        }
        return some.size();
    }

    private static Long[] hashes(Collection<Sketch> sketches) {
        return sketches.stream()
                .flatMap(sketch -> Stream.concat(Stream.of(sketch.digest()), sketch.sentences().stream()))
                .distinct()
                .toArray(Long[]::new);
    }

    @Override
    public Optional<Article> find(String id) {
        return jdbc.sql("select * from article where id = :id")
                .param("id", id)
                .query((row, number) -> ArticleRows.article(row))
                .optional();
    }

    /** Articles that were first with their texts, as far as they may concern some others: those stored, and those of the others that have been added. */
    private final class Originals {

        private final Map<String, Sketch> sketches;
        private final Map<Long, String> byHash = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<Long, String> added = new TreeMap<>();

        Originals(List<Article> articles) {
            sketches = articles.parallelStream()
                    .collect(Collectors.toMap(Article::id, article -> Sketch.of(article.title(), article.text())));
            jdbc.sql("select hash, article_id from article_hash where hash = any(:hashes)")
                    .param("hashes", hashes(sketches.values()))
                    .query((row, number) -> byHash.put(row.getLong("hash"), row.getString("article_id")))
                    .list();
            if (!byHash.isEmpty()) {
                jdbc.sql("select id, text from article where id in (:ids)")
                        .param("ids", Set.copyOf(byHash.values()))
                        .query((row, number) -> texts.put(row.getString("id"), row.getString("text")))
                        .list();
                byHash.values().retainAll(texts.keySet());
            }
        }

        /** What it is a copy of; if of nothing, others may be copies of it from now on. */
        Saved saved(Article article) {
            Sketch sketch = Objects.requireNonNull(sketches.get(article.id()));
            Copy copy = copy(article, sketch).orElse(null);
            if (copy == null) {
                texts.put(article.id(), article.text());
                Stream.concat(
                                Stream.of(sketch.digest()),
                                sketch.sentences().stream()
                                        .filter(hash -> !byHash.containsKey(hash))
                                        .limit(Sketch.KEPT))
                        .forEach(hash -> {
                            byHash.put(hash, article.id());
                            added.put(hash, article.id());
                        });
            }
            return new Saved(article, copy);
        }

        private Optional<Copy> copy(Article article, Sketch sketch) {
            String same = byHash.get(sketch.digest());
            return same != null
                    ? Optional.of(new Copy(same, true))
                    : sketch.sentences().stream()
                            .flatMap(hash -> Stream.ofNullable(byHash.get(hash)))
                            .distinct()
                            .flatMap(original -> copy(article, original).stream())
                            .findFirst();
        }

        private Optional<Copy> copy(Article article, String original) {
            return switch (Sketch.relation(article.text(), Objects.requireNonNull(texts.get(original)))) {
                case COPY -> Optional.of(new Copy(original, true));
                case LONGER -> Optional.of(new Copy(original, false));
                case OTHER -> Optional.empty();
            };
        }

        /** Keeps by what those are found that were first with their texts; ascending, so that two savers do not wait for each other. */
        void save(List<Saved> fresh) {
            Set<String> ids = fresh.stream().map(saved -> saved.article().id()).collect(Collectors.toSet());
            SqlParameterSource[] rows = added.entrySet().stream()
                    .filter(row -> ids.contains(row.getValue()))
                    .map(row -> new MapSqlParameterSource("hash", row.getKey()).addValue("id", row.getValue()))
                    .toArray(SqlParameterSource[]::new);
            batches.batchUpdate(
                    "insert into article_hash (hash, article_id) values (:hash, :id) on conflict do nothing", rows);
        }
    }

    @Override
    public Optional<String> originalOf(String id) {
        return jdbc.sql("select copy_of from article where id = :id and copy_of is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
