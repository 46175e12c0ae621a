package io.demarche.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import de.l3s.boilerpipe.extractors.ArticleExtractor;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/**
 * Extracts the article of each page in a folder that holds {@code NAME.source.html.gz} and, as it should be, {@code NAME.expected.html.gz}: how
 * right the texts are, beside boilerpipe's, Readability4J's and all text of the page, and how fast, beside jsoup parsing the same pages and doing
 * nothing with them. Precision and recall are taken over runs of four words and averaged over the pages; F1 from the averages.
 */
public final class ExtractionBenchmark {

    private static final URI BASE = URI.create("http://pages.example/page.html");
    private static final int SHINGLE = 4;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 7;
    private static final Pattern WORD = Pattern.compile("[\\w\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private ExtractionBenchmark() {}

    private record Page(byte[] source, String expected) {

        String html() {
            return new String(source, StandardCharsets.UTF_8);
        }
    }

    /** The folder of pages is the first argument. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder)) {
            System.out.println("No pages at " + folder + ": give a folder with -Dpages=DIR. Nothing was measured.");
            return;
        }
        List<Page> pages = pages(folder);
        Map<String, Function<Page, String>> extractors = new LinkedHashMap<>();
        extractors.put("Demarche", ExtractionBenchmark::ours);
        extractors.put("Readability4J", ExtractionBenchmark::readability4j);
        extractors.put("boilerpipe", ExtractionBenchmark::boilerpipe);
        extractors.put("all text", page -> Jsoup.parse(page.html()).text());
        System.out.printf(Locale.ROOT, "%d pages%n%-16s %9s %6s %6s%n", pages.size(), "", "precision", "recall", "F1");
        extractors.forEach((name, extractor) -> score(name, pages, extractor));
        speed(pages);
    }

    private static List<Page> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".source.html.gz"))
                    .sorted()
                    .map(file -> new Page(
                            unpacked(Path.of(file)),
                            new String(
                                    unpacked(Path.of(file.replace(".source.", ".expected."))), StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    private static byte[] unpacked(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ours(Page page) {
        return PageExtractor.extract(page.source(), null, BASE).text();
    }

    private static String readability4j(Page page) {
        String html = new Readability4J(BASE.toString(), page.html()).parse().getContent();
        return html == null ? "" : Jsoup.parse(html).wholeText();
    }

    private static String boilerpipe(Page page) {
        try {
            return ArticleExtractor.INSTANCE.getText(page.html());
        } catch (Exception e) {
            return "";
        }
    }

    private static void score(String name, List<Page> pages, Function<Page, String> extractor) {
        double precision = 0;
        double recall = 0;
        int failed = 0;
        for (Page page : pages) {
            Map<String, Integer> want = shingles(Jsoup.parse(page.expected()).wholeText());
            Map<String, Integer> got = Map.of();
            try {
                got = shingles(extractor.apply(page));
            } catch (RuntimeException e) {
                failed++;
            }
            int both = 0;
            for (Map.Entry<String, Integer> shingle : got.entrySet()) {
                both += Math.min(shingle.getValue(), want.getOrDefault(shingle.getKey(), 0));
            }
            precision += got.isEmpty() ? 0 : (double) both / sum(got);
            recall += want.isEmpty() ? 1 : (double) both / sum(want);
        }
        precision /= pages.size();
        recall /= pages.size();
        System.out.printf(
                Locale.ROOT,
                "%-16s %9.3f %6.3f %6.3f%s%n",
                name,
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                failed == 0 ? "" : "   (failed on " + failed + " pages)");
    }

    private static int sum(Map<String, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Map<String, Integer> shingles = new HashMap<>();
        for (int start = 0; start < Math.max(1, words.size() - SHINGLE + 1) && !words.isEmpty(); start++) {
            List<String> run = words.subList(start, Math.min(words.size(), start + SHINGLE));
            shingles.merge(String.join(" ", run), 1, Integer::sum);
        }
        return shingles;
    }

    /** Page by page in turn, so that whatever else the machine does falls on both alike. */
    private static void speed(List<Page> pages) {
        System.out.printf(Locale.ROOT, "%npages a second: jsoup parsing, Demarche, ratio%n");
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double parsing = 0;
            double extracting = 0;
            for (Page page : pages) {
                parsing += seconds(page, ExtractionBenchmark::parse);
                extracting += seconds(page, ExtractionBenchmark::ours);
            }
            if (round >= WARM_UP) {
                System.out.printf(
                        Locale.ROOT,
                        "%,8.0f %,8.0f %6.2f%n",
                        pages.size() / parsing,
                        pages.size() / extracting,
                        parsing / extracting);
            }
        }
    }

    private static String parse(Page page) {
        try (InputStream in = new ByteArrayInputStream(page.source())) {
            return Jsoup.parse(in, null, BASE.toString()).title();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Page page, Function<Page, String> work) {
        long start = System.nanoTime();
        int length = work.apply(page).length();
        return length < 0 ? 0 : (System.nanoTime() - start) / 1e9;
    }
}
