package io.demarche.api.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sources that are watched. */
@RestController
@Tag(name = "Sources")
@RequestMapping("/api/v1/sources")
class SourceController {

    private final SourceStore sources;
    private final Collector trial;
    private final AddressGuard guard;
    private final InstantSource clock;

    SourceController(SourceStore sources, Collector trial, AddressGuard guard, InstantSource clock) {
        this.sources = sources;
        this.trial = trial;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A source to be watched.
     *
     * @param kind FEED (the default) or PAGE; folders are read by the command line
     */
    record Wish(@NotBlank @Size(max = 2000) String url, Source.@Nullable Kind kind) {}

    /**
     * A watched source.
     *
     * @param problem why the last fetch failed; absent after a good one
     */
    record Answer(
            String id,
            Source.Kind kind,
            String url,
            Instant createdAt,
            @Nullable Instant fetchedAt,
            @Nullable String problem,
            Instant nextFetchAt) {

        static Answer of(WatchedSource watched) {
            return new Answer(
                    watched.source().id(),
                    watched.source().kind(),
                    watched.source().url().toString(),
                    watched.source().createdAt(),
                    watched.state().fetchedAt(),
                    watched.state().problem(),
                    watched.state().nextFetchAt());
        }
    }

    /** Watches a source. It is fetched once on trial; one that gives no article is refused with the reason. */
    @Operation(summary = "Watches a source")
    @PostMapping
    ResponseEntity<Answer> create(@Valid @RequestBody Wish wish) {
        Source source = source(wish);
        boolean isNew = sources.find(source.id()).isEmpty();
        if (isNew) {
            refuseUnlessGood(source);
            sources.add(source);
        }
        Answer answer = get(source.id());
        URI location = URI.create("/api/v1/sources/" + source.id());
        return isNew
                ? ResponseEntity.created(location).body(answer)
                : ResponseEntity.ok().location(location).body(answer);
    }

    private void refuseUnlessGood(Source source) {
        Collected collected = trial.collect(source, Validators.NONE);
        if (collected.articles().isEmpty() && !collected.problems().isEmpty()) {
            throw new InvalidRequestException(
                    "url", "gives no article: " + collected.problems().get(0));
        }
    }

    /** All sources, the oldest first. */
    @Operation(summary = "All sources, the oldest first")
    @GetMapping
    List<Answer> list() {
        return sources.all().stream().map(Answer::of).toList();
    }

    /** One source. */
    @Operation(summary = "One source")
    @GetMapping("/{id}")
    Answer get(@PathVariable String id) {
        return sources.find(id).map(Answer::of).orElseThrow(() -> new NotFoundException("source", id));
    }

    /** Ends a source; its articles stay. */
    @Operation(summary = "Ends a source; its articles stay")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        if (!sources.remove(id)) {
            throw new NotFoundException("source", id);
        }
        return ResponseEntity.noContent().build();
    }

    private Source source(Wish wish) {
        Source.Kind kind = wish.kind() == null ? Source.Kind.FEED : wish.kind();
        if (kind == Source.Kind.FOLDER) {
            throw new InvalidRequestException("kind", "must be FEED or PAGE; folders are read by the command 'ingest'");
        }
        try {
            Source source = Source.of(kind, new URI(wish.url().strip()), clock.instant());
            guard.refusal(source.url()).ifPresent(reason -> {
                throw new InvalidRequestException("url", reason);
            });
            return source;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new InvalidRequestException("url", "is no web address: " + e.getMessage());
        }
    }
}
