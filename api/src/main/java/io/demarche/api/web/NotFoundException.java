package io.demarche.api.web;

/** Nothing is known under an id. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** There is no such thing of that id. */
    public NotFoundException(String what, String id) {
        super("there is no " + what + " with the id '" + id + "'");
    }
}
