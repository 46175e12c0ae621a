package io.demarche.rules.rulebook;

import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;

/** The text of one rule file, and where in it something stands. */
record SourceText(String path, String text) {

    static SourceText of(RulebookFile file) {
        return new SourceText(file.path(), file.text());
    }

    /** A problem at that offset, in UTF-16 units. */
    Problem problem(int offset, String message) {
        int at = Math.max(0, Math.min(offset, text.length()));
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Problem(path, line, at - lineStart + 1, message);
    }

    /** The offset of a line and column as Drools counts them: lines from 1, columns from 0; the start where they are unknown. */
    int offset(int line, int column) {
        int start = 0;
        for (int skipped = 1; skipped < line; skipped++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return Math.min(text.length(), start + Math.max(0, column));
    }
}
