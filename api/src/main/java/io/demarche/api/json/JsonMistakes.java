package io.demarche.api.json;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What is wrong with a JSON text, for a person to read. */
public final class JsonMistakes {

    private JsonMistakes() {}

    /** The parser's message without its remarks about where the text came from, and without names of classes. */
    public static String plain(JacksonException mistake) {
        if (mistake instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            String found =
                    mistake instanceof InvalidFormatException format ? ", found '" + format.getValue() + "'" : "";
            return expected(mismatch.getTargetType()) + " is expected" + found;
        }
        return mistake.getOriginalMessage().replaceAll("(?s)\\s*\\((start marker )?at \\[Source.*", "");
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "a time in ISO 8601 with its zone, such as 2026-03-02T08:00:00Z,";
        }
        if (type == Duration.class) {
            return "a length of time in ISO 8601, such as PT5M,";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return CharSequence.class.isAssignableFrom(type)
                ? "a text"
                : Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "another value";
    }
}
