package io.demarche.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageExtractorTest {

    private static final String STORY =
            "Poland expelled 45 Russian diplomats on Wednesday, the largest such measure it has taken so far, officials said.";
    private static final String MORE =
            "The ambassador was summoned in the morning, and told that those concerned have seven days to leave the country.";

    /** A page as newspapers make them. */
    private static final String PAGE = """
            <!doctype html><html lang="en_GB"><head><title>45 shown the door | The Courier</title>
            <meta property="og:site_name" content="The Courier"><link rel="canonical" href="/world/45">
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
             "headline": "45 shown the door", "datePublished": "2026-03-02T08:00:00+01:00", "author": [{"name": "Jane Doe"}, {"name": "John Roe"}]}]}</script>
            </head><body>
            <header class="site-header"><div>The Courier, since 1868, for everybody who reads</div></header>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <div class="layout"><div class="story"><h1>45 shown the door</h1><p class="byline">By Jane Doe</p>
            <figure><img src="a.jpg"><figcaption>The Russian embassy in Warsaw, which lost half its staff</figcaption></figure>
            <p>%1$s</p><div class="share-tools"><a href="#">Share</a> <a href="#">Tweet</a></div>
            <p>%2$s</p><p>Read more: <a href="/x">Czechs close the Russian consulate in Brno</a></p><p>%1$s</p><h2>What comes next</h2><p>%2$s</p>
            <blockquote><p>“We shall answer,” said the spokeswoman, “and they will feel it.”</p></blockquote>
            <form><input type="text"><p>Subscribe to our newsletter for more of this, every day, in your mailbox.</p></form></div>
            <div class="related-articles"><h3>Related</h3><ul><li><a href="/y">Norway recalls its ambassador from Tehran</a></li>
            <li><a href="/z">Sport</a></li></ul></div>
            <div id="comments"><p>I have always said so, and now they see what comes of it, all of them, everywhere.</p></div></div>
            <footer><p>All rights reserved, The Courier Publishing Company, and so on, and so on.</p></footer></body></html>""".formatted(STORY, MORE);

    @Test
    void theArticleIsTakenWithoutWhatIsAroundIt() {
        assertThat(extract(PAGE).text())
                .isEqualTo(String.join(
                        "\n\n",
                        STORY,
                        MORE,
                        STORY,
                        "What comes next",
                        MORE,
                        "“We shall answer,” said the spokeswoman, “and they will feel it.”"));
    }

    @Test
    void captionsAndHeadlinesOfOthersAreKeptApart() {
        Extract extract = extract(PAGE);
        assertThat(extract.captions()).containsExactly("The Russian embassy in Warsaw, which lost half its staff");
        assertThat(extract.related())
                .containsExactlyInAnyOrder(
                        "Czechs close the Russian consulate in Brno", "Norway recalls its ambassador from Tehran");
    }

    @Test
    void whatThePageSaysOfIt() {
        Extract extract = extract(PAGE);
        assertThat(extract.title()).isEqualTo("45 shown the door");
        assertThat(extract.url()).isEqualTo(URI.create("https://news.example/world/45"));
        assertThat(extract.outlet()).isEqualTo("The Courier");
        assertThat(extract.author()).isEqualTo("Jane Doe, John Roe");
        assertThat(extract.language()).isEqualTo("en-GB");
        assertThat(extract.publishedAt()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(extract.obstacle()).isNull();
    }

    @Test
    void anArticleCutIntoASeriesOfBoxesIsTakenWhole() {
        String box = "<div class='wrap'><div class='part'><p>%s</p><p>%s</p></div></div><div class='ad-slot'>Buy</div>";
        Extract extract = extract("<body><div>" + box.formatted("One: " + STORY, MORE)
                + box.formatted("Two: " + STORY, MORE) + "</div></body>");
        assertThat(extract.text()).contains("One: ").contains("Two: ").doesNotContain("Buy");
    }

    @Test
    void textThatStandsLooseBetweenBreaksIsTaken() {
        Extract extract = extract(
                "<body><div id=menu><a href=/>Home</a></div><div>" + STORY + "<br><br>" + MORE + "</div></body>");
        assertThat(extract.text()).isEqualTo(STORY + "\n\n" + MORE);
    }

    @Test
    void aPageWithinAFormIsAPage() {
        assertThat(extract("<body><form id=aspnetForm><div><p>" + STORY + "</p><p>" + MORE + "</p></div></form></body>")
                        .text())
                .isEqualTo(STORY + "\n\n" + MORE);
    }

    @Test
    void dataInATableIsKeptInLines() {
        Extract extract = extract("<body><article><p>" + STORY + "</p><p>" + MORE
                + "</p><table><tr><th>Country</th><th>Expelled</th></tr>"
                + "<tr><td>Poland</td><td>45</td></tr></table></article></body>");
        assertThat(extract.text()).endsWith("Country Expelled\n\nPoland 45");
    }

    @Test
    void textInScriptsRightToLeftOrWithoutSpacesIsIntact() {
        String arabic = "أعلنت وزارة الخارجية طرد خمسة دبلوماسيين، وأمهلتهم أسبوعا لمغادرة البلاد، حسب بيان صدر اليوم.";
        String chinese = "外交部宣布驱逐五名外交官，并要求他们在一周内离境。发言人表示，这一决定是对此前行动的回应，不会改变。";
        assertThat(extract("<html dir=rtl><body><article><p>" + arabic + "</p></article></body>")
                        .text())
                .isEqualTo(arabic);
        assertThat(extract("<body><article><p>" + chinese + "</p></article></body>")
                        .text())
                .isEqualTo(chinese);
    }

    @Test
    void aTextGivenForMachinesOnlyIsTaken() {
        Extract extract =
                extract("<head><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \""
                        + STORY + " " + MORE + "\"}</script></head><body><div id=app>Loading</div></body>");
        assertThat(extract.text()).isEqualTo(STORY + " " + MORE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>Just a moment...</title>|Checking your browser before accessing the site.|CHECK",
                "<title>Before you continue</title>|We value your privacy and use cookies.|CONSENT",
                "<meta property='article:content_tier' content='locked'>|Poland expelled diplomats on Wednesday.|PAYWALL",
                "<title>News</title>|Poland expelled diplomats on Wednesday.|",
            })
    void obstaclesAreRecognised(String head, String text, Obstacle obstacle) {
        assertThat(extract("<head>" + head + "</head><body><p>" + text + "</p></body>")
                        .obstacle())
                .isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name=date content='2 March 2026'>|<time datetime='2020-01-01'></time>|2026-03-02T00:00:00Z",
                "|<time>March 2, 2026, 5:30 p.m. EST</time>|2026-03-02T22:30:00Z",
                "|<span itemprop=datePublished>2026-03-02</span><time datetime='2020-01-01'></time>|2026-03-02T00:00:00Z",
                "<link rel=canonical href='https://news.example/2026/03/02/story'>|<p>x</p>|2026-03-02T00:00:00Z",
            })
    void theDateOfPublicationHoldsBeforeAnyOther(String head, String body, Instant date) {
        assertThat(extract("<head>" + (head == null ? "" : head) + "</head><body>" + body + "</body>")
                        .publishedAt())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>A measure is lifted - News 24</title>|A measure is lifted",
                "<title>Minister: a measure is lifted</title>|Minister: a measure is lifted",
                "<title>A measure is lifted :: News</title><meta property='og:site_name' content='News'>|A measure is lifted",
                "<meta property='og:title' content='A measure - is lifted'>|A measure - is lifted",
            })
    void theTitleIsTheHeadline(String head, String title) {
        assertThat(extract("<head>" + head + "</head><body><p>x</p></body>").title())
                .isEqualTo(title);
    }

    @Test
    void theCharsetIsTheServersOrThePages() {
        byte[] html = "<html><head><meta charset='windows-1251'></head><body><p>Москва</p></body></html>"
                .getBytes(Charset.forName("windows-1251"));
        URI base = URI.create("https://news.example/");
        for (String contentType :
                List.of("text/html", "text/html; charset=windows-1251", "text/html; charset=no-such")) {
            assertThat(PageExtractor.extract(html, contentType, base).text()).isEqualTo("Москва");
        }
    }

    @Test
    void deepNestingAndLongTitlesAreBounded() {
        String deep = "<div>".repeat(100_000) + STORY;
        assertThat(extract(deep).text()).isEqualTo(STORY);
        assertThat(extract("<title>" + "x".repeat(10_000_000) + "</title><p>" + STORY)
                        .title())
                .hasSizeLessThanOrEqualTo(10_000);
        assertThat(extract("<a><b>".repeat(50_000) + STORY).text()).contains("Poland");
    }

    /** Whatever is done to a page, something is made of it. */
    @Test
    void mutilatedPagesAreRead() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change < 1 + round % 50; change++) {
                page[random.nextInt(page.length)] = (byte) random.nextInt(256);
            }
            assertThat(PageExtractor.extract(page, null, URI.create("https://news.example/"))
                            .text())
                    .isNotNull();
        }
    }

    private static Extract extract(String html) {
        return PageExtractor.extract(html, "https://news.example/x");
    }
}
