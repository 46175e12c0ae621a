package io.demarche.api.source;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How sources are watched.
 *
 * @param enabled whether this process fetches any
 * @param interval the pause between two looks at a source
 * @param poll how often the table is asked for sources that are due
 * @param deadline for one fetch, from connecting to the last byte
 * @param maxSize the largest document taken
 * @param userAgent how fetches introduce themselves; add an address at which you can be reached
 */
@Validated
@ConfigurationProperties(prefix = "demarche.source", ignoreUnknownFields = false)
record SourceSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration interval,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration poll,

        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration deadline,

        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("Demarche/0.1 (feed reader)") String userAgent) {}
