package io.demarche.api.web;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of requests.
 *
 * @param maxBody the largest body taken
 * @param keepAnswers how long answers to requests with an {@code Idempotency-Key} are kept, at least a minute
 */
@ConfigurationProperties(prefix = "demarche.web", ignoreUnknownFields = false)
@Validated
public record WebSettings(
        @DefaultValue("5MB") DataSize maxBody,
        @DefaultValue("24h") @DurationMin(minutes = 1) Duration keepAnswers) {}
