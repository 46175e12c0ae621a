package io.demarche.api.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How sources are watched.
 *
 * @param enabled whether this process fetches any
 * @param floor the shortest pause between two looks at a source, and the first one after a failure
 * @param ceiling the longest pause between two looks at a source that does not fail
 * @param poll how often the table is asked for sources that are due
 * @param atOnce the most sources looked at at the same time
 * @param deadline for one fetch with all its redirects, from connecting to the last byte
 * @param maxSize the largest document taken, unpacked
 * @param userAgent how fetches introduce themselves; its first word is the name that robots.txt is asked about
 * @param contact an address at which whoever runs a site can reach you, added to the user agent
 * @param hostDelay the pause between two fetches from the same host; a longer one that robots.txt asks for holds, up to 30 seconds
 * @param robots whether robots.txt is obeyed
 * @param proxy an HTTP proxy through which everything is fetched, such as {@code http://proxy.example:3128}; the addresses behind it cannot be checked
 * @param callback this server's address as the web sees it, such as {@code https://demarche.example}; feeds that have a hub (WebSub) are then announced there, and looked at at once
 * @param folders folders on this machine that may be watched, with all in them
 * @param keepDays for how many days it is kept what each day brought
 */
@Validated
@ConfigurationProperties(prefix = "demarche.source", ignoreUnknownFields = false)
record SourceSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") @DurationMin(millis = 100) Duration floor,

        @DefaultValue("6h") @DurationMin(millis = 100) @DurationMax(days = 30)
        Duration ceiling,

        @DefaultValue("1s") @DurationMin(millis = 10) Duration poll,
        @DefaultValue("32") @Min(1) @Max(1_000) int atOnce,

        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration deadline,

        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("Demarche/0.1 (feed reader)") String userAgent,
        @Nullable String contact,
        @DefaultValue("1s") @DurationMin Duration hostDelay,
        @DefaultValue("true") boolean robots,
        @Nullable URI proxy,
        @Nullable URI callback,
        @Nullable List<Path> folders,
        @DefaultValue("90") @Min(1) int keepDays) {

    @AssertTrue(message = "the ceiling must not be below the floor")
    boolean isCeilingAboveFloor() {
        return ceiling.compareTo(floor) >= 0;
    }
}
