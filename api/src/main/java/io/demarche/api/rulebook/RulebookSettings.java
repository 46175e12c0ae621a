package io.demarche.api.rulebook;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which rulebook is in force.
 *
 * @param folder a folder of rule files in place of the bundled ones
 */
@ConfigurationProperties(prefix = "demarche.rulebook", ignoreUnknownFields = false)
record RulebookSettings(@Nullable Path folder) {}
