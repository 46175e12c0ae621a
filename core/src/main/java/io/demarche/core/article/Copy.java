package io.demarche.core.article;

/**
 * An article whose text came in before, from elsewhere or under another headline.
 *
 * @param originalId the article that had it first
 * @param addsNothing whether all that it says is in that one
 */
public record Copy(String originalId, boolean addsNothing) {}
