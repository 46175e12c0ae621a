package io.demarche.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example:443/a, https://news.example/a",
        "http://news.example, http://news.example/",
        "http://news.example:8080/a#top, http://news.example:8080/a",
        "https://news.example/a?utm_source=x&id=7&fbclid=y, https://news.example/a?id=7",
        "https://news.example/a?utm_source=x, https://news.example/a",
        "https://reader:pw@news.example/a, https://news.example/a",
        "https://news.example/caf%C3%A9?q=%26, https://news.example/caf%C3%A9?q=%26",
    })
    void oneSpellingForManyAddresses(String given, String canonical) {
        assertThat(CanonicalUrl.of(URI.create(given))).hasToString(canonical);
    }

    @Test
    void canonicalUrlsStayAsTheyAre() {
        URI once = CanonicalUrl.of(URI.create("HTTP://A.example:80/x?b=1&utm_campaign=z&a=2#f"));
        assertThat(CanonicalUrl.of(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://news.example/a", "/a", "news.example/a", "mailto:desk@news.example", "http:/a"})
    void whatIsNoWebAddressIsRefused(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalUrl.of(URI.create(given)))
                .withMessageContaining("absolute http or https address")
                .withMessageContaining(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example.org/2026/story.html",
                "http://news.example.org/2026/story.html",
                "https://www.news.example.org/2026/story.html",
                "https://m.news.example.org/2026/story.html?utm_source=x",
                "https://amp.news.example.org/2026/story.html",
                "https://news.example.org/amp/2026/story.html",
                "https://news.example.org/2026/story.amp.html",
                "https://news.example.org/2026/story.html?amp=1",
                "https://news.example.org/2026/story.html?outputType=amp",
                "https://news.example.org/2026/story.html?print=true#top",
            })
    void variantsOfOneArticleAreOne(String variant) {
        assertThat(CanonicalUrl.identity(URI.create(variant))).isEqualTo("news.example.org/2026/story.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://m.example/a",
                "https://news.example.org/ampere",
                "https://news.example.org/a?id=amp",
                "https://news.example.org/champ",
                "https://music.news.example.org/a",
            })
    void whatOnlyLooksLikeAVariantIsNone(String url) {
        assertThat("https://" + CanonicalUrl.identity(URI.create(url))).isEqualTo(url);
    }
}
