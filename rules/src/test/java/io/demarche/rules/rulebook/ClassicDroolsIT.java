package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import io.demarche.rules.rulebook.classic.ClassicDrools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside classic Drools: random rules mean the same in both, and escapes get out of the one and not of the other. */
@Tag("classic")
@Tag("long")
class ClassicDroolsIT {

    private static final int RULEBOOKS = 4;
    private static final int RULES = 20;
    private static final int READINGS = 60;
    private static final List<String> PARTIES = List.of("POL", "RUS", "USA", "IRN");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomRulesRaiseTheSameFlags(long seed) {
        Random random = new Random(seed);
        int raised = 0;
        for (int book = 0; book < RULEBOOKS; book++) {
            String rules = IntStream.range(0, RULES)
                    .mapToObj(i -> new RandomRule(random).text("r" + i))
                    .collect(Collectors.joining());
            ClassicDrools classic = new ClassicDrools(rules);
            CompiledRulebook ours = new DrlCompiler()
                    .compile(1, List.of(new RulebookFile("random.drl", rules)))
                    .orThrow();
            for (int i = 0; i < READINGS; i++) {
                Reading reading = reading(random);
                SortedSet<String> expected = classic.flags(reading.statements());
                assertThat(flags(ours, reading)).as("%s%n%s", reading, rules).isEqualTo(expected);
                raised += expected.size();
            }
        }
        assertThat(raised).isGreaterThan(RULEBOOKS * READINGS);
    }

    private static SortedSet<String> flags(CompiledRulebook rulebook, Reading reading) {
        return rulebook.evaluate(Statements.ARTICLE, reading, List.of()).flags().stream()
                .map(flag -> flag.kind() + " " + flag.statement().evidence().start())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Reading reading(Random random) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Doing doing = new Doing(
                    any(Measure.values(), random),
                    any(Move.values(), random),
                    any(Status.values(), random),
                    List.of(new Party(any(PARTIES, random))),
                    List.of(new Party(any(PARTIES, random))),
                    false);
            String quote = any(List.of("alpha beta", "beta gamma", "gamma"), random);
            statements.add(new Statement(
                    doing,
                    random.nextBoolean() ? List.of() : List.of(new Party(any(PARTIES, random))),
                    random.nextBoolean(),
                    1 + random.nextInt(4),
                    random.nextInt(5) / 4.0,
                    new Evidence(Evidence.Part.TEXT, i * 20, i * 20 + quote.length(), quote)));
        }
        return new Reading("art", "test", statements);
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T any(T[] values, Random random) {
        return any(List.of(values), random);
    }

    /** A rule of one to four patterns, in the words that both know. */
    private static final class RandomRule {

        private final Random random;
        private final List<String> bound = new ArrayList<>();

        RandomRule(Random random) {
            this.random = random;
        }

        String text(String kind) {
            List<String> patterns = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                patterns.add(pattern(i));
            }
            return "rule \"%s\" when %s then flag(%s, \"%s\"); end%n"
                    .formatted(kind, String.join("\n  ", patterns), any(bound, random), kind);
        }

        private String pattern(int place) {
            List<String> tests = new ArrayList<>();
            if (place > 0) {
                tests.add(join("=="));
            }
            for (int i = 0; i < random.nextInt(3); i++) {
                tests.add(place > 0 && random.nextInt(4) == 0 ? join(random.nextBoolean() ? "==" : "!=") : test(2));
            }
            Collections.shuffle(tests, random);
            String body = "Statement( " + String.join(", ", tests) + " )";
            int presence = place == 0 ? 2 : random.nextInt(4);
            if (presence == 0 || presence == 1) {
                return (presence == 0 ? "not " : "exists ") + body;
            }
            bound.add("$" + (char) ('a' + place));
            return bound.get(bound.size() - 1) + " : " + body;
        }

        private String join(String operator) {
            String other = any(bound, random);
            return random.nextInt(3) == 0
                    ? "measure " + operator + " " + other + ".measure"
                    : any(List.of("actor", "target"), random) + " " + operator + " " + other + "."
                            + any(List.of("actor", "target"), random);
        }

        private String test(int depth) {
            return switch (random.nextInt(depth > 0 ? 13 : 10)) {
                case 0 -> "actor " + equal() + " \"" + any(PARTIES, random) + "\"";
                case 1 -> "target in (\"" + any(PARTIES, random) + "\", \"" + any(PARTIES, random) + "\")";
                case 2 -> "target not in (\"" + any(PARTIES, random) + "\")";
                case 3 -> "measure " + equal() + " Measure." + any(Measure.values(), random);
                case 4 -> "move " + equal() + " Move." + any(Move.values(), random);
                case 5 ->
                    "status in (Status." + any(Status.values(), random) + ", Status." + any(Status.values(), random)
                            + ")";
                case 6 -> "background == " + random.nextBoolean();
                case 7 ->
                    "count " + any(List.of("<", "<=", ">", ">=", "==", "!="), random) + " " + (1 + random.nextInt(4));
                case 8 ->
                    (random.nextBoolean() ? "speaker contains \"" : "speaker not contains \"") + any(PARTIES, random)
                            + "\"";
                case 9 ->
                    any(
                            List.of(
                                    "evidence contains \"beta\"",
                                    "evidence matches \"b.*a\"",
                                    "evidence not matches \".*gamma\"",
                                    "confidence >= 0.5"),
                            random);
                case 10 -> "(" + test(depth - 1) + " || " + test(depth - 1) + ")";
                case 11 -> "(" + test(depth - 1) + " && " + test(depth - 1) + ")";
                default -> "!(" + test(depth - 1) + ")";
            };
        }

        private String equal() {
            return random.nextInt(3) == 0 ? "!=" : "==";
        }
    }

    /** Some of the texts of {@link EscapeSuiteIT}: there, a canary that stays silent means something. */
    @Test
    void canariesSingWhereRuleTextIsCompiled() {
        List<Escape> escapes = Escape.all().stream()
                .filter(escape ->
                        escape.text().contains("CANARY") || escape.text().contains("exit(77)"))
                .toList();
        long out = escapes.parallelStream().filter(this::getsOut).count();
        assertThat(out).isGreaterThan(15);
    }

    private boolean getsOut(Escape escape) {
        try {
            Path canary = folder.resolve(escape.hashCode() + ".canary");
            Path text = Files.writeString(folder.resolve(escape.hashCode() + ".drl"), escape.text(canary));
            Process process = Escape.program(ClassicDrools.class, "128m", text)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            return !ended || process.exitValue() == 77 || Files.exists(canary);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot run " + escape, e);
        }
    }
}
