package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Makes HTTP tries. */
public interface WebhookSender {

    /** Begins to send the delivery, signed with the given time. Every failure is an outcome, none an exception. */
    CompletableFuture<Exchange> send(Delivery delivery, Instant now);

    /** The longest that a try may last. */
    Duration deadline();
}
