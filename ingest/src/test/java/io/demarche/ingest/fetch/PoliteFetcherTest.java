package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PoliteFetcherTest {

    private static final URI ROBOTS = URI.create("https://news.example/robots.txt");
    private static final URI FEED = URI.create("https://news.example/feed");

    private final Map<URI, Fetched> web = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aHostIsLeftAloneBetweenTwoFetches() {
        PoliteFetcher fetcher = fetcher(true);
        fetcher.fetch(FEED, Validators.NONE);
        fetcher.fetch(FEED, Validators.NONE);
        now = now.plusSeconds(60);
        fetcher.fetch(FEED, Validators.NONE);
        fetcher.fetch(URI.create("https://other.example/feed"), Validators.NONE);
        assertThat(log)
                .containsExactly(
                        ROBOTS.toString(),
                        "wait PT1S",
                        FEED.toString(),
                        "wait PT1S",
                        FEED.toString(),
                        FEED.toString(),
                        "https://other.example/robots.txt",
                        "wait PT1S",
                        "https://other.example/feed");
    }

    @Test
    void robotsTxtHoldsForADayByTheNameOfTheFetcher() {
        web.put(
                ROBOTS,
                document("User-agent: *\nDisallow: /\n\nUser-agent: demarche\nCrawl-delay: 10\nDisallow: /private\n"));
        PoliteFetcher fetcher = fetcher(true);
        assertThat(fetcher.fetch(FEED, Validators.NONE)).isEqualTo(new Fetched.Failed(404, "no", null));
        assertThat(fetcher.fetch(URI.create("https://news.example/private/x"), Validators.NONE))
                .isEqualTo(new Fetched.Failed("robots.txt of news.example does not allow it"));
        fetcher.fetch(FEED, Validators.NONE);
        assertThat(log).containsExactly(ROBOTS.toString(), "wait PT1S", FEED.toString(), "wait PT10S", FEED.toString());
        now = now.plus(Duration.ofDays(2));
        fetcher.fetch(FEED, Validators.NONE);
        assertThat(log).filteredOn(ROBOTS.toString()::equals).hasSize(2);
    }

    @Test
    void aServerThatFailsToGiveItsRobotsTxtIsNotAskedForAnythingElse() {
        web.put(ROBOTS, new Fetched.Failed(503, "busy", null));
        PoliteFetcher fetcher = fetcher(true);
        assertThat(fetcher.fetch(FEED, Validators.NONE))
                .isEqualTo(new Fetched.Failed("robots.txt of news.example cannot be had, because the server fails"));
        web.put(ROBOTS, new Fetched.Failed(404, "none", null));
        now = now.plus(Duration.ofMinutes(11));
        assertThat(fetcher.fetch(FEED, Validators.NONE)).isEqualTo(new Fetched.Failed(404, "no", null));
    }

    @Test
    void robotsTxtMayBePassedOver() {
        web.put(ROBOTS, document("User-agent: *\nDisallow: /\n"));
        fetcher(false).fetch(FEED, Validators.NONE);
        assertThat(log).containsExactly(FEED.toString());
    }

    private PoliteFetcher fetcher(boolean robots) {
        return new PoliteFetcher(
                (url, validators) -> {
                    log.add(url.toString());
                    return web.getOrDefault(url, new Fetched.Failed(404, "no", null));
                },
                new PoliteFetcher.Manners(robots, Duration.ofSeconds(1), Duration.ofSeconds(5), "Demarche"),
                () -> now,
                duration -> {
                    log.add("wait " + duration);
                    now = now.plus(duration);
                });
    }

    private static Fetched document(String text) {
        return new Fetched.Document(
                ROBOTS, text.getBytes(StandardCharsets.UTF_8), null, Validators.NONE, Fetched.Notice.NONE);
    }
}
