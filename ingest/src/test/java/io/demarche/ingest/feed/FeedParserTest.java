package io.demarche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    private static final URI URL = URI.create("https://news.example/feeds/world.xml");

    @Test
    void rss() throws NotAFeedException {
        Feed feed = parse("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
                <language>en_gb</language><ttl>15</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours>
                <skipDays><day>Sunday</day></skipDays>
                <item><title>Tom &amp; Jerry</title><link>/a?id=1</link><description>Short.</description>
                <author>j.doe@courier.example (Jane Doe)</author>
                <content:encoded><![CDATA[<p>First paragraph.</p><p>Second <b>one</b>.</p><script>x()</script>]]></content:encoded>
                <pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate></item>
                <item><title>Only a summary</title><guid>https://other.example/b</guid><description>A summary.</description></item>
                </channel></rss>""");
        assertThat(feed.about().title()).isEqualTo("The Courier");
        assertThat(feed.about().language()).isEqualTo("en-gb");
        assertThat(feed.hints()).isEqualTo(new Hints(Duration.ofMinutes(15), Set.of(0, 3), Set.of(DayOfWeek.SUNDAY)));
        Feed.Entry first = feed.entries().get(0);
        assertThat(first.title()).isEqualTo("Tom & Jerry");
        assertThat(first.link()).hasToString("https://news.example/a?id=1");
        assertThat(first.text()).isEqualTo("First paragraph.\n\nSecond one.");
        assertThat(first.author()).isEqualTo(new Feed.Author("Jane Doe", "j.doe@courier.example"));
        assertThat(first.published()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(feed.entries().get(1).link()).hasToString("https://other.example/b");
        assertThat(feed.entries()).extracting(Feed.Entry::isWhole).containsExactly(true, false);
    }

    @Test
    void rdf() throws NotAFeedException {
        Feed feed = parse("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                <channel rdf:about="https://mfa.example/"><title>Ministry</title><sy:updatePeriod>hourly</sy:updatePeriod>
                <sy:updateFrequency>4</sy:updateFrequency></channel>
                <item rdf:about="https://mfa.example/1"><title>Note</title><link>https://mfa.example/1</link><dc:date>2026-03-02</dc:date></item>
                </rdf:RDF>""");
        assertThat(feed.hints().interval()).hasMinutes(15);
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("https://mfa.example/1");
            assertThat(entry.updated()).isEqualTo("2026-03-02T00:00:00Z");
        });
    }

    @Test
    void atom() throws NotAFeedException {
        Feed feed = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://mfa.example/en/" xml:lang="en"><title>Ministry</title>
                <author><name>Press office</name></author><link rel="hub" href="https://hub.example/"/>
                <entry><title type="html">A &amp;lt; B &amp;amp; &lt;b&gt;C&lt;/b&gt;</title><id>tag:x,1</id>
                <link rel="enclosure" href="a.mp3"/><link rel="alternate" href="1"/>
                <updated>2026-03-02T08:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry></feed>""");
        assertThat(feed.about().hub()).hasToString("https://hub.example/");
        Feed.Entry entry = feed.entries().get(0);
        assertThat(entry.title()).isEqualTo("A < B & C");
        assertThat(entry.text()).isEqualTo("One.\n\nTwo.");
        assertThat(entry.link()).hasToString("https://mfa.example/en/1");
        assertThat(entry.author()).hasToString("Press office");
        assertThat(entry.language()).isEqualTo("en");
        assertThat(entry.updated()).isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void jsonFeed() throws NotAFeedException {
        Feed feed = parse("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Ministry", "home_page_url": "https://mfa.example/",
                 "language": "fr", "authors": [{"name": "Press office"}], "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
                 "items": [
                  {"id": 7, "url": "/1", "title": "Note", "content_text": "One < two.\\nThree.", "date_published": "2026-03-02T08:00:00+01:00"},
                  {"id": "x", "external_url": "https://other.example/", "content_html": "<p>Text.</p>", "summary": "Sum", "author": {"name": "J"}}]}""");
        assertThat(feed.about().link()).hasToString("https://mfa.example/");
        assertThat(feed.about().hub()).hasToString("https://hub.example/");
        Feed.Entry first = feed.entries().get(0);
        assertThat(first.id()).isEqualTo("7");
        assertThat(first.link()).hasToString("https://news.example/1");
        assertThat(first.text()).isEqualTo("One < two.\n\nThree.");
        assertThat(first.author()).hasToString("Press office");
        assertThat(first.published()).isEqualTo("2026-03-02T07:00:00Z");
        Feed.Entry second = feed.entries().get(1);
        assertThat(second.link()).hasToString("https://other.example/");
        assertThat(second.text()).isEqualTo("Text.");
        assertThat(second.author()).hasToString("J");
        assertThat(second.language()).isEqualTo("fr");
    }

    @Test
    void siteMapOfNews() throws NotAFeedException {
        Feed feed = parse("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://news.example/1</loc><lastmod>2026-03-03</lastmod><news:news>
                  <news:publication><news:name>The Courier</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>2026-03-02T08:00:00Z</news:publication_date><news:title>Tit for tat</news:title></news:news></url>
                <url><loc>https://news.example/2</loc></url></urlset>""");
        assertThat(feed.entries())
                .extracting(Feed.Entry::link)
                .extracting(String::valueOf)
                .containsExactly("https://news.example/1", "https://news.example/2");
        Feed.Entry first = feed.entries().get(0);
        assertThat(first.title()).isEqualTo("Tit for tat");
        assertThat(first.language()).isEqualTo("en");
        assertThat(first.published()).isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void aSiteMapIndexNamesFurtherMaps() throws NotAFeedException {
        Feed feed = parse("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>https://news.example/a.xml.gz</loc></sitemap></sitemapindex>");
        assertThat(feed.further()).containsExactly(URI.create("https://news.example/a.xml.gz"));
        assertThat(feed.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n<rss><channel><title>T</title><item><title>One</title></item></channel></rss>",
                "<rss><channel><title>T</title></channel><item><title>One</title></item></rss>",
                "<rss><channel><title>T</title><image><url>x</url><item><title>One</title></item></channel></rss>",
                "<rss><channel><title>T</title><item><title>One</title>",
                "<rss version=2.0><channel><title>T</title><item><title>One</item></channel>",
                "<!DOCTYPE html><rss><channel><title>T</title><item><title>One</title></item></channel></rss>",
                "junk <rss><channel><title>T</title><item><title>One</title></item></channel></rss>",
                "<rss><channel><title>T</title><item><title>One</title><x:y>&nbsp;& &bogus;</x:y></item></channel></rss>",
                "<r:rss xmlns:r='urn:own'><r:channel><r:title>T</r:title><r:item><r:title>One</r:title></r:item></r:channel></r:rss>",
            })
    void whatBreaksTheRulesIsUnderstood(String text) throws NotAFeedException {
        Feed feed = parse(text);
        assertThat(feed.about().title()).isEqualTo("T");
        assertThat(feed.entries()).extracting(Feed.Entry::title).containsExactly("One");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "http://127.0.0.1/"})
    void noEntityOfADocumentIsExpandedOrFetched(String place) throws NotAFeedException {
        Feed feed = parse("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM '" + place
                + "'><!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + "<rss><channel><title>&x;|&b;</title></channel></rss>");
        assertThat(feed.about().title()).isEqualTo("&x;|&b;");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8", "windows-1251", "KOI8-R"})
    void theCharsetIsTheOneThatFits(String charset) throws NotAFeedException {
        String xml = "<?xml version='1.0' encoding='" + charset
                + "'?><rss><channel><title>Москва отзывает посла</title></channel></rss>";
        byte[] body = xml.getBytes(Charset.forName(charset));
        assertThat(FeedParser.parse(body, null, URL).about().title()).isEqualTo("Москва отзывает посла");
        assertThat(FeedParser.parse(body, "application/rss+xml; charset=utf-8", URL)
                        .about()
                        .title())
                .isEqualTo("Москва отзывает посла");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the answer is empty",
                "<!DOCTYPE html><html><body>Hello</body></html>|this is an HTML page and no feed; add it as a page",
                "Not found|this is no RSS, Atom, JSON Feed or site map; it begins with 'not found'",
                "{}|this is JSON, but no JSON Feed: it has no 'items'",
                "{\"items\": [|this begins like JSON, but is broken at line 1",
            })
    void whatIsNoFeedIsRefusedWithWhatItIs(String text, String message) {
        assertThatExceptionOfType(NotAFeedException.class)
                .isThrownBy(() -> FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), "text/html", URL))
                .withMessageStartingWith(message);
    }

    /** Whatever is done to a feed, it is read or refused. */
    @Test
    void mutilatedFeedsNeverThrowAnythingElse() {
        String feed = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss xmlns:dc="http://purl.org/dc/elements/1.1/" xml:base="/x"><channel>
                <title type="base64">&amp;&#x110000;</title><item><link>http://[/</link><pubDate>31 Feb 2026 25:61</pubDate>
                <dc:date>2026-W99</dc:date><description><![CDATA[<p>]]></description></item></channel></rss>""";
        Random random = new Random(1);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder(feed);
            for (int change = 0; change < 1 + round % 8; change++) {
                int place = random.nextInt(Math.max(1, text.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(place, place + 1);
                    case 1 -> text.insert(place, "<>&;/!?[]{}\"'\0\u00e9".charAt(random.nextInt(15)));
                    case 2 -> text.setLength(Math.max(1, place));
                    default -> text.insert(place, feed, 0, random.nextInt(feed.length()));
                }
            }
            try {
                parse(text.toString());
            } catch (NotAFeedException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    private static Feed parse(String text) throws NotAFeedException {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, URL);
    }
}
