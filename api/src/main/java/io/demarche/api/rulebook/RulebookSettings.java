package io.demarche.api.rulebook;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rulebook is in force.
 *
 * @param folder a folder of rulebook files, published at the start if it has changed since it was last published
 * @param poll how often the table is asked for what another process has published
 */
@ConfigurationProperties(prefix = "demarche.rulebook", ignoreUnknownFields = false)
record RulebookSettings(
        @Nullable Path folder, @DefaultValue("500ms") Duration poll) {}
