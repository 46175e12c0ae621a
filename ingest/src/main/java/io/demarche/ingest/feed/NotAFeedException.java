package io.demarche.ingest.feed;

/** What was fetched is no feed; the message says what it seems to be. */
public final class NotAFeedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotAFeedException(String message) {
        super(message);
    }
}
