package io.demarche.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class PageExtractorTest {

    private static final String STORY =
            "Poland expelled 45 Russian diplomats on Wednesday, the largest such measure it has taken so far.";

    @Test
    void theArticleIsTakenWithoutMenusFormsAndAsides() {
        Extract extract =
                extract("<html lang='en'><head><title>Courier</title></head><body><nav>Home World</nav><article>"
                        + "<h1>45 shown the door</h1><p>" + STORY
                        + "</p><aside>Most read</aside><p>They left  by coach.</p>"
                        + "<form>Subscribe</form></article><footer>All rights reserved</footer></body></html>");
        assertThat(extract.title()).isEqualTo("45 shown the door");
        assertThat(extract.text()).isEqualTo("45 shown the door\n\n" + STORY + "\n\nThey left by coach.");
        assertThat(extract.language()).isEqualTo("en");
    }

    @Test
    void withoutMarkupForArticlesTheElementWithMostParagraphTextIsTaken() {
        Extract extract =
                extract("<body><div><p>Menu</p></div><div id=x><p>" + STORY + "</p><p>" + STORY + "</p></div></body>");
        assertThat(extract.text()).isEqualTo(STORY + "\n\n" + STORY);
    }

    @Test
    void metadataOfThePage() {
        Extract extract = extract(
                "<head><meta property='og:title' content='A title'><meta property='og:site_name' content='The Courier'>"
                        + "<link rel=canonical href='/a'><script type='application/ld+json'>{\"datePublished\": \"2026-03-02T08:00:00+01:00\"}</script>"
                        + "</head><body><p>" + STORY + "</p></body>");
        assertThat(extract)
                .isEqualTo(new Extract(
                        "A title",
                        STORY,
                        URI.create("https://news.example/a"),
                        "The Courier",
                        null,
                        null,
                        Instant.parse("2026-03-02T07:00:00Z"),
                        List.of(),
                        List.of()));
    }

    @Test
    void theCharsetIsTheServersOrThePages() {
        byte[] html = "<html><head><meta charset='windows-1251'></head><body><p>Москва</p></body></html>"
                .getBytes(Charset.forName("windows-1251"));
        URI base = URI.create("https://news.example/");
        assertThat(PageExtractor.extract(html, "text/html", base).text()).isEqualTo("Москва");
        assertThat(PageExtractor.extract(html, "text/html; charset=windows-1251", base)
                        .text())
                .isEqualTo("Москва");
        assertThat(PageExtractor.extract(html, "text/html; charset=no-such", base)
                        .text())
                .isEqualTo("Москва");
    }

    private static Extract extract(String html) {
        return PageExtractor.extract(html, "https://news.example/x");
    }
}
