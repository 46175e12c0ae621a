package io.demarche.api.subscription;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import io.demarche.api.json.EventJson;
import io.demarche.api.json.FilterJson;
import io.demarche.api.json.TermsJson;
import io.demarche.api.web.Caller;
import io.demarche.api.web.Change;
import io.demarche.api.web.FreeText;
import io.demarche.api.web.HoldsSecret;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.core.delivery.DeliveryStore;
import io.demarche.core.delivery.Payload;
import io.demarche.core.delivery.PayloadWriter;
import io.demarche.core.event.EventStore;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.subscription.Credentials;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.PayloadForm;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningKeys;
import io.demarche.core.subscription.SigningPair;
import io.demarche.core.subscription.SigningSecrets;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.core.subscription.Terms;
import io.demarche.core.subscription.Topic;
import io.demarche.ingest.fetch.AddressGuard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions to webhooks. */
@RestController
@Tag(name = "Subscriptions")
@RequestMapping("/api/v1/subscriptions")
class SubscriptionController {

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final int LATEST = 1_000;

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Rulebook rulebook;
    private final PayloadWriter payloads;
    private final Addresses addresses;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SubscriptionController(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            EventStore events,
            Rulebook rulebook,
            PayloadWriter payloads,
            AddressGuard guard,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.events = events;
        this.rulebook = rulebook;
        this.payloads = payloads;
        this.addresses = new Addresses(guard);
        this.clock = clock;
    }

    /**
     * A wish for another secret.
     *
     * @param secret the new one; one is made if left out
     * @param overlapHours how long the old one goes on signing beside it; 24 if left out
     */
    record RotationWish(
            @Nullable String secret,
            @Nullable @Min(0) @Max(168) Integer overlapHours) {}

    /** A filter to be tried. */
    record Trial(@Nullable @Valid FilterJson filter) {}

    /**
     * What a filter would have wanted.
     *
     * @param looked how many of the latest events were looked at
     * @param wanted those of them that it wants, the latest first
     */
    record Matches(int looked, List<EventJson> wanted) {}

    /** A form of payload to be looked at. */
    record PreviewWish(
            @Valid TermsJson.@Nullable PayloadJson payload,
            @Nullable @Size(max = 500) String description) {}

    /** What a receiver would be sent. */
    record Preview(String contentType, SortedMap<String, String> headers, String body) {}

    /** Subscribes. The secret in the answer is shown this once. */
    @Operation(summary = "Subscribes; the secret in the answer is shown this once")
    @HoldsSecret
    @PostMapping
    ResponseEntity<Answer> create(@Valid @RequestBody Wish wish) {
        Secret secret = wish.secret() == null ? newSecret() : secret(wish.secret());
        SigningPair pair = Boolean.TRUE.equals(wish.ed25519()) ? SigningPair.generate() : null;
        Subscription subscription = subscription(
                "sub_" + HexFormat.of().formatHex(bytes(ID_BYTES)),
                wish,
                SigningSecrets.of(new SigningKeys(secret, pair)),
                Credentials.NONE,
                Caller.current().account(),
                clock.instant());
        subscriptions.add(subscription);
        Change.tell(null, answer(subscription, null));
        return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + subscription.id()))
                .body(answer(subscription, secret.text()));
    }

    /** One's own subscriptions, for administrators all, the oldest first. */
    @Operation(summary = "One's own subscriptions, for administrators all, the oldest first")
    @GetMapping
    List<Answer> list() {
        Caller caller = Caller.current();
        return subscriptions.all().stream()
                .filter(subscription -> caller.mayUse(subscription.owner()))
                .map(subscription -> answer(subscription, null))
                .toList();
    }

    /** One subscription. */
    @Operation(summary = "One subscription, and how its receiver fares")
    @GetMapping("/{id}")
    Answer get(@PathVariable String id) {
        return answer(find(id), null);
    }

    /** Changes everything but the secret; credentials stay if they are left out. What is owed already goes to the new URL. */
    @Operation(summary = "Changes everything but the secret; credentials stay if they are left out")
    @PutMapping("/{id}")
    Answer change(@PathVariable String id, @Valid @RequestBody Wish wish) {
        Subscription old = find(id);
        if (wish.secret() != null || wish.ed25519() != null) {
            throw new InvalidRequestException(
                    wish.secret() == null ? "ed25519" : "secret",
                    "is set when subscribing; POST /api/v1/subscriptions/" + id + "/secret takes a new one");
        }
        Subscription changed = subscription(id, wish, old.secrets(), old.credentials(), old.owner(), old.createdAt());
        subscriptions.change(changed);
        Change.tell(answer(old, null), answer(changed, null));
        return answer(changed, null);
    }

    /** Takes a new secret, shown this once; the old one goes on signing beside it for a while. */
    @Operation(summary = "Takes a new secret, shown this once; the old one goes on signing beside it for a while")
    @HoldsSecret
    @PostMapping("/{id}/secret")
    Answer rotate(@PathVariable String id, @Valid @RequestBody(required = false) @Nullable RotationWish wish) {
        Subscription old = find(id);
        Secret next = wish == null || wish.secret() == null ? newSecret() : secret(wish.secret());
        Duration overlap =
                wish == null || wish.overlapHours() == null ? USUAL_OVERLAP : Duration.ofHours(wish.overlapHours());
        SigningPair pair = old.secrets().current().pairOrNull() == null ? null : SigningPair.generate();
        Subscription rotated = old.with(old.secrets().rotated(new SigningKeys(next, pair), clock.instant(), overlap));
        subscriptions.change(rotated);
        Change.tell(answer(old, null), answer(rotated, null));
        return answer(rotated, next.text());
    }

    /** Ends a subscription and what is owed to it. */
    @Operation(summary = "Ends a subscription and what is owed to it")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        Answer old = get(id);
        subscriptions.remove(id);
        Change.tell(old, null);
        return ResponseEntity.noContent().build();
    }

    /** Which of the latest 1,000 events a filter would have wanted. */
    @Operation(summary = "Which of the latest 1,000 events a filter would have wanted; nothing is sent")
    @PostMapping("/matches")
    Matches matches(@Valid @RequestBody Trial trial) {
        Filter filter = filter("filter", trial.filter());
        PartyLists lists = rulebook.current().lists();
        List<EventStore.Place> latest = events.latest(LATEST);
        List<EventJson> wanted = latest.stream()
                .map(place -> events.updates(place.eventId()))
                .filter(updates -> updates.stream().anyMatch(update -> filter.wants(update, lists)))
                .map(updates -> updates.get(0))
                .map(Update::event)
                .map(event -> EventJson.of(event, null))
                .toList();
        return new Matches(latest.size(), wanted);
    }

    /** What a receiver would be sent, of an example. */
    @Operation(summary = "What a receiver would be sent, shown on an example; nothing is sent")
    @PostMapping("/preview")
    Preview preview(@Valid @RequestBody PreviewWish wish) {
        Wish bare = new Wish(
                null, true, wish.description(), null, null, wish.payload(), null, null, null, null, null, null, null);
        Payload payload = example(subscription(
                "sub_example", bare, SigningSecrets.of(newSecret()), Credentials.NONE, null, clock.instant()));
        return new Preview(payload.contentType(), payload.headers(), payload.body());
    }

    private Subscription subscription(
            String id,
            Wish wish,
            SigningSecrets secrets,
            Credentials credentials,
            @Nullable String owner,
            Instant createdAt) {
        Subscription subscription = new Subscription(
                id,
                FreeText.kept(wish.description()),
                url(wish),
                wish.topic() == null ? Topic.EVENTS : wish.topic(),
                filter("filter", wish.wanted()),
                terms(wish),
                secrets,
                wish.credentials() == null ? credentials : wish.credentials().toCredentials(addresses),
                owner,
                createdAt);
        example(subscription);
        return subscription;
    }

    private @Nullable URI url(Wish wish) {
        if (Boolean.TRUE.equals(wish.poll()) == (wish.url() != null)) {
            throw new InvalidRequestException(
                    "url", "is where webhooks go; those who cannot receive any say \"poll\": true in its place");
        }
        return wish.url() == null ? null : addresses.https("url", wish.url());
    }

    private Terms terms(Wish wish) {
        if (wish.silences() != null) {
            wish.silences().forEach(silence -> filter("silences.filter", silence.filter()));
        }
        Terms terms;
        try {
            terms = wish.terms().toTerms();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("timing.quietHours", String.valueOf(e.getMessage()));
        }
        boolean template = terms.form().kind() == PayloadForm.Kind.TEMPLATE;
        if (template == (terms.form().template() == null)) {
            throw new InvalidRequestException(
                    "payload.template", "is given for the form TEMPLATE, and only for that one");
        }
        return terms;
    }

    private Filter filter(String where, @Nullable FilterJson wish) {
        if (wish == null) {
            return Filter.EVERYTHING;
        }
        CompiledRulebook current = rulebook.current();
        Predicate<String> known = name ->
                current.parties().contains(name) || current.lists().codes().containsKey(name);
        wish.check(where, known, (field, mistake) -> {
            throw new InvalidRequestException(field, mistake);
        });
        return wish.toFilter();
    }

    private Payload example(Subscription subscription) {
        try {
            Payload example = payloads.example(subscription, clock.instant());
            if (subscription.terms().timing().digest() != null) {
                payloads.digest(subscription, List.of(example.body()), clock.instant());
            }
            return example;
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("payload", String.valueOf(e.getMessage()));
        }
    }

    private Answer answer(Subscription subscription, @Nullable String secret) {
        return Answer.of(subscription, deliveries.endpoint(subscription.id()), secret);
    }

    private Subscription find(String id) {
        return subscriptions
                .find(id)
                .filter(subscription -> Caller.current().mayUse(subscription.owner()))
                .orElseThrow(() -> new NotFoundException("subscription", id));
    }

    private Secret newSecret() {
        return Secret.of(bytes(SECRET_BYTES));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Secret secret(String text) {
        try {
            return new Secret(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("secret", String.valueOf(e.getMessage()));
        }
    }
}
