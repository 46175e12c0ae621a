package io.demarche.api.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Archives of made-up news sites, packed as Common Crawl packs them; one page in twenty tells of an expulsion of its own. */
public final class MadeArchive {

    private static final Instant CAPTURED = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> WORDS = List.of(
            ("council budget river harvest school bridge hospital theatre football museum weather market train library garden festival engine village"
                            + " opened closed rebuilt visited praised planned repaired painted measured counted sold bought moved found lost")
                    .split(" ", -1));

    private MadeArchive() {}

    /** Writes an archive of so many pages. */
    public static Path write(Path file, int pages) throws IOException {
        return write(file, 0, pages);
    }

    /** Writes an archive of so many pages, numbered from there; no two numbers have the same page. */
    public static Path write(Path file, int from, int pages) throws IOException {
        Random random = new Random(from + pages);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int page = from; page < from + pages; page++) {
                out.write(packed(record(page, html(page, random))));
            }
        }
        return file;
    }

    private static byte[] packed(byte[] record) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(record);
        }
        return packed.toByteArray();
    }

    private static byte[] record(int page, String html) {
        String http = "HTTP/1.1 " + (page % 50 == 49 ? "404 Not Found" : "200 OK")
                + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
        String head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + new UUID(0, page)
                + ">\r\nWARC-Date: " + CAPTURED + "\r\nWARC-Target-URI: https://site-" + page % 97 + ".example/" + page
                + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
                + http.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return (head + http + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String html(int page, Random random) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=en><head><title>Page " + page
                + " | The Site</title><meta property='article:published_time' content='2026-03-01T08:00:00Z'><style>"
                + "p { margin: 0 } ".repeat(200) + "</style></head><body><nav><ul>");
        for (int link = 0; link < 60; link++) {
            html.append("<li class='menu-item'><a href='/section/")
                    .append(link)
                    .append("'>Section ")
                    .append(link)
                    .append("</a></li>");
        }
        html.append("</ul></nav><div class='layout'><article><h1>Page ")
                .append(page)
                .append("</h1>");
        if (page % 20 == 0) {
            html.append("<p>Norway expelled ")
                    .append(2 + page)
                    .append(" Russian diplomats on Monday, the foreign ministry said.</p>");
        }
        for (int paragraph = 0; paragraph < 12; paragraph++) {
            html.append("<p>").append(sentences(random)).append("</p>");
        }
        html.append("</article><aside class='related'>");
        for (int link = 0; link < 30; link++) {
            html.append("<div class='teaser'><a href='/")
                    .append(link)
                    .append("'>")
                    .append(sentences(random))
                    .append("</a></div>");
        }
        return html.append("</aside></div><footer>All rights reserved</footer></body></html>")
                .toString();
    }

    private static String sentences(Random random) {
        StringBuilder text = new StringBuilder("The");
        for (int word = 0; word < 40; word++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size()))).append(word % 9 == 8 ? "," : "");
        }
        return text.append('.').toString();
    }
}
