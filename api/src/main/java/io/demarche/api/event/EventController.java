package io.demarche.api.event;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.demarche.api.json.EventJson;
import io.demarche.api.json.ReportJson;
import io.demarche.api.web.Cursor;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.Page;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Party;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Flagged events. */
@RestController
@Tag(name = "Events")
@RequestMapping("/api/v1/events")
class EventController {

    private static final String PARTY_MESSAGE = "must be a party's code in capitals, such as RUS or EU";

    private static final int MOST_CORRECTIONS = 100;

    private final EventReader events;

    EventController(EventReader events) {
        this.events = events;
    }

    /**
     * An event with its reports.
     *
     * @param reports in the order in which they told of it
     * @param nextReports the cursor to more of them; absent if these are all
     * @param corrections how a later revision of the rulebook changed its flags, the last first; at most 100
     */
    record WithReports(
            @com.fasterxml.jackson.annotation.JsonUnwrapped EventJson event,
            List<ReportJson> reports,
            @Nullable String nextReports,
            List<CorrectionJson> corrections) {}

    /** Events, the latest flagged first. Times are ISO 8601; {@code from} is included, {@code to} is not. */
    @Operation(summary = "Events, the latest flagged first")
    @GetMapping
    ResponseEntity<Page<EventJson>> list(
            @RequestParam(required = false)
                    @Pattern(
                            regexp = Flag.KIND_SHAPE,
                            message = "must be lower-case words joined by hyphens, such as proposal-to-lift")
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) @Nullable
                    String actor,
            @RequestParam(required = false) @Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) @Nullable
                    String target,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        EventQuery query = new EventQuery(kind, actor, target, from, to, Cursor.parse(cursor), limit);
        return Page.answer(events.find(query));
    }

    /** One event with its reports; the id of an event that became part of another leads to that one. */
    @Operation(summary = "One event with its reports; the id of an event that became part of another leads to that one")
    @GetMapping("/{id}")
    WithReports get(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        EventJson event = events.find(id).orElseThrow(() -> new NotFoundException("event", id));
        Page<ReportJson> reports = events.reports(event.id(), Cursor.parse(cursor), limit);
        return new WithReports(
                event, reports.items(), reports.next(), events.corrections(event.id(), MOST_CORRECTIONS));
    }
}
