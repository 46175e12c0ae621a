package io.demarche.core.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One HTTP try; kept for ever, never changed.
 *
 * @param deliveryId what was tried
 * @param number counted from 1
 * @param startedAt when it began
 * @param took how long it lasted
 * @param outcome how it ended
 */
public record Attempt(String deliveryId, int number, Instant startedAt, Duration took, Outcome outcome) {}
