package io.demarche.api.web;

import java.time.Instant;

/** Times that callers give. */
public final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** Whether every database takes it: the years 1 to 9999. */
    public static boolean isStorable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
