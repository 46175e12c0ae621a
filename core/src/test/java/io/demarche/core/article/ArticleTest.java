package io.demarche.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void underOneUrlThereIsOneArticle() {
        Article first = Article.of("A", "First text.", at("https://news.example/a?utm_source=feed"), NOON);
        Article second = Article.of("B", "Another text.", at("https://NEWS.example/a"), NOON);
        assertThat(first.id()).isEqualTo(second.id()).startsWith("art_");
    }

    @Test
    void withoutAUrlTheTextMakesTheId() {
        Article one = Article.of("ab", "c", Imprint.UNKNOWN, NOON);
        assertThat(one.id())
                .isEqualTo(Article.of("ab", "c", Imprint.UNKNOWN, NOON.plusSeconds(9))
                        .id());
        assertThat(one.id())
                .isNotEqualTo(Article.of("a", "bc", Imprint.UNKNOWN, NOON).id());
    }

    @Test
    void theOutletIsTheHostWhereNothingElseIsKnown() {
        assertThat(at("https://news.example/a").outlet()).isEqualTo("news.example");
    }

    @Test
    void aDateInTheFutureIsNotBelieved() {
        assertThat(published(NOON.plusSeconds(1)).toldAt()).isEqualTo(NOON);
        assertThat(published(NOON.minusSeconds(1)).toldAt()).isEqualTo(NOON.minusSeconds(1));
        assertThat(published(null).toldAt()).isEqualTo(NOON);
    }

    @Test
    void anArticleWithoutTextIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Article.of("A", " \n", Imprint.UNKNOWN, NOON));
    }

    private static Article published(@Nullable Instant at) {
        return Article.of("A", "Text.", new Imprint(null, null, null, at), NOON);
    }

    private static Imprint at(String url) {
        return new Imprint(URI.create(url), null, null, null);
    }
}
