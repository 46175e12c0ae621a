package io.demarche.ingest.source;

/** A source and how it fares. */
public record WatchedSource(Source source, SourceState state) {}
