package io.demarche.core.statement;

/**
 * Why one field of a statement has its value.
 *
 * @param field the field of the statement, for example {@code status}
 * @param words the words of the sentence that gave it; empty where it was taken from elsewhere in the article
 * @param because the construction that was found
 */
public record Reason(String field, String words, String because) {}
