package io.demarche.api.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.core.pipeline.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Which stored articles.
 *
 * @param days those told in the last so many days; 30 if both are left out
 * @param articles these, by their ids
 */
record ArticlesWish(
        @Nullable @Min(1) @Max(36_500) Integer days,
        @Nullable @Size(min = 1, max = 10_000) List<@NotBlank String> articles) {

    private static final int USUAL_DAYS = 30;

    /** What is meant by a wish, or by none. */
    static Choice choice(@Nullable ArticlesWish wish, Instant now) {
        if (wish != null && wish.days() != null && wish.articles() != null) {
            throw new InvalidRequestException("days", "and articles cannot both be given");
        }
        if (wish != null && wish.articles() != null) {
            return new Choice.Of(wish.articles());
        }
        int days = wish == null || wish.days() == null ? USUAL_DAYS : wish.days();
        return new Choice.Since(now.minus(Duration.ofDays(days)));
    }
}
