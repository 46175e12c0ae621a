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
}
