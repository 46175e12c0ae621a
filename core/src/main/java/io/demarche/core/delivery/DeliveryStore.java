package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.subscription.Subscription;

/** Where deliveries and their attempts are kept. */
public interface DeliveryStore {

    /** Owes the event to the subscription, due at once; nothing happens if it is owed or was paid already. */
    void owe(FlaggedEvent event, Subscription subscription, Instant now);

    /**
     * Takes up to {@code limit} deliveries that are due, the longest due first. Nobody else gets them before the lease ends; a
     * taker that dies leaves them due again.
     */
    List<Delivery> claim(int limit, Instant now, Duration lease);

    /** Appends the attempt and moves its delivery to the state that follows from it. */
    void record(Attempt attempt, State next);
}
