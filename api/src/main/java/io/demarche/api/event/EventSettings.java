package io.demarche.api.event;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reports become events.
 *
 * @param window the longest gap between two reports of one event
 * @param followers streams of events that this process answers at the same time
 * @param poll how often the table is asked for what has changed, while somebody follows
 */
@Validated
@ConfigurationProperties(prefix = "demarche.event", ignoreUnknownFields = false)
record EventSettings(
        @DefaultValue("3d") @DurationMin(seconds = 1) Duration window,
        @DefaultValue("200") @Min(0) int followers,
        @DefaultValue("200ms") @DurationMin(millis = 10) Duration poll) {}
