package io.demarche.api.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.Change;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources that are watched. */
@RestController
@Tag(name = "Sources")
@RequestMapping("/api/v1/sources")
class SourceController {

    private static final int DAYS = 30;
    private static final int WEEK = 7;
    private static final String OPML = "text/x-opml";

    private final SourceStore sources;
    private final Trial trial;
    private final InstantSource clock;

    SourceController(SourceStore sources, Trial trial, InstantSource clock) {
        this.sources = sources;
        this.trial = trial;
        this.clock = clock;
    }

    /**
     * A source to be watched.
     *
     * @param url its address; without a kind, a site's address leads to the feed that it offers
     * @param kind FEED, PAGE, LIST, or FOLDER where folders may be watched; if left out, a feed or a site that offers one
     * @param links of a LIST, which addresses are articles: a regular expression (RE2)
     * @param floor the shortest pause between two looks, ISO 8601
     * @param ceiling the longest
     */
    record Wish(
            @NotBlank @Size(max = 2000) String url,
            Source.@Nullable Kind kind,
            @Nullable @Size(max = 500) String links,

            @Nullable @DurationMin(seconds = 1) @DurationMax(days = 30)
            Duration floor,

            @Nullable @DurationMin(seconds = 1) @DurationMax(days = 30)
            Duration ceiling) {}

    /**
     * A watched source.
     *
     * @param movedTo where it is fetched since its server has said that it has moved for good
     * @param result of the last look: NONE yet, GOOD, PARTIAL if something in it could not be read, FAILED, or ENDED
     * @param problem what went wrong in the last look; absent after a good one
     * @param failures how many looks in a row have failed
     * @param newsAt when it last had something new
     * @param articlesPerDay how many were new in the last seven days, by day
     * @param nextFetchAt when it is looked at next; absent if never again
     */
    record Answer(
            String id,
            Source.Kind kind,
            String url,
            @Nullable String links,
            @Nullable Duration floor,
            @Nullable Duration ceiling,
            Instant createdAt,
            @Nullable String movedTo,
            Result result,
            @Nullable Instant fetchedAt,
            @Nullable String problem,
            int failures,
            @Nullable Instant newsAt,
            @Nullable Double articlesPerDay,
            @Nullable Instant nextFetchAt,
            @Nullable List<Day> days) {

        enum Result {
            NONE,
            GOOD,
            PARTIAL,
            FAILED,
            ENDED
        }

        /** What a day (UTC) brought. */
        record Day(LocalDate day, int looks, int unchanged, int failed, int articles, long bytes) {

            static Day of(SourceStore.Day day) {
                SourceStore.Tally tally = day.tally();
                return new Day(
                        day.day(), tally.looks(), tally.unchanged(), tally.failed(), tally.articles(), tally.bytes());
            }
        }

        static Answer of(WatchedSource watched, @Nullable List<SourceStore.Day> days, LocalDate today) {
            Source source = watched.source();
            SourceState state = watched.state();
            return new Answer(
                    source.id(),
                    source.kind(),
                    source.url().toString(),
                    source.links(),
                    watched.floor(),
                    watched.ceiling(),
                    source.createdAt(),
                    state.movedTo() == null ? null : String.valueOf(state.movedTo()),
                    result(state),
                    state.fetchedAt(),
                    state.ended() == null ? state.problem() : state.ended(),
                    state.failures(),
                    state.newsAt(),
                    days == null ? null : perDay(days, today),
                    state.ended() == null ? state.nextFetchAt() : null,
                    days == null ? null : days.stream().map(Day::of).toList());
        }

        private static Result result(SourceState state) {
            if (state.ended() != null) {
                return Result.ENDED;
            }
            if (state.fetchedAt() == null) {
                return Result.NONE;
            }
            return state.failures() > 0 ? Result.FAILED : state.problem() == null ? Result.GOOD : Result.PARTIAL;
        }

        private static double perDay(List<SourceStore.Day> days, LocalDate today) {
            int articles = days.stream()
                    .filter(day -> day.day().isAfter(today.minusDays(WEEK)))
                    .mapToInt(day -> day.tally().articles())
                    .sum();
            return Math.round(10.0 * articles / WEEK) / 10.0;
        }
    }

    /** Watches a source. It is fetched once on trial; one that gives no article is refused with the reason. */
    @Operation(summary = "Watches a source")
    @PostMapping
    ResponseEntity<Answer> create(@Valid @RequestBody Wish wish) {
        if (wish.floor() != null && wish.ceiling() != null && wish.ceiling().compareTo(wish.floor()) < 0) {
            throw new InvalidRequestException("ceiling", "must not be below the floor");
        }
        Source wished = trial.source(wish.url(), wish.kind(), wish.links());
        Source source = sources.find(wished.id()).isPresent() ? wished : trial.tried(wished, wish.kind() != null);
        boolean isNew = sources.add(
                new WatchedSource(source, SourceState.fresh(clock.instant()), wish.floor(), wish.ceiling()));
        Answer answer = get(source.id());
        Change.tell(null, answer);
        URI location = URI.create("/api/v1/sources/" + source.id());
        return isNew
                ? ResponseEntity.created(location).body(answer)
                : ResponseEntity.ok().location(location).body(answer);
    }

    /** All sources, the oldest first. */
    @Operation(summary = "All sources, the oldest first")
    @GetMapping
    List<Answer> list() {
        return sources.all().stream()
                .map(watched -> Answer.of(watched, null, today()))
                .toList();
    }

    /** One source, with what each of the last 30 days brought. */
    @Operation(summary = "One source, with what each of the last 30 days brought")
    @GetMapping("/{id}")
    Answer get(@PathVariable String id) {
        return sources.find(id)
                .map(watched -> Answer.of(watched, sources.days(id, DAYS), today()))
                .orElseThrow(() -> new NotFoundException("source", id));
    }

    /** Looks at a source as soon as there is room, also at one that has ended. */
    @Operation(summary = "Looks at a source as soon as there is room, also at one that has ended")
    @PostMapping("/{id}/fetch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer fetch(@PathVariable String id) {
        if (!sources.hasten(id, clock.instant())) {
            throw new NotFoundException("source", id);
        }
        return get(id);
    }

    /** Ends a source; its articles stay. */
    @Operation(summary = "Ends a source; its articles stay")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        Answer old = get(id);
        sources.remove(id);
        Change.tell(old, null);
        return ResponseEntity.noContent().build();
    }

    /** All feeds, as other feed readers take them (OPML 2.0). */
    @Operation(summary = "All feeds, as other feed readers take them (OPML 2.0)")
    @GetMapping(path = "/opml", produces = OPML)
    String opml() {
        return Opml.write(sources.all().stream()
                .map(WatchedSource::source)
                .filter(source -> source.kind() == Source.Kind.FEED)
                .toList());
    }

    /**
     * What came of a list of feeds.
     *
     * @param added how many are watched from now on
     * @param known how many were watched already
     * @param refused which were not taken, and why
     */
    record Imported(int added, int known, List<Refused> refused) {

        /** A feed that was not taken. */
        record Refused(String url, String reason) {}
    }

    /** Watches all feeds of a list (OPML); they are not fetched on trial. */
    @Operation(summary = "Watches all feeds of a list (OPML); they are not fetched on trial")
    @PostMapping(
            path = "/opml",
            consumes = {OPML, "text/xml", "application/xml"})
    Imported importOpml(@RequestBody byte[] opml) {
        List<String> feeds = Opml.read(opml);
        if (feeds.isEmpty()) {
            throw new InvalidRequestException("body", "names no feed: there is no outline with an xmlUrl");
        }
        return addAll(feeds.stream()
                .map(feed -> new Wish(feed, Source.Kind.FEED, null, null, null))
                .toList());
    }

    /** Public sources to start with, by group; none is watched before its group is asked for. */
    @Operation(summary = "Public sources to start with, by group; none is watched before its group is asked for")
    @GetMapping("/starter")
    List<Starter.Entry> starter() {
        return Starter.entries();
    }

    /**
     * Groups of public sources.
     *
     * @param groups as the list of them names them
     */
    record Groups(@NotEmpty List<@NotBlank String> groups) {}

    /** Watches the public sources of some groups; they are not fetched on trial. */
    @Operation(summary = "Watches the public sources of some groups; they are not fetched on trial")
    @PostMapping("/starter")
    Imported start(@Valid @RequestBody Groups wish) {
        List<Starter.Entry> entries = Starter.entries();
        Set<String> known =
                entries.stream().map(Starter.Entry::group).collect(Collectors.toCollection(LinkedHashSet::new));
        wish.groups().stream()
                .filter(group -> !known.contains(group))
                .findFirst()
                .ifPresent(group -> {
                    throw new InvalidRequestException(
                            "groups", "there is no group '" + group + "'; there are " + String.join(", ", known));
                });
        return addAll(entries.stream()
                .filter(entry -> wish.groups().contains(entry.group()))
                .map(entry -> new Wish(entry.url(), entry.kind(), null, null, null))
                .toList());
    }

    private Imported addAll(List<Wish> wishes) {
        int added = 0;
        int known = 0;
        List<Imported.Refused> refused = new ArrayList<>();
        for (Wish wish : wishes) {
            Optional<String> problem = add(wish);
            if (problem.isEmpty()) {
                added++;
            } else if (problem.get().isEmpty()) {
                known++;
            } else {
                refused.add(new Imported.Refused(wish.url(), problem.get()));
            }
        }
        Imported imported = new Imported(added, known, refused);
        Change.tell(null, imported);
        return imported;
    }

    /** Empty if it was added, an empty text if it was known, or else the reason why it cannot be. */
    private Optional<String> add(Wish wish) {
        try {
            Source source = trial.source(wish.url(), wish.kind(), null);
            boolean isNew = sources.add(new WatchedSource(source, SourceState.fresh(clock.instant()), null, null));
            return isNew ? Optional.empty() : Optional.of("");
        } catch (InvalidRequestException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }
}
