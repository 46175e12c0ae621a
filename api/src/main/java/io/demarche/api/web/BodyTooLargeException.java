package io.demarche.api.web;

import java.io.IOException;

/** A request's body is larger than is taken. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long most) {
        super("a request's body has at most %,d bytes; send articles one by one".formatted(most));
    }
}
