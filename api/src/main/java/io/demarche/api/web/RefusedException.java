package io.demarche.api.web;

import java.util.Map;

import org.springframework.http.HttpStatus;

/** A request that is in order and yet refused as things stand: answered as a problem of a type of its own. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient Map<String, Object> details;

    /**
     * The refusal.
     *
     * @param type the last part of the problem's type
     * @param message why, and what to do
     * @param details more members of the problem
     */
    public RefusedException(HttpStatus status, String type, String message, Map<String, Object> details) {
        super(message);
        this.status = status;
        this.type = type;
        this.details = details;
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    Map<String, Object> details() {
        return details;
    }
}
