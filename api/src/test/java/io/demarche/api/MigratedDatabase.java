package io.demarche.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Empty databases with all their tables, copied by the tests' servers: a third of a server's start goes into making them. */
final class MigratedDatabase {

    private static final String FILE = "demarche.mv.db";

    private static @Nullable Path embedded;

    private MigratedDatabase() {}

    /** Puts a copy into that folder, unless there is a database already. */
    static void copyTo(Path folder) {
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
    static void migrate(String url, String user, String vendor) {
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/migration", "classpath:db/" + vendor)
                .javaMigrations(new NoOldReports())
                .load()
                .migrate();
    }

    /** Stands for the migration that fills in old rows, of which an empty database has none. */
    private static final class NoOldReports implements JavaMigration {

        @Override
        public void migrate(Context context) {}

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion("16");
        }

        @Override
        public String getDescription() {
            return "old reports";
        }

        @Override
        public @Nullable Integer getChecksum() {
            return null;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }
    }

    private static synchronized Path embedded() throws IOException {
        if (embedded == null) {
            Path folder = Files.createTempDirectory("migrated");
            migrate(
                    "jdbc:h2:file:" + folder.resolve("demarche")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "demarche",
                    "h2");
            embedded = folder.resolve(FILE);
            embedded.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
        }
        return embedded;
    }
}
