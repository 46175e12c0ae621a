package io.demarche.api;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import io.demarche.api.event.MigratedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The databases on which the stores are tested: the embedded default and a real PostgreSQL, started once. */
public enum Databases {
    H2,
    POSTGRESQL;

    private static final String TEMPLATE = "migrated";

    private static @Nullable EmbeddedPostgres postgres;

    /** The properties of a server on a fresh database of this sort. */
    public String[] fresh(Path folder) throws IOException, SQLException {
        if (this == H2) {
            return new String[] {"demarche.data=" + folder};
        }
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        EmbeddedPostgres server = postgres();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + TEMPLATE);
        }
        return List.of(
                        "demarche.data=" + folder,
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", name),
                        "spring.datasource.username=postgres")
                .toArray(String[]::new);
    }

    private static synchronized EmbeddedPostgres postgres() throws IOException, SQLException {
        if (postgres == null) {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            MigratedDatabase.migrate(server.getDatabase("postgres", TEMPLATE), "postgresql");
            postgres = server;
        }
        return postgres;
    }
}
