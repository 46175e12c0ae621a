package io.demarche.rules.rulebook;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.english.EnglishReader;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How fast readings are evaluated by many rules, beside a plain loop over the same predicates and beside Lucene's {@code monitor} with
 * as many stored queries, and how long a text takes to be live. The tests of each rule stand in an order of their own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 2)
public class RulebookBenchmark {

    private static final int READINGS = 100;
    private static final int FILES = 20;
    private static final List<String> PARTIES = EnglishReader.parties().keySet().stream().sorted().limit(60).toList();

    @Param({"10", "100", "1000", "10000"})
    public int rules = 10;

    private final List<Reading> readings = new ArrayList<>();
    private final DrlCompiler warm = new DrlCompiler();
    private List<RulebookFile> files = List.of();
    private CompiledRulebook compiled = compiled(List.of());
    private List<Asked> asked = List.of();
    private int edits;

    /** What a rule asks for. */
    private record Asked(Measure measure, Move move, Status status, String actor, String target) {}

    /** Makes rules, and readings of one to ten statements. */
    @Setup
    public void make() throws IOException {
        Random random = new Random(1);
        asked = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            asked.add(new Asked(
                    any(Measure.values(), random), any(Move.values(), random), any(Status.values(), random),
                    PARTIES.get(random.nextInt(PARTIES.size())), PARTIES.get(random.nextInt(PARTIES.size()))));
        }
        files = files(asked, random);
        compiled = compiled(files);
        for (int i = 0; i < READINGS; i++) {
            List<Statement> statements = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(10); k++) {
                statements.add(statement(random, k));
            }
            readings.add(new Reading("art", "bench", statements));
        }
    }

    /** The same rules for a loop. */
    @State(Scope.Benchmark)
    public static class Loop {

        private List<CheckedRule> checked = List.of();

        @Setup
        public void make(RulebookBenchmark benchmark) {
            Vocabulary vocabulary = new Vocabulary(new TreeMap<>(PARTIES.stream().collect(Collectors.toMap(code -> code, code -> code))), Map.of());
            checked = benchmark.files.stream()
                    .flatMap(file -> CompiledFile.of(file, vocabulary).rules().stream())
                    .map(CompiledFile.Ready::checked)
                    .toList();
        }
    }

    /** The same rules as stored queries, and the same readings as documents. */
    @State(Scope.Benchmark)
    public static class StoredQueries {

        private final List<Document[]> documents = new ArrayList<>();
        private Monitor monitor;

        @Setup
        public void make(RulebookBenchmark benchmark) throws IOException {
            monitor = monitor(benchmark.asked);
            benchmark.readings.forEach(reading -> documents.add(reading.statements().stream()
                    .map(RulebookBenchmark::document)
                    .toArray(Document[]::new)));
        }

        @TearDown
        public void close() throws IOException {
            monitor.close();
        }
    }

    /** The rulebook. */
    @Benchmark
    public int evaluate() {
        int flags = 0;
        for (Reading reading : readings) {
            flags += compiled.evaluate(ARTICLE, reading, List.of()).flags().size();
        }
        return flags;
    }

    /** The first baseline. */
    @Benchmark
    public int loop(Loop rulesOfLoop) {
        int flags = 0;
        for (Reading reading : readings) {
            Session session = new Session(1, new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE));
            for (Statement statement : reading.statements()) {
                for (StatementFact fact : StatementFact.of(ARTICLE, statement, session)) {
                    for (CheckedRule rule : rulesOfLoop.checked) {
                        flags += holds(rule, fact) ? 1 : 0;
                    }
                }
            }
        }
        return flags;
    }

    private static boolean holds(CheckedRule rule, StatementFact fact) {
        for (Condition condition : rule.patterns().get(0).conditions()) {
            if (!condition.holds(fact, null)) {
                return false;
            }
        }
        return true;
    }

    /** The second baseline. */
    @Benchmark
    public int monitor(StoredQueries queries) throws IOException {
        int flags = 0;
        for (Document[] reading : queries.documents) {
            flags += queries.monitor.match(reading, QueryMatch.SIMPLE_MATCHER).getBatchSize();
        }
        return flags;
    }

    /** From text to live, where nothing is known of the text. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public CompiledRulebook compileAll() {
        return compiled(files);
    }

    /** From text to live, where one file of twenty has changed. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public CompiledRulebook compileOneFileOfTwenty() {
        List<RulebookFile> edited = new ArrayList<>(files);
        RulebookFile first = edited.get(0);
        edited.set(0, new RulebookFile(first.path(), first.text() + "// edit " + edits++ + "\n"));
        return warm.compile(1, edited).orThrow();
    }

    private static final Article ARTICLE = Article.of("A title", "Some words.", Imprint.UNKNOWN, Instant.EPOCH);

    private static CompiledRulebook compiled(List<RulebookFile> files) {
        return new DrlCompiler().compile(1, files).orThrow();
    }

    private static List<RulebookFile> files(List<Asked> asked, Random random) {
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            texts.add(new StringBuilder("// file ").append(i).append('\n'));
        }
        for (int i = 0; i < asked.size(); i++) {
            Asked rule = asked.get(i);
            List<String> tests = new ArrayList<>(List.of(
                    "measure == Measure." + rule.measure(),
                    "move == Move." + rule.move(),
                    "status == Status." + rule.status(),
                    "background == false",
                    "actor == \"" + rule.actor() + "\"",
                    "target == \"" + rule.target() + "\""));
            Collections.shuffle(tests, random);
            texts.get(i % FILES)
                    .append("rule \"generated-%d\" when $s : Statement( %s ) then flag($s, \"generated\"); end%n"
                            .formatted(i, String.join(", ", tests)));
        }
        List<RulebookFile> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(new RulebookFile("file%02d.drl".formatted(i), texts.get(i).toString()));
        }
        return files;
    }

    private static Statement statement(Random random, int place) {
        Doing doing = new Doing(
                any(Measure.values(), random), any(Move.values(), random), any(Status.values(), random),
                List.of(new Party(PARTIES.get(random.nextInt(PARTIES.size())))),
                List.of(new Party(PARTIES.get(random.nextInt(PARTIES.size())))),
                false);
        return new Statement(
                doing, List.of(), random.nextInt(4) == 0, null, 0.8, new Evidence(Evidence.Part.TEXT, place, place + 5, "words"));
    }

    private static Document document(Statement statement) {
        Doing doing = statement.doing();
        Document document = new Document();
        document.add(new StringField("measure", doing.measure().name(), Store.NO));
        document.add(new StringField("move", doing.move().name(), Store.NO));
        document.add(new StringField("status", doing.status().name(), Store.NO));
        document.add(new StringField("background", String.valueOf(statement.background()), Store.NO));
        document.add(new StringField("actor", doing.actor().get(0).code(), Store.NO));
        document.add(new StringField("target", doing.target().get(0).code(), Store.NO));
        return document;
    }

    private static Monitor monitor(List<Asked> asked) throws IOException {
        Monitor monitor = new Monitor(new KeywordAnalyzer());
        List<MonitorQuery> queries = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked rule = asked.get(i);
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            must(query, "measure", rule.measure().name());
            must(query, "move", rule.move().name());
            must(query, "status", rule.status().name());
            must(query, "background", "false");
            must(query, "actor", rule.actor());
            must(query, "target", rule.target());
            queries.add(new MonitorQuery("generated-" + i, query.build()));
        }
        monitor.register(queries);
        return monitor;
    }

    private static void must(BooleanQuery.Builder query, String field, String value) {
        query.add(new TermQuery(new Term(field, value)), Occur.MUST);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    /** Runs all, then prints a line for each number of rules. */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(args.length == 0 ? RulebookBenchmark.class.getSimpleName() : args[0])
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        for (String rules : List.of("10", "100", "1000", "10000")) {
            RunResult evaluate = result(results, "evaluate", rules);
            double score = evaluate.getPrimaryResult().getScore() * READINGS;
            System.out.printf(
                    "rules %6s: %,9.0f readings/s, %.2f of a loop, %.1f times Lucene's monitor; %,.0f bytes a reading; text to live %.0f ms,"
                            + " one file of twenty %.0f ms%n",
                    rules,
                    score,
                    score / (result(results, "loop", rules).getPrimaryResult().getScore() * READINGS),
                    score / (result(results, "monitor", rules).getPrimaryResult().getScore() * READINGS),
                    evaluate.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / READINGS,
                    result(results, "compileAll", rules).getPrimaryResult().getScore(),
                    result(results, "compileOneFileOfTwenty", rules).getPrimaryResult().getScore());
        }
    }

    private static RunResult result(Collection<RunResult> results, String method, String rules) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result -> result.getParams().getParam("rules").equals(rules))
                .findFirst()
                .orElseThrow();
    }
}
