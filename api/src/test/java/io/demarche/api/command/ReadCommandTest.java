package io.demarche.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.rules.rulebook.DefaultRulebook;
import io.demarche.rules.rulebook.DrlCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {

    private static final CompiledRulebook RULEBOOK =
            new DrlCompiler().compile(1, DefaultRulebook.files()).orThrow();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void linesComeOutInTheirOrderWithTheFieldsOfTheEventModel() throws Exception {
        String input = IntStream.range(0, 3_000)
                .mapToObj(i ->
                        "{\"id\":\"a" + i + "\",\"title\":\"\",\"text\":\"Poland expelled two Russian diplomats.\"}")
                .collect(Collectors.joining("\n"));
        read(input);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"id\":\"a" + i + "\",");
        }
        JsonNode line = new JsonMapper().readTree(lines.get(0));
        assertThat(line.get("statements").get(0).propertyNames())
                .contains(
                        "measure",
                        "move",
                        "status",
                        "background",
                        "actor",
                        "target",
                        "speaker",
                        "mutual",
                        "count",
                        "quote");
        assertThat(line.get("flags").get(0).get("kind").asString()).isEqualTo("expulsion");
        assertThat(line.get("flags").get(0).get("statement").asInt()).isZero();
    }

    @Test
    void aBadLineIsReportedWithItsNumberAndPassedOver() throws Exception {
        String input = """
                {"id":"a","title":"t","text":"Nothing happened.","section":"ignored"}
                {"id":"b"

                {"id":"c","title":"no text"}
                {"id":"d","text":"x","date":"yesterday"}
                ["e"]
                {"id":"f","text":"Nothing happened.","date":"2020-01-01"}""";
        read(input);
        assertThat(out.toString()).contains("\"a\"", "\"f\"");
        assertThat(err.toString())
                .contains(
                        "2 articles read, 4 problems",
                        "test, line 2: no JSON object",
                        "test, line 4: the field \"text\" is missing",
                        "test, line 5: the field \"date\"",
                        "test, line 6: ");
    }

    @Test
    void exitCodesAndHelp(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.txt"), "Title\n\nPoland expelled two Russian diplomats.");
        assertThat(run("read", good.toString())).isZero();
        assertThat(run("read", folder.resolve("gone.jsonl").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("gone.jsonl: there is no such file");
        assertThat(run("read", "--no-such-option")).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve", "demo", "ingest", "read", "rulebook");
        assertThat(run("--version")).isZero();
    }

    @Test
    void aRulebookIsCheckedFromTheCommandLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.drl"),
                "rule \"r\"\nwhen\n  $s : Statement( mesure == Measure.RECALL )\nthen\n  System.exit(1);\nend\n");
        assertThat(run("rulebook", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "mine.drl:3:19: unknown field 'mesure'; did you mean 'measure'?",
                        "mine.drl:5:3: 'then' only raises flags",
                        "2 problems");
        assertThat(run("read", "--rulebook", folder.toString(), file.toString()))
                .isEqualTo(1);
        assertThat(run("rulebook", "check")).isZero();
    }

    @Test
    void theBundledRulebookIsExportedAndPassesItsCheck(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.drl"), "");
        Files.writeString(folder.resolve("README.md"), "About these rules.");
        assertThat(run("rulebook", "export", "--bundled", folder.toString())).isZero();
        assertThat(out.toString()).contains("mine.drl is not in the rulebook").doesNotContain("README");
        assertThat(run("rulebook", "check", folder.toString())).isZero();
        assertThat(out.toString()).contains("examples, all pass");
    }

    @Test
    void aServerThatDoesNotAnswerIsTold() {
        assertThat(run("rulebook", "publish", "--note", "x", "--server", "http://127.0.0.1:1", "src"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no .drl");
        assertThat(run("rulebook", "export", "--server", "http://127.0.0.1:1", "target/nowhere"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no server answers at http://127.0.0.1:1");
    }

    @Test
    void anExplanationShowsWhatGaveEachField() throws Exception {
        read(
                "{\"id\":\"a\",\"text\":\"It rained.\\nPoland may expel two Russian diplomats. Moscow wants sanctions lifted.\"}",
                true);
        assertThat(out.toString())
                .contains(
                        "a: statements: ",
                        "Poland may expel two Russian diplomats.",
                        "    expel                    head: EXPULSION IMPOSE of people",
                        "=> EXPULSION/IMPOSE/CONSIDERED/POL>RUS  [expel two Russian diplomats]",
                        "    measure    a verb with its object behind it  <expel … diplomats>",
                        "    status     'may' governs it  <may>",
                        "    actor      POL: the subject of 'may'  <Poland>",
                        "    target     RUS: named in the object  <Russian>")
                .doesNotContain("It rained", "{");
    }

    private void read(String input) throws IOException, InterruptedException {
        read(input, false);
    }

    private void read(String input, boolean explain) throws IOException, InterruptedException {
        try (OrderedLines lines = new OrderedLines("articles read", new PrintWriter(out), new PrintWriter(err))) {
            new ReadingLines(RULEBOOK, explain, lines).readLines("test", new BufferedReader(new StringReader(input)));
            lines.drain();
        }
    }

    private int run(String... arguments) {
        CommandLine command = DemarcheCommand.commandLine();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
