package io.demarche.api.event;

import org.jspecify.annotations.Nullable;

/** What an analyst writes beside a mark, a merge or a split. */
final class Notes {

    private Notes() {}

    /** The note as it is kept: empty if none was written. */
    static String kept(@Nullable String note) {
        return note == null ? "" : note.strip();
    }
}
