package io.demarche.api.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A place in a list that is ordered by a time and an id; callers see it as an opaque text. */
public record Cursor(Instant time, String id) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    /** The place that this text stands for, or null for no text. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            Cursor cursor = new Cursor(Instant.parse(parts[0]), parts[1]);
            if (!ID.matcher(cursor.id()).matches() || !Times.isStorable(cursor.time())) {
                throw new IllegalArgumentException("no place in a list");
            }
            return cursor;
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidRequestException("cursor", "is none that this service gave out; begin without one");
        }
    }

    /** The text that stands for this place. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
