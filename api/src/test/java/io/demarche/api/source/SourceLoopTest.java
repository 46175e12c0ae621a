package io.demarche.api.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.article.Article;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SourceLoopTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final URI FEED = URI.create("https://news.example/feed");
    private static final String THREE_ITEMS = "<rss version='2.0'><channel><title>C</title>"
            + "<item><title>One</title><description>First.</description></item>"
            + "<item><title>Two</title><description>Second.</description></item>"
            + "<item><title>Three</title><description>Third.</description></item></channel></rss>";

    private final List<String> stored = new ArrayList<>();
    private final List<String> brought = new ArrayList<>();
    private final List<SourceState> recorded = new ArrayList<>();

    @Test
    void anArticleThatCannotBeTakenInDoesNotKeepTheOthersOut() {
        Source source = Source.of(Source.Kind.FEED, FEED, null, NOW);
        loop().look(new WatchedSource(source, SourceState.fresh(NOW), null, null));

        assertThat(stored).containsExactly("One", "Three");
        assertThat(brought).hasSize(2);
        assertThat(recorded).singleElement().satisfies(state -> {
            assertThat(state.problem()).contains("could not be taken in: the disk is full");
            assertThat(state.nextFetchAt()).isBetween(NOW.plusSeconds(300), NOW.plusSeconds(315));
            assertThat(state.validators())
                    .as("it is sent again, so that the second is not lost")
                    .isEqualTo(Validators.NONE);
        });
    }

    private SourceLoop loop() {
        InstantSource clock = InstantSource.fixed(NOW);
        Collector collector = new Collector(
                (url, validators) -> new Fetched.Document(
                        url,
                        THREE_ITEMS.getBytes(StandardCharsets.UTF_8),
                        null,
                        new Validators("\"v1\"", null),
                        Fetched.Notice.NONE),
                (id, updated) -> false,
                clock);
        SourceSettings settings = new SourceSettings(
                true,
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1),
                "test",
                null,
                Duration.ZERO,
                true,
                null,
                null,
                null,
                1);
        return new SourceLoop(
                new Sources(), collector, this::intake, (source, hub) -> {}, settings, ObservationRegistry.NOOP, clock);
    }

    private int intake(Article article) {
        if (article.title().equals("Two")) {
            throw new IllegalStateException("the disk is full");
        }
        stored.add(article.title());
        return 1;
    }

    private final class Sources implements SourceStore {

        @Override
        public void record(String id, SourceState state, Tally tally) {
            recorded.add(state);
        }

        @Override
        public void brought(String id, String articleId) {
            brought.add(articleId);
        }

        @Override
        public boolean add(WatchedSource source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<WatchedSource> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<WatchedSource> find(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<WatchedSource> claim(int limit, Instant now, Duration lease) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasten(String id, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Day> days(String id, int days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forgetBefore(LocalDate day) {
            throw new UnsupportedOperationException();
        }
    }
}
