package io.demarche.api.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import io.demarche.api.rulebook.RulebookFolder;
import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.Revision;
import io.demarche.rules.rulebook.DrlCompiler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rulebook",
        mixinStandardHelpOptions = true,
        description = "Checks rule files.",
        subcommands = RulebookCommand.Check.class)
final class RulebookCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "one of these is expected: check");
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Says whether the rule files at a path compile, and every problem with its file, line and column. Exits with 1 if"
                            + " there is one.")
    static final class Check implements Callable<Integer> {

        @Parameters(
                arity = "0..1",
                paramLabel = "PATH",
                description = "A .drl file or a folder of them. Default: the bundled rulebook.")
        private @Nullable Path path;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Revision revision = RulebookFolder.revision(path, Instant.EPOCH);
            Compilation compilation = new DrlCompiler().compile(revision);
            PrintWriter out = spec.commandLine().getOut();
            if (compilation instanceof Broken broken) {
                broken.problems().forEach(out::println);
                out.printf("%d problems%n", broken.problems().size());
                return CommandLine.ExitCode.SOFTWARE;
            }
            int rules = ((Compiled) compilation).rulebook().rules().size();
            out.printf("%d files, %d rules, no problem%n", revision.files().size(), rules);
            return CommandLine.ExitCode.OK;
        }
    }
}
