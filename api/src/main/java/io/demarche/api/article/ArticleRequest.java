package io.demarche.api.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.FreeText;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.ingest.text.Languages;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is pushed.
 *
 * @param title the headline
 * @param text the body, plain text
 * @param url where it was published; articles of the same address are one
 * @param outlet who published it; the host of the address if left out
 * @param language an IETF language tag; recognised by the text if left out
 * @param publishedAt when it was published, ISO 8601 with a zone; the time of receipt if left out
 */
record ArticleRequest(
        @Nullable @Size(max = Article.MAX_TITLE) String title,
        @NotBlank @Size(max = Article.MAX_TEXT) String text,
        @Nullable @Size(max = 4000) String url,
        @Nullable @Size(max = 500) String outlet,

        @Nullable
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "must be a language tag such as en or pt-BR")
        @Size(max = 40)
        String language,

        @Nullable Instant publishedAt) {

    Article toArticle(Instant receivedAt) {
        Imprint imprint = new Imprint(toUrl(), outlet, language == null ? Languages.of(text) : language, publishedAt);
        return Article.of(FreeText.kept(title), text.strip(), imprint, receivedAt);
    }

    private @Nullable URI toUrl() {
        try {
            URI given = url == null ? null : new URI(url.strip());
            return new Imprint(given, null, null, null).url();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new InvalidRequestException("url", "is no web address: " + e.getMessage());
        }
    }
}
