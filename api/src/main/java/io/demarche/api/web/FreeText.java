package io.demarche.api.web;

import org.jspecify.annotations.Nullable;

/** What a caller may write in words of their own: a note, a description, a title. */
public final class FreeText {

    private FreeText() {}

    /** The text as it is kept: without white space around it, and empty if none was written. */
    public static String kept(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
