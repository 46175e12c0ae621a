package io.demarche.ingest.hostile;

import static io.demarche.ingest.hostile.RawServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.demarche.core.article.Article;
import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.FetchSettings;
import io.demarche.ingest.fetch.HttpFetcher;
import io.demarche.ingest.fetch.PoliteFetcher;
import io.demarche.ingest.hostile.RawServer.Script;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a source may send to harm or to confuse whoever reads it. Each case ends, within deadline and heap (256 MB, set for all tests of this kind in the
 * module), with a plain record on the source or with what can be understood; a good source fares well afterwards. The table in docs/ingest.md says what is to be
 * expected.
 */
class HostileWebIT {

    private static final int LARGEST = 5_000_000;
    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final String ITEM =
            "<item><title>One</title><description>Norway expelled two diplomats.</description></item>";
    private static final String RSS = "<rss><channel><title>T</title>" + ITEM + "</channel></rss>";
    private static final String STORY =
            "Norway expelled two Russian diplomats on Monday, the ministry said, and gave them a week to leave.";

    private static RawServer server;
    private static HttpFetcher fetcher;
    private static Collector collector;

    @BeforeAll
    static void start() throws IOException {
        server = new RawServer();
        fetcher = new HttpFetcher(
                new FetchSettings(DEADLINE, LARGEST, "Demarche test"),
                new AddressGuard(List.of("127.0.0.1")),
                InstantSource.system());
        PoliteFetcher polite = new PoliteFetcher(
                fetcher,
                new PoliteFetcher.Manners(true, Duration.ZERO, Duration.ofSeconds(20), "demarche"),
                InstantSource.system(),
                duration -> {});
        collector = new Collector(polite, (id, updated) -> false, InstantSource.system());
        server.add("/robots.txt", ok("text/plain", "User-agent: *\nDisallow: /private\n"));
    }

    @AfterAll
    static void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    /** A source that sends something, and what comes of it: articles with those titles, and a problem with those words; neither if null. */
    private record Case(String name, Source.Kind kind, Script script, String problem, List<String> titles) {}

    private final List<Case> cases = new ArrayList<>();

    private void refused(String name, Script script, String problem) {
        cases.add(new Case(name, Source.Kind.FEED, script, problem, List.of()));
    }

    private void understood(String name, Script script, String... titles) {
        cases.add(new Case(name, Source.Kind.FEED, script, null, List.of(titles)));
    }

    private void partly(String name, Script script, String problem, String... titles) {
        cases.add(new Case(name, Source.Kind.FEED, script, problem, List.of(titles)));
    }

    private void page(String name, Script script, String problem, String... titles) {
        cases.add(new Case(name, Source.Kind.PAGE, script, problem, List.of(titles)));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseEndsAsDocumented() throws IOException {
        transport();
        redirects();
        packing();
        xml();
        charsets();
        content();
        pages();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
        AtomicInteger number = new AtomicInteger();
        return cases.stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.name(), () -> check(each, "/case/" + number.incrementAndGet())));
    }

    private static void check(Case each, String path) {
        URI url = server.add(path, each.script());
        Collected collected = collect(each.kind(), url);
        assertThat(collected.articles()).extracting(Article::title).containsExactlyElementsOf(each.titles());
        if (each.problem() == null) {
            assertThat(collected.problems()).isEmpty();
        } else {
            assertThat(String.join("\n", collected.problems())).contains(each.problem());
        }
        Collected good = collect(Source.Kind.FEED, server.add("/good", ok("text/xml", RSS)));
        assertThat(good.articles()).extracting(Article::title).containsExactly("One");
    }

    @Test
    void whatRobotsMayNotSeeIsNotAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        URI url = server.add("/private/feed", out -> {
            asked.incrementAndGet();
            out.write(bytes(RSS));
        });
        assertThat(collect(Source.Kind.FEED, url).problems())
                .singleElement()
                .asString()
                .contains("robots.txt of 127.0.0.1 does not allow it");
        assertThat(asked).hasValue(0);
    }

    private static Collected collect(Source.Kind kind, URI url) {
        return collector.collect(Source.of(kind, url, null, Instant.EPOCH), SourceState.fresh(Instant.EPOCH));
    }

    private void transport() {
        refused("nothing is sent", out -> Thread.sleep(60_000), "no complete answer within 4000 ms");
        refused("closed without a word", out -> {}, "");
        refused("no HTTP", out -> out.write(bytes("SSH-2.0-OpenSSH_9\r\n")), "");
        refused("half a head", out -> out.write(bytes("HTTP/1.1 200 OK\r\nContent-")), "");
        refused("a head that never ends", out -> endless(out, "HTTP/1.1 200 OK\r\n", "X: y\r\n"), "");
        refused(
                "a header field of a megabyte",
                out -> out.write(bytes("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1_000_000) + "\r\n\r\n")),
                "");
        refused(
                "a head that drips",
                out -> drip(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"),
                "no complete answer");
        refused("a body that drips", out -> drip(out, head("text/xml") + RSS), "no complete answer");
        refused("a body that never ends", out -> endless(out, head("text/xml"), "<item><title>x</title></item>"), "");
        refused(
                "longer than it may be",
                ok("text/xml", " ".repeat(LARGEST + 1)),
                "the answer is larger than 5,000,000 bytes");
        refused(
                "shorter than it said",
                out -> out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + RSS)),
                "");
        refused(
                "a length below zero",
                out -> out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + RSS)),
                "");
        refused(
                "a length of no number",
                out -> out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + RSS)),
                "");
        refused(
                "chunks of no length",
                out -> out.write(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + RSS)),
                "");
        refused("a status of no number", out -> out.write(bytes("HTTP/1.1 OK 200\r\n\r\n")), "");
        refused("410", status(410), "the server answered 410");
        refused("404", status(404), "the server answered 404");
        refused("500", status(500), "the server answered 500");
        refused(
                "429 with a date",
                out -> out.write(
                        bytes(
                                "HTTP/1.1 429 Slow\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n")),
                "the server answered 429");
        refused("204", status(204), "the answer is empty");
        understood(
                "many answers at once",
                out -> out.write(bytes(headWithLength("text/xml", RSS) + RSS + "HTTP/1.1 500 No\r\n\r\n")),
                "One");
    }

    private void redirects() {
        refused("a redirect to itself", out -> redirect(out, "?"), "");
        server.add("/circle/a", out -> redirect(out, "/circle/b"));
        server.add("/circle/b", out -> redirect(out, "/circle/a"));
        refused("a circle", out -> redirect(out, "/circle/a"), "redirects in a circle");
        for (int step = 0; step < 20; step++) {
            int next = step + 1;
            server.add("/steps/" + step, out -> redirect(out, "/steps/" + next));
        }
        refused("twenty redirects", out -> redirect(out, "/steps/0"), "redirects more than 10 times");
        refused(
                "a redirect inside",
                out -> redirect(out, "http://169.254.169.254/latest/meta-data/"),
                "the metadata service of a cloud");
        refused("a redirect to this machine", out -> redirect(out, "http://localhost:1/"), "");
        refused(
                "a redirect to another address of loopback",
                out -> redirect(out, "http://127.0.0.2/"),
                "127.0.0.2 is a loopback address");
        refused(
                "a redirect to a file",
                out -> redirect(out, "file:///etc/hostname"),
                "redirects to what is no web address");
        refused(
                "a redirect to a script",
                out -> redirect(out, "javascript:alert(1)"),
                "redirects to what is no web address");
        refused("a redirect to nowhere", out -> redirect(out, "http://[/"), "redirects to what is no web address");
        refused("a redirect without an address", status(302), "the server answered 302");
        server.add("/with%20space", ok("text/xml", RSS));
        understood("a redirect with a space in it", out -> redirect(out, "/with space"), "One");
    }

    private void packing() throws IOException {
        byte[] bomb = zip(new byte[100_000_000]);
        byte[] nested = zip(bomb);
        byte[] packed = zip(bytes(RSS));
        refused("a gzip bomb", out -> send(out, "text/xml", "gzip", bomb), "");
        refused("a bomb in a bomb", out -> send(out, "text/xml", "gzip", nested), "");
        refused("broken gzip", out -> send(out, "text/xml", "gzip", bytes("no gzip at all")), "");
        refused("truncated gzip", out -> send(out, "text/xml", "gzip", java.util.Arrays.copyOf(packed, 30)), "");
        refused(
                "broken Brotli",
                out -> send(out, "text/xml", "br", bytes("no brotli at all")),
                "its packing is broken");
        understood("gzip that is not announced", out -> send(out, "application/gzip", null, packed), "One");
        understood("packed as announced", out -> send(out, "text/xml", "gzip", packed), "One");
    }

    private void xml() {
        refused("empty", ok("text/xml", ""), "the answer is empty");
        refused("white space only", ok("text/xml", " \n\t "), "the answer is empty");
        refused(
                "HTML sent as a feed",
                ok("application/rss+xml", "<!doctype html><html><body>Hello</body></html>"),
                "this is an HTML page and no feed");
        refused("JSON that is no feed", ok("application/json", "{\"error\": true}"), "no JSON Feed");
        refused("JSON nested too deep", ok("application/json", "{\"items\":" + "[".repeat(100_000)), "");
        refused("a picture", ok("text/xml", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"), "this is no RSS");
        understood("a feed sent as HTML", ok("text/html", RSS), "One");
        understood("a feed sent as a picture", ok("image/png", RSS), "One");
        understood("a billion laughs", ok("text/xml", laughs() + RSS.replace("One", "&i;")), "&i;");
        understood(
                "quadratic blow-up",
                ok(
                        "text/xml",
                        "<!DOCTYPE r [<!ENTITY a '" + "x".repeat(100_000) + "'>]>"
                                + RSS.replace("One", "&a;".repeat(300))),
                "&a;".repeat(300));
        understood(
                "an entity from a file",
                ok("text/xml", "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + RSS.replace("One", "&a;")),
                "&a;");
        understood(
                "a type declared elsewhere",
                ok("text/xml", "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/rss.dtd'>" + RSS),
                "One");
        understood(
                "a hundred thousand elements in one another",
                ok("text/xml", RSS.replace("</item>", "<x>".repeat(100_000) + "</item>")),
                "One");
        understood(
                "a hundred thousand attributes",
                ok("text/xml", RSS.replace("<item>", "<item" + attributes(100_000) + ">")),
                "One");
        understood("truncated", ok("text/xml", RSS.replace("</item></channel></rss>", "")), "One");
        understood(
                "end tags missing", ok("text/xml", "<rss><channel><item><title>One<item><title>Two"), "OneTwo", "Two");
        understood(
                "a title of four megabytes",
                ok("text/xml", RSS.replace("One", "x".repeat(4_000_000))),
                "x".repeat(Article.MAX_TITLE));
        understood(
                "fifty thousand items without a word",
                ok("text/xml", "<rss><channel>" + "<item/>".repeat(50_000) + "</channel></rss>"));
    }

    private void charsets() {
        understood("NULs", ok("text/xml", RSS.replace("One", "O\0ne")), "O\uFFFDne");
        understood(
                "broken UTF-8",
                out -> send(
                        out,
                        "text/xml; charset=utf-8",
                        null,
                        concat(
                                bytes("<rss><channel><item><title>O"),
                                new byte[] {(byte) 0xC3, '('},
                                bytes("ne</title></item></channel></rss>"))),
                "OÃ(ne");
        understood(
                "UTF-16 that is said to be UTF-8",
                out -> send(out, "text/xml; charset=utf-8", null, RSS.getBytes(StandardCharsets.UTF_16LE)),
                "One");
        understood(
                "UTF-16 with a mark", out -> send(out, "text/xml", null, RSS.getBytes(StandardCharsets.UTF_16)), "One");
        understood(
                "a charset that does not exist",
                ok("text/xml; charset=klingon", "<?xml version='1.0' encoding='vulcan'?>" + RSS),
                "One");
        understood(
                "a charset that is another",
                out -> send(
                        out,
                        "text/xml; charset=utf-8",
                        null,
                        RSS.replace("One", "Москва отзывает посла").getBytes(Charset.forName("windows-1251"))),
                "Москва отзывает посла");
        understood("half a pair of surrogates", ok("text/xml", RSS.replace("One", "O&#xD83D;ne")), "O\uFFFDne");
        understood("a character beyond Unicode", ok("text/xml", RSS.replace("One", "O&#x110000;ne")), "O\uFFFDne");
    }

    private void content() {
        understood(
                "a date in the future",
                ok("text/xml", RSS.replace("</item>", "<pubDate>Fri, 31 Dec 2999 23:59:59 GMT</pubDate></item>")),
                "One");
        understood(
                "a date that is none",
                ok("text/xml", RSS.replace("</item>", "<pubDate>32 Nevember, half past</pubDate></item>")),
                "One");
        understood(
                "ids that are missing or the same",
                ok(
                        "text/xml",
                        RSS.replace(
                                "</channel>",
                                ITEM.replace("One", "Two").replace("<item>", "<item><guid>a</guid>")
                                        + ITEM.replace("One", "Three").replace("<item>", "<item><guid>a</guid>")
                                        + "</channel>")),
                "One",
                "Two",
                "Three");
        understood(
                "a link that is a script",
                ok("text/xml", RSS.replace("<item>", "<item><link>javascript:alert(1)</link>")),
                "One");
        understood(
                "a link that is a file",
                ok("text/xml", RSS.replace("<item>", "<item><link>file:///etc/passwd</link>")),
                "One");
        partly(
                "a link inside",
                ok("text/xml", RSS.replace("<item>", "<item><link>http://10.0.0.1/admin</link>")),
                "10.0.0.1 is a private address",
                "One");
        partly(
                "links to what hangs",
                ok(
                        "text/xml",
                        RSS.replace(
                                "<item>",
                                "<item><link>" + server.add("/hangs", out -> Thread.sleep(60_000)) + "</link>")),
                "its summary is taken",
                "One");
        understood(
                "scripts in the text",
                ok("text/xml", RSS.replace("Norway", "&lt;script&gt;alert(1)&lt;/script&gt;Norway")),
                "One");
        understood(
                "a site map that names itself",
                ok(
                        "text/xml",
                        "<sitemapindex><sitemap><loc>"
                                + server.add(
                                        "/map",
                                        ok(
                                                "text/xml",
                                                "<sitemapindex><sitemap><loc>/map</loc></sitemap></sitemapindex>"))
                                + "</loc></sitemap></sitemapindex>"));
    }

    private void pages() {
        page(
                "a hundred thousand boxes in one another",
                ok("text/html", "<title>One</title>" + "<div>".repeat(100_000) + STORY),
                null,
                "One");
        page(
                "a hundred thousand open tags of all kinds",
                ok("text/html", "<title>One</title><p>" + STORY + "<table><b><i><a><font>".repeat(20_000)),
                null,
                "One");
        page(
                "a title of four megabytes",
                ok("text/html", "<title>" + "x".repeat(4_000_000) + "</title><p>" + STORY),
                null,
                "x".repeat(Article.MAX_TITLE));
        page(
                "a line of four megabytes of commas",
                ok("text/html", "<title>One</title><p>" + ",".repeat(4_000_000)),
                null,
                "One");
        page("no text", ok("text/html", "<html><body><script>x()</script></body></html>"), "the page holds no text");
        page(
                "a question whether one is human",
                ok("text/html", "<title>Just a moment...</title><p>Verifying you are human."),
                "proof that a person reads it");
        page(
                "a request for consent",
                ok("text/html", "<title>Before you continue</title><p>We use cookies."),
                "asks for consent");
        page(
                "broken data for machines",
                ok(
                        "text/html",
                        "<title>One</title><script type='application/ld+json'>{\"@type\": [[[</script><p>" + STORY),
                null,
                "One");
        page(
                "data for machines nested too deep",
                ok(
                        "text/html",
                        "<title>One</title><script type='application/ld+json'>" + "[".repeat(200_000) + "</script><p>"
                                + STORY),
                null,
                "One");
        page(
                "a base that leads astray",
                ok(
                        "text/html",
                        "<base href='javascript:x'><title>One</title><link rel=canonical href='//[/'><p>" + STORY),
                null,
                "One");
        page("a feed", ok("text/xml", RSS), null, "");
    }

    private static Script ok(String contentType, String body) {
        return out -> out.write(bytes(headWithLength(contentType, body) + body));
    }

    private static Script status(int status) {
        return out -> out.write(bytes("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n"));
    }

    private static String head(String contentType) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + contentType + "\r\n\r\n";
    }

    private static String headWithLength(String contentType, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + bytes(body).length + "\r\nContent-Type: " + contentType
                + "\r\n\r\n";
    }

    private static void send(OutputStream out, String contentType, String encoding, byte[] body) throws IOException {
        out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nContent-Type: " + contentType
                + (encoding == null ? "" : "\r\nContent-Encoding: " + encoding) + "\r\n\r\n"));
        out.write(body);
    }

    private static void redirect(OutputStream out, String location) throws IOException {
        out.write(bytes("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n"));
    }

    private static void endless(OutputStream out, String start, String more) throws IOException {
        out.write(bytes(start));
        byte[] block = bytes(more.repeat(1_000));
        while (true) {
            out.write(block);
        }
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (byte each : bytes(text)) {
            out.write(each);
            out.flush();
            Thread.sleep(100);
        }
    }

    private static byte[] zip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String laughs() {
        StringBuilder declaration = new StringBuilder("<!DOCTYPE r [<!ENTITY a 'ha'>");
        for (char name = 'b'; name <= 'i'; name++) {
            declaration
                    .append("<!ENTITY ")
                    .append(name)
                    .append(" '")
                    .append(("&" + (char) (name - 1) + ";").repeat(10))
                    .append("'>");
        }
        return declaration.append("]>").toString();
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int number = 0; number < count; number++) {
            attributes.append(" a").append(number).append("='x'");
        }
        return attributes.toString();
    }
}
