package io.demarche.api.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import io.demarche.api.store.Rows;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.MetaDataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Writes the embedded database into a file, from which 'restore' makes it again. The server must not run meanwhile. The key that"
                        + " secrets are sealed with (secrets.key in the data folder) is not in it: keep a copy of it elsewhere.")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "FILE", description = "The file to be written (.zip). It must not exist.")
    private Path file = Path.of("");

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, MetaDataAccessException {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " exists; name a file that does not");
        }
        // Nothing is made but what is asked for, and the database is left at the version that it has.
        List<String> bare = List.of("spring.main.lazy-initialization=true", "spring.flyway.enabled=false");
        try (ConfigurableApplicationContext context = options.start(WebApplicationType.NONE, spec, settings, bare)) {
            if (!Rows.isEmbedded(context.getBean(DataSource.class))) {
                throw new IllegalArgumentException("PostgreSQL has a backup of its own: use pg_dump");
            }
            context.getBean(JdbcTemplate.class)
                    .update("backup to ?", file.toAbsolutePath().toString());
        }
        spec.commandLine().getOut().printf("%,d KB written to %s%n", Files.size(file) >> 10, file);
        return ExitCode.OK;
    }
}
