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
 * @param workers how many attempts are made at the same time
 */
@Validated
@ConfigurationProperties(prefix = "demarche.delivery", ignoreUnknownFields = false)
record DeliverySettings(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(seconds = 60)
        Duration deadline,

        @DefaultValue("250ms") @DurationMin(millis = 10) Duration poll,
        @DefaultValue("32") @Min(1) @Max(1000) int workers) {}
