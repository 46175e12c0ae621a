package io.demarche.ingest.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.demarche.core.article.Article;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.Obstacle;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.feed.Feed;
import io.demarche.ingest.feed.FeedParser;
import io.demarche.ingest.feed.NotAFeedException;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Fetched.Document;
import io.demarche.ingest.fetch.Fetched.Failed;
import io.demarche.ingest.fetch.Fetcher;
import io.demarche.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/** Looks at a source and makes articles of what it finds there. */
public final class Collector {

    private final Fetcher fetcher;
    private final Predicate<String> isKnown;
    private final InstantSource clock;

    /**
     * A collector that fetches by {@code fetcher}.
     *
     * @param isKnown whether an article of that id is stored already; its page is then not fetched again
     */
    public Collector(Fetcher fetcher, Predicate<String> isKnown, InstantSource clock) {
        this.fetcher = fetcher;
        this.isKnown = isKnown;
        this.clock = clock;
    }

    /** Everything that now stands at the source, unless it is unchanged since those validators. */
    public Collected collect(Source source, Validators validators) {
        if (source.kind() == Source.Kind.FOLDER) {
            return new SavedFiles(clock).collect(Path.of(source.url()));
        }
        Fetched fetched = fetcher.fetch(source.url(), validators);
        if (fetched instanceof Document document) {
            return source.kind() == Source.Kind.FEED ? feed(document) : page(document);
        }
        return fetched instanceof Failed failed
                ? Collected.failed(validators, source.url() + ": " + failed.reason())
                : Collected.nothing(validators);
    }

    private Collected feed(Document document) {
        try {
            Feed feed = FeedParser.parse(document.body(), document.contentType(), document.url());
            List<Article> articles = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            for (Feed.Entry entry : feed.entries()) {
                article(whole(entry, feed.about(), problems), null).ifPresent(articles::add);
            }
            return new Collected(articles, document.validators(), problems);
        } catch (NotAFeedException e) {
            return Collected.failed(Validators.NONE, document.url() + ": " + e.getMessage());
        }
    }

    /** The entry itself, or, where it is only a summary and not known yet, what its page says in full. */
    private Extract whole(Feed.Entry entry, Feed.About about, List<String> problems) {
        Extract summary = extract(entry, about);
        URI url = summary.url();
        if (entry.isWhole() || url == null || isKnown.test(Article.idAt(url))) {
            return summary;
        }
        Fetched fetched = fetcher.fetch(url, Validators.NONE);
        if (fetched instanceof Document document) {
            Extract page = PageExtractor.extract(document.body(), document.contentType(), url);
            Obstacle obstacle = page.obstacle();
            if (obstacle != null) {
                problems.add(url + ": " + obstacle.reason());
            }
            return obstacle != null && obstacle.hidesAll() ? summary : summary.filledBy(page);
        }
        if (fetched instanceof Failed failed) {
            problems.add(url + ": " + failed.reason() + "; its summary is taken");
        }
        return summary;
    }

    private static Extract extract(Feed.Entry entry, Feed.About about) {
        return new Extract(
                entry.title() == null ? "" : entry.title(),
                entry.text(),
                entry.link(),
                about.title(),
                entry.author() == null ? null : entry.author().toString(),
                entry.language(),
                entry.published() == null ? entry.updated() : entry.published(),
                List.of(),
                List.of(),
                null);
    }

    private Collected page(Document document) {
        Extract extract = PageExtractor.extract(document.body(), document.contentType(), document.url());
        Obstacle obstacle = extract.obstacle();
        if (obstacle != null && obstacle.hidesAll()) {
            return Collected.failed(Validators.NONE, document.url() + ": " + obstacle.reason());
        }
        return article(extract, document.url())
                .map(article -> new Collected(List.of(article), document.validators(), List.of()))
                .orElseGet(() -> Collected.failed(Validators.NONE, document.url() + ": the page holds no text"));
    }

    private Optional<Article> article(Extract extract, @Nullable URI otherwise) {
        if (extract.text().isBlank() && extract.title().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Articles.of(extract, otherwise, clock.instant()));
    }
}
