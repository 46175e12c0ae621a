package io.demarche.core.delivery;

import io.demarche.core.article.ContentId;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.subscription.Subscription;

/**
 * One event owed to one subscription. The row that holds it is the outbox.
 *
 * @param id derived from event and subscription, stable over retries; the receiver sees it as {@code webhook-id}
 * @param subscription to whom it is owed
 * @param eventId what is owed
 * @param payload the body, exactly as it is sent at every try
 * @param attempts how many tries were made
 */
public record Delivery(String id, Subscription subscription, String eventId, String payload, int attempts) {

    /** The id of what is owed for that event to that subscription. */
    public static String idOf(FlaggedEvent event, Subscription subscription) {
        return ContentId.of("msg", event.id(), subscription.id());
    }
}
