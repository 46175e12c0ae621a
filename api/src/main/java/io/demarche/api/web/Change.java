package io.demarche.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request has changed, for the audit log. It is shown to administrators, so that it holds no secrets.
 *
 * @param before what was there; null if it is new
 * @param after what is there now; null if it is gone
 */
public record Change(@Nullable Object before, @Nullable Object after) {

    private static final String ATTRIBUTE = Change.class.getName();

    /** Tells what the request that this thread answers has changed. */
    public static void tell(@Nullable Object before, @Nullable Object after) {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ATTRIBUTE, new Change(before, after), RequestAttributes.SCOPE_REQUEST);
    }

    /** What was told, if anything was. */
    public static @Nullable Change told() {
        return (Change) RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
