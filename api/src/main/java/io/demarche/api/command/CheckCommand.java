package io.demarche.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.HttpFetcher;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Tests settings, database, disk and outbound access as the server would have them, and says what is wrong. Exits with 1 if"
                        + " anything is. The server must not run on the same embedded database meanwhile.")
final class CheckCommand implements Callable<Integer> {

    private static final long LEAST_SPACE = 1L << 30;
    private static final Duration MOST_SKEW = Duration.ofSeconds(5);
    private static final int SOURCES = 3;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--fetch",
            paramLabel = "URL",
            description = "An address outside that is fetched. Default: up to three of the sources that are watched.")
    private @Nullable URI address;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private int problems;

    @Override
    public Integer call() {
        // A wrong command line is refused as such, before anything is found to be wrong.
        List<String> properties = new ArrayList<>(ServerOptions.settings(spec, settings));
        properties.addAll(List.of("demarche.source.enabled=false", "demarche.delivery.enabled=false"));
        try (ConfigurableApplicationContext context = options.start(WebApplicationType.NONE, properties)) {
            good("settings", "taken");
            database(context);
            disk(Path.of(String.valueOf(context.getEnvironment().getProperty("demarche.data"))));
            outbound(context);
        } catch (RuntimeException e) {
            bad("settings or database", DemarcheCommand.plain(e));
        }
        return problems == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void database(ConfigurableApplicationContext context) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        String name = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion());
        long begin = System.nanoTime();
        OffsetDateTime there = jdbc.queryForObject("select current_timestamp", OffsetDateTime.class);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Instant here = context.getBean(InstantSource.class).instant();
        good("database", "%s, answers in %d ms".formatted(name, took.toMillis()));
        Duration skew = there == null
                ? Duration.ZERO
                : Duration.between(there.toInstant(), here).abs();
        if (skew.compareTo(MOST_SKEW) > 0) {
            bad(
                    "clock",
                    "this machine and the database differ by %d seconds; set both by NTP".formatted(skew.toSeconds()));
        } else {
            good("clock", "agrees with the database");
        }
    }

    private void disk(Path data) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(data), "check", ".tmp"));
            long free = Files.getFileStore(data).getUsableSpace();
            String left = "%,d MB free in %s"
                    .formatted(free >> 20, data.toAbsolutePath().normalize());
            if (free < LEAST_SPACE) {
                bad("disk", left + "; make room, or name another folder with --data");
            } else {
                good("disk", left);
            }
        } catch (IOException e) {
            bad("disk", "nothing can be written to " + data.toAbsolutePath() + ": " + e);
        }
    }

    private void outbound(ConfigurableApplicationContext context) {
        List<URI> addresses = address != null
                ? List.of(address)
                : context.getBean(SourceStore.class).all().stream()
                        .map(WatchedSource::source)
                        .map(source -> source.url())
                        .filter(url -> Documents.isAddress(url.toString()))
                        .limit(SOURCES)
                        .toList();
        if (addresses.isEmpty()) {
            good("outbound", "not tried: no source is watched; name an address with --fetch");
        }
        for (URI url : addresses) {
            Fetched fetched = context.getBean(HttpFetcher.class).fetch(url, Validators.NONE);
            if (fetched instanceof Fetched.Failed failed) {
                bad("outbound", url + ": " + failed.reason());
            } else {
                good("outbound", url + " answers");
            }
        }
    }

    private void good(String what, String found) {
        line("ok", what, found);
    }

    private void bad(String what, String problem) {
        problems++;
        line("PROBLEM", what, problem);
    }

    private void line(String verdict, String what, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-8s %-10s %s%n", verdict, what, text);
        out.flush();
    }
}
