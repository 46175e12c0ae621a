package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Reading;
import io.demarche.rules.reading.english.EnglishReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrlCompilerTest {

    @Nested
    class Language {

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                value = {
                    "actor == \"POL\" ~ true",
                    "actor != \"POL\" ~ false",
                    "actor in (\"CZE\", \"POL\") ~ true",
                    "actor not in (\"CZE\", \"POL\") ~ false",
                    "actor == null ~ false",
                    "count == null ~ true",
                    "count > 3 ~ false",
                    "confidence >= 0.9 && confidence < 1 ~ true",
                    "!(actor == \"POL\" || target == \"POL\") ~ false",
                    "speaker contains \"USA\" ~ false",
                    "speaker not contains \"USA\" ~ true",
                    "evidence contains \"WORD\" ~ true",
                    "evidence matches \"w.*s\" ~ true",
                    "evidence matches \"w\" ~ false",
                    "title matches \"(?i)a title\" ~ true",
                    "text contains \"that say so\" ~ true",
                    "outlet == null ~ true",
                    "background == false, mutual == false ~ true",
                    "measure in (Measure.EXPULSION, Measure.RECALL), move != Move.LIFT ~ true",
                    "actor.in(\"EU27\"), !target.in(\"EU27\") ~ true",
                    "actor.in(\"G7\") || actor.in(\"P5\") ~ false",
                    "speaker.in(\"G7\") ~ false",
                    "date >= \"1970-01-01\" && date < \"1970-01-02\" ~ true",
                    "date == \"1970-01-02\" ~ false",
                })
        void testsOfFields(String constraints, boolean fires) {
            assertThat(kinds(when("$s : Statement( " + constraints + " )"), "EXPULSION IMPOSE ADOPTED POL>RUS"))
                    .hasSize(fires ? 1 : 0);
        }

        @Test
        void patternsAreJoined() {
            String answered = when("$s : Statement( measure == Measure.EXPULSION )\n"
                    + "$t : Statement( measure == Measure.EXPULSION, actor == $s.target, target == $s.actor )");
            assertThat(kinds(answered, "EXPULSION IMPOSE ADOPTED POL>RUS", "EXPULSION IMPOSE CONSIDERED RUS>POL"))
                    .hasSize(2);
            assertThat(kinds(answered, "EXPULSION IMPOSE ADOPTED POL>RUS", "EXPULSION IMPOSE CONSIDERED RUS>CZE"))
                    .isEmpty();
        }

        @Test
        void absenceAndExistence() {
            String unanswered =
                    when("$s : Statement( measure == Measure.EXPULSION )\nnot Statement( actor == $s.target )");
            String answered =
                    when("$s : Statement( measure == Measure.EXPULSION )\nexists Statement( actor == $s.target )");
            String[] answer = {"EXPULSION IMPOSE ADOPTED POL>RUS", "RECALL IMPOSE ADOPTED RUS>POL"};
            assertThat(kinds(unanswered, answer)).isEmpty();
            assertThat(kinds(answered, answer)).hasSize(1);
            assertThat(kinds(unanswered, answer[0])).hasSize(1);
        }

        /** Rules that share a constraint text but mean another pattern by their variable must not share its node. */
        @Test
        void joinsOnDifferentPatternsAreKeptApart() {
            String first =
                    "rule \"first\" when $a : Statement( measure == Measure.EXPULSION ) $b : Statement( actor == $a.target )"
                            + " $c : Statement( actor == $a.target, measure == Measure.RECALL ) then flag($c, \"first\"); end\n";
            String second =
                    "rule \"second\" when $b : Statement( measure == Measure.EXPULSION ) $a : Statement( actor == $b.target )"
                            + " $c : Statement( actor == $a.target, measure == Measure.RECALL ) then flag($c, \"second\"); end\n";
            String[] statements = {
                "EXPULSION IMPOSE ADOPTED POL>RUS", "SUMMONS IMPOSE ADOPTED RUS>CZE", "RECALL IMPOSE ADOPTED CZE>RUS"
            };
            assertThat(kinds(first + second, statements)).containsExactly("second");
        }

        @Test
        void listsOfTheRulebookMayBeNamed() {
            List<RulebookFile> files = List.of(
                    new RulebookFile("lists.yaml", "neighbours: [POL, CZE]"),
                    new RulebookFile("test.drl", when("$s : Statement( actor.in(\"neighbours\") )")));
            assertThat(evaluate(files, "RECALL IMPOSE ADOPTED CZE>RUS").flags()).hasSize(1);
            assertThat(evaluate(files, "RECALL IMPOSE ADOPTED SVK>RUS").flags()).isEmpty();
        }

        @Test
        void aFlagMayHaveASeverityAndANoteOfItsOwn() {
            String rule = when("$s : Statement( measure == Measure.RECALL )")
                    .replace(
                            "flag($s, \"x\");",
                            "flag($s, Severity.LOW, \"{actor} recalls from {target}: {count}, {speaker}\"); flag($s, \"y\");")
                    .replace("when", "@kind(\"recalled\") @severity(HIGH) @title(\"A recall\") when");
            assertThat(evaluate(rule, "RECALL IMPOSE ADOPTED POL>RUS").flags())
                    .extracting(Flag::kind, Flag::severity, Flag::because)
                    .containsExactly(
                            tuple("recalled", Severity.LOW, "POL recalls from RUS: unknown, nobody"),
                            tuple("y", Severity.HIGH, "A recall"));
        }

        @Test
        void rulesMayLookBack() {
            String rule = when("$s : Statement( measure == Measure.EXPULSION )\n"
                            + "$e : EarlierEvent( kinds contains \"expulsion\", severity >= Severity.HIGH, actor == $s.target,"
                            + " target == $s.actor, days <= 14 )\n"
                            + "not EarlierEvent( actor == $s.target, id != $e.id, move == Move.LIFT )")
                    .replace("flag($s, \"x\")", "flag($s, \"x\", \"after {$e.days} days\")");
            CompiledRulebook rulebook =
                    compile(List.of(new RulebookFile("test.drl", rule))).orThrow();
            assertThat(rulebook.looksBack()).isTrue();
            Reading reading = Statements.reading("EXPULSION IMPOSE ADOPTED RUS>POL");
            EarlierEvent expulsion = earlier("EXPULSION IMPOSE ADOPTED POL>RUS", "expulsion", 3);
            EarlierEvent lifted = earlier("VISAS LIFT ADOPTED POL>RUS", "visas-eased", 4);
            EarlierEvent longAgo = earlier("EXPULSION IMPOSE ADOPTED POL>RUS", "expulsion", 15);
            assertThat(rulebook.evaluate(Statements.ARTICLE, reading, List.of(expulsion, longAgo))
                            .flags())
                    .extracting(Flag::because)
                    .containsExactly("after 3 days");
            assertThat(rulebook.evaluate(Statements.ARTICLE, reading, List.of(expulsion, lifted))
                            .flags())
                    .isEmpty();
            assertThat(rulebook.evaluate(Statements.ARTICLE, reading, List.of(longAgo))
                            .flags())
                    .isEmpty();
        }

        private static EarlierEvent earlier(String shorthand, String kind, int daysAgo) {
            return new EarlierEvent(
                    shorthand + daysAgo,
                    Statements.statement(shorthand).doing(),
                    new TreeSet<>(Set.of(kind)),
                    Severity.HIGH,
                    Instant.EPOCH.minus(Duration.ofDays(daysAgo)));
        }

        @Test
        void disabledRulesStayQuiet() {
            assertThat(kinds(
                            when("$s : Statement()").replace("when", "@enabled(false) when"),
                            "RECALL IMPOSE ADOPTED POL>RUS"))
                    .isEmpty();
        }
    }

    @Nested
    class Problems {

        @Test
        void anUnknownFieldIsNamedWithWhatWasMeant() {
            assertThat(
                            problems(
                                    "rule \"r\"\nwhen\n  $s : Statement( mesure == Measure.EXPULSION )\nthen\n  flag($s, \"x\");\nend"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.line()).isEqualTo(3);
                        assertThat(problem.column()).isEqualTo(19);
                        assertThat(problem.message())
                                .contains("'mesure'", "did you mean 'measure'?", "known: actor, target");
                    });
        }

        @Test
        void aMisspeltConstantIsNamedWithWhatWasMeant() {
            assertThat(problems(
                            "rule \"r\" when $s : Statement( measure == Measure.SANCTION ) then flag($s, \"x\"); end"))
                    .containsExactly(new Problem(
                            "test.drl",
                            1,
                            50,
                            "'SANCTION' is not a Measure; did you mean 'SANCTIONS'? known: SANCTIONS, EXPULSION, MISSION, RECALL,"
                                    + " SUMMONS, RELATIONS, VISAS, RESTRICTIONS"));
        }

        @Test
        void codeInThenIsRefusedWhereItStands() {
            assertThat(problems(
                            "rule \"r\"\nwhen\n  $s : Statement()\nthen\n  flag($s, \"x\");\n  System.exit(1);\nend"))
                    .singleElement()
                    .hasToString(
                            "test.drl:6:3: 'then' only raises flags: flag($s, \"kind\"); 'flag' is expected here, found 'System'");
        }

        @Test
        void allProblemsAreToldAtOnce() {
            String text = when("$s : Statement( mesure == 1, move == Move.LIFTED, count > \"x\" )");
            assertThat(problems(text + text.replace("\"r\"", "\"q\"").replace("Statement(", "Statment(")))
                    .hasSize(5);
        }

        @Test
        void twoRulesOfOneNameAreRefused() {
            String rule = when("$s : Statement()");
            assertThat(problems(rule + rule))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("'r' is taken"));
        }

        @Test
        void syntaxErrorsCarryTheirPlace() {
            assertThat(
                            problems(
                                    "rule \"r\"\nwhen\n  $s : Statement( measure = Measure.RECALL )\nthen\n flag($s, \"x\");\nend"))
                    .first()
                    .satisfies(problem -> {
                        assertThat(problem.line()).isEqualTo(3);
                        assertThat(problem.column()).isEqualTo(27);
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$s : Statement( count > \"x\" )",
                    "$s : Statement( count > 1.2.3 )",
                    "$s : Statement( measure == Status.ADOPTED )",
                    "$s : Statement( measure > Measure.RECALL )",
                    "$s : Statement( actor == \"russia\" )",
                    "$s : Statement( speaker == \"RUS\" )",
                    "$s : Statement( actor matches \"R.*\" )",
                    "$s : Statement( evidence matches \"(a)\\\\1\" )",
                    "$s : Statement( evidence matches \"(\" )",
                    "$s : Statement( evidence matches \"((a{1000}){1000}){1000}\" )",
                    "$s : Statement( evidence == 'open )",
                    "$s : Statement( not background == true )",
                    "$s : Statement( actor )",
                    "$s : Statement( actor == )",
                    "$s : Statement( actor == \"RUS\" && )",
                    "$s : Statement( actor == $t.target )",
                    "$s : Statement() $t : Statement()",
                    "$s : Statement() $s : Statement( actor == $s.actor )",
                    "$s : Statement() $t : Statement( measure == $s.move, actor == $s.actor )",
                    "not Statement() $s : Statement()",
                    "$s : Statement() or $s : Statement( mutual == true )",
                    "$s : Object()",
                    "s : Statement()",
                })
        void mistakesAreRefused(String lhs) {
            assertThat(problems(when(lhs))).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).isNotBlank();
            });
        }
    }

    /** What is allowed and yet probably not meant. */
    @Nested
    class Warnings {

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                value = {
                    "$s : Statement( actor == \"POL\", actor == \"RUS\" ) ~ this can never be: no 'actor'",
                    "$s : Statement( actor.in(\"G7\"), actor in (\"RUS\", \"CHN\") ) ~ this can never be: no 'actor'",
                    "$s : Statement( move != Move.LIFT && move != Move.IMPOSE ) ~ this can never be: no 'move'",
                    "$s : Statement( background == true, background == false ) ~ this can never be: no 'background'",
                    "$s : Statement( count > 10, count < 10 ) ~ this can never be: no 'count'",
                    "$s : Statement( count == 3, count > 5 ) ~ this can never be: no 'count'",
                    "$s : Statement( date > \"2026-01-01\", date < \"2025-01-01\" ) ~ this can never be: no 'date'",
                    "$s : Statement( actor == \"RUZ\" ) ~ no party has the code 'RUZ'; did you mean 'RUS'?",
                    "$s : Statement( actor == \"EU27\" ) ~ it is a list",
                })
        void aRuleThatCannotBeMeantIsToldAndWorks(String lhs, String warning) {
            assertThat(compile(when(lhs)))
                    .isInstanceOfSatisfying(
                            Compiled.class,
                            compiled -> assertThat(compiled.warnings())
                                    .singleElement()
                                    .satisfies(told -> {
                                        assertThat(told.message()).contains(warning);
                                        assertThat(told.line()).isEqualTo(3);
                                    }));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$s : Statement( count >= 10, count <= 10 )",
                    "$s : Statement( actor == \"POL\" || actor == \"RUS\" )",
                    "$s : Statement( actor.in(\"G7\"), actor != \"USA\" )",
                })
        void whatCanBeIsNotWarnedOf(String lhs) {
            assertThat(((Compiled) compile(when(lhs))).warnings()).isEmpty();
        }

        @Test
        void aRuleThatSaysTheSameAsAnotherIsTold() {
            String rule = when("$s : Statement( mutual == true )");
            assertThat(((Compiled) compile(rule + rule.replace("\"r\"", "\"again\""))).warnings())
                    .extracting(Problem::toString)
                    .containsExactly("test.drl:7:1: the rule 'again' says what 'r' says at test.drl:1");
        }
    }

    /** Files beside the rules. */
    @Nested
    class OtherFiles {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "lists.yaml | a: [POL] \\n b: [POL] | lists.yaml:2:",
                    "lists.yaml | a: POL | lists.yaml:1:4: a list is expected here",
                    "lists.yaml | a: [Poland] | lists.yaml:1:5: a party's code",
                    "lists.yaml | EU27: [POL] | lists.yaml:1:7: the name 'EU27' is taken",
                    "lists.yaml | - POL | lists.yaml:1:1: fields are expected here",
                    "lists.yaml | a: [ | lists.yaml:1:",
                    "lists.yml | a: [POL] | lists.yml:1:1: a rulebook holds rules (*.drl)",
                    "examples/a.yaml | - text: x | examples/a.yaml:1:3: an example says what it 'raises'",
                    "examples/a.yaml | - {txt: x, raises: []} | examples/a.yaml:1:9: unknown field 'txt'; did you mean 'text'?",
                    "examples/a.yaml | - raises: [x] | examples/a.yaml:1:3: an article needs a text",
                    "examples/a.yaml | - {text: x, raises: [X Y]} | examples/a.yaml:1:22: a kind of flag is expected",
                    "examples/a.yaml | - {text: x, raises: [x], date: today} | examples/a.yaml:1:32: a day such as",
                    "examples/a.yaml | - &a [*a] | examples/a.yaml",
                    "lexicon/offices.txt | Jane Doe,GBR | lexicon/offices.txt:1:1: a party's code",
                    "lexicon/offices.txt | Jane Doe; GBR; 2026; 2020 | lexicon/offices.txt:1:1: an office ends after it begins",
                    "lexicon/cues.txt | PERHAPS : mull | lexicon/cues.txt:1:1: a status is one of",
                    "lexicon/cues.txt | CONSIDERED : # | lexicon/cues.txt:1:1: a name begins with a letter",
                    "lexicon/verbs.txt | x | lexicon/verbs.txt:1:1: the lexicon is added to by",
                })
        void mistakesInThemHaveTheirPlace(String path, String text, String problem) {
            String lines = text.replace("\\n", "\n").replace(';', '|');
            assertThat(compile(List.of(new RulebookFile(path, lines))))
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken -> assertThat(broken.problems())
                                    .anySatisfy(
                                            told -> assertThat(told.toString()).startsWith(problem)));
        }

        @Test
        void theLexiconIsAddedTo() {
            List<RulebookFile> files = List.of(
                    new RulebookFile("lexicon/offices.txt", "Zyx Doe | GBR | 2020 |"),
                    new RulebookFile("lexicon/parties.txt", "FRA | the Blue House by the Seine"),
                    new RulebookFile("lexicon/cues.txt", "CONSIDERED : chew over"));
            CompiledRulebook rulebook = compile(files).orThrow();
            assertThat(statements(rulebook, "Zyx Doe expelled 12 Russian diplomats."))
                    .containsExactly("EXPULSION/IMPOSE/ADOPTED/GBR>RUS");
            assertThat(statements(rulebook, "the Blue House by the Seine chews over expelling 12 Russian diplomats."))
                    .containsExactly("EXPULSION/IMPOSE/CONSIDERED/FRA>RUS");
            assertThat(rulebook.reader().read(Statements.ARTICLE).readerVersion())
                    .startsWith(EnglishReader.VERSION + "+")
                    .hasSizeLessThan(40);
        }

        private static List<String> statements(CompiledRulebook rulebook, String text) {
            Article article = Article.of("", text, Imprint.UNKNOWN, Instant.parse("2026-03-02T08:00:00Z"));
            return rulebook.reader().read(article).statements().stream()
                    .map(statement -> statement.doing().key())
                    .toList();
        }

        @Test
        void examplesAreRun() {
            String examples = """
                    - example: Moscow answers
                      before:
                        - {date: 2026-03-01, text: Poland expelled 45 Russian diplomats.}
                      date: 2026-03-04
                      text: Russia expelled 45 Polish diplomats.
                      raises: [answer RUS>POL]
                      never: ["*"]
                    - {example: Too hopeful, text: Poland expelled 45 Russian diplomats., raises: [answer], never: [out]}
                    """;
            String rules =
                    "rule \"out\" when $s : Statement( measure == Measure.EXPULSION ) then flag($s, \"out\"); end\n"
                            + "rule \"answer\" when $s : Statement() EarlierEvent( actor == $s.target, target == $s.actor )"
                            + " then flag($s, \"answer\"); end\n";
            CompiledRulebook rulebook = compile(
                            List.of(new RulebookFile("examples/a.yaml", examples), new RulebookFile("a.drl", rules)))
                    .orThrow();
            assertThat(rulebook.examples())
                    .extracting(example -> example.run(rulebook).mistakes())
                    .containsExactly(
                            List.of("raises out RUS>POL by the rule 'out' on \"Russia expelled 45 Polish diplomats\""),
                            List.of(
                                    "does not raise answer",
                                    "raises out POL>RUS by the rule 'out' on \"Poland expelled 45 Russian diplomats\""));
        }
    }

    /** Meets each statement with each other, three times over. */
    private static final String RUNAWAY =
            "rule \"runaway\" when $a : Statement() $b : Statement( measure == $a.measure )"
                    + " $c : Statement( measure == $b.measure ) $d : Statement( measure == $c.measure, actor == \"A07\" )"
                    + " then flag($d, \"x\"); end\n";

    /** Ways out of a rule that work, or hang, where rule text is compiled or interpreted. */
    @Nested
    class Hostile {

        @ParameterizedTest
        @MethodSource("io.demarche.rules.rulebook.Escape#all")
        void isRefusedWithItsPlaceOrHarmless(Escape escape) {
            assertThat(compile(escape.text())).isInstanceOf(escape.refused() ? Broken.class : Compiled.class);
            assertThat(problems(escape.text())).allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.message()).isNotBlank().doesNotContain("null");
            });
        }

        @Test
        void aNameIsOnlyAName() {
            String text =
                    "rule \"x\\\"+new java.io.File(\\\"y\\\").mkdir()+\\\"\" when $s : Statement() then flag($s, \"x\"); end";
            assertThat(kinds(text, "RECALL IMPOSE ADOPTED POL>RUS")).containsExactly("x");
        }

        @Test
        void deepNestingIsRefused() {
            String deep = "(".repeat(5_000) + "actor == null" + ")".repeat(5_000);
            assertThat(problems(when("$s : Statement( " + deep + " )")))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("deep"));
            String wide = "actor == null" + " || actor == null".repeat(20_000);
            assertThat(problems(when("$s : Statement( " + wide + " )"))).isNotEmpty();
        }

        @Test
        void anEndlessRegularExpressionEnds() {
            String rule = when("$s : Statement( text matches \"(.*a){20}b\" )");
            assertThat(kinds(rule, "RECALL IMPOSE ADOPTED POL>RUS")).isEmpty();
        }

        /** Rules that flood are found among the others, and take no part any more after the third time. */
        @Test
        void aRuleThatOverrunsAgainAndAgainIsSuspended() {
            String flood = RUNAWAY.replace("runaway", "flood");
            String quiet = IntStream.range(0, 20)
                    .mapToObj(i -> "rule \"q%d\" when $s : Statement( actor == \"A%02d\" ) then flag($s, \"q\"); end\n"
                            .formatted(i, i))
                    .collect(Collectors.joining());
            CompiledRulebook rulebook = compile(List.of(new RulebookFile("test.drl", flood + quiet)))
                    .orThrow();
            Reading reading = Statements.reading(IntStream.range(0, 80)
                    .mapToObj(i -> "RECALL IMPOSE ADOPTED A%02d>RUS".formatted(i))
                    .toArray(String[]::new));
            for (int breach = 1; breach <= 3; breach++) {
                assertThat(rulebook.suspended()).isEmpty();
                Evaluation evaluation = rulebook.evaluate(Statements.ARTICLE, reading, List.of());
                assertThat(evaluation.setAside()).containsExactly("flood");
                assertThat(evaluation.flags()).hasSize(20);
            }
            assertThat(rulebook.suspended()).containsExactly("flood");
            assertThat(rulebook.breaches()).containsExactly(entry("flood", 3));
            assertThat(rulebook.evaluate(Statements.ARTICLE, reading, List.of()).setAside())
                    .isEmpty();
        }

        /** A cross product uses up its budget; the rule is named and set aside, the others have fired. */
        @Test
        void aRunawayRuleIsSetAside() {
            String[] statements = IntStream.range(0, 80)
                    .mapToObj(i -> "RECALL IMPOSE ADOPTED A%02d>RUS".formatted(i))
                    .toArray(String[]::new);
            Evaluation evaluation = evaluate(RUNAWAY + when("$s : Statement( actor == \"A07\" )"), statements);
            assertThat(evaluation.setAside()).containsExactly("runaway");
            assertThat(evaluation.flags()).extracting(Flag::rule).containsExactly("r");
        }
    }

    private static String when(String lhs) {
        return "rule \"r\"\nwhen\n  " + lhs + "\nthen\n  flag($s, \"x\");\nend\n";
    }

    private static List<Problem> problems(String text) {
        return compile(text) instanceof Broken broken ? broken.problems() : List.of();
    }

    private static List<String> kinds(String text, String... statements) {
        return evaluate(text, statements).flags().stream().map(Flag::kind).toList();
    }

    private static Evaluation evaluate(String text, String... statements) {
        return evaluate(List.of(new RulebookFile("test.drl", text)), statements);
    }

    private static Evaluation evaluate(List<RulebookFile> files, String... statements) {
        Compilation compilation = compile(files);
        assertThat(compilation).as("%s", compilation).isInstanceOf(Compiled.class);
        return ((Compiled) compilation)
                .rulebook()
                .evaluate(Statements.ARTICLE, Statements.reading(statements), List.of());
    }

    private static Compilation compile(String text) {
        return compile(List.of(new RulebookFile("test.drl", text)));
    }

    private static Compilation compile(List<RulebookFile> files) {
        return new DrlCompiler().compile(7, files);
    }
}
