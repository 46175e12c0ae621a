package io.demarche.api.web;

/** An answer broke off after a part of it was sent. Nobody may answer it: the connection is to end so that whoever asked sees it. */
final class BrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenOffException(RuntimeException cause) {
        super("an answer broke off: " + cause.getMessage(), cause);
    }
}
