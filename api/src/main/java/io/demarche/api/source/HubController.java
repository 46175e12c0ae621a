package io.demarche.api.source;

import java.time.Duration;
import java.time.InstantSource;

import io.demarche.api.web.NotFoundException;
import io.demarche.ingest.source.SourceStore;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where hubs ask and announce (WebSub). An address is known only to the hub that it was given to. */
@RestController
@Tag(name = "Sources")
@RequestMapping(HubController.PATH)
class HubController {

    static final String PATH = "/websub";

    private final Hubs hubs;
    private final SourceStore sources;
    private final InstantSource clock;

    HubController(Hubs hubs, SourceStore sources, InstantSource clock) {
        this.hubs = hubs;
        this.sources = sources;
        this.clock = clock;
    }

    /** A hub asks whether its announcements are meant (section 5.3), or says that there will be none (section 5.2). */
    @Operation(summary = "A hub asks whether its announcements are meant, or says that there will be none")
    @GetMapping(path = "/{token}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> verify(
            @PathVariable String token,
            @RequestParam("hub.mode") String mode,
            @RequestParam(name = "hub.topic", defaultValue = "") String topic,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
            @RequestParam(name = "hub.lease_seconds", defaultValue = "864000") long leaseSeconds,
            @RequestParam(name = "hub.reason", required = false) @Nullable String reason) {
        if (mode.equals("denied")) {
            hubs.denied(token, reason);
            return ResponseEntity.ok("");
        }
        boolean meant =
                mode.equals("subscribe") && hubs.isMeant(token, topic, Duration.ofSeconds(Math.max(0, leaseSeconds)));
        if (!meant) {
            throw new NotFoundException("subscription to a hub", token);
        }
        return ResponseEntity.ok(challenge);
    }

    /** A hub announces a change; the source is looked at at once. What nobody here has asked for is told to end by 410, what is not signed is passed over. */
    @Operation(summary = "A hub announces a change; the source is looked at at once")
    @PostMapping("/{token}")
    ResponseEntity<Void> announce(
            @PathVariable String token,
            @RequestHeader(name = "X-Hub-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        String source = hubs.sourceAt(token).orElse(null);
        if (source == null) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        if (hubs.isGenuine(token, signature, body == null ? new byte[0] : body)) {
            sources.hasten(source, clock.instant());
        }
        return ResponseEntity.accepted().build();
    }
}
