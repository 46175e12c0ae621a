package io.demarche.api.event;

import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.core.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Events as they come. */
@RestController
@Tag(name = "Events")
@RequestMapping("/api/v1/events/stream")
class FollowController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final EventFollowers followers;
    private final Rulebook rulebook;

    FollowController(EventFollowers followers, Rulebook rulebook) {
        this.followers = followers;
        this.rulebook = rulebook;
    }

    /** Streams the events that are asked for as they are flagged; a stream that broke off goes on after the last id. */
    @Operation(
            summary =
                    "Streams the events that are asked for as they are flagged (Server-Sent Events); after Last-Event-ID, or"
                            + " 'after', or from now on; with 'changes' also what becomes of them")
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @ParameterObject EventParameters asked,
            @RequestParam(defaultValue = "false") boolean changes,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        EventQuery query = asked.toQuery(rulebook.current());
        long now = followers.upToNow();
        long number = lastEventId != null
                ? number(LAST_EVENT_ID, lastEventId, now)
                : after == null ? now : number("after", after, now);
        response.setHeader("X-Accel-Buffering", "no");
        return followers.follow(query, changes, number);
    }

    private static long number(String where, String text, long now) {
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (number < 0 || number > now) {
            throw new InvalidRequestException(
                    where, "must be an id that this service gave out, or 0 for all there are; the last is " + now);
        }
        return number;
    }
}
