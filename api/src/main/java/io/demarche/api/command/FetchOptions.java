package io.demarche.api.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import io.demarche.ingest.fetch.AddressGuard;
import io.demarche.ingest.fetch.FetchSettings;
import io.demarche.ingest.fetch.HttpFetcher;
import picocli.CommandLine.Option;

/** How a command that needs no server fetches. */
final class FetchOptions {

    @Option(
            names = "--allow",
            paramLabel = "HOST",
            description = "Fetch from this host, address or block of addresses, though it is not public.")
    private List<String> allowed = List.of();

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "For one fetch as a whole. Default: ${DEFAULT-VALUE}.")
    private int deadline;

    private static final int LARGEST = 10_000_000;

    HttpFetcher fetcher() {
        return new HttpFetcher(
                new FetchSettings(Duration.ofSeconds(deadline), LARGEST, "Demarche/0.1 (feed reader)"),
                new AddressGuard(allowed),
                InstantSource.system());
    }
}
