package io.demarche.api.json;

import tools.jackson.core.JacksonException;

/** What is wrong with a JSON text, for a person to read. */
public final class JsonMistakes {

    private JsonMistakes() {}

    /** The parser's message without its remarks about where the text came from. */
    public static String plain(JacksonException mistake) {
        return mistake.getOriginalMessage().replaceAll("(?s)\\s*\\((start marker )?at \\[Source.*", "");
    }
}
