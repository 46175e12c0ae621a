package io.demarche.api.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The entrance. Exit codes: 0 for success, 1 for work that failed in part or whole, 2 for a wrong command line. */
@Command(
        name = "demarche",
        description = "Watches the news for diplomatic measures and tells those who must act on them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            IngestCommand.class,
            ReadCommand.class,
            RulebookCommand.class
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

    static CommandLine commandLine() {
        return new CommandLine(new DemarcheCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("demarche: " + plain(e));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** What happened, and the cause at the bottom of it. */
    private static String plain(Throwable e) {
        Throwable bottom = e;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String because = bottom == e ? "" : System.lineSeparator() + "  because: " + bottom.getMessage();
        return e.getMessage() + because;
    }
}
