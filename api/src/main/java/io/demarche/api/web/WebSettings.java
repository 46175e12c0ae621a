package io.demarche.api.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param maxBody the largest body taken
 */
@ConfigurationProperties(prefix = "demarche.web", ignoreUnknownFields = false)
record WebSettings(@DefaultValue("5MB") DataSize maxBody) {}
