package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, the compiler answers with problems that have a place and a reason, or with rules that can be evaluated. */
class CompilerFuzzTest {

    private static final int TEXTS = 600;
    private static final int CHANGES = 4;
    private static final Reading READING =
            Statements.reading("EXPULSION IMPOSE ADOPTED POL>RUS", "SANCTIONS LIFT PROPOSED USA=IRN");
    private static final List<String> PIECES = List.of(
            "rule",
            "when",
            "then",
            "end",
            "not",
            "exists",
            "$s",
            "$t",
            ":",
            "Statement(",
            "EarlierEvent(",
            ")",
            "(",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "\\",
            ",",
            ";",
            ".",
            "==",
            "!=",
            "<=",
            "&&",
            "||",
            "!",
            "in",
            "matches",
            "contains",
            "null",
            "actor",
            "measure",
            "Measure.EXPULSION",
            "count",
            "-1",
            "1e999",
            "9".repeat(40),
            "$s.actor",
            "flag(",
            "@title(",
            "@kind(\"x\")",
            "salience",
            "/*",
            "//",
            "\n",
            "\u0000",
            "\uD800",
            "é",
            "from",
            "accumulate(",
            "forall(",
            "eval(",
            "or",
            "and",
            "declare",
            "query",
            "import",
            "%",
            "#",
            "lists",
            "- text: x",
            "  raises: [x]",
            "&a",
            "*a",
            "!!java.io.File x",
            "? [",
            "EU27: [",
            "|",
            "CONSIDERED :",
            "| RUS | 2020 |");

    private final DrlCompiler compiler = new DrlCompiler();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fuzz.drl",
                "lists.yaml",
                "examples/fuzz.yaml",
                "lexicon/offices.txt",
                "lexicon/cues.txt",
                "lexicon/parties.txt"
            })
    void everyTextIsAnswered(String path) {
        List<String> seeds = new ArrayList<>(DefaultRulebook.files().stream()
                .filter(file -> FileKind.of(file.path()) == FileKind.of(path))
                .map(RulebookFile::text)
                .toList());
        seeds.add("EU27: [POL, CZE]\nmine: [RUS]\n");
        seeds.add("Jane Doe | GBR | 2020 |\nCONSIDERED : mull\nFRA | the Quai\n");
        Random random = new Random(path.hashCode());
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(seeds.get(random.nextInt(seeds.size())), random);
            try {
                answered(compiler.compile(1, List.of(new RulebookFile(path, text))));
            } catch (RuntimeException e) {
                fail("the compiler gives up on:\n" + text, e);
            }
        }
    }

    private static void answered(Compilation compilation) {
        if (compilation instanceof Broken broken) {
            assertThat(broken.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).isNotBlank();
            });
        } else {
            ((Compiled) compilation).rulebook().evaluate(Statements.ARTICLE, READING, List.of());
        }
    }

    /** A piece of a seed with some of its words left out, doubled, swapped, or replaced. */
    private static String mutated(String seed, Random random) {
        int from = random.nextInt(Math.max(1, seed.length() / 2));
        String piece = seed.substring(random.nextBoolean() ? 0 : from, Math.min(seed.length(), from + 600));
        List<String> words = new ArrayList<>(List.of(piece.split("(?<=\\W)|(?=\\W)", -1)));
        for (int change = 0; change < 1 + random.nextInt(CHANGES); change++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(words.size() > 1 ? at : 0);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> words.add(at, PIECES.get(random.nextInt(PIECES.size())));
            }
            if (words.isEmpty()) {
                words.add("");
            }
        }
        return words.stream().collect(Collectors.joining());
    }
}
