package io.demarche.api.event;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.demarche.api.json.EventJson;
import io.demarche.api.json.ReportJson;
import io.demarche.api.web.Cursor;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.JsonLines;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.Page;
import io.demarche.api.web.StreamedAnswer;
import io.demarche.core.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Flagged events. */
@RestController
@Tag(name = "Events")
@RequestMapping("/api/v1")
class EventController {

    private static final String CSV = "text/csv";
    private static final String JSON_FEED = "application/feed+json";
    private static final String ALL = "9223372036854775807";

    private static final String FIELDS = "fields that are wanted, such as id,kinds,actor; all unless some are named";
    private static final int MOST_CORRECTIONS = 100;

    private final EventReader events;
    private final EventCounts counts;
    private final DossierReader dossiers;
    private final MarkStore marks;
    private final RegroupingStore regroupings;
    private final WhyReader whys;
    private final Rulebook rulebook;
    private final JsonMapper json;

    EventController(
            EventReader events,
            EventCounts counts,
            DossierReader dossiers,
            MarkStore marks,
            RegroupingStore regroupings,
            WhyReader whys,
            Rulebook rulebook,
            JsonMapper json) {
        this.events = events;
        this.counts = counts;
        this.dossiers = dossiers;
        this.marks = marks;
        this.regroupings = regroupings;
        this.whys = whys;
        this.rulebook = rulebook;
        this.json = json;
    }

    /**
     * An event with its reports.
     *
     * @param reports in the order in which they told of it
     * @param nextReports the cursor to more of them; absent if these are all
     * @param marks what analysts said of it, the last first
     * @param regroupings how analysts merged and split it, the last first
     * @param corrections how a later revision of the rulebook changed its flags, the last first; at most 100
     */
    record WithReports(
            @com.fasterxml.jackson.annotation.JsonUnwrapped EventJson event,
            List<ReportJson> reports,
            @Nullable String nextReports,
            List<Mark> marks,
            List<Regrouping> regroupings,
            List<CorrectionJson> corrections) {}

    /** A page of events, as it is documented. */
    private record EventPage(
            List<EventJson> items, @Nullable String next) {}

    /** Events, the latest flagged first, page by page. */
    @Operation(summary = "Events, the latest flagged first")
    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EventPage.class)))
    ResponseEntity<Page<Object>> list(
            @ParameterObject EventParameters asked,
            @Parameter(description = FIELDS) @RequestParam(required = false) @Nullable List<String> fields,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        EventFields wanted = EventFields.parse(fields);
        Page<EventJson> page = events.find(asked.toQuery(rulebook.current()), Cursor.parse(cursor), limit);
        return Page.answer(new Page<>(
                page.items().stream().map(event -> wanted.of(event, json)).toList(), page.next()));
    }

    /** All events that are asked for, a line of JSON each, the latest flagged first. */
    @Operation(summary = "All events that are asked for, a line of JSON each, the latest flagged first")
    @GetMapping(
            path = {"/events", "/events.ndjson"},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @ParameterObject EventParameters asked,
            @Parameter(description = FIELDS) @RequestParam(required = false) @Nullable List<String> fields,
            @RequestParam(defaultValue = ALL) @Min(1) long limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        EventQuery query = streamed(asked, request);
        EventFields wanted = EventFields.parse(fields);
        JsonLines.answer(
                response, json, lines -> events.each(query, limit, event -> lines.item(wanted.of(event, json))));
    }

    /** All events that are asked for as a table (CSV), the latest flagged first. */
    @Operation(summary = "All events that are asked for as a table (CSV), the latest flagged first")
    @GetMapping(
            path = {"/events", "/events.csv"},
            produces = CSV)
    void table(
            @ParameterObject EventParameters asked,
            @Parameter(description = FIELDS) @RequestParam(required = false) @Nullable List<String> fields,
            @RequestParam(defaultValue = ALL) @Min(1) long limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        EventQuery query = streamed(asked, request);
        EventFields wanted = EventFields.parse(fields);
        StreamedAnswer.write(response, CSV + ";charset=utf-8;header=present", out -> {
            EventTable table = new EventTable(wanted, out);
            events.each(query, limit, table::row);
        });
    }

    /** All events that are asked for as an Apache Parquet file, the latest flagged first. */
    @Operation(summary = "All events that are asked for as an Apache Parquet file, the latest flagged first")
    @GetMapping(
            path = {"/events", "/events.parquet"},
            produces = EventParquet.TYPE)
    void parquet(
            @ParameterObject EventParameters asked,
            @RequestParam(defaultValue = ALL) @Min(1) long limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        EventQuery query = streamed(asked, request);
        StreamedAnswer.writeBytes(
                response, EventParquet.TYPE, out -> EventParquet.write(use -> events.each(query, limit, use), out));
    }

    /** What is asked for, to be answered while it is read: kept to be given an ETag, all of it would have to fit in memory. */
    private EventQuery streamed(EventParameters asked, HttpServletRequest request) {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        return asked.toQuery(rulebook.current());
    }

    /** The latest events that are asked for, as an Atom feed. */
    @Operation(summary = "The latest events that are asked for, as an Atom feed")
    @GetMapping(path = "/events.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    void atom(
            @ParameterObject EventParameters asked,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpServletResponse response) {
        List<EventJson> latest =
                events.find(asked.toQuery(rulebook.current()), null, limit).items();
        StreamedAnswer.write(
                response,
                MediaType.APPLICATION_ATOM_XML_VALUE + ";charset=utf-8",
                out -> EventFeeds.atom(latest, self(), base(), out));
    }

    /** The latest events that are asked for, as a JSON Feed. */
    @Operation(summary = "The latest events that are asked for, as a JSON Feed")
    @GetMapping(path = "/events.jsonfeed", produces = JSON_FEED)
    EventFeeds.JsonFeed jsonFeed(
            @ParameterObject EventParameters asked, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return EventFeeds.json(
                events.find(asked.toQuery(rulebook.current()), null, limit).items(), self(), base());
    }

    private static String self() {
        return ServletUriComponentsBuilder.fromCurrentRequest().toUriString();
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/events/")
                .toUriString();
    }

    /** How many of the events that are asked for were first told when, without gaps; in UTC, weeks from Monday. */
    @Operation(summary = "How many of the events that are asked for were first told when, without gaps")
    @GetMapping("/events/timeline")
    EventCounts.Timeline timeline(
            @ParameterObject EventParameters asked,
            @RequestParam(defaultValue = "day") String interval,
            @RequestParam(defaultValue = "nothing") String by,
            @RequestParam(defaultValue = "10") @Min(1) @Max(100) int top) {
        return counts.timeline(
                asked.toQuery(rulebook.current()),
                EventParameters.one("interval", interval, EventCounts.Interval.class),
                EventParameters.one("by", by, EventCounts.By.class),
                top);
    }

    /** How many of the events that are asked for each party does to each other, the most frequent pairs first. */
    @Operation(summary = "How many of the events that are asked for each party does to each other")
    @GetMapping("/events/matrix")
    List<EventCounts.Cell> matrix(
            @ParameterObject EventParameters asked,
            @RequestParam(defaultValue = "100") @Min(1) @Max(10_000) int limit) {
        return counts.matrix(asked.toQuery(rulebook.current()), limit);
    }

    /** What two parties have done to each other, in the order of time, and how each measure stands. */
    @Operation(summary = "What two parties have done to each other, in the order of time, and how each measure stands")
    @GetMapping("/dyads/{one}/{other}")
    Dossier dossier(
            @PathVariable String one,
            @PathVariable String other,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        for (String code : List.of(one, other)) {
            if (!rulebook.current().parties().contains(code)) {
                throw new NotFoundException("party", code);
            }
        }
        if (one.equals(other)) {
            throw new InvalidRequestException("other", "must be another party than the first");
        }
        Page<EventJson> page = events.between(one, other, Cursor.parse(cursor), limit);
        return new Dossier(dossiers.standings(one, other), page.items(), page.next());
    }

    /** One event with its reports; the id of an event that became part of another leads to that one. */
    @Operation(summary = "One event with its reports; the id of an event that became part of another leads to that one")
    @GetMapping("/events/{id}")
    WithReports get(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        EventJson event = events.get(id);
        Page<ReportJson> reports = events.reports(event.id(), Cursor.parse(cursor), limit);
        return new WithReports(
                event,
                reports.items(),
                reports.next(),
                marks.of(event.id()),
                regroupings.of(event.id()),
                events.corrections(event.id(), MOST_CORRECTIONS));
    }

    /** Why an event was flagged: the words, what gave each field, and the rules as they were then. */
    @Operation(
            summary =
                    "Why an event was flagged, by one of its reports (the first, or that of 'article'): the words, what gave each"
                            + " field, and the rules as they were then")
    @GetMapping("/events/{id}/why")
    Why why(@PathVariable String id, @RequestParam(required = false) @Nullable String article) {
        EventJson event = events.get(id);
        ReportJson report = events.report(event.id(), article)
                .orElseThrow(() -> new NotFoundException("report of this event", String.valueOf(article)));
        return whys.why(event.id(), report);
    }
}
