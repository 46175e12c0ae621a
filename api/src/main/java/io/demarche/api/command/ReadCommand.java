package io.demarche.api.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.demarche.api.rulebook.RulebookFolder;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.ingest.source.SavedFiles;
import io.demarche.rules.rulebook.DrlCompiler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Reads articles and prints, one JSON line each, the statements found and the flags raised. No server, no database.",
            "In: JSON lines {\"id\",\"title\",\"text\",\"date\"?}, or saved articles (.txt, .html), one a file. Out: JSON lines"
                    + " {\"id\",\"statements\",\"flags\"}, in the order of the input.",
            "A line that cannot be read is reported with its number and passed over; the exit code is then 1."
        })
final class ReadCommand implements Callable<Integer> {

    @Option(
            names = "--rulebook",
            paramLabel = "DIR",
            description = "A folder of rulebook files in place of the bundled rulebook.")
    private @Nullable Path rulebook;

    @Option(
            names = "--explain",
            description =
                    "Print, in place of JSON, how each sentence was read: what is known of its words, what was found"
                            + " done, and which words and constructions gave each field.")
    private boolean explain;

    @Parameters(
            paramLabel = "FILE",
            description = "Files to read; standard input (JSON lines) if there are none, or for -.")
    private List<String> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        CompiledRulebook rules =
                new DrlCompiler().compile(1, RulebookFolder.read(rulebook)).orThrow();
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        try (OrderedLines lines = new OrderedLines("articles read", out, err)) {
            ReadingLines reading = new ReadingLines(rules, explain, lines);
            for (String file : files.isEmpty() ? List.of("-") : files) {
                read(file, reading, lines);
            }
            return lines.drain() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static void read(String file, ReadingLines reading, OrderedLines lines) throws InterruptedException {
        try {
            if (file.equals("-")) {
                reading.readLines(file, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
            } else if (SavedFiles.isSavedArticle(Path.of(file))) {
                reading.readSaved(Path.of(file));
            } else {
                try (BufferedReader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
                    reading.readLines(file, reader);
                }
            }
        } catch (IOException e) {
            lines.problem(file, Files.exists(Path.of(file)) ? String.valueOf(e) : "there is no such file");
        }
    }
}
