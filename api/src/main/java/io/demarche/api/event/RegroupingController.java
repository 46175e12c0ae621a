package io.demarche.api.event;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.Change;
import io.demarche.api.web.FreeText;
import io.demarche.api.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Analysts merge events that tell of one thing, and split those that tell of two. */
@RestController
@Tag(name = "Marks")
@RequestMapping("/api/v1/events/{id}")
class RegroupingController {

    private final EventReader events;
    private final RegroupingStore regroupings;

    RegroupingController(EventReader events, RegroupingStore regroupings) {
        this.events = events;
        this.regroupings = regroupings;
    }

    /**
     * Which event becomes part of this one.
     *
     * @param event its id
     */
    record Merge(
            @NotBlank @Size(max = 40) String event,
            @Nullable @Size(max = 2000) String note) {}

    /**
     * Which reports become an event of their own.
     *
     * @param articles those that tell of the other thing
     */
    record Split(
            @NotEmpty @Size(max = 1000) List<@NotNull @Size(max = 40) String> articles,
            @Nullable @Size(max = 2000) String note) {}

    /** Makes another event part of this one. */
    @Operation(
            summary =
                    "Makes another event part of this one, of whatever doing; what is told of either later is told of this one")
    @PostMapping("/merges")
    ResponseEntity<Regrouping> merge(@PathVariable String id, @Valid @RequestBody Merge wish) {
        String event = events.get(id).id();
        String other = events.get(wish.event()).id();
        if (other.equals(event)) {
            throw new InvalidRequestException("event", "must be another event than the one that it becomes part of");
        }
        return answer(event, regroupings.merge(event, other, FreeText.kept(wish.note())));
    }

    /** Makes an event of its own of some of the reports. */
    @Operation(
            summary =
                    "Makes an event of its own of the reports of these articles; the two stay apart, whatever comes in later")
    @PostMapping("/splits")
    ResponseEntity<Regrouping> split(@PathVariable String id, @Valid @RequestBody Split wish) {
        String event = events.get(id).id();
        Set<String> articles = new LinkedHashSet<>(wish.articles());
        Set<String> telling = events.articles(event);
        for (String article : articles) {
            if (!telling.contains(article)) {
                throw new InvalidRequestException(
                        "articles", "must be articles that tell of this event, found '" + article + "'");
            }
        }
        if (articles.size() == telling.size()) {
            throw new InvalidRequestException("articles", "must leave the event at least one report");
        }
        Regrouping done = regroupings.split(event, articles, FreeText.kept(wish.note()));
        return answer(done.other(), done);
    }

    private ResponseEntity<Regrouping> answer(String event, Regrouping done) {
        Change.tell(null, done);
        return ResponseEntity.created(URI.create("/api/v1/events/" + event)).body(done);
    }
}
