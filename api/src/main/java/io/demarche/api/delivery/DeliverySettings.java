package io.demarche.api.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are sent.
 *
 * @param enabled whether this process sends any
 * @param deadline for one attempt, from connecting to the end of the answer
 * @param poll how often the table is asked for what is due
 * @param underWay how many attempts are made at the same time in all
 * @param perReceiver how many of them to one receiver
 * @param attemptsKept how long attempts are kept
 * @param links the address of this service as receivers see it, below which links to events lead
 */
@Validated
@ConfigurationProperties(prefix = "demarche.delivery", ignoreUnknownFields = false)
record DeliverySettings(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
        Duration deadline,

        @DefaultValue("100ms") @DurationMin(millis = 10) Duration poll,
        @DefaultValue("1000") @Min(1) @Max(100_000) int underWay,
        @DefaultValue("16") @Min(1) @Max(1000) int perReceiver,
        @DefaultValue("30d") @DurationMin(hours = 1) Duration attemptsKept,
        @DefaultValue("") String links) {}
