package io.demarche.api.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.ingest.extract.LinkedPages;
import io.demarche.ingest.feed.FeedParser;
import io.demarche.ingest.feed.NotAFeedException;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Fetcher;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import org.jspecify.annotations.Nullable;

/** Looks at a source before it is taken: one that gives nothing is refused with the reason, and a site's address leads to its feed. */
final class Trial {

    private static final int MOST_FEEDS = 3;

    private final Fetcher fetcher;
    private final Collector collector;
    private final AddressGuard guard;
    private final SourceSettings settings;
    private final InstantSource clock;

    Trial(Fetcher fetcher, AddressGuard guard, SourceSettings settings, InstantSource clock) {
        this.fetcher = fetcher;
        this.collector = new Collector(fetcher, (id, updated) -> true, clock);
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
    }

    /** The source that is wished for, its address looked at as it is written; it is not fetched yet. */
    Source source(String address, Source.@Nullable Kind kind, @Nullable String links) {
        URI url;
        try {
            url = new URI(address.strip());
        } catch (URISyntaxException e) {
            throw new InvalidRequestException("url", "is no web address: " + e.getMessage());
        }
        if (links != null && kind != Source.Kind.LIST) {
            throw new InvalidRequestException("links", "is for the kind LIST only");
        }
        try {
            Source source = Source.of(kind == null ? Source.Kind.FEED : kind, url, links, clock.instant());
            refuse(source);
            return source;
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    String.valueOf(e.getMessage()).contains("regular expression") ? "links" : "url",
                    String.valueOf(e.getMessage()));
        }
    }

    private void refuse(Source source) {
        if (source.kind() == Source.Kind.FOLDER) {
            Path wanted = Path.of(source.url()).normalize();
            List<Path> allowed = settings.folders() == null ? List.of() : settings.folders();
            if (allowed.stream()
                    .noneMatch(
                            folder -> wanted.startsWith(folder.toAbsolutePath().normalize()))) {
                throw new InvalidRequestException(
                        "url",
                        "is in no folder that may be watched; allow it with the setting demarche.source.folders");
            }
        } else {
            guard.refusal(source.url()).ifPresent(reason -> {
                throw new InvalidRequestException("url", reason);
            });
        }
    }

    /** That source, if it gives something; where no kind was named, the feed that it offers. */
    Source tried(Source source, boolean kindNamed) {
        if (!kindNamed) {
            return discovered(source);
        }
        Collected collected = collector.collect(source, SourceState.fresh(clock.instant()));
        if (collected.look().failure() != null) {
            String reason = collected.problems().get(0);
            throw new InvalidRequestException("url", "gives no article: " + reason);
        }
        return source;
    }

    private Source discovered(Source source) {
        Fetched.Document document = fetch(source.url());
        try {
            FeedParser.parse(document.body(), document.contentType(), document.url());
            return source;
        } catch (NotAFeedException e) {
            List<URI> feeds = LinkedPages.feeds(document.body(), document.contentType(), document.url());
            return feeds.stream()
                    .limit(MOST_FEEDS)
                    .map(feed -> Source.of(Source.Kind.FEED, feed, null, clock.instant()))
                    .filter(this::isFeed)
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequestException(
                            "url", "gives no article: " + document.url() + ": " + instead(feeds, e)));
        }
    }

    private static String instead(List<URI> feeds, NotAFeedException e) {
        return feeds.isEmpty()
                ? e.getMessage()
                        + "; it offers no feed: add it with \"kind\": \"PAGE\" if it is one article, \"LIST\" if it links to articles"
                : "the feeds that it offers cannot be read: "
                        + feeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private boolean isFeed(Source source) {
        return guard.refusal(source.url()).isEmpty()
                && collector
                                .collect(source, SourceState.fresh(clock.instant()))
                                .look()
                                .failure()
                        == null;
    }

    private Fetched.Document fetch(URI url) {
        Fetched fetched = fetcher.fetch(url, Validators.NONE);
        if (fetched instanceof Fetched.Document document) {
            return document;
        }
        String reason = fetched instanceof Fetched.Failed failed ? failed.reason() : "the server sent nothing";
        throw new InvalidRequestException("url", "gives no article: " + url + ": " + reason);
    }
}
