package io.demarche.api.subscription;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningSecrets;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
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

    private final SubscriptionStore subscriptions;
    private final AddressGuard guard;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SubscriptionController(SubscriptionStore subscriptions, AddressGuard guard, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A wish to subscribe.
     *
     * @param url where webhooks go; https
     * @param filter which events; all if left out
     * @param secret what they are signed with; one is made if left out
     */
    record Wish(
            @NotBlank @Size(max = 2000) String url,
            @Nullable @Valid FilterJson filter,
            @Nullable String secret) {}

    /**
     * A subscription.
     *
     * @param oldSecretUntil until when the secret before the last rotation goes on signing
     * @param secret shown only in the answer to its creation and to a rotation
     */
    record Answer(
            String id,
            String url,
            FilterJson filter,
            Instant createdAt,
            @Nullable Instant oldSecretUntil,
            @Nullable String secret) {

        static Answer of(Subscription subscription, @Nullable String secret) {
            return new Answer(
                    subscription.id(),
                    subscription.url().toString(),
                    FilterJson.of(subscription.filter()),
                    subscription.createdAt(),
                    subscription.secrets().previousUntil(),
                    secret);
        }
    }

    /**
     * A wish for other webhooks of the same subscription.
     *
     * @param url where webhooks go from now on, what is owed already included; https
     * @param filter which events from now on; all if left out
     */
    record ChangeWish(
            @NotBlank @Size(max = 2000) String url,
            @Nullable @Valid FilterJson filter) {}

    /**
     * A wish for another secret.
     *
     * @param secret the new one; one is made if left out
     * @param overlapHours how long the old one goes on signing beside it; 24 if left out
     */
    record RotationWish(
            @Nullable String secret,
            @Nullable @Min(0) @Max(168) Integer overlapHours) {}

    /** Subscribes. The secret in the answer is shown this once. */
    @Operation(summary = "Subscribes")
    @PostMapping
    ResponseEntity<Answer> create(@Valid @RequestBody Wish wish) {
        Secret secret = wish.secret() == null ? newSecret() : secret(wish.secret());
        Subscription subscription = new Subscription(
                "sub_" + HexFormat.of().formatHex(bytes(ID_BYTES)),
                url(wish.url()),
                filter(wish.filter()),
                SigningSecrets.of(secret),
                clock.instant());
        subscriptions.add(subscription);
        return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + subscription.id()))
                .body(Answer.of(subscription, secret.text()));
    }

    /** All subscriptions, the oldest first. */
    @Operation(summary = "All subscriptions, the oldest first")
    @GetMapping
    List<Answer> list() {
        return subscriptions.all().stream()
                .map(subscription -> Answer.of(subscription, null))
                .toList();
    }

    /** One subscription. */
    @Operation(summary = "One subscription")
    @GetMapping("/{id}")
    Answer get(@PathVariable String id) {
        return Answer.of(subscription(id), null);
    }

    /** Changes where webhooks go and which events are wanted; the secret stays. */
    @Operation(summary = "Changes where webhooks go and which events are wanted; the secret stays")
    @PutMapping("/{id}")
    Answer change(@PathVariable String id, @Valid @RequestBody ChangeWish wish) {
        Subscription old = subscription(id);
        Subscription changed =
                new Subscription(id, url(wish.url()), filter(wish.filter()), old.secrets(), old.createdAt());
        subscriptions.change(changed);
        return Answer.of(changed, null);
    }

    /** Takes a new secret, shown this once; the old one goes on signing beside it for a while. */
    @Operation(summary = "Takes a new secret, shown this once; the old one goes on signing beside it for a while")
    @PostMapping("/{id}/secret")
    Answer rotate(@PathVariable String id, @Valid @RequestBody(required = false) @Nullable RotationWish wish) {
        Subscription old = subscription(id);
        Secret next = wish == null || wish.secret() == null ? newSecret() : secret(wish.secret());
        Duration overlap =
                wish == null || wish.overlapHours() == null ? USUAL_OVERLAP : Duration.ofHours(wish.overlapHours());
        Subscription rotated = new Subscription(
                id, old.url(), old.filter(), old.secrets().rotated(next, clock.instant(), overlap), old.createdAt());
        subscriptions.change(rotated);
        return Answer.of(rotated, next.text());
    }

    /** Ends a subscription and what is owed to it. */
    @Operation(summary = "Ends a subscription and what is owed to it")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        if (!subscriptions.remove(id)) {
            throw new NotFoundException("subscription", id);
        }
        return ResponseEntity.noContent().build();
    }

    private Subscription subscription(String id) {
        return subscriptions.find(id).orElseThrow(() -> new NotFoundException("subscription", id));
    }

    private static Filter filter(@Nullable FilterJson wish) {
        return wish == null ? Filter.EVERYTHING : wish.toFilter();
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

    /** Only https, unless the address was let through by name: nobody else can listen in there. */
    private URI url(String text) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new InvalidRequestException("url", "is no URL: " + e.getMessage());
        }
        guard.refusal(url).ifPresent(reason -> {
            throw new InvalidRequestException("url", reason);
        });
        if (!"https".equalsIgnoreCase(url.getScheme()) && !guard.isAllowedLiteral(url)) {
            throw new InvalidRequestException(
                    "url", "must be https; http is for addresses of the setting demarche.network.allowed");
        }
        return url;
    }
}
