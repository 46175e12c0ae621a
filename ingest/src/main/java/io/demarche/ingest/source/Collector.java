package io.demarche.ingest.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.article.Article;
import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.LinkedPages;
import io.demarche.ingest.extract.Obstacle;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.feed.Feed;
import io.demarche.ingest.feed.FeedParser;
import io.demarche.ingest.feed.Hints;
import io.demarche.ingest.feed.NotAFeedException;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Fetched.Document;
import io.demarche.ingest.fetch.Fetched.Failed;
import io.demarche.ingest.fetch.Fetched.Unchanged;
import io.demarche.ingest.fetch.Fetcher;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.hub.Hub;
import org.jspecify.annotations.Nullable;

/** Looks at a source and makes articles of what it finds there. */
public final class Collector {

    /** Pages fetched in one look; what is left is found again by the next. */
    private static final int MOST_PAGES = 100;

    private static final int MOST_MAPS = 20;

    private static final Comparator<Feed.Entry> NEWEST_FIRST =
            Comparator.comparing(Collector::date, Comparator.nullsLast(Comparator.<Instant>reverseOrder()));

    private final Fetcher fetcher;
    private final Known known;
    private final InstantSource clock;

    /**
     * A collector that fetches by {@code fetcher}.
     *
     * @param known what is stored already; its page is not fetched again
     */
    public Collector(Fetcher fetcher, Known known, InstantSource clock) {
        this.fetcher = fetcher;
        this.known = known;
        this.clock = clock;
    }

    /** What is new at the source, unless it is unchanged since it was last fetched. */
    public Collected collect(Source source, SourceState state) {
        if (source.kind() == Source.Kind.FOLDER) {
            return new SavedFiles(clock).collect(Path.of(source.url()), state.fetchedAt());
        }
        URI url = state.movedTo() == null ? source.url() : state.movedTo();
        Fetched fetched = fetcher.fetch(url, state.validators());
        if (fetched instanceof Unchanged unchanged) {
            return new Collected(List.of(), List.of(), Look.unchanged(state.validators(), unchanged.notice()));
        }
        if (fetched instanceof Failed failed) {
            return new Collected(
                    List.of(), List.of(url + ": " + failed.reason()), Look.failed(state.validators(), failed));
        }
        return new Visit().collect(source, (Document) fetched);
    }

    /** One look at a source, with what it has found so far. */
    private final class Visit {

        private final List<Article> articles = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int pages;
        private boolean whole = true;

        Collected collect(Source source, Document document) {
            Look look = switch (source.kind()) {
                case FEED -> feed(document);
                case LIST -> list(source, document);
                default -> page(document);
            };
            return new Collected(articles, problems, whole ? look : look.inPart());
        }

        private Look feed(Document document) {
            try {
                Feed feed = parse(document);
                take(feed);
                feed.further().stream().limit(MOST_MAPS).forEach(this::further);
                return Look.changed(document, feed.hints()).announcedBy(hub(feed.about(), document.url()));
            } catch (NotAFeedException e) {
                return unusable(document, String.valueOf(e.getMessage()));
            }
        }

        private static @Nullable Hub hub(Feed.About about, URI url) {
            URI topic = about.self() == null ? url : about.self();
            return about.hub() == null ? null : new Hub(about.hub(), topic);
        }

        private Feed parse(Document document) throws NotAFeedException {
            return FeedParser.parse(document.body(), document.contentType(), document.url());
        }

        private void further(URI map) {
            Fetched fetched = fetcher.fetch(map, Validators.NONE);
            if (fetched instanceof Document document) {
                try {
                    take(parse(document));
                } catch (NotAFeedException e) {
                    problems.add(map + ": " + e.getMessage());
                    whole = false;
                }
            } else if (fetched instanceof Failed failed) {
                problems.add(map + ": " + failed.reason());
                whole = false;
            }
        }

        private void take(Feed feed) {
            feed.entries().stream().sorted(NEWEST_FIRST).forEach(entry -> take(entry, feed.about()));
        }

        private void take(Feed.Entry entry, Feed.About about) {
            URI url = entry.link();
            if (url != null && known.isCurrent(Article.idAt(url), updated(entry))) {
                return;
            }
            Extract summary = extract(entry, about);
            if (url == null || entry.isWhole()) {
                add(summary, null);
            } else if (pages < MOST_PAGES) {
                complete(summary, url, known.isCurrent(Article.idAt(url), null));
            } else {
                whole = false;
            }
        }

        /** The summary, or what its page says in full; of what is stored already, only that. */
        private void complete(Extract summary, URI url, boolean stored) {
            pages++;
            Fetched fetched = fetcher.fetch(url, Validators.NONE);
            Extract found = summary;
            boolean unread = true;
            if (fetched instanceof Document document) {
                Extract page = PageExtractor.extract(document.body(), document.contentType(), document.url());
                boolean hidden = isHidden(page, url);
                found = hidden ? summary : summary.filledBy(page);
                unread = hidden;
            } else if (fetched instanceof Failed failed) {
                problems.add(url + ": " + failed.reason() + (summary.isEmpty() ? "" : "; its summary is taken"));
            }
            whole &= !found.isEmpty();
            if (!stored || !unread) {
                add(found, url);
            }
        }

        private boolean isHidden(Extract page, URI url) {
            Obstacle obstacle = page.obstacle();
            if (obstacle != null) {
                problems.add(url + ": " + obstacle.reason());
            }
            return obstacle != null && obstacle.hidesAll();
        }

        private Look list(Source source, Document document) {
            List<URI> links = LinkedPages.find(document.body(), document.contentType(), document.url(), source.links());
            if (links.isEmpty()) {
                return unusable(
                        document,
                        source.links() == null
                                ? "nothing on the page looks like a link to an article; say which links are, by 'links'"
                                : "no link on the page matches '" + source.links() + "'");
            }
            List<URI> fresh = links.stream()
                    .filter(link -> !known.isCurrent(Article.idAt(link), null))
                    .toList();
            fresh.stream().limit(MOST_PAGES).forEach(link -> complete(Extract.of("", ""), link, false));
            whole &= fresh.size() <= MOST_PAGES;
            return Look.changed(document, Hints.NONE);
        }

        private Look page(Document document) {
            Extract extract = PageExtractor.extract(document.body(), document.contentType(), document.url());
            if (isHidden(extract, document.url())) {
                return Look.unusable(document, problems.get(problems.size() - 1));
            }
            if (extract.isEmpty()) {
                return unusable(document, "the page holds no text");
            }
            add(extract, document.url());
            return Look.changed(document, Hints.NONE);
        }

        private Look unusable(Document document, String reason) {
            problems.add(document.url() + ": " + reason);
            return Look.unusable(document, reason);
        }

        private void add(Extract extract, @Nullable URI otherwise) {
            if (!extract.isEmpty()) {
                articles.add(Articles.of(extract, otherwise, clock.instant()));
            }
        }
    }

    /** A date in the future says nothing. */
    private @Nullable Instant updated(Feed.Entry entry) {
        Instant updated = entry.updated();
        return updated == null || updated.isAfter(clock.instant()) ? null : updated;
    }

    private static @Nullable Instant date(Feed.Entry entry) {
        return entry.published() == null ? entry.updated() : entry.published();
    }

    private static Extract extract(Feed.Entry entry, Feed.About about) {
        return new Extract(
                Optional.ofNullable(entry.title()).orElse(""),
                entry.text(),
                entry.link(),
                about.title(),
                entry.author() == null ? null : entry.author().toString(),
                entry.language(),
                date(entry),
                List.of(),
                List.of(),
                null);
    }
}
