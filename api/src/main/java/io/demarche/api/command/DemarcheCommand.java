package io.demarche.api.command;

import java.net.BindException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entrance. Exit codes: 0 for success, 1 for work that failed in part or whole, 2 for a wrong command line. */
@Command(
        name = "demarche",
        description = "Watches the news for diplomatic measures and tells those who must act on them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            IngestCommand.class,
            ReadCommand.class,
            FeedCommand.class,
            ExtractCommand.class,
            RulebookCommand.class,
            CheckCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        footer =
                "%nWithout a command, the server is started: 'demarche --help' lists the commands, 'demarche serve --help' its options.")
public final class DemarcheCommand implements Runnable {

    @Override
    public void run() {
        new ServeCommand().run();
    }

    /** Runs the command line; a server that was started keeps the process alive. */
    public static void main(String... arguments) {
        int code = commandLine().execute(arguments);
        if (code != CommandLine.ExitCode.OK) {
            System.exit(code);
        }
    }

    /** The command line, to be executed. */
    public static CommandLine commandLine() {
        return new CommandLine(new DemarcheCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("demarche: " + plain(e));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** What happened, in words that say what to do, as far as the cause at the bottom of it is known. */
    static String plain(Throwable e) {
        Throwable bottom = e;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String cause = String.valueOf(bottom.getMessage());
        if (bottom instanceof BindException) {
            return "the port is taken by another program; choose another with --port";
        }
        if (cause.contains("file is locked")) {
            return "the database is open in another process, probably a running server; stop that, or push to it over HTTP ("
                    + cause + ")";
        }
        return bottom == e ? cause : cause + System.lineSeparator() + "  while: " + e.getMessage();
    }
}
