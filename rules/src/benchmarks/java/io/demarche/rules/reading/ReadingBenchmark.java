package io.demarche.rules.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.rules.reading.english.EnglishReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast articles are read on one core, beside Lucene's {@code StandardAnalyzer} tokenising the same text in the same run: on
 * an even mix with one relevant article in twenty, and on relevant articles only. One operation is twenty articles.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 12, time = 3)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

    private static final int ARTICLES = 20;
    private static final int SENTENCES = 5;
    private static final int TURNS = 3;

    @Param({"mixed", "relevant"})
    public String text = "mixed";

    private final List<Article> articles = new ArrayList<>();
    private final EnglishReader reader = new EnglishReader();
    private final Analyzer analyzer = new StandardAnalyzer();

    /** Makes the articles: a relevant one is a few wire sentences and a quiet paragraph. */
    @Setup
    public void articles() {
        List<String> quiet = List.of(resource("quiet.txt").split("\n\n"));
        List<String> telling = resource("english/sentences.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith(" "))
                .toList();
        for (int i = 0; i < ARTICLES; i++) {
            boolean relevant = i == 0 || text.equals("relevant");
            StringBuilder body = new StringBuilder();
            for (int k = 0; relevant && k < SENTENCES; k++) {
                body.append(telling.get((i * SENTENCES + k) % telling.size())).append(' ');
            }
            body.append(relevant ? "\n" : "").append(quiet.get(i % quiet.size()));
            articles.add(Article.of("", body.toString(), Imprint.UNKNOWN, Instant.EPOCH));
        }
    }

    /** The reader. */
    @Benchmark
    public int read() {
        int statements = 0;
        for (Article article : articles) {
            statements += reader.read(article).statements().size();
        }
        return statements;
    }

    /** The baseline. */
    @Benchmark
    public int tokenise() throws IOException {
        int letters = 0;
        for (Article article : articles) {
            try (TokenStream tokens = analyzer.tokenStream("text", article.text())) {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    letters += term.length();
                }
                tokens.end();
            }
        }
        return letters;
    }

    private static String resource(String name) {
        try (InputStream in = ReadingBenchmark.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs reader and baseline by turns, then prints throughput, the ratios of the turns from the lowest to the highest, and what
     * the loaded lexicon holds of the heap. By turns, since the speed of a shared machine changes from minute to minute.
     */
    public static void main(String[] args) throws RunnerException {
        print("mixed", turns("mixed", TURNS));
        print("relevant", turns("relevant", 1));
        long before = heap();
        EnglishReader loaded = new EnglishReader();
        System.out.printf("lexicon  %.1f MB of heap (%s)%n", (heap() - before) / 1e6, loaded.getClass().getSimpleName());
    }

    /** So many turns on that text, in the order of their ratios. */
    private static List<Turn> turns(String text, int count) throws RunnerException {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(ReadingBenchmark.class.getSimpleName())
                            .param("text", text)
                            .build())
                    .run();
            turns.add(new Turn(score(results, "read"), score(results, "tokenise")));
        }
        turns.sort(Comparator.comparingDouble(Turn::ratio));
        return turns;
    }

    private static void print(String text, List<Turn> turns) {
        Turn median = turns.get(turns.size() / 2);
        double bytes = bytes(text);
        System.out.printf(
                "%-8s read %,.0f articles/s, %.1f MB/s; StandardAnalyzer %.1f MB/s; ratio %.2f (of %s)%n",
                text,
                median.read * ARTICLES,
                median.read * bytes / 1e6,
                median.tokenise * bytes / 1e6,
                median.ratio(),
                turns.stream().map(turn -> String.format("%.2f", turn.ratio())).collect(Collectors.joining(", ")));
    }

    /** What either did in a second, one right behind the other. */
    private record Turn(double read, double tokenise) {

        double ratio() {
            return read / tokenise;
        }
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }

    private static double bytes(String text) {
        ReadingBenchmark benchmark = new ReadingBenchmark();
        benchmark.text = text;
        benchmark.articles();
        return benchmark.articles.stream()
                .mapToInt(article -> article.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
