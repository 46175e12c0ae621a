package io.demarche.api.network;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which addresses requests may go to.
 *
 * @param allowed addresses or blocks of them, such as {@code 10.1.0.0/16}, that are let through although they are not public
 */
@ConfigurationProperties(prefix = "demarche.network", ignoreUnknownFields = false)
record NetworkSettings(@Nullable List<String> allowed) {}
