package io.demarche.api.subscription;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Secret;
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
     * @param secret shown only in the answer to its creation
     */
    record Answer(
            String id,
            String url,
            FilterJson filter,
            Instant createdAt,
            @Nullable String secret) {

        static Answer of(Subscription subscription, @Nullable String secret) {
            return new Answer(
                    subscription.id(),
                    subscription.url().toString(),
                    FilterJson.of(subscription.filter()),
                    subscription.createdAt(),
                    secret);
        }
    }

    /** Subscribes. The secret in the answer is shown this once. */
    @Operation(summary = "Subscribes")
    @PostMapping
    ResponseEntity<Answer> create(@Valid @RequestBody Wish wish) {
        Secret secret = wish.secret() == null ? newSecret() : secret(wish.secret());
        Subscription subscription = new Subscription(
                "sub_" + HexFormat.of().formatHex(bytes(ID_BYTES)),
                url(wish.url()),
                wish.filter() == null ? Filter.EVERYTHING : wish.filter().toFilter(),
                secret,
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
        return subscriptions
                .find(id)
                .map(subscription -> Answer.of(subscription, null))
                .orElseThrow(() -> new NotFoundException("subscription", id));
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
