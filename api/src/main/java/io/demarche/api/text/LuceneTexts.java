package io.demarche.api.text;

import static io.demarche.api.store.Rows.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.api.web.RefusedException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
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

    private static final String ARTICLE = "article";
    private static final String EVENT = "event";
    private static final String WORDS = "words";
    private static final String PARTY = "party";

    /** How many reports that match the first stretch has. */
    private static final int FIRST_STRETCH = 200;

    private static final int LONGEST_STRETCH = 500_000;

    private final JdbcClient jdbc;
    private final IndexWriter index;
    private final SearcherManager searchers;
    private final int common;
    private final int firstStretch;
    private final QueryBuilder queries = new QueryBuilder(new EnglishWords());
    private final ScheduledExecutorService indexer = Executors.newSingleThreadScheduledExecutor();

    /**
     * Searches the index in that folder, which is made if there is none for this database.
     *
     * @param common from so many matching reports on, events are sifted
     */
    LuceneTexts(JdbcClient jdbc, Path folder, int common) {
        this(jdbc, folder, common, FIRST_STRETCH);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each turn handles its own failures
    LuceneTexts(JdbcClient jdbc, Path folder, int common, int firstStretch) {
        this.jdbc = jdbc;
        this.common = common;
        this.firstStretch = firstStretch;
        try {
            this.index = TextIndex.open(folder, jdbc);
            this.searchers = new SearcherManager(index, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the index of texts in " + folder + " cannot be opened", e);
        }
        indexer.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void told(String eventId, String articleId) {
        changed(articleId);
    }

    @Override
    public void untold(String articleId) {
        changed(articleId);
    }

    private void changed(String articleId) {
        jdbc.sql("insert into text_change (article_id) values (:id)")
                .param("id", articleId)
                .update();
    }

    @Override
    public void moved(String eventId) {
        jdbc.sql("insert into text_change (article_id) select article_id from report where event_id = :id")
                .param("id", eventId)
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

    private record Told(String eventId, String articleId) {}

    /** What is kept of an event with each of its reports. */
    private record Known(Instant flagged, Instant firstTold, Set<String> parties) {}

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
        Set<String> articles = changes.stream().map(Changed::articleId).collect(Collectors.toSet());
        List<Told> told = jdbc.sql("select event_id, article_id from report where article_id in (:ids)")
                .param("ids", articles)
                .query(Told.class)
                .list();
        Map<String, Known> known = known(told.stream().map(Told::eventId).collect(Collectors.toSet()));
        Map<String, List<String>> events = told.stream()
                .collect(
                        Collectors.groupingBy(Told::articleId, Collectors.mapping(Told::eventId, Collectors.toList())));
        for (Text text : jdbc.sql("select id, title, text from article where id in (:ids)")
                .param("ids", articles)
                .query(Text.class)
                .list()) {
            String words = text.title() + ' ' + text.text();
            String searched = words.substring(0, Math.min(words.length(), LONGEST));
            List<Document> reports = events.getOrDefault(text.id(), List.of()).stream()
                    .flatMap(event ->
                            Stream.ofNullable(known.get(event)).map(kept -> document(text.id(), event, kept, searched)))
                    .toList();
            Term article = new Term(ARTICLE, text.id());
            if (reports.isEmpty()) {
                index.deleteDocuments(article);
            } else {
                index.updateDocuments(article, reports);
            }
        }
        index.commit();
        jdbc.sql("delete from text_change where number in (:numbers)")
                .param("numbers", changes.stream().map(Changed::number).toList())
                .update();
        return changes.size();
    }

    private Map<String, Known> known(Set<String> events) {
        Map<String, Known> known = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql("select id, flagged_at, first_told_at from event where id in (:ids)")
                    .param("ids", events)
                    .query(row -> {
                        known.put(
                                row.getString("id"),
                                new Known(time(row, "flagged_at"), time(row, "first_told_at"), new HashSet<>()));
                    });
            jdbc.sql(
                            "select event_id, side, party from event_party where event_id in (:ids) and side in ('ACTOR', 'TARGET')")
                    .param("ids", events)
                    .query(row -> {
                        Known event = known.get(row.getString("event_id"));
                        if (event != null) {
                            event.parties().add(FlaggedTexts.onSide(row.getString("side"), row.getString("party")));
                        }
                    });
        }
        return known;
    }

    private static Document document(String article, String event, Known known, String words) {
        Document document = new Document();
        document.add(new StringField(ARTICLE, article, Field.Store.NO));
        document.add(new StringField(EVENT, event, Field.Store.NO));
        document.add(new SortedDocValuesField(EVENT, new BytesRef(event)));
        document.add(new LongField(Time.FLAGGED.name(), micros(known.flagged()), Field.Store.NO));
        document.add(new LongField(Time.FIRST_TOLD.name(), micros(known.firstTold()), Field.Store.NO));
        known.parties().forEach(party -> document.add(new StringField(PARTY, party, Field.Store.NO)));
        document.add(new TextField(WORDS, words, Field.Store.NO));
        return document;
    }

    /** Since 1970, as finely as the database keeps times. */
    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    @Override
    public Condition condition(TextQuery query) {
        return new Condition(
                "e.id = any(:events)", Map.of("events", events(query(query)).toArray(String[]::new)));
    }

    @Override
    public Optional<Sieve> sieve(TextQuery query) {
        Query asked = query(query);
        int matching = searched(searcher -> searcher.count(asked));
        return matching < common ? Optional.empty() : Optional.of(events -> sift(asked, events));
    }

    private Set<String> sift(Query asked, Collection<String> events) {
        return events(new BooleanQuery.Builder()
                .add(asked, Occur.FILTER)
                .add(oneOf(EVENT, events), Occur.FILTER)
                .build());
    }

    private static Query oneOf(String field, Collection<String> terms) {
        return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
    }

    @Override
    public Stretch stretch(Sought sought, Course course, long reports) {
        String time = course.by().name();
        BooleanQuery.Builder asked = new BooleanQuery.Builder().add(query(sought.words()), Occur.FILTER);
        sought.parties().forEach(either -> asked.add(oneOf(PARTY, either), Occur.FILTER));
        if (course.begin() != null) {
            long begin = micros(course.begin());
            asked.add(
                    course.descending()
                            ? LongField.newRangeQuery(time, Long.MIN_VALUE, begin)
                            : LongField.newRangeQuery(time, begin, Long.MAX_VALUE),
                    Occur.FILTER);
        }
        Sort order = new Sort(
                LongField.newSortField(time, course.descending(), SortedNumericSelector.Type.MIN),
                new SortField(EVENT, SortField.Type.STRING, course.descending()));
        int most = (int) Math.min(LONGEST_STRETCH, Math.max(firstStretch, reports));
        ScoreDoc[] found = searched(searcher -> searcher.search(asked.build(), most, order)).scoreDocs;
        @Nullable Long end = found.length < most ? null : timeOf(found[most - 1]);
        return new Stretch(
                Stream.of(found)
                        .filter(document -> end == null || timeOf(document) != end)
                        .map(document -> ((BytesRef) ((FieldDoc) document).fields[1]).utf8ToString())
                        .distinct()
                        .toList(),
                end == null ? null : Instant.EPOCH.plus(end, ChronoUnit.MICROS),
                found.length);
    }

    private static long timeOf(ScoreDoc found) {
        return (Long) ((FieldDoc) found).fields[0];
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

    private Set<String> events(Query query) {
        return searched(searcher -> searcher.search(query, new Events()));
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

    /** Collects the ids of the events of which the reports tell that match. */
    private static final class Events implements CollectorManager<Events.OfPart, Set<String>> {

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
            private @Nullable SortedDocValues values;

            @Override
            protected void doSetNextReader(LeafReaderContext context) throws IOException {
                values = context.reader().getSortedDocValues(EVENT);
            }

            @Override
            public void collect(int document) throws IOException {
                if (values != null && values.advanceExact(document)) {
                    ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
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
