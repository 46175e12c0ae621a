package io.demarche.ingest.hub;

import java.net.URI;

/**
 * A hub that announces the changes of a feed.
 *
 * @param address where it is asked to
 * @param topic the feed's address, as the hub knows it
 */
public record Hub(URI address, URI topic) {}
