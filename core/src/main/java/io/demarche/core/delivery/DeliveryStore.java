package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.demarche.core.subscription.Subscription;

/** Where deliveries, their attempts, and how receivers fare are kept. */
public interface DeliveryStore {

    /**
     * What is to be owed.
     *
     * @param id the delivery's
     * @param subscription to whom
     * @param eventId what
     * @param dyad the pair of parties within which an ordered subscription keeps order
     * @param payload writes what is sent; asked once, and only if it is new
     */
    record Debt(String id, Subscription subscription, String eventId, String dyad, Supplier<Payload> payload) {}

    /** Owes it, in that state; false if it is owed or was paid already, and then nothing happens. */
    boolean owe(Debt debt, State state, Instant now);

    /**
     * A subscription to which something is due and may be sent.
     *
     * @param endpoint how its receiver fares
     * @param allowance how many attempts its pace allows now
     */
    record Ready(Subscription subscription, Endpoint endpoint, int allowance) {}

    /** The subscriptions to which something is due and whose receivers are neither paused, disabled nor resting. */
    List<Ready> ready(Instant now);

    /** How the receiver of that subscription fares. */
    Endpoint endpoint(String subscriptionId);

    /**
     * Takes deliveries that are due, the longest due first, of each subscription at most so many. Nobody else gets them before the
     * lease ends; a taker that dies leaves them due again.
     */
    List<Delivery> claim(Map<Subscription, Integer> most, Instant now, Duration lease);

    /**
     * Appends the attempts, moves their deliveries to the states that follow, and keeps how the receivers fare. An attempt at a
     * delivery that somebody else has tried meanwhile, or whose subscription ended, changes nothing.
     */
    void record(List<Attempt> attempts, Instant now);
}
