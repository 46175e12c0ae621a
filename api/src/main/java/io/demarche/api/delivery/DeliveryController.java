package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.demarche.api.json.FilterJson;
import io.demarche.api.web.Caller;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.JsonLines;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.RefusedException;
import io.demarche.core.delivery.EndpointChange;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The attempt log, and what a person may do about deliveries. */
@RestController
@Tag(name = "Deliveries")
@RequestMapping("/api/v1/subscriptions/{id}")
class DeliveryController {

    /** What is sent is numbered by many at once; after so long no smaller number comes any more. */
    private static final Duration UNSETTLED = Duration.ofSeconds(10);

    private final SubscriptionStore subscriptions;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final JdbcEndpoints endpoints;
    private final Replays replays;
    private final Duration lease;
    private final InstantSource clock;
    private final JsonMapper json;

    DeliveryController(
            SubscriptionStore subscriptions,
            Deliveries deliveries,
            DeliveryLog log,
            JdbcEndpoints endpoints,
            Replays replays,
            Duration lease,
            InstantSource clock,
            JsonMapper json) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.log = log;
        this.endpoints = endpoints;
        this.replays = replays;
        this.lease = lease;
        this.clock = clock;
        this.json = json;
    }

    /** From when on. */
    record Since(@NotNull Instant since) {}

    /**
     * How a receiver is resumed.
     *
     * @param since what was owed before is kept and not sent; all is sent if left out
     */
    record ResumeWish(@Nullable Instant since) {}

    /**
     * What is to be sent again.
     *
     * @param filter which of the events that the subscription wants; all if left out
     * @param from events flagged from then on
     * @param to and before then; now if left out
     * @param countOnly whether they are only counted
     */
    record ReplayWish(
            @Nullable @Valid FilterJson filter,
            @NotNull Instant from,
            @Nullable Instant to,
            @Nullable Boolean countOnly) {}

    /** How many deliveries. */
    record Count(int deliveries) {}

    /** A delivery that was owed just now. */
    record Owed(String deliveryId) {}

    /** What was owed, and where to go on. */
    record OwedPage(List<DeliveryLog.OwedJson> items, long after) {}

    /** A replay that has ended. */
    record Replayed(int events, int deliveries) {}

    /** The latest deliveries with their attempts, the last first. */
    @Operation(summary = "The latest deliveries with their attempts, the last first; before pages by number")
    @GetMapping("/deliveries")
    List<DeliveryLog.DeliveryJson> list(
            @PathVariable String id,
            @RequestParam(required = false)
                    @Pattern(
                            regexp = "DUE|GATHERED|DIGESTED|HELD|DELIVERED|ABANDONED",
                            message = "must be DUE, GATHERED, DIGESTED, HELD, DELIVERED or ABANDONED")
                    @Nullable
                    String state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Min(0) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return log.latest(subscription(id).id(), state, before, limit);
    }

    /** One delivery with all that went over the wire. */
    @Operation(summary = "One delivery with all that went over the wire")
    @GetMapping("/deliveries/{deliveryId}")
    DeliveryLog.DeliveryJson get(@PathVariable String id, @PathVariable String deliveryId) {
        return log.find(subscription(id).id(), deliveryId)
                .orElseThrow(() -> new NotFoundException("delivery", deliveryId));
    }

    /** Makes a delivery due now. */
    @Operation(summary = "Makes a delivery due now, with a fresh schedule")
    @PostMapping("/deliveries/{deliveryId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Owed retry(@PathVariable String id, @PathVariable String deliveryId) {
        receiver(id);
        get(id, deliveryId);
        if (!deliveries.release(deliveryId, "retried by hand", lease, clock.instant())) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "delivery-under-way",
                    "the delivery is being tried, or will be within " + lease.toSeconds() + " seconds",
                    Map.of());
        }
        return new Owed(deliveryId);
    }

    /** Makes due what was kept or abandoned since then. */
    @Operation(summary = "Makes due what was kept or abandoned since then")
    @PostMapping("/recovery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Count recover(@PathVariable String id, @Valid @RequestBody Since wish) {
        return new Count(deliveries.recover(receiver(id).id(), wish.since(), clock.instant()));
    }

    /** Counts events, sends them again, and tells of it line by line. */
    @Operation(
            summary = "Streams, a JSON object a line, the count of events, progress and a summary, while it owes them"
                    + " once more under their old ids; hang up to cancel it")
    @PostMapping(path = "/replays", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void replay(@PathVariable String id, @Valid @RequestBody ReplayWish wish, HttpServletResponse response) {
        Subscription subscription = receiver(id);
        Instant now = clock.instant();
        Filter filter =
                wish.filter() == null ? Filter.EVERYTHING : wish.filter().toFilter();
        JsonLines.answer(response, json, lines -> {
            List<String> wanted =
                    replays.wanted(subscription, filter, wish.from(), wish.to() == null ? now : wish.to());
            lines.line("events", wanted.size());
            if (!Boolean.TRUE.equals(wish.countOnly())) {
                lines.progress(0, wanted.size());
                int owed = replays.run(
                        subscription, filter, wanted, lease, now, done -> lines.progress(done, wanted.size()));
                lines.line("summary", new Replayed(wanted.size(), owed));
            }
        });
    }

    /** Sends an example. */
    @Operation(summary = "Owes an example, of the type event.test, to the receiver")
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Owed test(@PathVariable String id) {
        return new Owed(deliveries.test(receiver(id), clock.instant()));
    }

    /** Sends nothing until it is resumed; what is owed waits. */
    @Operation(summary = "Sends nothing until it is resumed; what is owed waits")
    @PostMapping("/pause")
    ResponseEntity<Void> pause(@PathVariable String id) {
        deliveries.pause(receiver(id).id(), clock.instant());
        return ResponseEntity.noContent().build();
    }

    /** Sends again, after a pause or when it was disabled. */
    @Operation(summary = "Sends again, after a pause or when it was disabled")
    @PostMapping("/resume")
    ResponseEntity<Void> resume(
            @PathVariable String id, @Valid @RequestBody(required = false) @Nullable ResumeWish wish) {
        Instant since = wish == null || wish.since() == null ? Instant.EPOCH : wish.since();
        deliveries.resume(receiver(id).id(), since, clock.instant());
        return ResponseEntity.noContent().build();
    }

    /** How the receiver has fared. */
    @Operation(summary = "How the receiver has fared: success, percentiles, backlog")
    @GetMapping("/statistics")
    DeliveryLog.Statistics statistics(
            @PathVariable String id, @RequestParam(defaultValue = "24") @Min(1) @Max(720) int hours) {
        return log.statistics(subscription(id).id(), clock.instant().minus(Duration.ofHours(hours)));
    }

    /** Every change of the receiver's state, the last first. */
    @Operation(summary = "Every change of the receiver's state, the last first")
    @GetMapping("/changes")
    List<EndpointChange> changes(
            @PathVariable String id, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return endpoints.changes(subscription(id).id(), limit);
    }

    /** What is owed, for those who cannot receive webhooks. */
    @Operation(summary = "What is owed after that number, in order, for those who cannot receive webhooks")
    @GetMapping("/events")
    OwedPage events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        boolean polled = subscription(id).url() == null;
        Instant before =
                polled ? clock.instant().plus(UNSETTLED) : clock.instant().minus(UNSETTLED);
        List<DeliveryLog.OwedJson> items = log.owed(id, after, before, limit);
        return new OwedPage(
                items, items.isEmpty() ? after : items.get(items.size() - 1).number());
    }

    private Subscription subscription(String id) {
        return subscriptions
                .find(id)
                .filter(subscription -> Caller.current().mayUse(subscription.owner()))
                .orElseThrow(() -> new NotFoundException("subscription", id));
    }

    private Subscription receiver(String id) {
        Subscription subscription = subscription(id);
        if (subscription.url() == null) {
            throw new InvalidRequestException("id", "is a subscription without a URL; nothing is sent to it");
        }
        return subscription;
    }
}
