package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RuleFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Ways out of a rule that work, or hang, where rule text is compiled or interpreted. */
    @Nested
    class Hostile {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "import java.lang.Runtime; rule r when $s : Statement() then flag($s, \"x\"); end",
                    "import function java.lang.System.exit; rule r when $s : Statement() then flag($s, \"x\"); end",
                    "import static java.lang.System.exit; rule r when $s : Statement() then flag($s, \"x\"); end",
                    "global java.lang.Runtime rt; rule r when $s : Statement() then flag($s, \"x\"); end",
                    "function void f() { System.exit(77); } rule r when $s : Statement() then flag($s, \"x\"); end",
                    "declare Foo a : Object = System.exit(77) end rule r when $s : Statement() then flag($s, \"x\"); end",
                    "query q Statement() end rule r when $s : Statement() then flag($s, \"x\"); end",
                    "rule r @severity( Runtime.getRuntime().exec(\"true\") ) when $s : Statement() then flag($s, \"x\"); end",
                    "rule r salience( Runtime.getRuntime().hashCode() ) when $s : Statement() then flag($s, \"x\"); end",
                    "rule r enabled( System.exit(77) == null ) when $s : Statement() then flag($s, \"x\"); end",
                    "rule r timer(int: 1s) when $s : Statement() then flag($s, \"x\"); end",
                    "rule r dialect \"mvel\" when $s : Statement() then flag($s, \"x\"); end",
                    "rule r when eval( System.exit(77) == null ) $s : Statement() then flag($s, \"x\"); end",
                    "rule r when $s : Statement( System.exit(77) == null ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement( eval(true) ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement( actor.getClass() != null ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement( actor == (new java.io.File(\"x\")).getName() ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement( actor in (System.getenv()) ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement( /articles/text ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement( this soundslike \"x\" ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement() from System.out then flag($s, \"x\"); end",
                    "rule r when $s : Statement() from collect( Statement() ) then flag($s, \"x\"); end",
                    "rule r when $n : Number() from accumulate( Statement(), init(System.exit(77);), result(1) ) then end",
                    "rule r when accumulate( $s : Statement(); $n : count($s) ) then flag($s, \"x\"); end",
                    "rule r when forall( $s : Statement() ) then flag($s, \"x\"); end",
                    "rule r when $s : Statement() then while(true); end",
                    "rule r when $s : Statement() then \\u0053ystem.exit(77); end",
                    "rule r when $s : Statement() then insert($s); end",
                    "rule r when $s : Statement() then flag($s, \"x\" + System.exit(77)); end",
                    "rule r when $s : Statement() do[y] then flag($s, \"x\"); then[y] System.exit(77); end",
                    "rule r extends q when $s : Statement() then flag($s, \"x\"); end",
                    "rule r when org.mvel2.MVEL() then end",
                    "unit Foo; rule r when $s : Statement() then flag($s, \"x\"); end",
                    "package x; expander y.dsl rule r when > System.exit(77); then end",
                })
        void isRefused(String text) {
            assertThat(problems(text)).isNotEmpty();
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

        /** A cross product uses up its budget; the rule is named and set aside, the others have fired. */
        @Test
        void aRunawayRuleIsSetAside() {
            String runaway = "rule \"runaway\" when $a : Statement() $b : Statement( measure == $a.measure )"
                    + " $c : Statement( measure == $b.measure ) $d : Statement( measure == $c.measure, actor == \"A07\" )"
                    + " then flag($d, \"x\"); end\n";
            String[] statements = IntStream.range(0, 80)
                    .mapToObj(i -> "RECALL IMPOSE ADOPTED A%02d>RUS".formatted(i))
                    .toArray(String[]::new);
            Evaluation evaluation = evaluate(runaway + when("$s : Statement( actor == \"A07\" )"), statements);
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
        Compilation compilation = compile(text);
        assertThat(compilation).as("%s", compilation).isInstanceOf(Compiled.class);
        return ((Compiled) compilation).rulebook().evaluate(Statements.ARTICLE, Statements.reading(statements));
    }

    private static Compilation compile(String text) {
        return new DrlCompiler()
                .compile(new Revision(7, List.of(new RuleFile("test.drl", text)), "test", "test", Instant.EPOCH));
    }
}
