package io.demarche.api.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is ordered by a time, a number, or a number and a time, and by an id; callers see it as an opaque text.
 *
 * @param key the time in ISO 8601, the number, or both with a stroke between
 */
public record Cursor(String key, String id) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern RANK = Pattern.compile("\\d/");

    /** A place in a list that is ordered by a time. */
    public static Cursor at(Instant time, String id) {
        return new Cursor(time.toString(), id);
    }

    /** A place in a list that is ordered by a number, which is not negative. */
    public static Cursor at(int number, String id) {
        return new Cursor(Integer.toString(number), id);
    }

    /** This place in a list ordered by a time, among those of that rank, which is a digit. */
    public Cursor ranked(int rank) {
        return new Cursor(rank + "/" + key, id);
    }

    /** The same among those of its rank alone; refused as a bad request if it has none. */
    public Cursor unranked() {
        if (!isRanked()) {
            throw unknown();
        }
        return new Cursor(key.substring(2), id);
    }

    /** The rank that orders the list first; refused as a bad request if none does. */
    public int rank() {
        if (!isRanked()) {
            throw unknown();
        }
        return Character.digit(key.charAt(0), 10);
    }

    private boolean isRanked() {
        return RANK.matcher(key).lookingAt();
    }

    /** The place that this text stands for, or null for no text. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            Cursor cursor = new Cursor(parts[0], parts[1]);
            boolean known = NUMBER.matcher(cursor.key()).matches()
                    || Times.isStorable(
                            Instant.parse(cursor.isRanked() ? cursor.unranked().key() : cursor.key()));
            if (!known || !ID.matcher(cursor.id()).matches()) {
                throw new IllegalArgumentException("no place in a list");
            }
            return cursor;
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw unknown();
        }
    }

    private static InvalidRequestException unknown() {
        return new InvalidRequestException(
                "cursor", "is none that this service gave out for this order; begin without one");
    }

    /** The time that orders the list; refused as a bad request if a number does. */
    public Instant time() {
        if (NUMBER.matcher(key).matches() || isRanked()) {
            throw unknown();
        }
        return Instant.parse(key);
    }

    /** The number that orders the list; refused as a bad request if a time does. */
    public int number() {
        if (!NUMBER.matcher(key).matches()) {
            throw unknown();
        }
        return Integer.parseInt(key);
    }

    /** The text that stands for this place. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
