package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     */
    record Ready(Subscription subscription, Endpoint endpoint) {}

    /**
     * Takes on lease the receivers to which something is due and that are neither paused, disabled nor resting, and returns those that
     * the sender holds. Nobody else sends to them before the lease ends; it is renewed by asking again, and one of a sender that died
     * ends by itself.
     */
    List<Ready> ready(String sender, Instant now, Duration lease);

    /** Lets go of all receivers that the sender holds. */
    void release(String sender);

    /**
     * Deliveries to a subscription that are due, the longest due first. Of an ordered one, for each pair of parties only the first.
     */
    List<Delivery> due(Subscription subscription, int limit, Instant now);

    /** How the receiver of that subscription fares. */
    Endpoint endpoint(String subscriptionId);

    /**
     * Appends the attempts, moves their deliveries to the states that follow, and keeps how the receivers fare. An attempt at a
     * delivery that somebody else has tried meanwhile, or whose subscription ended, changes nothing.
     */
    void record(List<Attempt> attempts, Instant now);
}
