package io.demarche.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    private static final URI URL = URI.create("https://news.example/feeds/world.xml");

    @Test
    void rss() throws NotAFeedException {
        Feed feed = parse("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
                <language>en-gb</language>
                <item><title>Tom &amp; Jerry</title><link>/a?id=1</link><description>Short.</description>
                <content:encoded><![CDATA[<p>First paragraph.</p><p>Second <b>one</b>.</p><script>x()</script>]]></content:encoded>
                <pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate></item>
                <item><title>Only a summary</title><link>https://other.example/b</link><description>A summary.</description></item>
                </channel></rss>""");
        assertThat(feed.entries()).hasSize(2);
        Extract first = feed.entries().get(0).extract();
        assertThat(first)
                .isEqualTo(new Extract(
                        "Tom & Jerry",
                        "First paragraph.\n\nSecond one.",
                        URI.create("https://news.example/a?id=1"),
                        "The Courier",
                        "en-gb",
                        Instant.parse("2026-03-02T07:00:00Z")));
        assertThat(feed.entries()).extracting(Feed.Entry::whole).containsExactly(true, false);
    }

    @Test
    void atom() throws NotAFeedException {
        Feed feed = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title>
                <entry><title>Statement</title><id>tag:x,1</id><link rel="alternate" href="https://mfa.example/1"/>
                <updated>2026-03-02T08:00:00Z</updated><content type="html">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>""");
        Extract entry = feed.entries().get(0).extract();
        assertThat(entry.text()).isEqualTo("Text.");
        assertThat(entry.url()).hasToString("https://mfa.example/1");
        assertThat(entry.publishedAt()).isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void theCharsetOfTheServerOrOfTheDeclarationHolds() throws NotAFeedException {
        String latin =
                "<?xml version='1.0' encoding='ISO-8859-1'?><rss version='2.0'><channel><title>é</title></channel></rss>";
        byte[] body = latin.getBytes(Charset.forName("ISO-8859-1"));
        assertThat(FeedParser.parse(body, "application/rss+xml", URL).title()).isEqualTo("é");
        assertThat(FeedParser.parse(body, null, URL).title()).isEqualTo("é");
    }

    @Test
    void aPageIsNoFeedAndTheMessageSaysSo() {
        assertThatExceptionOfType(NotAFeedException.class)
                .isThrownBy(() -> FeedParser.parse(
                        "<!DOCTYPE html><html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8),
                        "text/html",
                        URL))
                .withMessageContaining("this is an HTML page, sent as text/html; add it as a page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<rss",
                "<rss version='2.0'/>",
                "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss version='2.0'><channel><title>&x;</title></channel></rss>",
                "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><rss version='2.0'><channel><title>&b;</title></channel></rss>",
            })
    void whatIsBrokenOrHostileIsRefused(String text) {
        assertThatExceptionOfType(NotAFeedException.class).isThrownBy(() -> parse(text));
    }

    private static Feed parse(String text) throws NotAFeedException {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, URL);
    }
}
