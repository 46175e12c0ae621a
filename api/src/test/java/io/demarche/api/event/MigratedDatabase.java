package io.demarche.api.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Empty databases with all their tables, copied by the tests' servers: a third of a server's start goes into making them. */
public final class MigratedDatabase {

    /** How the embedded database is opened, as far as its tables depend on it. */
    public static final String EMBEDDED = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static final String FILE = "demarche.mv.db";

    private static @Nullable Path embedded;

    private MigratedDatabase() {}

    /** Puts a copy into that folder, unless there is a database already. */
    public static void copyTo(Path folder) {
        Path copy = folder.resolve(FILE);
        try {
            if (Files.notExists(copy)) {
                Files.createDirectories(folder);
                Files.copy(embedded(), copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the tables in a database of that vendor. */
    public static void migrate(DataSource database, String vendor) {
        migrate(database, vendor, MigrationVersion.LATEST);
    }

    /** Makes the tables as they were with that version, or those of an older one what they became with it. */
    public static void migrate(DataSource database, String vendor, MigrationVersion version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/" + vendor)
                .javaMigrations(new OldReports(new JsonMapper()))
                .target(version)
                .load()
                .migrate();
    }

    private static synchronized Path embedded() throws IOException {
        if (embedded == null) {
            Path folder = Files.createTempDirectory("migrated");
            String url = "jdbc:h2:file:" + folder.resolve("demarche") + EMBEDDED;
            migrate(new DriverManagerDataSource(url, "demarche", ""), "h2");
            embedded = folder.resolve(FILE);
            embedded.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
        }
        return embedded;
    }
}
