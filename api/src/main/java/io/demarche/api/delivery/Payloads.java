package io.demarche.api.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.demarche.api.json.EventJson;
import io.demarche.api.json.ReportJson;
import io.demarche.core.article.Article;
import io.demarche.core.article.ContentId;
import io.demarche.core.article.Imprint;
import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.EndpointChange;
import io.demarche.core.delivery.Payload;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Report;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;
import io.demarche.core.subscription.PayloadForm;
import io.demarche.core.subscription.Subscription;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of webhooks: by default in the form that the Standard Webhooks specification recommends, {@code type}, {@code timestamp},
 * {@code data}. A body is written once, when the event comes to be owed, so that every attempt sends the same.
 */
final class Payloads implements PayloadWriter {

    private static final String FLAGGED = "event.flagged";
    private static final String UPDATED = "event.updated";
    private static final String TEST = "event.test";
    private static final String CLOUDEVENTS_PREFIX = "io.demarche.";
    private static final int SHORT = 200;

    /** What Discord takes in one message. */
    private static final int MOST_EMBEDS = 10;

    private final JsonMapper json;
    private final String links;

    /** Links lead to events below that address. */
    Payloads(JsonMapper json, String links) {
        this.json = json;
        this.links = links.endsWith("/") ? links.substring(0, links.length() - 1) : links;
    }

    /** What a webhook says. */
    record Body(String type, Instant timestamp, Object data) {}

    /** An event, as the report tells of it. */
    record Told(
            @com.fasterxml.jackson.annotation.JsonUnwrapped EventJson event,
            @Nullable String because,
            ReportJson report) {}

    /** Where the event is. */
    record Link(String id, String link) {}

    /** Several in one. */
    record Several(List<JsonNode> items) {}

    /** What became of a receiver. */
    record Operation(String subscriptionId, EndpointChange.Kind change, String detail) {}

    /** An event by CloudEvents 1.0.2, section 3.1. */
    record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            Object data) {}

    @Override
    public Payload event(Subscription subscription, Update update, String occasion, Instant now) {
        return write(subscription, update, occasion.equals(Delivery.FIRST) ? FLAGGED : UPDATED, occasion, now);
    }

    private Payload write(Subscription subscription, Update update, String type, String occasion, Instant now) {
        String id = update.event().id();
        PayloadForm form = subscription.terms().form();
        Told told = new Told(
                EventJson.of(update.event(), null),
                occasion.equals(Delivery.FIRST) ? null : occasion,
                ReportJson.of(update.report()));
        return switch (form.kind()) {
            case FULL -> Payload.json(json.writeValueAsString(new Body(type, now, told)));
            case THIN -> Payload.json(json.writeValueAsString(new Body(type, now, new Link(id, link(id)))));
            case CLOUDEVENTS ->
                new Payload(
                        "application/cloudevents+json",
                        new TreeMap<>(),
                        json.writeValueAsString(new CloudEvent(
                                "1.0",
                                Delivery.idOf(id, subscription, occasion),
                                source(),
                                CLOUDEVENTS_PREFIX + type,
                                id,
                                now,
                                "application/json",
                                told)));
            case CLOUDEVENTS_BINARY ->
                new Payload(
                        "application/json",
                        new TreeMap<>(Map.of(
                                "ce-specversion",
                                "1.0",
                                "ce-id",
                                Delivery.idOf(id, subscription, occasion),
                                "ce-source",
                                source(),
                                "ce-type",
                                CLOUDEVENTS_PREFIX + type,
                                "ce-subject",
                                id,
                                "ce-time",
                                now.toString())),
                        json.writeValueAsString(told));
            case SLACK, TEAMS, DISCORD, PAGERDUTY, EMAIL, TEMPLATE ->
                templated(form, values(subscription, update, type, occasion, now));
        };
    }

    private Payload templated(PayloadForm form, Map<String, Object> values) {
        String body = Templates.write(form, values);
        String type = form.contentType() == null ? "application/json" : form.contentType();
        if (type.contains("json")) {
            try {
                json.readTree(body);
            } catch (JacksonException e) {
                throw new IllegalArgumentException(
                        "what the template writes is no JSON: " + e.getOriginalMessage() + "; it wrote " + body, e);
            }
        }
        return new Payload(type, new TreeMap<>(), body);
    }

    /** What a template may name. */
    private Map<String, Object> values(
            Subscription subscription, Update update, String type, String occasion, Instant now) {
        FlaggedEvent event = update.event();
        Doing doing = event.doing();
        Article article = update.report().article();
        Imprint imprint = article.imprint();
        Statement statement = update.report().statement();
        Flag flag = update.report().flags().get(0);
        String headline = "%s %s %s: %s".formatted(doing.measure(), doing.move(), doing.status(), sides(doing));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", type);
        values.put("timestamp", now.toString());
        values.put("occasion", occasion);
        values.put("subscription", subscription.description());
        values.put("eventId", event.id());
        values.put("link", link(event.id()));
        values.put("headline", headline);
        values.put("shortHeadline", cut(headline));
        values.put("kinds", List.copyOf(event.kinds()));
        values.put("severity", event.severity().name());
        values.put("level", level(event.severity()));
        values.put("colour", Integer.toString(colour(event.severity())));
        values.put("measure", doing.measure().name());
        values.put("move", doing.move().name());
        values.put("status", doing.status().name());
        values.put("actor", doing.actor().stream().map(Party::code).toList());
        values.put("target", doing.target().stream().map(Party::code).toList());
        values.put("title", cut(article.title()));
        values.put("quote", cut(statement.evidence().quote()));
        values.put("url", imprint.url() == null ? "" : imprint.url().toString());
        values.put("outlet", imprint.outlet() == null ? "an article" : imprint.outlet());
        values.put("toldAt", article.toldAt().toString());
        values.put("rule", flag.rule());
        values.put("because", flag.because());
        values.put("reports", Integer.toString(update.outlets()));
        return values;
    }

    private static String sides(Doing doing) {
        String between = doing.mutual() ? " ↔ " : " → ";
        return names(doing.actor()) + between + names(doing.target());
    }

    private static String names(List<Party> parties) {
        return parties.isEmpty()
                ? "?"
                : String.join(", ", parties.stream().map(Party::code).toList());
    }

    /** The severity as the Events API v2 of PagerDuty names it. */
    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "info";
        };
    }

    private static int colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0xB3261E;
            case HIGH -> 0xE8710A;
            case MEDIUM -> 0xF9AB00;
            case LOW -> 0x5F6368;
        };
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
    }

    private String link(String eventId) {
        return links + "/api/v1/events/" + eventId;
    }

    private String source() {
        return links.isEmpty() ? "/demarche" : links;
    }

    @Override
    public Payload digest(Subscription subscription, List<String> bodies, Instant now) {
        PayloadForm form = subscription.terms().form();
        String type = form.contentType();
        if (type != null && !type.contains("json")) {
            return new Payload(type, new TreeMap<>(), String.join("\n\n", bodies));
        }
        List<JsonNode> items = bodies.stream().map(json::readTree).toList();
        return switch (form.kind()) {
            case SLACK -> Payload.json(json.writeValueAsString(Map.of("text", texts(items, "\n"))));
            case EMAIL ->
                Payload.json(json.writeValueAsString(
                        Map.of("subject", items.size() + " flagged events", "text", texts(items, "\n----\n\n"))));
            case TEAMS ->
                Payload.json(json.writeValueAsString(
                        Map.of("type", "message", "attachments", parts(items, "attachments", Integer.MAX_VALUE))));
            case DISCORD ->
                Payload.json(json.writeValueAsString(Map.of(
                        "content",
                        items.size() + " flagged events",
                        "allowed_mentions",
                        Map.of("parse", List.of()),
                        "embeds",
                        parts(items, "embeds", MOST_EMBEDS))));
            case CLOUDEVENTS ->
                new Payload("application/cloudevents-batch+json", new TreeMap<>(), json.writeValueAsString(items));
            case FULL, THIN, TEMPLATE ->
                Payload.json(json.writeValueAsString(new Body("event.digest", now, new Several(items))));
            case CLOUDEVENTS_BINARY, PAGERDUTY ->
                throw new IllegalArgumentException("of the form " + form.kind() + " there is no digest");
        };
    }

    private static String texts(List<JsonNode> items, String between) {
        return String.join(
                between, items.stream().map(item -> item.get("text").asString()).toList());
    }

    private static List<JsonNode> parts(List<JsonNode> items, String name, int most) {
        return items.stream()
                .flatMap(item -> item.get(name).valueStream())
                .limit(most)
                .toList();
    }

    @Override
    public Payload operation(Subscription subscription, EndpointChange change) {
        String type = change.kind() == EndpointChange.Kind.WARNED ? "endpoint.failing" : "endpoint.disabled";
        return Payload.json(json.writeValueAsString(
                new Body(type, change.at(), new Operation(change.subscriptionId(), change.kind(), change.detail()))));
    }

    @Override
    public Payload example(Subscription subscription, Instant now) {
        String text = "Poland expelled 45 Russian diplomats on Wednesday.";
        Article article = Article.of(
                "An example: \"Warsaw\" shows <45> & more the door",
                text,
                new Imprint(null, "The Example", "en", now),
                now);
        Doing doing = new Doing(
                Measure.EXPULSION,
                Move.IMPOSE,
                Status.ADOPTED,
                List.of(new Party("POL")),
                List.of(new Party("RUS")),
                false);
        Evidence evidence = new Evidence(Evidence.Part.TEXT, 0, 36, text.substring(0, 36));
        Statement statement = new Statement(doing, List.of(), false, 45, 0.9, evidence);
        Flag flag = new Flag("expulsion", 1, statement, "expulsion", Severity.HIGH, "Diplomats expelled");
        Report report = new Report(article, statement, List.of(flag));
        FlaggedEvent founded = FlaggedEvent.foundedBy(report);
        FlaggedEvent event = new FlaggedEvent(
                ContentId.of("evt", "example", now.toString()),
                doing,
                founded.kinds(),
                founded.severity(),
                founded.firstToldAt(),
                founded.lastToldAt());
        return write(subscription, new Update(event, null, report, 1), TEST, Delivery.FIRST, now);
    }
}
