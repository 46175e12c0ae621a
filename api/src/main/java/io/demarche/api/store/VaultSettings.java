package io.demarche.api.store;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what secrets are sealed in the database.
 *
 * @param keys keys of 32 bytes in base64; the first seals, the others only open; none to keep one in the data folder
 */
@ConfigurationProperties(prefix = "demarche.secrets", ignoreUnknownFields = false)
record VaultSettings(@Nullable List<String> keys) {}
