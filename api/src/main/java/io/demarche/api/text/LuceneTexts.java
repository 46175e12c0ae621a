package io.demarche.api.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.demarche.api.web.RefusedException;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By an index of Lucene beside the embedded database. What it has yet to take in stands in a table, so that a crash loses nothing of it;
 * whoever asks waits for the latest.
 */
final class LuceneTexts implements FlaggedTexts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneTexts.class);

    private static final int PART = 200;

    /** For so many articles whoever asks waits: a second or two. */
    private static final int AWAITED = 2_000;

    private static final String ID = "id";
    private static final String WORDS = "words";

    private final JdbcClient jdbc;
    private final IndexWriter index;
    private final SearcherManager searchers;
    private final int common;
    private final QueryBuilder queries = new QueryBuilder(new EnglishWords());
    private final ScheduledExecutorService indexer = Executors.newSingleThreadScheduledExecutor();

    /**
     * Searches the index in that folder, which is made if there is none for this database.
     *
     * @param common from so many matching articles on, events are sifted
     */
    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    LuceneTexts(JdbcClient jdbc, Path folder, int common) {
        this.jdbc = jdbc;
        this.common = common;
        try {
            this.index = TextIndex.open(folder, jdbc);
            this.searchers = new SearcherManager(index, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of texts in " + folder + " cannot be opened", e);
        }
        indexer.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void flagged(String articleId) {
        jdbc.sql("insert into text_change (article_id) values (:id)")
                .param("id", articleId)
                .update();
    }

    @Override
    public void revised(String articleId) {
        jdbc.sql("""
                        insert into text_change (article_id)
                        select a.id from article a where a.id = :id and exists (select 1 from report r where r.article_id = a.id)""").param("id", articleId).update();
    }

    private void turn() {
        try {
            while (takeIn(PART) == PART && !indexer.isShutdown()) {
                LOG.debug("{} texts are indexed", PART);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("texts could not be indexed; they are due still", e);
        }
    }

    private record Changed(long number, String articleId) {}

    private record Text(String id, String title, String text) {}

    /**
     * Takes so many changes in, those that came in first, and says how many there were. Texts are asked for by their ids: joined, H2 goes
     * through all of them for each part.
     */
    private synchronized int takeIn(int limit) throws IOException {
        List<Changed> changes = jdbc.sql("select number, article_id from text_change order by number limit :limit")
                .param("limit", limit)
                .query(Changed.class)
                .list();
        if (changes.isEmpty()) {
            return 0;
        }
        List<Text> texts = jdbc.sql("select id, title, text from article where id in (:ids)")
                .param(
                        "ids",
                        changes.stream().map(Changed::articleId).distinct().toList())
                .query(Text.class)
                .list();
        for (Text text : texts) {
            String words = text.title() + ' ' + text.text();
            Document document = new Document();
            document.add(new StringField(ID, text.id(), Field.Store.NO));
            document.add(new BinaryDocValuesField(ID, new BytesRef(text.id())));
            document.add(new TextField(WORDS, words.substring(0, Math.min(words.length(), LONGEST)), Field.Store.NO));
            index.updateDocument(new Term(ID, text.id()), document);
        }
        index.commit();
        jdbc.sql("delete from text_change where number in (:numbers)")
                .param("numbers", changes.stream().map(Changed::number).toList())
                .update();
        return changes.size();
    }

    @Override
    public Condition condition(TextQuery query) {
        Set<String> articles = articles(query(query));
        return new Condition(
                "e.id in (select r.event_id from report r where r.article_id = any(:texts))",
                Map.of("texts", articles.toArray(String[]::new)));
    }

    @Override
    public Optional<Sieve> sieve(TextQuery query) {
        Query asked = query(query);
        int matching = searched(searcher -> searcher.count(asked));
        return matching < common ? Optional.empty() : Optional.of(events -> sift(asked, events));
    }

    private Set<String> sift(Query asked, Collection<String> events) {
        record Told(String eventId, String articleId) {}
        List<Told> told = events.isEmpty()
                ? List.of()
                : jdbc.sql("select event_id, article_id from report where event_id in (:events)")
                        .param("events", events)
                        .query(Told.class)
                        .list();
        Query among = new TermInSetQuery(
                ID, told.stream().map(row -> new BytesRef(row.articleId())).toList());
        Set<String> articles = articles(new BooleanQuery.Builder()
                .add(asked, Occur.FILTER)
                .add(among, Occur.FILTER)
                .build());
        Set<String> sifted = new HashSet<>();
        told.stream().filter(row -> articles.contains(row.articleId())).forEach(row -> sifted.add(row.eventId()));
        return sifted;
    }

    private Query query(TextQuery query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (List<TextQuery.Term> alternative : query.alternatives()) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (TextQuery.Term term : alternative) {
                Query words = queries.createPhraseQuery(WORDS, term.words());
                if (words != null) { // null of words that say nothing
                    all.add(words, term.excluded() ? Occur.MUST_NOT : Occur.FILTER);
                }
            }
            any.add(all.build(), Occur.SHOULD);
        }
        return any.build();
    }

    private Set<String> articles(Query query) {
        return searched(searcher -> searcher.search(query, new Articles()));
    }

    private interface Search<T> {

        T in(IndexSearcher searcher) throws IOException;
    }

    /** What a search finds in the index as it is with the latest articles. */
    private <T> T searched(Search<T> search) {
        try {
            awaitLatest();
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of texts cannot be searched", e);
        }
    }

    private void awaitLatest() throws IOException {
        for (int taken = 0; taken < AWAITED; taken += PART) {
            if (takeIn(PART) < PART) {
                return;
            }
        }
        long left =
                jdbc.sql("select count(*) from text_change").query(Long.class).single();
        throw new RefusedException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "texts-not-indexed",
                "the texts of %,d articles are being indexed; ask again in a while, or without q".formatted(left),
                Map.of("left", left));
    }

    /** Collects the ids of the articles that match. */
    private static final class Articles implements CollectorManager<Articles.OfPart, Set<String>> {

        @Override
        public OfPart newCollector() {
            return new OfPart();
        }

        @Override
        public Set<String> reduce(Collection<OfPart> parts) {
            Set<String> ids = new HashSet<>();
            parts.forEach(part -> ids.addAll(part.ids));
            return ids;
        }

        private static final class OfPart extends SimpleCollector {

            private final Set<String> ids = new HashSet<>();
            private @Nullable BinaryDocValues values;

            @Override
            protected void doSetNextReader(LeafReaderContext context) throws IOException {
                values = context.reader().getBinaryDocValues(ID);
            }

            @Override
            public void collect(int document) throws IOException {
                if (values != null && values.advanceExact(document)) {
                    ids.add(values.binaryValue().utf8ToString());
                }
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        indexer.shutdown();
        searchers.close();
        index.close();
    }
}
