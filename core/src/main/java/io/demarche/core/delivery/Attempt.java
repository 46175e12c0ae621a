package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One HTTP try; never changed.
 *
 * @param deliveryId what was tried
 * @param deliveryNumber its number within the subscription
 * @param subscriptionId to whom it is owed
 * @param number counted from 1
 * @param startedAt when it began
 * @param took how long it lasted
 * @param exchange what went over the wire, and how it ended
 * @param next where the delivery stands after it
 */
public record Attempt(
        String deliveryId,
        long deliveryNumber,
        String subscriptionId,
        int number,
        Instant startedAt,
        Duration took,
        Exchange exchange,
        State next) {}
