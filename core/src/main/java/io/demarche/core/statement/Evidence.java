package io.demarche.core.statement;

/**
 * The words that carry a statement.
 *
 * @param part where in the article they stand
 * @param start the offset of the first character in that part, in UTF-16 units
 * @param end the offset after the last one
 * @param quote exactly those characters
 */
public record Evidence(Part part, int start, int end, String quote) {

    /** The parts of an article that are read. */
    public enum Part {
        TITLE,
        TEXT
    }

    public Evidence {
        if (start < 0 || end - start != quote.length() || quote.isBlank()) {
            throw new IllegalArgumentException(
                    "evidence [%d, %d) does not fit the quote '%s'".formatted(start, end, quote));
        }
    }
}
