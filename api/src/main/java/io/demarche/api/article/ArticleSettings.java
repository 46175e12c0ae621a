package io.demarche.api.article;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long articles are kept.
 *
 * @param unflaggedKept how long those are kept that no event was flagged for; for ever unless given
 */
@Validated
@ConfigurationProperties(prefix = "demarche.article", ignoreUnknownFields = false)
record ArticleSettings(@Nullable @DurationMin(days = 1) Duration unflaggedKept) {}
