package io.demarche.core.delivery;

import io.demarche.core.article.ContentId;
import io.demarche.core.subscription.Subscription;

/**
 * One event owed to one subscription. The row that holds it is the outbox.
 *
 * @param id derived from event, subscription and occasion, stable over retries and replays; the receiver sees it as
 *     {@code webhook-id}
 * @param number in the order in which deliveries were owed
 * @param subscription to whom it is owed
 * @param payload what is sent at every try
 * @param attempts how many tries were made
 * @param before how many of them were made before the schedule began anew, by a retry or a replay
 */
public record Delivery(String id, long number, Subscription subscription, Payload payload, int attempts, int before) {

    /** The occasion of the first time that an event is told. */
    public static final String FIRST = "";

    /** The id of what is owed for that event to that subscription on that occasion. */
    public static String idOf(String eventId, Subscription subscription, String occasion) {
        return occasion.equals(FIRST)
                ? ContentId.of("msg", eventId, subscription.id())
                : ContentId.of("msg", eventId, subscription.id(), occasion);
    }
}
