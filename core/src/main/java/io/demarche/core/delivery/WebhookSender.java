package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;

/** Makes one HTTP try. */
public interface WebhookSender {

    /** Sends the delivery, signed with the given time; every failure is an outcome, none an exception. */
    Outcome send(Delivery delivery, Instant now);

    /** The longest that a try may last. */
    Duration deadline();
}
