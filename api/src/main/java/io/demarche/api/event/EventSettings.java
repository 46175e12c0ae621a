package io.demarche.api.event;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reports become events.
 *
 * @param window the longest gap between two reports of one event
 */
@Validated
@ConfigurationProperties(prefix = "demarche.event", ignoreUnknownFields = false)
record EventSettings(
        @DefaultValue("3d") @DurationMin(seconds = 1) Duration window) {}
