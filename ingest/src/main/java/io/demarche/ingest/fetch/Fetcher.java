package io.demarche.ingest.fetch;

import java.net.URI;

/** Makes one HTTP GET. */
public interface Fetcher {

    /** Fetches the address unless it is unchanged; every failure is an outcome, none an exception. */
    Fetched fetch(URI url, Validators validators);
}
