package io.demarche.api.delivery;

import java.time.Instant;

import io.demarche.api.json.EventJson;
import io.demarche.core.event.FlaggedEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a webhook, in the form that the Standard Webhooks specification recommends: {@code type}, {@code timestamp}, {@code data}.
 * It is written once, when the event comes to be owed, so that every attempt sends the same.
 */
final class WebhookPayload {

    private static final String TYPE = "event.flagged";

    private final JsonMapper json;

    WebhookPayload(JsonMapper json) {
        this.json = json;
    }

    record Body(String type, Instant timestamp, EventJson data) {}

    String of(FlaggedEvent event, Instant now) {
        return json.writeValueAsString(new Body(TYPE, now, EventJson.of(event, null)));
    }
}
