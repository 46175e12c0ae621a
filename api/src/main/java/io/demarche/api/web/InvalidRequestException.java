package io.demarche.api.web;

import java.util.List;

/** What a caller sent cannot be taken: where it is wrong and what would be right. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /** One mistake of a request. */
    public record Mistake(String where, String message) {}

    /** There is one mistake. */
    public InvalidRequestException(String where, String message) {
        super(where + " " + message);
        this.mistakes = List.of(new Mistake(where, message));
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
