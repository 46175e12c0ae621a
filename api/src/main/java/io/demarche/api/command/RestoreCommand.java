package io.demarche.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes an embedded database of a file that 'backup' wrote, in a folder that has none. Put the key that secrets were sealed with"
                        + " (secrets.key) beside it.")
final class RestoreCommand implements Callable<Integer> {

    private static final String DATABASE = "demarche.mv.db";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the database is to lie. Default: ${DEFAULT-VALUE}",
            defaultValue = "./data")
    private Path data = Path.of("data");

    @Parameters(paramLabel = "FILE", description = "The file that 'backup' wrote.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path database = data.resolve(DATABASE);
        if (Files.exists(database)) {
            throw new IllegalArgumentException(
                    database + " exists; move it away first, or name another folder with --data");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " cannot be read");
        }
        try (ZipFile backup = new ZipFile(file.toFile())) {
            ZipEntry entry = backup.getEntry(DATABASE);
            if (entry == null) {
                throw new IllegalArgumentException(file + " is no backup of Demarche: it holds no " + DATABASE);
            }
            Path part = Files.createTempFile(Files.createDirectories(data), "restore", ".part");
            Files.copy(backup.getInputStream(entry), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, database, StandardCopyOption.ATOMIC_MOVE);
        }
        spec.commandLine()
                .getOut()
                .printf("%s is made; put secrets.key beside it before the server starts%n", database);
        return ExitCode.OK;
    }
}
