package io.demarche.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.demarche.api.rulebook.RulebookClient;
import io.demarche.api.rulebook.RulebookFolder;
import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.rules.rulebook.DefaultRulebook;
import io.demarche.rules.rulebook.DrlCompiler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rulebook",
        mixinStandardHelpOptions = true,
        description =
                "The rulebook as a folder of files, as it lives in a version control system: export, check, publish.",
        subcommands = {RulebookCommand.Export.class, RulebookCommand.Check.class, RulebookCommand.Publish.class})
final class RulebookCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "one of these is expected: export, check, publish");
        }
    }

    /** Which server is spoken to, and with which key: on a command line it could be read by others on the machine. */
    private static final class Server {

        @Option(
                names = "--server",
                paramLabel = "URL",
                description =
                        "The running server; the key that it asks for is taken from the variable DEMARCHE_KEY. Default: ${DEFAULT-VALUE}",
                defaultValue = "http://127.0.0.1:8080")
        private URI url = URI.create("http://127.0.0.1:8080");

        private static final @Nullable String KEY = System.getenv("DEMARCHE_KEY");

        private RulebookClient client() {
            return new RulebookClient(url, KEY);
        }

        /** Without a key, the server does not know who asks. */
        private static @Nullable String author() {
            return KEY == null ? System.getProperty("user.name") : null;
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Says whether the rulebook files at a path compile, every problem and warning with its file, line and column, and runs"
                            + " the examples. Exits with 1 if there is a problem or an example fails.")
    static final class Check implements Callable<Integer> {

        @Parameters(
                arity = "0..1",
                paramLabel = "PATH",
                description = "A folder of rulebook files, or one of them. Default: the bundled rulebook.")
        private @Nullable Path path;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            List<RulebookFile> files = RulebookFolder.read(path);
            Compilation compilation = new DrlCompiler().compile(1, files);
            PrintWriter out = spec.commandLine().getOut();
            if (compilation instanceof Broken broken) {
                broken.problems().forEach(out::println);
                out.printf(
                        "%d %s%n", broken.problems().size(), broken.problems().size() == 1 ? "problem" : "problems");
                return ExitCode.SOFTWARE;
            }
            Compiled compiled = (Compiled) compilation;
            compiled.warnings().forEach(warning -> out.println(warning + " (a warning)"));
            CompiledRulebook rulebook = compiled.rulebook();
            List<Problem> failing = rulebook.examples().stream()
                    .flatMap(example -> example.run(rulebook).problems().stream())
                    .toList();
            failing.forEach(out::println);
            out.printf(
                    "%d files, %d rules, no problem, %d warnings; %d examples, %s%n",
                    files.size(),
                    rulebook.rules().size(),
                    compiled.warnings().size(),
                    rulebook.examples().size(),
                    failing.isEmpty() ? "all pass" : failing.size() + " mistakes");
            return failing.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes a rulebook into a folder. Files there that the rulebook does not have are named and left alone.")
    static final class Export implements Callable<Integer> {

        @Mixin
        private Server server = new Server();

        @Option(names = "--bundled", description = "The bundled rulebook; no server is spoken to.")
        private boolean bundled;

        @Option(names = "--revision", paramLabel = "N", description = "Default: the revision in force.")
        private @Nullable Integer revision;

        @Parameters(paramLabel = "DIR", description = "The folder; it is made if there is none.")
        private Path folder = Path.of(".");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException, InterruptedException {
            List<RulebookFile> files =
                    bundled ? DefaultRulebook.files() : server.client().files(revision);
            RulebookFolder.write(files, folder);
            PrintWriter out = spec.commandLine().getOut();
            RulebookFolder.others(files, folder)
                    .forEach(other -> out.println(other + " is not in the rulebook; remove it before you publish"));
            out.printf("%d files written to %s%n", files.size(), folder);
            return ExitCode.OK;
        }
    }

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = {
                "Publishes the rulebook in a folder as the next revision of the running server. It is checked there, its examples are run,"
                        + " and it is live within two seconds on every node.",
                "Exits with 1, changing nothing, if there is a problem, an example fails, or somebody else published since --base."
            })
    static final class Publish implements Callable<Integer> {

        @Mixin
        private Server server = new Server();

        @Option(
                names = "--author",
                paramLabel = "NAME",
                description = "Who publishes. Default: whose key it is, or your name on this machine.")
        private @Nullable String author;

        @Option(names = "--note", required = true, paramLabel = "TEXT", description = "Why, for the history.")
        private String note = "";

        @Option(
                names = "--base",
                paramLabel = "N",
                description = "The revision that this folder began from; it must be in force. Default: whichever is.")
        private @Nullable Integer base;

        @Option(names = "--override", description = "Publish although examples fail; that is recorded.")
        private boolean override;

        @Parameters(paramLabel = "DIR", description = "The folder of rulebook files.")
        private Path folder = Path.of(".");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException, InterruptedException {
            int revision = server.client()
                    .publish(
                            RulebookFolder.read(folder),
                            base,
                            author == null ? Server.author() : author,
                            note,
                            override);
            spec.commandLine().getOut().printf("revision %d is in force%n", revision);
            return ExitCode.OK;
        }
    }
}
